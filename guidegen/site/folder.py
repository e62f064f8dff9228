"""A folder of files that is written whole or not at all, and takes the place of the one before."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from guidegen.errors import Finding, RenderError, Source

Files = Mapping[str, bytes | Path]


def replace_folder(target: Path, files: Files, marker: str) -> None:
    """Make *target* a folder of *files*: bytes, or files to copy; by paths in it. What stood there is removed.

    They are written beside it and the folder is renamed into place. A folder that holds something, but not the file *marker*, was
    not written here and is left alone. Raises RenderError, and *target* is then as it was.
    """
    target = target.absolute()
    _refuse(target, marker)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part"))
    except OSError as error:
        raise _failure(target, error) from None
    try:
        _fill(beside / "new", files)
        _exchange(target, beside)
    except OSError as error:
        raise _failure(target, error) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _refuse(target: Path, marker: str) -> None:
    empty = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    if not empty and not (target / marker).is_file():
        hint = "name another folder with --output"
        raise RenderError([Finding(Source(str(target)), "output", "what stands here is not a published site", hint)])


def _fill(folder: Path, files: Files) -> None:
    for name, data in files.items():
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            raise OSError(f"{name} would stand outside the folder")
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(data, Path):
            shutil.copyfile(data, place)
        else:
            place.write_bytes(data)


def _exchange(target: Path, beside: Path) -> None:
    """Put the new folder in *beside* in the place of *target*; where that fails, the old one comes back."""
    old = beside / "old"
    if target.exists():
        target.rename(old)
    try:
        (beside / "new").rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def _failure(target: Path, error: OSError) -> RenderError:
    return RenderError([Finding(Source(str(target)), "output", f"the folder cannot be written: {error.strerror or error}")])
