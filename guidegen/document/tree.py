"""The document tree of one guide: frozen nodes, blocks and inlines apart, every node with its place in the project's files.

Templates make the tree without numbers; the passes return it with ordinals, numbers and labels; renderers only read it.
An *ordinal* is language-neutral (3), a *number* is how a language writes it (III), a *label* is the printed marker (III.).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from guidegen.document.language import Direction, Language
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


# -- inlines -------------------------------------------------------------------------------------------------------------------


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
class Reference(Node):
    """A cross-reference to the numbered node *target*; *number* is set by a pass."""

    target: str
    number: str = ""


Inline: TypeAlias = (
    Text | Emphasis | Foreign | Untranslated | Isolate | Pending | Note | NoteMark | Citation | Reference
)

# -- blocks --------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point(Numbered):
    """A sub-paragraph, lettered or numbered below its paragraph; *level* is 1 for (a), 2 for (i)."""

    children: tuple[Inline, ...]
    points: tuple[Point, ...] = ()
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph(Numbered):
    """A paragraph with its points. In the common text it is *counted*; in boxes it stands without a number."""

    children: tuple[Inline, ...]
    points: tuple[Point, ...] = ()
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Box(Numbered):
    """A framed text beside the common one: what one meeting adds to a topic. *notes* are filled by a pass."""

    kicker: tuple[Inline, ...]
    title: tuple[Inline, ...]
    children: tuple[Paragraph, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Section(Numbered):
    """A heading with what stands under it.

    *counting* says where its number comes from: ``counted`` by the passes, ``given`` by the congress's agenda, or ``none``.
    *level* is the heading's level from 1, set by a pass, *numbering_level* the level among the counted headings.
    """

    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    counting: Literal["counted", "given", "none"] = "counted"
    level: int = 1
    numbering_level: int = 0


Block: TypeAlias = Section | Paragraph | Box

# -- front matter --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field(Node):
    """One line of the cover, by its *name*: ``symbol``, ``organ``, ``title``…"""

    name: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Cover(Node):
    """The masthead, the title and the blocks of the first page, as named lines in reading order."""

    fields: tuple[Field, ...] = ()

    def named(self, name: str) -> tuple[Field, ...]:
        """Return the lines called *name*."""
        return tuple(line for line in self.fields if line.name == name)


@dataclass(frozen=True, slots=True)
class ContentsEntry(Node):
    """A line of the contents: a heading, and the ordinals of the first and last numbered paragraph under it."""

    target: str
    level: int
    label: str
    title: tuple[Inline, ...]
    first: int | None = None
    last: int | None = None
    paragraphs: str = ""


@dataclass(frozen=True, slots=True)
class Contents(Node):
    """The contents: its heading, its columns (kind and heading) and how deep it goes; *entries* are filled by a pass."""

    title: tuple[Inline, ...]
    columns: tuple[tuple[Literal["paragraphs", "page"], str], ...] = ()
    depth: int = 2
    entries: tuple[ContentsEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Bibliography(Node):
    """How each source that the guide may cite is written, by its id; *ibid* tells whether repeats are shortened."""

    references: Mapping[str, tuple[Inline, ...]] = field(default_factory=dict)
    ibid: bool = True


@dataclass(frozen=True, slots=True)
class Document(Node):
    """One guide: one meeting, one language. *meta* holds the words of the format itself (title, skip link, draft mark…)."""

    language: Language
    children: tuple[Section, ...]
    cover: Cover = Cover()
    contents: Contents | None = None
    bibliography: Bibliography = Bibliography()
    meta: Mapping[str, str] = field(default_factory=dict)

    @property
    def draft(self) -> bool:
        """Whether the guide is marked as a draft: whether it has a draft mark."""
        return "draft" in self.meta
