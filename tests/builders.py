"""Small trees for tests: the nodes with what they need and nothing else."""

from __future__ import annotations

from guidegen.document.inlines import Citation, Inline, Locator, Note, Reference, Text
from guidegen.document.language import Language
from guidegen.document.tree import (
    Bibliography,
    Block,
    Box,
    Contents,
    Cover,
    Document,
    Field,
    Paragraph,
    Point,
    Section,
)
from guidegen.errors import Source

HERE = Source("content/test.md", 1)


def line(*parts: Inline | str) -> tuple[Inline, ...]:
    """Return *parts* as a line of inlines; plain strings become Text."""
    return tuple(Text(part, source=HERE) if isinstance(part, str) else part for part in parts)


def note(identifier: str, *parts: Inline | str) -> Note:
    return Note(line(*parts), id=identifier, source=HERE)


def cite(source: str, *locators: Locator) -> Citation:
    return Citation(source, locators, source=HERE)


def ref(target: str) -> Reference:
    return Reference(target, source=HERE)


def para(identifier: str, *parts: Inline | str, points: tuple[Point, ...] = ()) -> Paragraph:
    return Paragraph(line(*parts), points, id=identifier, source=HERE)


def plain_para(identifier: str, *parts: Inline | str, points: tuple[Point, ...] = ()) -> Paragraph:
    return Paragraph(line(*parts), points, counted=False, id=identifier, source=HERE)


def point(identifier: str, *parts: Inline | str, points: tuple[Point, ...] = (), level: int = 1) -> Point:
    return Point(line(*parts), points, level, id=identifier, source=HERE)


def box(identifier: str, *children: Paragraph) -> Box:
    return Box(line("Focus"), line("Title"), children, id=identifier, source=HERE)


def section(identifier: str, *children: Block, title: tuple[Inline, ...] = (), **given: object) -> Section:
    return Section(title or line(identifier.title()), children, id=identifier, source=HERE, **given)  # type: ignore[arg-type]


def document(language: Language, *sections: Section, references: dict[str, str] | None = None, **given: object) -> Document:
    """Return a document of *sections*; *references* are the words of the bibliography, by source id."""
    bibliography = Bibliography({name: line(words) for name, words in (references or {}).items()})
    settings = {"meta": META, "cover": COVER, "contents": CONTENTS}
    return Document(language, sections, bibliography=bibliography, **{**settings, **given})  # type: ignore[arg-type]


META = {
    "title": "A guide",
    "subject": "A meeting",
    "author": "United Nations",
    "symbol": "A/1",
    "actor": "un",
    "meeting": "africa",
    "original": "eng",
    "created": "2009-01-01T00:00:00+00:00",
    "draft": "Draft",
    "watermark": "Draft",
    "skip": "Skip",
    "contents": "Contents",
    "notes": "Notes",
}
WORDS = {"united_nations": "United Nations", "symbol": "A/1", "organ": "Organ", "title": "A guide"}
COVER = Cover(tuple(Field(name, line(words)) for name, words in WORDS.items()))
CONTENTS = Contents(line("Contents"), (("paragraphs", "Paragraphs"), ("page", "Page")))
