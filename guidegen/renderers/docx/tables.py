"""Tables: ruled, with heads that are repeated on every page, over the width between the margins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidegen.document.tree import Cell, Row, Table
from guidegen.document.walk import plain
from guidegen.renderers.docx.controls import control
from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.ooxml import mm, twips
from guidegen.renderers.docx.paragraphs import paragraph
from guidegen.renderers.docx.runs import runs
from guidegen.renderers.docx.wordml import Xml, w

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
PADDING = {"top": 2, "left": 4, "bottom": 2, "right": 4}
BOLD = ("head", "group")
FILL = "F3F3F3"


def table(node: Table, frame: Frame) -> Iterator[Xml]:
    """Yield *node* as a table with its heads marked as such, and the space after it."""
    widths = [mm(frame.text_width() * share / sum(node.widths)) for share in node.widths]
    borders = (w(side, val="single", sz=4, space=0, color="000000") for side in SIDES)
    properties = w(
        "tblPr",
        w("bidiVisual") if frame.right_to_left else None,
        w("tblW", w=sum(widths), type="dxa"),
        w("tblBorders", *borders),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=twips(points), type="dxa") for side, points in PADDING.items())),
        w("tblCaption", val=plain(node.title)),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    yield w("tbl", properties, grid, *(_row(row, widths, frame) for row in node.rows))
    yield w("p", w("pPr", w("pStyle", val="TableText"), w("bidi") if frame.right_to_left else None))


def _row(row: Row, widths: list[int], frame: Frame) -> Xml:
    cells: list[Xml] = []
    column = 0
    for cell in row.cells:
        cells.append(_cell(cell, row, sum(widths[column : column + cell.span]), frame))
        column += cell.span
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if row.kind == "head" else None), *cells)


def _cell(cell: Cell, row: Row, width: int, frame: Frame) -> Xml:
    shading = w("shd", val="clear", color="auto", fill=FILL) if row.kind in BOLD else None
    span = w("gridSpan", val=cell.span) if cell.span > 1 else None
    look = replace(frame.look, bold=row.kind in BOLD)
    keep = [w("keepNext")] if row.kind == "group" else []
    inside = [control(cell, frame)] if cell.field else runs(cell.children, frame, look)
    content = paragraph(frame, "table_text", inside, extra=keep)
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), span, shading), content)
