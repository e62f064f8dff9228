"""One paragraph: its style, its direction, its number and its bookmark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidegen.document.tree import Paragraph, Point, Section
from guidegen.renderers.docx.frame import Frame, bookmark_name, counter_format, number_bookmark, word_counts
from guidegen.renderers.docx.ooxml import PARAGRAPH_ORDER, Element, ordered, text, w
from guidegen.renderers.docx.reference import style_id
from guidegen.renderers.docx.runs import own_look, run, text_run


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


def paragraph(
    frame: Frame, style: str, content: Iterable[Element], marked: Marker | None = None, extra: Iterable[Element] = ()
) -> Element:
    """Return ``w:p`` in the skin's *style*, right to left where the language is, with its marker and *extra* properties."""
    numbering = None
    literal: list[Element] = []
    if marked and marked.number:
        numbering = w("numPr", w("ilvl", val=marked.level), w("numId", val=marked.number))
    elif marked and marked.label:
        space = text_run(" ", own_look(frame)) if marked.inline else run(own_look(frame), text(" "), w("tab"))
        literal = [*_label(marked, frame), space]
    properties = ordered(
        "pPr",
        PARAGRAPH_ORDER,
        [
            w("pStyle", val=style_id(style)),
            numbering,
            w("bidi") if frame.right_to_left else None,
            own_look(frame).properties(),
            *extra,
        ],
    )
    return w("p", properties, *literal, *content)


def _label(marked: Marker, frame: Frame) -> Iterator[Element]:
    """Yield the runs of a literal label, a bookmark around what references show of it."""
    look = own_look(frame)
    before, shown, after = marked.label.partition(frame.called.get(marked.target) or marked.label)
    number = [text_run(shown, look)]
    if before:
        yield text_run(before, look)
    named = marked.target in frame.called
    identifier = len(frame.bookmarks) + frame.bookmarks.get(marked.target, 0)
    yield from _between(identifier, number_bookmark(marked.target), number) if named else number
    if after:
        yield text_run(after, look)


def bookmarked(frame: Frame, identifier: str, content: Iterable[Element]) -> Iterator[Element]:
    """Yield *content* between the ends of the bookmark for *identifier*."""
    yield from _between(frame.bookmarks[identifier], bookmark_name(identifier), content)


def _between(number: int, name: str, content: Iterable[Element]) -> Iterator[Element]:
    yield w("bookmarkStart", id=number, name=name)
    yield from content
    yield w("bookmarkEnd", id=number)
