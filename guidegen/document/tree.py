"""The document tree of one guide: frozen nodes, blocks and inlines apart, every node with its place in the project's files.

Templates make the tree without numbers; the passes return it with ordinals, numbers and labels; renderers only read it.
An *ordinal* is language-neutral (3), a *number* is how a language writes it (III), a *label* is the printed marker (III.).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from guidegen.document.inlines import Inline, Node, Note, Numbered
from guidegen.document.language import Language


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
class Cell(Node):
    """A cell of a table over *span* columns. *fill* tells what a reader is to put in: a mark, words, or nothing.

    A pass gives a cell to be filled in the id of its *field* and a *label*, the words that name it.
    """

    children: tuple[Inline, ...] = ()
    span: int = 1
    fill: Literal["", "mark", "words"] = ""
    field: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Row(Node):
    """A row of a table: one of its heads, a heading of the rows below it, or a row of the body, whose first cell names it."""

    cells: tuple[Cell, ...]
    kind: Literal["head", "group", "body"] = "body"
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table(Numbered):
    """A table. *title* names it for those who listen; *widths* are the columns' shares of its width."""

    title: tuple[Inline, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section(Numbered):
    """A heading with what stands under it.

    *counting* says where its number comes from: ``counted`` by the passes, ``given`` by the congress's agenda, or ``none``.
    *level* is the heading's level from 1, set by a pass, *numbering_level* the level among the counted headings. Where
    *lettered*, its notes are a series of letters, which a pass moves to its foot, *notes*.
    """

    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    counting: Literal["counted", "given", "none"] = "counted"
    level: int = 1
    numbering_level: int = 0
    lettered: bool = False
    notes: tuple[Note, ...] = ()


Block: TypeAlias = Section | Paragraph | Box | Table

# -- front matter --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field(Node):
    """One line of the cover, by its *name*: ``symbol``, ``organ``, ``title`` and so on."""

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
    """A line of the contents: a heading, and the ordinals of the first and last numbered paragraph under it.

    The label of a *counted* heading hangs before its title; a given one, ``Agenda item 3.``, is part of the line.
    """

    target: str
    level: int
    label: str
    title: tuple[Inline, ...]
    counted: bool = True
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
