"""The project folder: the user's own, the checkout's, or the one shipped in the wheel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guidegen.errors import Finding, GuidegenError, Source

PACKAGE = Path(__file__).resolve().parents[1]


def shipped_root() -> Path:
    """Return the folder with the shipped ``content/``, ``locales/`` and ``templates/``: inside the wheel or the checkout."""
    inside = PACKAGE / "_shipped"
    return inside if (inside / "content").is_dir() else PACKAGE.parent


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder; paths given to its methods are relative to it, with ``/`` between parts."""

    root: Path

    def path(self, relative: str) -> Path:
        """Return where the project's own file *relative* stands, whether or not it exists."""
        return self.root / relative

    def template_path(self, relative: str) -> Path:
        """Return the project's own template file if it has one, else the shipped one: the user's folder wins, file by file."""
        own = self.root / "templates" / relative
        return own if own.is_file() else shipped_root() / "templates" / relative

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
