"""The forms in which a verdict is reported to other programs, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from guidegen.check.configuration import Verdict
from guidegen.check.reports.github import github
from guidegen.check.reports.junit import junit
from guidegen.check.reports.plain import plain
from guidegen.check.reports.sarif import sarif

REPORTS: Mapping[str, Callable[[Verdict], str]] = {"json": plain, "sarif": sarif, "junit": junit, "github": github}


def prefix_of(root: Path) -> str:
    """Return what leads from the top of the repository around *root* to it: ``guides/`` or, where there is none, nothing."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            inside = root.relative_to(folder).as_posix()
            return "" if inside == "." else f"{inside}/"
    return ""
