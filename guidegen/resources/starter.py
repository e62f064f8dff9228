"""The starter project: a small congress of its own, with the shipped conventions and words of its languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.resources.inputs import STARTER
from guidegen.resources.project import shipped_root

SHARED = ("conventions.yaml", "LC_MESSAGES/guide.po")


def write_starter(directory: Path) -> tuple[str, ...]:
    """Write the starter project to *directory* and return the paths of its files.

    Raises GuidegenError where the folder has files already, which are left as they are, or where it cannot be written.
    """
    try:
        if directory.exists() and any(directory.iterdir()):
            raise GuidegenError([Finding(Source(str(directory)), "init", "the folder is not empty", "name a new one")])
        return tuple(sorted(_copy(source, directory / name) for name, source in starter_files().items()))
    except OSError as error:
        finding = Finding(Source(str(directory)), "init", f"the project cannot be written: {error.strerror or error}")
        raise GuidegenError([finding]) from None


def starter_files() -> dict[str, Path]:
    """Return the files of the starter project: what stands in ``templates/starter/``, and the shared files of its languages."""
    root = shipped_root()
    own = {path.relative_to(root / STARTER).as_posix(): path for path in (root / STARTER).rglob("*") if path.is_file()}
    meetings = (path for name, path in own.items() if name.endswith("meeting.yaml"))
    languages = {code for path in meetings for code in yaml.safe_load(path.read_text(encoding="utf-8"))["languages"]}
    shared = [f"locales/{language}/{name}" for language in languages for name in SHARED]
    return {name: root / name for name in shared if (root / name).is_file()} | own


def _copy(source: Path, target: Path) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return str(target)
