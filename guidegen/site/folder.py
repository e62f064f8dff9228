"""A folder of files that is written whole or not at all, and takes the place of the one before.

It is filled beside its place, and two renames put it there. What a process that was killed left beside it is removed by the next
one; where it was killed between the renames, the folder before comes back first.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from guidegen.build.lock import alone_in, if_free
from guidegen.errors import Finding, RenderError, Source

Files = Mapping[str, bytes | Path]
NEW, OLD = "new", "old"


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is to take the place of the folder *target*, made *beside* it; *waiting* is called where another does so."""

    target: Path
    beside: Path
    marker: str
    waiting: Callable[[], None]

    def fill(self, files: Files) -> None:
        """Write *files*: bytes, or files to copy; by paths in the folder. Raises RenderError."""
        with _told(self.target):
            for name, data in files.items():
                _write(self.beside / NEW, name, data)

    def take_place(self) -> None:
        """Put the new folder in the place of the old one. Raises RenderError; then the old one comes back."""
        with _told(self.target), alone_in(self.target.parent, self.waiting):
            _refuse(self.target, self.marker)
            if self.target.exists():
                self.target.rename(self.beside / OLD)
            (self.beside / NEW).rename(self.target)


@contextmanager
def replacing(target: Path, marker: str, waiting: Callable[[], None]) -> Iterator[Replacement]:
    """Give what may take the place of the folder *target* while what is inside runs; nothing is left beside it afterwards.

    A folder that holds something, but not the file *marker*, was not written here and is left alone. Raises RenderError.
    """
    target = Path(os.path.realpath(target))
    with ExitStack() as held:
        with _told(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            with alone_in(target.parent, waiting):
                _settle(target)
                _refuse(target, marker)
                beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part"))
                held.enter_context(alone_in(beside, waiting))
        held.callback(_leave, target, beside)
        yield Replacement(target, beside, marker, waiting)


def _leave(target: Path, beside: Path) -> None:
    """Remove the folder *beside*; what stood at *target* before comes back where nothing took its place."""
    with suppress(OSError):
        if not target.exists() and (beside / OLD).exists():
            (beside / OLD).rename(target)
        shutil.rmtree(beside)


def _settle(target: Path) -> None:
    """Remove what killed processes left beside *target*; what a living one holds stays, and all where folders have no locks."""
    left = re.compile(rf"\.{re.escape(target.name)}\.[a-z0-9_]{{8}}\.part")
    for beside in sorted(target.parent.iterdir()):
        if left.fullmatch(beside.name) and beside.is_dir() and not beside.is_symlink():
            with suppress(OSError), if_free(beside) as free:
                left_there = {one.name for one in beside.iterdir()}
                if free and left_there <= {NEW, OLD}:
                    if left_there == {NEW, OLD} and not target.exists():
                        (beside / OLD).rename(target)
                    shutil.rmtree(beside)


def _refuse(target: Path, marker: str) -> None:
    empty = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    if not empty and not (target / marker).is_file():
        hint = "name another folder with --output"
        raise RenderError([Finding(Source(str(target)), "output", "what stands here is not a published site", hint)])


def _write(folder: Path, name: str, data: bytes | Path) -> None:
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
        raise OSError(f"{name} would stand outside the folder")
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(data, Path):
        shutil.copyfile(data, place)
    else:
        place.write_bytes(data)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Tell what keeps *target* from being written as a RenderError."""
    try:
        yield
    except OSError as error:
        message = f"the folder cannot be written: {error.strerror or error}"
        raise RenderError([Finding(Source(str(target)), "output", message)]) from None
