"""Boxes: one framed cell, its points counted anew, its lettered notes at its foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guidegen.document.inlines import Note
from guidegen.document.tree import Box, Paragraph, Point
from guidegen.document.walk import plain
from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.ooxml import mm, twips
from guidegen.renderers.docx.paragraphs import marker, paragraph
from guidegen.renderers.docx.runs import runs, text_run
from guidegen.renderers.docx.wordml import Xml, w

PADDING = {"top": 7, "left": 8, "bottom": 4, "right": 8}
LEVELS = 2


def box(node: Box, frame: Frame) -> Iterator[Xml]:
    """Yield *node* as a table of one cell, named for those who listen, and the space after it."""
    page = frame.skin.page
    width = mm(frame.text_width() - 2 * page.indent)
    borders = w(
        "tblBorders", *(w(side, val="single", sz=6, space=0, color="000000") for side in ("top", "left", "bottom", "right"))
    )
    margins = w("tblCellMar", *(w(side, w=twips(points), type="dxa") for side, points in PADDING.items()))
    properties = w(
        "tblPr",
        w("bidiVisual") if frame.right_to_left else None,
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=mm(page.indent), type="dxa"),
        borders,
        w("tblLayout", type="fixed"),
        margins,
        w("tblCaption", val=plain(node.kicker)),
        w("tblDescription", val=plain(node.title)),
    )
    shading = w("shd", val="clear", color="auto", fill="F3F3F3")
    cell = w("tc", w("tcPr", w("tcW", w=width, type="dxa"), shading), *_content(node, frame))
    yield w("tbl", properties, w("tblGrid", w("gridCol", w=width)), w("tr", w("trPr", w("cantSplit")), cell))
    yield w("p", w("pPr", w("pStyle", val="BoxNote"), w("bidi") if frame.right_to_left else None))


def _content(node: Box, frame: Frame) -> Iterator[Xml]:
    yield paragraph(frame, "box_kicker", runs(node.kicker, frame))
    yield paragraph(frame, "box_title", runs(node.title, frame))
    for child in node.children:
        yield from _paragraph(child, frame)
    yield from note_paragraphs(node.notes, frame)


def note_paragraphs(notes: Iterable[Note], frame: Frame) -> Iterator[Xml]:
    """Yield lettered *notes* as the paragraphs at the foot of what calls them."""
    for note in notes:
        yield paragraph(frame, "box_note", _note(note, frame))


def _paragraph(node: Paragraph, frame: Frame) -> Iterator[Xml]:
    yield paragraph(frame, "box_text", runs(node.children, frame))
    yield from _points(node.points, frame, frame.lists.get(node.id, 0))


def _points(points: tuple[Point, ...], frame: Frame, number: int) -> Iterator[Xml]:
    for point in points:
        level = min(point.level, LEVELS)
        mark = marker(frame, point, number, level - 1)
        yield paragraph(frame, f"box_point{level}", runs(point.children, frame), mark)
        yield from _points(point.points, frame, number)


def _note(note: Note, frame: Frame) -> Iterator[Xml]:
    raised = frame.look.lifted()
    yield text_run(note.label, raised)
    yield text_run(" ", frame.look)
    yield from runs(note.children, frame)
