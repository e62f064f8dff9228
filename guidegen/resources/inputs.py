"""The files of which a project's guides are made, by their names in the project."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from guidegen.resources.project import PACKAGE, Project, is_below, shipped_root

STARTER = "templates/starter"
FOLDERS = ("content", "locales", "templates")
NO_INPUTS = ("locales/pot", STARTER)
CACHE = ".cache/guidegen"


def input_files(project: Project) -> dict[str, Path]:
    """Return the files and folders from which guides of *project* may be made, by their names in the project.

    Where a template is the shipped one, it stands under the name that one of the project's own would have.
    """
    shipped = _below(shipped_root(), "templates")
    return {**dict(shipped), **{name: path for folder in FOLDERS for name, path in _below(project.root, folder)}}


def code_files() -> dict[str, Path]:
    """Return guidegen's own files, below ``guidegen/``."""
    own = _below(PACKAGE.parent, PACKAGE.name)
    return {f"guidegen/{name.partition('/')[2]}": path for name, path in own if path.suffix in {".py", ".json", ".yaml"}}


def cache_folder(project: Project, output: Path) -> Path:
    """Return the folder for what builds remember: the project's own, or one in *output* where that cannot be."""
    shipped = PACKAGE in project.root.parents
    return (output if shipped or not os.access(project.root, os.W_OK) else project.root) / CACHE


def _below(root: Path, folder: str) -> Iterator[tuple[str, Path]]:
    """Yield what stands below a *folder* of *root*: its name from the root, and its path; nothing that is hidden.

    Links are followed inside of *root*, into each folder once: they may lead in circles.
    """
    met = {os.path.realpath(root / folder)}
    for found, folders, files in os.walk(root / folder, followlinks=True):
        inside = Path(found).relative_to(root).as_posix()
        folders[:] = [name for name in folders if _is_walked(root, f"{inside}/{name}", met)]
        for name in (*folders, *files):
            if not name.startswith("."):
                yield f"{inside}/{name}", Path(found, name)


def _is_walked(root: Path, name: str, met: set[str]) -> bool:
    """Return whether the folder *name* below *root* is looked into; add it to those that were *met*."""
    own, real = name.rpartition("/")[2], os.path.realpath(root / name)
    walked = name not in NO_INPUTS and not own.startswith((".", "__pycache__")) and is_below(root / name, root)
    fresh = real not in met
    met.add(real)
    return walked and fresh
