"""Zip archives of anybody's making: what is in them, or a sentence that says why they cannot be read."""

from __future__ import annotations

import io
import zipfile
import zlib

LARGEST_ARCHIVE = 256 * 1024**2  # bytes, unpacked: more than any guide, less than a memory


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the files in the zip archive *data*, by name. Raises ValueError where it is damaged, or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > LARGEST_ARCHIVE:
                raise ValueError(f"unpacked, it is larger than {LARGEST_ARCHIVE // 1024**2} MiB")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValueError(f"not a zip archive that can be read: {error}") from None
