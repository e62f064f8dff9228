"""One paragraph: its style, its direction, its number and its bookmark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidegen.document.counters import CounterFormat
from guidegen.renderers.docx.frame import Frame, bookmark_name
from guidegen.renderers.docx.ooxml import PARAGRAPH_ORDER, Element, ordered, text, w
from guidegen.renderers.docx.reference import style_id
from guidegen.renderers.docx.runs import own_look, run, text_run


@dataclass(frozen=True, slots=True)
class Marker:
    """How a paragraph shows its label: counted by Word in the list *number* at *level*, or, without a list, as literal *label*.

    A literal label hangs before its text; one that is *inline* is part of the line.
    """

    label: str
    number: int = 0
    level: int = 0
    inline: bool = False


def marker(frame: Frame, label: str, counter: CounterFormat, number: int, level: int) -> Marker:
    """Return the marker of *label*: counted by Word where it has the format of *counter*, else literal."""
    counted = bool(frame.language.counter(counter).style.word)
    return Marker(label, number, level) if counted else Marker(label)


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
        literal = [text_run(marked.label, own_look(frame)), space]
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


def bookmarked(frame: Frame, identifier: str, content: Iterable[Element]) -> Iterator[Element]:
    """Yield *content* between the ends of the bookmark for *identifier*."""
    number = frame.bookmarks[identifier]
    yield w("bookmarkStart", id=number, name=bookmark_name(identifier))
    yield from content
    yield w("bookmarkEnd", id=number)
