"""``manifest.json``: what was built, file by file. The same build writes the same bytes: no clock in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from guidegen.errors import Finding, GuidegenError, Severity, Source

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
    """Return the entries of the manifest in *output*, by path; none where there is no manifest.

    Raises GuidegenError with a warning where there is one that cannot be read: its entries are lost.
    """
    place = output / MANIFEST
    if not place.is_file():
        return {}
    try:
        loaded = json.loads(place.read_text(encoding="utf-8"))
        return {row["path"]: Entry(**row) for row in loaded["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        message = "not a manifest of this version of guidegen: it is written anew, without the files of earlier builds"
        raise GuidegenError([Finding(Source(str(place)), "manifest", message, severity=Severity.WARNING)]) from None


def manifest(entries: Iterable[Entry], versions: Mapping[str, str]) -> bytes:
    """Return the manifest of *entries* as the bytes of its file."""
    files = [asdict(entry) for entry in sorted(entries, key=lambda entry: entry.path)]
    value = {"version": VERSION, "generator": dict(versions), "files": files}
    return f"{json.dumps(value, indent=2, ensure_ascii=False)}\n".encode()
