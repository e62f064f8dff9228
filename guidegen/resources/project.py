"""The project folder: the user's own, the checkout's, or the one shipped in the wheel."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from guidegen.errors import Finding, GuidegenError, Source

PACKAGE = Path(__file__).resolve().parents[1]


def shipped_root() -> Path:
    """Return the folder with the shipped ``content/``, ``locales/`` and ``templates/``: inside the wheel or the checkout."""
    inside = PACKAGE / "_shipped"
    return inside if (inside / "content").is_dir() else PACKAGE.parent


def is_below(place: Path, folder: Path) -> bool:
    """Return whether *place* stands in *folder*, wherever links lead; one in a circle stands still."""
    return Path(os.path.realpath(place)).is_relative_to(os.path.realpath(folder))


def outside(path: str) -> GuidegenError:
    """Return what is raised for the file *path* of a project that is none of its own."""
    hint = "put the file itself in its place"
    return GuidegenError([Finding(Source(path), "outside-link", "a link that leads out of the project is not followed", hint)])


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder; paths given to its methods are relative to it, with ``/`` between parts."""

    root: Path

    def path(self, relative: str) -> Path:
        """Return where the project's own file *relative* stands, whether or not it exists."""
        return self.root / relative

    def holds(self, place: Path) -> bool:
        """Return whether *place* stands in the project, wherever links lead to."""
        return is_below(place, self.root)

    def template_path(self, relative: str) -> Path:
        """Return the project's own template file if it has one, else the shipped one: the user's folder wins, file by file.

        Raises GuidegenError where the project's own is a link that leads out of the project.
        """
        own = self.root / "templates" / relative
        if not own.is_file():
            return shipped_root() / "templates" / relative
        if not self.holds(own):
            raise outside(f"templates/{relative}")
        return own

    def languages(self) -> tuple[str, ...]:
        """Return the codes of the project's languages: the folders of ``locales/`` that hold conventions."""
        return self._folders_with("locales", "conventions.yaml")

    def meetings(self) -> tuple[str, ...]:
        """Return the ids of the project's regional meetings: the folders of ``content/meetings/``."""
        return self._folders_with("content/meetings", "")

    def files(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the paths of the files in *folder* (not below it) whose name ends in *suffix*, sorted; no hidden ones."""
        found = sorted(path for path in self.path(folder).glob(f"[!.]*{suffix}") if path.is_file())
        return tuple(f"{folder}/{path.name}" for path in found)

    def _folders_with(self, folder: str, name: str) -> tuple[str, ...]:
        parents = [path for path in self.path(folder).glob("[!.]*") if path.is_dir() and (path / name).exists()]
        return tuple(sorted(path.name for path in parents))


def find_project(directory: Path | None = None) -> Project:
    """Return the project in *directory*, else the one in the current folder, else the one shipped with guidegen.

    Raises GuidegenError when *directory* is given and holds no ``content/``.
    """
    if directory is not None and not (directory / "content").is_dir():
        place = Source(str(directory))
        raise GuidegenError([Finding(place, "project", "no project here: the folder has no content/", "see guidegen init")])
    here = directory or Path.cwd()
    return Project((here if (here / "content").is_dir() else shipped_root()).resolve())
