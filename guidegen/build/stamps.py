"""Whether a file is still the same: by its digest, and by what the file system says of it where that can be trusted."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

FOLDER = "folder"
SETTLED = 2_000_000_000  # nanoseconds; within one tick of a file system's clock a file can change and keep its times


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file as it was: its SHA-256, and its size, times of change (in nanoseconds) and number on its file system.

    *settled* tells that the file had been left alone for a while when it was looked at: the same numbers are then the same file.
    """

    sha256: str
    numbers: tuple[int, ...] = ()
    settled: bool = False


def digest(data: bytes) -> str:
    """Return the SHA-256 of *data* in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(*parts: str) -> str:
    """Return the SHA-256 of *parts*; other parts, or the same in another order, have another."""
    return digest("".join(f"{len(part)}:{part}" for part in parts).encode(errors="surrogatepass"))


def digest_of_all(named: Mapping[str, str]) -> str:
    """Return the SHA-256 of the names and values of *named*, in whatever order they are."""
    return digest_of(*(part for pair in sorted(named.items()) for part in pair))


def stamp(path: Path, known: Stamp | None = None) -> Stamp:
    """Return the stamp of the file *path*; it is not read where it has the numbers of *known*. Raises OSError."""
    state = path.stat()
    if S_ISDIR(state.st_mode):
        return Stamp(FOLDER)
    if not S_ISREG(state.st_mode):
        raise OSError(f"{path} is neither a file nor a folder")
    numbers = (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
    if known is not None and known.settled and known.numbers == numbers:
        return known
    settled = time.time_ns() - max(state.st_mtime_ns, state.st_ctime_ns) > SETTLED
    with path.open("rb") as file:
        return Stamp(hashlib.file_digest(file, "sha256").hexdigest(), numbers, settled)


def stamps(files: Mapping[str, Path], known: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Return the stamps of *files*, by name; a file that is gone or cannot be read has one that nothing else has."""
    return {name: _stamp_or_none(path, known.get(name)) for name, path in files.items()}


def _stamp_or_none(path: Path, known: Stamp | None) -> Stamp:
    try:
        return stamp(path, known)
    except OSError:
        return Stamp("")


def is_still(path: Path, known: Stamp) -> bool:
    """Return whether the file *path* has the content of *known*."""
    return _stamp_or_none(path, known).sha256 == known.sha256 != ""
