"""The footnotes part: real footnotes with rich text; their ids are their ordinals."""

from __future__ import annotations

from dataclasses import replace

from guidegen.document.inlines import Note
from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.paragraphs import paragraph
from guidegen.renderers.docx.runs import run, runs, text_run
from guidegen.renderers.docx.wordml import Xml, w, whole

SEPARATORS = (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))


def footnotes(frame: Frame) -> bytes:
    """Return ``w:footnotes``: the separators that Word asks for, then the notes of the text."""
    return whole("footnotes", *(_separator(frame, *row) for row in SEPARATORS), *(_footnote(note, frame) for note in frame.notes))


def _separator(frame: Frame, kind: str, number: int, element: str) -> Xml:
    """Return a separator, which begins where the lines of the page begin."""
    direction = w("pPr", w("bidi")) if frame.right_to_left else None
    return w("footnote", w("p", direction, w("r", w(element))), type=kind, id=number)


def _footnote(note: Note, frame: Frame) -> Xml:
    """Return ``w:footnote``; its number stands bare: LibreOffice puts whatever stands around it behind it."""
    look = frame.look
    mark = run(replace(look, style="FootnoteReference"), w("footnoteRef"))
    made = paragraph(frame, "note", [mark, text_run(" ", look), *runs(note.children, frame)])
    return w("footnote", made, id=note.ordinal or 0)
