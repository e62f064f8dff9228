"""A folder as it is."""

from __future__ import annotations

import os
from pathlib import Path


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files below *folder* with their data, and links with where they lead, by path; links are not followed."""
    found: dict[str, bytes] = {}
    for place, _, names in os.walk(folder):
        for path in (Path(place, name) for name in names):
            if path.is_symlink():
                found[str(path)] = os.fsencode(path.readlink())
            elif path.is_file():
                found[str(path)] = path.read_bytes()
    return found
