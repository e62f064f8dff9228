"""Writing files whole or not at all, and never outside the output folder."""

from __future__ import annotations

import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from guidegen.errors import Finding, RenderError, Source
from guidegen.resources.project import is_below
from guidegen.resources.writing import replace_file

PARTS = ".*.part"
OUTSIDE = "stands outside the folder of the manifest: it was not read"
LARGEST_FILE = 256 * 1024**2  # bytes


class OutsideError(ValueError):
    """A file that stands outside its folder."""


def prepare(folder: Path, root: Path) -> None:
    """Make the output *folder*, *root* or one below it, and try to write in it: a build fails before its work, not after.

    Raises RenderError where the folder leaves *root* or cannot be written in.
    """
    _refuse_outside(folder, root)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise _failure(folder, f"not a folder that can be written in: {error.strerror or error}") from None


def write_whole(path: Path, data: bytes, root: Path) -> None:
    """Write *data* to *path* below *root*: beside its place first, then renamed into it, so no reader meets half of it.

    Raises RenderError where the path leaves *root* or the file cannot be written.
    """
    _refuse_outside(path, root)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise _failure(path, f"the file cannot be written: {error.strerror or error}") from None


def read_whole(path: Path, root: Path) -> bytes:
    """Return the file *path* below *root*, wherever links lead.

    Raises OutsideError where it leaves *root*, and ValueError where it is no file that can be read, or is larger than any guide;
    they say what the file is or does.
    """
    if "\0" in str(path):
        raise ValueError("has a name that no file can have")
    if not is_below(path, root):
        raise OutsideError(OUTSIDE)
    try:
        if not path.is_file():
            raise ValueError("is missing")
        if path.stat().st_size > LARGEST_FILE:
            raise ValueError(f"is larger than {LARGEST_FILE // 1024**2} MiB: it was not read")
        return path.read_bytes()
    except OSError as error:
        raise ValueError(f"cannot be read: {error.strerror or error}") from None


def read_json(path: Path, root: Path) -> Any:
    """Return the value of the JSON file *path* below *root*, as :func:`read_whole` reads it.

    Raises ValueError where it is none, or could not be written as one again: with NaN, or half of a character.
    """
    try:
        value = json.loads(read_whole(path, root))
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError:
        raise ValueError("is nested too deeply") from None
    return value


def remove(path: Path, root: Path) -> None:
    """Remove *path* below *root* if it is there. Raises RenderError where that leaves *root* or cannot be done."""
    _refuse_outside(path, root)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(path, f"the old file cannot be removed: {error.strerror or error}") from None


def leftovers(folder: Path) -> list[Path]:
    """Return what killed builds left in *folder* and the folders in it, or builds that go on are writing."""
    return [*folder.glob(PARTS), *folder.glob(f"*/{PARTS}")]


def sweep(folder: Path) -> None:
    """Remove what killed builds left in *folder* and the folders in it; for a build that is alone there."""
    for left in leftovers(folder):
        with suppress(OSError):
            left.unlink()


def _refuse_outside(path: Path, root: Path) -> None:
    if not is_below(path, root):
        raise _failure(path, "the file would stand outside the output folder")


def _failure(path: Path, message: str) -> RenderError:
    return RenderError([Finding(Source(str(path)), "output", message)])
