"""``state.json``: the paragraphs of all guides as they were published, by digest; and what has changed since then."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from guidegen.build.matrix import GuideName
from guidegen.build.outputs import read_json
from guidegen.document.inlines import Citation, Node, Pending, Reference, Text
from guidegen.document.text import inline_text
from guidegen.document.tree import Box, Document, Paragraph, Section, Table
from guidegen.document.walk import plain, walk
from guidegen.errors import Finding, GuidegenError, Source

STATE = "state.json"
VERSION = 1
SHORT = 16
OPENING = 80
WHOLE = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph, heading, box or table: its *label*, the digest of its words, and their *opening*, which is not kept."""

    label: str
    digest: str
    opening: str = field(default="", compare=False)


Guides: TypeAlias = Mapping[GuideName, Mapping[str, Mark]]


@dataclass(frozen=True, slots=True)
class Change:
    """What has become of a paragraph of one *language* in *meetings*: it is ``added``, ``changed`` or ``removed``.

    An empty *id* stands for the whole guide.
    """

    language: str
    id: str
    kind: str
    meetings: tuple[str, ...]
    mark: Mark


def marks(document: Document) -> dict[str, Mark]:
    """Return the marks of all that *document* says, by id, in reading order; a number that moves changes none."""
    found = {}
    for section in document.children:
        for node in walk(section):
            if isinstance(node, Section | Paragraph | Box | Table) and node.id:
                found[node.id] = _mark(node)
    return found


def _mark(node: Section | Paragraph | Box | Table) -> Mark:
    own = _own(node)
    words = "\x1f".join(part for one in own for inner in walk(one) for part in _words(inner))
    opening = plain(node.children) if isinstance(node, Paragraph) else inline_text(node.title)
    return Mark(node.label, hashlib.sha256(words.encode()).hexdigest()[:SHORT], _opening(opening))


def _own(node: Section | Paragraph | Box | Table) -> Iterable[Node]:
    """Return what *node* says itself: a heading without what stands under it, a box without its paragraphs."""
    if isinstance(node, Section):
        return (*node.title, *node.notes)
    if isinstance(node, Box):
        return (*node.kicker, *node.title, *node.notes)
    return (node,)


def _words(node: Node) -> Iterator[str]:
    """Yield the words of *node*, or its kind; numbers that passes gave are none, so renumbering changes nothing."""
    if isinstance(node, Text):
        yield node.value
    elif isinstance(node, Reference):
        yield f"reference {node.target}"
    elif isinstance(node, Citation):
        yield f"citation {node.cited}"
    elif not isinstance(node, Pending):
        yield type(node).__name__


def _opening(words: str) -> str:
    return words if len(words) <= OPENING else f"{words[:OPENING].rstrip()}…"


def state(guides: Guides) -> bytes:
    """Return the file ``state.json`` of *guides*."""
    rows = {
        f"{name.meeting}/{name.language}": {key: [mark.label, mark.digest] for key, mark in paragraphs.items()}
        for name, paragraphs in sorted(guides.items())
    }
    return f"{json.dumps({'version': VERSION, 'guides': rows}, indent=1, ensure_ascii=False)}\n".encode()


def read_state(place: Path) -> Guides:
    """Return the state in the file *place*, or in the site whose folder it is. Raises GuidegenError where there is none."""
    file = place / STATE if place.is_dir() else place
    try:
        return dict(_guides(read_json(file, file.parent)))
    except (ValueError, KeyError, TypeError, AttributeError):
        hint = "name a folder that guidegen publish wrote, or its state.json"
        raise GuidegenError([Finding(Source(str(file)), "state", "there is no published state here", hint)]) from None


def _guides(value: Any) -> Iterator[tuple[GuideName, dict[str, Mark]]]:
    if value["version"] != VERSION:
        raise ValueError(value["version"])
    for name, rows in value["guides"].items():
        meeting, language = name.split("/")
        yield GuideName(meeting, language), {key: _read_mark(*row) for key, row in rows.items()}


def _read_mark(label: Any, digest: Any) -> Mark:
    if not (isinstance(label, str) and isinstance(digest, str)):
        raise TypeError("a mark that is no text")
    return Mark(label, digest)


def changes(before: Guides, after: Guides) -> tuple[Change, ...]:
    """Return what differs between two states, in the order of *after*; what is the same in several meetings stands once."""
    found: dict[tuple[str, str, str], list[tuple[str, Mark]]] = {}
    for name in sorted({*before, *after}):
        for key, kind, mark in _between(before.get(name), after.get(name)):
            found.setdefault((name.language, key, kind), []).append((name.meeting, mark))
    made = (Change(*key, tuple(meeting for meeting, _ in rows), rows[0][1]) for key, rows in found.items())
    return tuple(sorted(made, key=lambda change: change.language))


def _between(before: Mapping[str, Mark] | None, after: Mapping[str, Mark] | None) -> Iterator[tuple[str, str, Mark]]:
    """Yield the id, the kind of change and the mark of all that differs in one guide."""
    if before is None or after is None:
        yield WHOLE, "added" if before is None else "removed", Mark("", "")
        return
    for key, mark in after.items():
        if key not in before:
            yield key, "added", mark
        elif before[key].digest != mark.digest:
            yield key, "changed", mark
    for key, mark in before.items():
        if key not in after:
            yield key, "removed", mark
