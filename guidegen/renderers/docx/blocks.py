"""Sections, paragraphs and points to the paragraphs of the document's body."""

from __future__ import annotations

from collections.abc import Iterator

from guidegen.document.tree import Block, Box, Paragraph, Point, Section, Table
from guidegen.renderers.docx.boxes import box, note_paragraphs
from guidegen.renderers.docx.frame import HEADING_LIST, TEXT_LIST, Frame
from guidegen.renderers.docx.ooxml import mm
from guidegen.renderers.docx.paragraphs import bookmarked, marker, paragraph
from guidegen.renderers.docx.runs import runs
from guidegen.renderers.docx.tables import table
from guidegen.renderers.docx.wordml import Xml, w

HEADINGS, POINTS = 4, 3


def blocks(children: tuple[Block, ...], frame: Frame, headings: int = HEADING_LIST) -> Iterator[Xml]:
    """Yield *children* as paragraphs and boxes; *headings* is the list that counts the headings among them."""
    for child in children:
        if isinstance(child, Section):
            yield from _section(child, frame, headings)
        elif isinstance(child, Box):
            yield from box(child, frame)
        elif isinstance(child, Table):
            yield from table(child, frame)
        else:
            yield from _paragraph(child, frame)


def _section(node: Section, frame: Frame, headings: int) -> Iterator[Xml]:
    style = f"heading{min(node.level, HEADINGS)}"
    content = bookmarked(frame, node.id, runs(node.title, frame))
    page = frame.skin.page
    beside = [] if node.counting == "counted" else [w("ind", left=mm(page.indent - page.tab), hanging=0)]
    yield paragraph(frame, style, content, marker(frame, node, headings, node.numbering_level - 1), beside)
    yield from blocks(node.children, frame, frame.lists.get(node.id, headings))
    yield from note_paragraphs(node.notes, frame)


def _paragraph(node: Paragraph, frame: Frame) -> Iterator[Xml]:
    mark = marker(frame, node, TEXT_LIST, 0)
    yield paragraph(frame, "paragraph", bookmarked(frame, node.id, runs(node.children, frame)), mark)
    yield from _points(node.points, frame)


def _points(points: tuple[Point, ...], frame: Frame) -> Iterator[Xml]:
    for point in points:
        level = min(point.level, POINTS)
        mark = marker(frame, point, TEXT_LIST, level)
        yield paragraph(frame, f"point{level}", bookmarked(frame, point.id, runs(point.children, frame)), mark)
        yield from _points(point.points, frame)
