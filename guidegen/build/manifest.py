"""``manifest.json``: what was built, file by file. The same build writes the same bytes: no clock in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from guidegen.build.outputs import write_whole

MANIFEST = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a guide. *pages* is 0 where nothing was laid out; *messages* and *untranslated* count translatable messages."""

    path: str
    meeting: str
    language: str
    format: str
    issuance: str
    symbol: str
    status: str
    sha256: str
    bytes: int
    pages: int
    paragraphs: int
    notes: int
    messages: int
    untranslated: int
    reviewed: bool


def digest(data: bytes) -> str:
    """Return the SHA-256 of *data* in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(output: Path) -> dict[str, Entry]:
    """Return the entries of the manifest in *output*, by path; none where there is no manifest that can be read."""
    try:
        loaded = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
        return {row["path"]: Entry(**row) for row in loaded["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write_manifest(output: Path, entries: Iterable[Entry], versions: Mapping[str, str]) -> None:
    """Write the manifest of *entries* to *output*. Raises RenderError where it cannot be written."""
    files = [asdict(entry) for entry in sorted(entries, key=lambda entry: entry.path)]
    manifest = {"version": VERSION, "generator": dict(versions), "files": files}
    data = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    write_whole(output / MANIFEST, data.encode(), output)
