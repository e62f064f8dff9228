"""Zip archives of anybody's making: what is in them, or a sentence that says why they cannot be read."""

from __future__ import annotations

import io
import zipfile
import zlib

LARGEST_ARCHIVE = 32 * 1024**2  # bytes, unpacked: a guide has 1 MiB
# The two ways of packing that an Office document may use (ECMA-376, part 2, annex B).
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class TooLargeError(ValueError):
    """What is packed is, unpacked, larger than any guide."""


def parts_of(data: bytes, *names: str) -> dict[str, bytes]:
    """Return the files in the zip archive *data*, by name: all, or those of *names* that it has.

    Raises TooLargeError where they unpack to too much, and ValueError where the archive is damaged or not packed as Office packs.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir() and (not names or one.filename in names)]
            _refuse(entries)
            return {entry.filename: _unpacked(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValueError(f"not a zip archive that can be read: {error}") from None


def _refuse(entries: list[zipfile.ZipInfo]) -> None:
    """Raise where *entries* are not to be unpacked. How else they are packed is not even tried: each way fails in its own."""
    other = next((entry for entry in entries if entry.compress_type not in METHODS), None)
    if other:
        raise zipfile.BadZipFile(f"{other.filename} is packed by method {other.compress_type}, neither stored nor deflated")
    if sum(entry.file_size for entry in entries) > LARGEST_ARCHIVE:
        raise TooLargeError(f"unpacked, it is larger than {LARGEST_ARCHIVE // 1024**2} MiB")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return the file of *entry*, and never more of it than the archive says it has: to read all would unpack all first."""
    with archive.open(entry) as part:
        return part.read(entry.file_size)
