"""Writing files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from guidegen.errors import Finding, RenderError, Source
from guidegen.resources.project import Project


def replace_file(path: Path, data: bytes) -> None:
    """Write *data* to *path*: beside its place first, then renamed into it, so no reader meets half of it.

    Raises OSError where that cannot be done; what stood there before is then untouched.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_file(project: Project, path: str, data: bytes) -> bool:
    """Write *data* as the file *path* of *project*; return False where it says the same already, and is left alone.

    Raises RenderError where the path leaves the project or the file cannot be written.
    """
    place = _inside(project, path)
    try:
        if place.is_file() and place.read_bytes() == data:
            return False
        place.parent.mkdir(parents=True, exist_ok=True)
        replace_file(place, data)
    except OSError as error:
        raise _failure(path, f"the file cannot be written: {error.strerror or error}") from None
    return True


def remove_file(project: Project, path: str) -> None:
    """Remove the file *path* of *project* if it is there. Raises RenderError where that leaves the project or cannot be done."""
    try:
        _inside(project, path).unlink(missing_ok=True)
    except OSError as error:
        raise _failure(path, f"the old file cannot be removed: {error.strerror or error}") from None


def _inside(project: Project, path: str) -> Path:
    place = project.path(path)
    if not project.holds(place):
        raise _failure(path, "the file would stand outside the project")
    return place


def _failure(path: str, message: str) -> RenderError:
    return RenderError([Finding(Source(path), "output", message)])
