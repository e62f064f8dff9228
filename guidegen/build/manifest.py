"""``manifest.json``: what was built, file by file. The same build writes the same bytes: no clock in it.

``manifest.schema.json`` beside this module describes it, key by key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from guidegen.build.outputs import read_json
from guidegen.build.task import Font
from guidegen.errors import Finding, GuidegenError, Severity, Source

MANIFEST = "manifest.json"
VERSION = 2
# What a value of JSON must be, by the type of a field.
KINDS: Mapping[str, tuple[type, ...]] = {"str": (str,), "int": (int,), "float": (float, int), "bool": (bool,)}
SCHEMA = Path(__file__).with_name("manifest.schema.json")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a guide, as the schema describes it."""

    path: str
    meeting: str
    language: str
    format: str
    variant: str
    issuance: str
    symbol: str
    status: str
    sha256: str
    bytes: int
    pages: int
    paragraphs: int
    words: int
    notes: int
    messages: int
    untranslated: int
    translated: float
    reviewed: bool
    fonts: tuple[Font, ...]
    inputs: str
    toolchain: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries by path, and the toolchains by which their files were made: the versions of libraries, by name."""

    entries: Mapping[str, Entry]
    toolchains: Mapping[str, Mapping[str, str]]


def read_manifest(output: Path) -> Manifest:
    """Return the manifest in the folder *output*, an empty one where there is none.

    Raises GuidegenError with a warning where there is one that cannot be read: its entries are lost.
    """
    place = output / MANIFEST
    return parse_manifest(place) if place.is_file() else Manifest({}, {})


def parse_manifest(place: Path) -> Manifest:
    """Return the manifest in the file *place*. Raises GuidegenError with a warning where it is none."""
    try:
        loaded = read_json(place, place.parent)
        if loaded["version"] != VERSION:
            raise ValueError(loaded["version"])
        entries = {row["path"]: entry_of(row) for row in loaded["files"]}
        return Manifest(entries, {name: _versions(one) for name, one in loaded["toolchains"].items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        message = "not a manifest of this version of guidegen: it is written anew, without the files of earlier builds"
        raise GuidegenError([Finding(Source(str(place)), "manifest", message, severity=Severity.WARNING)]) from None


def entry_of(row: Mapping[str, Any]) -> Entry:
    """Return the entry that *row*, a part of a manifest, describes. Raises TypeError where it is none."""
    entry = Entry(**{**row, "fonts": tuple(Font(**font) for font in row.get("fonts", ()))})
    if not (_as_declared(entry) and all(map(_as_declared, entry.fonts))):
        raise TypeError(f"a value of another kind in the entry of {entry.path}")
    return entry


def _as_declared(record: Entry | Font) -> bool:
    """Return whether each value of *record* is of the kind that its field says."""
    return all(type(getattr(record, one.name)) in KINDS.get(str(one.type), (tuple,)) for one in fields(record))


def _versions(value: Mapping[str, Any]) -> dict[str, str]:
    if not all(isinstance(version, str) for version in value.values()):
        raise TypeError("a version that is no text")
    return {**value}


def manifest(entries: Iterable[Entry], toolchains: Mapping[str, Mapping[str, str]]) -> bytes:
    """Return the manifest of *entries* as the bytes of its file, with those of *toolchains* that made them."""
    files = sorted(entries, key=lambda entry: entry.path)
    used = sorted({entry.toolchain for entry in files} & toolchains.keys())
    value = {
        "version": VERSION,
        "toolchains": {name: dict(toolchains[name]) for name in used},
        "files": [asdict(entry) for entry in files],
    }
    return f"{json.dumps(value, indent=2, ensure_ascii=False)}\n".encode()
