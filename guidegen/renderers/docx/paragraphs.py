"""One paragraph: its style, its direction, its number and its bookmark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from guidegen.document.tree import Paragraph, Point, Section
from guidegen.renderers.docx.frame import Frame, bookmark_name, counter_format, number_bookmark, word_counts
from guidegen.renderers.docx.look import Look
from guidegen.renderers.docx.ooxml import PARAGRAPH_ORDER
from guidegen.renderers.docx.reference import style_id
from guidegen.renderers.docx.runs import run, text_run
from guidegen.renderers.docx.wordml import Xml, flag, ordered, text, w


@dataclass(frozen=True, slots=True)
class Marker:
    """How a paragraph shows its label: counted by Word in the list *number* at *level*, or, without a list, as literal *label*.

    A literal label hangs before its text; one that is *inline* is part of the line. *target* is the id of what it numbers.
    """

    label: str
    number: int = 0
    level: int = 0
    inline: bool = False
    target: str = ""


def marker(frame: Frame, node: Section | Paragraph | Point, number: int, level: int) -> Marker:
    """Return the marker of *node*: counted by Word in the list *number* where it has the format, else literal."""
    counter = counter_format(node, frame.language)
    if word_counts(counter, frame.language):
        return Marker(node.label, number, level)
    return Marker(node.label, inline=counter is None, target=node.id)


def paragraph(frame: Frame, style: str, content: Iterable[Xml], marked: Marker | None = None, extra: Iterable[Xml] = ()) -> Xml:
    """Return ``w:p`` in the skin's *style*, right to left where the language is, with its marker and *extra* properties."""
    counted = (marked.number, marked.level) if marked and marked.number else None
    literal = _label(marked, frame) if marked and marked.label and not counted else ()
    return w("p", _properties(frame.look, style, counted, tuple(extra)), *literal, *content)


@lru_cache(maxsize=256)
def _properties(look: Look, style: str, counted: tuple[int, int] | None, extra: tuple[Xml, ...]) -> Xml:
    """Return ``w:pPr`` of a paragraph that is *counted* in a list at a level: a guide has few kinds and many paragraphs."""
    numbering = w("numPr", w("ilvl", val=counted[1]), w("numId", val=counted[0])) if counted else None
    direction = flag("bidi", look.right_to_left)
    return ordered("pPr", PARAGRAPH_ORDER, [w("pStyle", val=style_id(style)), numbering, direction, look.properties(), *extra])


def _label(marked: Marker, frame: Frame) -> Iterator[Xml]:
    """Yield the runs of a literal label and of the space behind it, a bookmark around what references show of it."""
    look = frame.look
    before, shown, after = marked.label.partition(frame.called.get(marked.target) or marked.label)
    number = [text_run(shown, look)]
    if before:
        yield text_run(before, look)
    named = marked.target in frame.called
    identifier = len(frame.bookmarks) + frame.bookmarks.get(marked.target, 0)
    yield from _between(identifier, number_bookmark(marked.target), number) if named else number
    if after:
        yield text_run(after, look)
    yield text_run(" ", look) if marked.inline else run(look, text(" "), w("tab"))


def bookmarked(frame: Frame, identifier: str, content: Iterable[Xml]) -> Iterator[Xml]:
    """Yield *content* between the ends of the bookmark for *identifier*."""
    yield from _between(frame.bookmarks[identifier], bookmark_name(identifier), content)


def _between(number: int, name: str, content: Iterable[Xml]) -> Iterator[Xml]:
    yield w("bookmarkStart", id=number, name=name)
    yield from content
    yield w("bookmarkEnd", id=number)
