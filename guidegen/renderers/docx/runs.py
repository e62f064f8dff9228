"""Inlines to runs: every run with its language and direction, so that Word neither guesses nor underlines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
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
from guidegen.renderers.docx.look import Look
from guidegen.renderers.docx.wordml import Xml, text, w

PENDING = "[…]"
UNDETERMINED = "und"
MARKS = {"ltr": "\u200e", "rtl": "\u200f"}


def runs(inlines: tuple[Inline, ...], frame: Frame, look: Look | None = None) -> Iterator[Xml]:
    """Yield *inlines* as runs, hyperlinks and fields."""
    look = look or frame.look
    for inline in inlines:
        yield from WRITERS[type(inline)](inline, frame, look)


def run(look: Look, *content: Xml) -> Xml:
    """Return a run of *content*."""
    return w("r", look.properties(), *content)


def text_run(value: str, look: Look) -> Xml:
    """Return a run of characters."""
    return run(look, text(value))


def field(instruction: str, result: str, look: Look) -> Iterator[Xml]:
    """Yield a complex field with its cached *result* (ECMA-376 part 1, 17.16.18)."""
    yield run(look, w("fldChar", fldCharType="begin"))
    yield run(look, text(f" {instruction} ", "instrText"))
    yield run(look, w("fldChar", fldCharType="separate"))
    yield text_run(result, look)
    yield run(look, w("fldChar", fldCharType="end"))


def link(target: str, *content: Xml) -> Xml:
    """Return a hyperlink of *content* to what the guide calls *target*."""
    return w("hyperlink", *content, anchor=bookmark_name(target), history="1")


# -- one writer for each kind of inline ----------------------------------------------------------------------------------------


def _text(node: Text, _: Frame, look: Look) -> Iterator[Xml]:
    yield text_run(node.value, look)


def _pending(_: Pending, _frame: Frame, look: Look) -> Iterator[Xml]:
    yield text_run(PENDING, look)


def _children(node: Any, frame: Frame, look: Look) -> Iterator[Xml]:
    yield from runs(node.children, frame, look)


def _emphasis(node: Emphasis, frame: Frame, look: Look) -> Iterator[Xml]:
    latin_in_arabic = frame.right_to_left and not look.right_to_left
    yield from runs(node.children, frame, replace(look, italic=frame.language.italics or latin_in_arabic))


def _other_language(node: Foreign | Untranslated, frame: Frame, look: Look) -> Iterator[Xml]:
    slot = "bidi" if node.direction == "rtl" else "val"
    language = "" if node.language == UNDETERMINED else node.language
    style = "Untranslated" if isinstance(node, Untranslated) else look.style
    yield from _isolated(node, frame, replace(look, language=language, slot=slot, latin="", style=style))


def _isolate(node: Isolate, frame: Frame, look: Look) -> Iterator[Xml]:
    yield from _isolated(node, frame, replace(look, language="", latin=""))


def _isolated(node: Foreign | Untranslated | Isolate, frame: Frame, look: Look) -> Iterator[Xml]:
    """Yield the runs of *node* in its own direction, between marks of it where the line runs the other way.

    The marks (U+200E, U+200F) keep brackets and stops at the phrase's ends with the phrase: Word has no isolates.
    """
    inner = replace(look, right_to_left=node.direction == "rtl")
    turned = inner.right_to_left != look.right_to_left
    mark = [text_run(MARKS[node.direction], inner)] if turned and node.children else []
    yield from mark
    yield from runs(node.children, frame, inner)
    yield from (text_run(MARKS[node.direction], inner) for _ in mark)


def _reference(node: Reference, frame: Frame, look: Look) -> Iterator[Xml]:
    """Yield a field for each thing that the reference names, or a link where no field shows it, and what joins them as text."""
    for part in node.parts:
        instruction = reference_field(part.target, frame) if part.target else ""
        if instruction:
            yield from field(instruction, part.text, look)
        elif part.target:
            yield link(part.target, text_run(part.text, look))
        else:
            yield text_run(part.text, look)


def _note(node: Note, frame: Frame, look: Look) -> Iterator[Xml]:
    """Yield a live footnote mark, with what the language puts around its number as plain raised text."""
    counter = frame.language.numbering.note
    raised = frame.look.lifted()
    before, after = node.separator + counter.prefix, counter.suffix
    if before:
        yield text_run(before, raised)
    yield run(replace(frame.look, style="FootnoteReference"), w("footnoteReference", id=node.ordinal or 0))
    if after:
        yield text_run(after, raised)


def _note_mark(node: NoteMark, frame: Frame, look: Look) -> Iterator[Xml]:
    yield text_run(node.separator + node.label, frame.look.lifted())


Writer = Callable[[Any, Frame, Look], Iterator[Xml]]
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
