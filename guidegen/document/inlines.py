"""The inline nodes of a tree: what stands in a line of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from guidegen.document.language import Direction
from guidegen.errors import Source

NOWHERE = Source("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything in the tree. *source* is where its words stand."""

    source: Source = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered(Node):
    """A node with a stable *id* that a pass may number."""

    id: str
    ordinal: int | None = None
    number: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Plain characters."""

    value: str


@dataclass(frozen=True, slots=True)
class Emphasis(Node):
    """A title of a publication or a foreign word: italics where the language has them."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign(Node):
    """Words in another language than those around them."""

    children: tuple[Inline, ...]
    language: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Untranslated(Node):
    """Words that still stand in the source language because their translation is missing or not current."""

    children: tuple[Inline, ...]
    language: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Isolate(Node):
    """A phrase whose direction is not that of the line; set by the direction pass."""

    children: tuple[Inline, ...]
    direction: Direction


@dataclass(frozen=True, slots=True)
class Pending(Node):
    """A fact not decided yet, printed as ``[…]``."""


@dataclass(frozen=True, slots=True)
class Note(Numbered):
    """A footnote, standing where it is called; *children* are its text. *series* says which sequence numbers it.

    *separator* stands between the mark of the note before and this one's, where the two meet.
    """

    children: tuple[Inline, ...]
    series: Literal["text", "box"] = "text"
    separator: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark(Node):
    """The mark of a note whose text stands at the foot of its box."""

    note: str
    label: str
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Locator:
    """A part of a source: its *kind* (``para``, ``art``…) and *spans* of numbers, each a first and a last (or the same twice)."""

    kind: str
    spans: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation(Node):
    """A structured citation of a source of the bibliography; *repeated* is set by a pass where the note before cites it too."""

    cited: str
    locators: tuple[Locator, ...] = ()
    children: tuple[Inline, ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class NumberPart:
    """A piece of the number in a reference: what the node *target* is called, or, without a target, what joins two of them."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Reference(Node):
    """A cross-reference to the numbered node *target*; *number* and the *parts* that make it up are set by a pass."""

    target: str
    number: str = ""
    parts: tuple[NumberPart, ...] = ()


Inline: TypeAlias = Text | Emphasis | Foreign | Untranslated | Isolate | Pending | Note | NoteMark | Citation | Reference
