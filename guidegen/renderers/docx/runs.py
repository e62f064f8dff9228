"""Inlines to runs: every run with its language and direction, so that Word neither guesses nor underlines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from guidegen.document.inlines import (
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Isolate,
    Note,
    NoteMark,
    Pending,
    Reference,
    Text,
    Untranslated,
)
from guidegen.renderers.docx.frame import Frame, bookmark_name, reference_field
from guidegen.renderers.docx.ooxml import RUN_ORDER, Element, flag, ordered, text, w

PENDING = "[…]"
UNDETERMINED = "und"
MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
SLOTS = {"latin": "val", "east_asian": "eastAsia", "complex": "bidi"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is set, apart from its paragraph's style. *language* is a tag for ``w:lang``; empty means no proofing at all."""

    language: str
    slot: str = "val"
    latin: str = ""
    right_to_left: bool = False
    italic: bool = False
    bold: bool = False
    style: str = ""
    raised: bool = False
    face: str = ""

    def lifted(self) -> Look:
        """Return this look, raised: that of a note mark."""
        return replace(self, raised=True)

    def properties(self) -> Element | None:
        """Return ``w:rPr``, a new one each time."""
        return deepcopy(_properties(self))


@lru_cache(maxsize=256)
def _properties(look: Look) -> Element | None:
    """Return ``w:rPr`` of a look, to be copied: a guide has a few looks and thousands of runs."""
    languages = {"val": look.latin or look.language, look.slot: look.language} if look.language else {}
    return ordered(
        "rPr",
        RUN_ORDER,
        [
            w("rStyle", val=look.style) if look.style else None,
            w("rFonts", ascii=look.face, hAnsi=look.face, eastAsia=look.face) if look.face else None,
            flag("b", look.bold),
            flag("bCs", look.bold),
            flag("i", look.italic),
            flag("iCs", look.italic),
            flag("noProof", not look.language),
            w("vertAlign", val="superscript") if look.raised else None,
            flag("rtl", look.right_to_left),
            w("lang", **languages) if languages else None,
        ],
    )


def own_look(frame: Frame) -> Look:
    """Return the look of plain text in the guide's own language."""
    word = frame.language.word
    return Look(word.tag, SLOTS[word.slot], word.latin, frame.right_to_left)


def runs(inlines: tuple[Inline, ...], frame: Frame, look: Look | None = None) -> Iterator[Element]:
    """Yield *inlines* as runs, hyperlinks and fields."""
    look = look or own_look(frame)
    for inline in inlines:
        yield from WRITERS[type(inline)](inline, frame, look)


def run(look: Look, *content: Element) -> Element:
    """Return a run of *content*."""
    return w("r", look.properties(), *content)


def text_run(value: str, look: Look) -> Element:
    """Return a run of characters."""
    return run(look, text(value))


def field(instruction: str, result: str, look: Look) -> Iterator[Element]:
    """Yield a complex field with its cached *result* (ECMA-376 part 1, 17.16.18)."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield run(look, w("fldChar", fldCharType="begin"))
    yield run(look, code)
    yield run(look, w("fldChar", fldCharType="separate"))
    yield text_run(result, look)
    yield run(look, w("fldChar", fldCharType="end"))


def link(target: str, *content: Element) -> Element:
    """Return a hyperlink of *content* to what the guide calls *target*."""
    return w("hyperlink", *content, anchor=bookmark_name(target), history="1")


# -- one writer for each kind of inline ----------------------------------------------------------------------------------------


def _text(node: Text, _: Frame, look: Look) -> Iterator[Element]:
    yield text_run(node.value, look)


def _pending(_: Pending, _frame: Frame, look: Look) -> Iterator[Element]:
    yield text_run(PENDING, look)


def _children(node: Any, frame: Frame, look: Look) -> Iterator[Element]:
    yield from runs(node.children, frame, look)


def _emphasis(node: Emphasis, frame: Frame, look: Look) -> Iterator[Element]:
    latin_in_arabic = frame.right_to_left and not look.right_to_left
    yield from runs(node.children, frame, replace(look, italic=frame.language.italics or latin_in_arabic))


def _other_language(node: Foreign | Untranslated, frame: Frame, look: Look) -> Iterator[Element]:
    slot = "bidi" if node.direction == "rtl" else "val"
    language = "" if node.language == UNDETERMINED else node.language
    style = "Untranslated" if isinstance(node, Untranslated) else look.style
    yield from _isolated(node, frame, replace(look, language=language, slot=slot, latin="", style=style))


def _isolate(node: Isolate, frame: Frame, look: Look) -> Iterator[Element]:
    yield from _isolated(node, frame, replace(look, language="", latin=""))


def _isolated(node: Foreign | Untranslated | Isolate, frame: Frame, look: Look) -> Iterator[Element]:
    """Yield the runs of *node* in its own direction, between marks of it where the line runs the other way.

    The marks (U+200E, U+200F) keep brackets and stops at the phrase's ends with the phrase: Word has no isolates.
    """
    inner = replace(look, right_to_left=node.direction == "rtl")
    turned = inner.right_to_left != look.right_to_left
    mark = [text_run(MARKS[node.direction], inner)] if turned and node.children else []
    yield from mark
    yield from runs(node.children, frame, inner)
    yield from (text_run(MARKS[node.direction], inner) for _ in mark)


def _reference(node: Reference, frame: Frame, look: Look) -> Iterator[Element]:
    """Yield a field for each thing that the reference names, or a link where no field shows it, and what joins them as text."""
    for part in node.parts:
        instruction = reference_field(part.target, frame) if part.target else ""
        if instruction:
            yield from field(instruction, part.text, look)
        elif part.target:
            yield link(part.target, text_run(part.text, look))
        else:
            yield text_run(part.text, look)


def _note(node: Note, frame: Frame, look: Look) -> Iterator[Element]:
    """Yield a live footnote mark, with what the language puts around its number as plain raised text."""
    counter = frame.language.numbering.note
    raised = own_look(frame).lifted()
    before, after = node.separator + counter.prefix, counter.suffix
    if before:
        yield text_run(before, raised)
    yield run(replace(own_look(frame), style="FootnoteReference"), w("footnoteReference", id=node.ordinal or 0))
    if after:
        yield text_run(after, raised)


def _note_mark(node: NoteMark, frame: Frame, look: Look) -> Iterator[Element]:
    yield text_run(node.separator + node.label, own_look(frame).lifted())


Writer = Callable[[Any, Frame, Look], Iterator[Element]]
WRITERS: Mapping[type, Writer] = {
    Text: _text,
    Pending: _pending,
    Emphasis: _emphasis,
    Foreign: _other_language,
    Untranslated: _other_language,
    Isolate: _isolate,
    Citation: _children,
    Reference: _reference,
    Note: _note,
    NoteMark: _note_mark,
}
