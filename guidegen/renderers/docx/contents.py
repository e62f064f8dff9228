"""The contents, finished: a table of headings with the paragraphs and the page of each, its head repeated on every page.

There is no table-of-contents field around it: Word would make a list of its own, without the paragraphs, and ask at each opening
whether it may. The pages are fields with their results, so a person can bring them up to date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guidegen.document.tree import Contents, ContentsEntry
from guidegen.renderers.docx.frame import Frame, bookmark_name
from guidegen.renderers.docx.ooxml import mm
from guidegen.renderers.docx.paragraphs import paragraph
from guidegen.renderers.docx.runs import MARKS, field, link, run, runs, text_run
from guidegen.renderers.docx.wordml import Xml, w

COLUMNS = {"paragraphs": 24.0, "page": 14.0}
DEEPEST = 3
BOUNDARY = re.compile(r"(?<=\d)(?=\D)|(?<=\D)(?=\d)")


def contents(node: Contents, frame: Frame) -> Iterator[Xml]:
    """Yield the heading of the contents and their table."""
    yield paragraph(frame, "contents_title", runs(node.title, frame))
    widths = [frame.text_width() - sum(COLUMNS[kind] for kind, _ in node.columns), *(COLUMNS[kind] for kind, _ in node.columns)]
    properties = w(
        "tblPr",
        w("bidiVisual") if frame.right_to_left else None,
        w("tblW", w=mm(sum(widths)), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("left", "right"))),
        w("tblCaption", val=frame.document.meta.get("contents", "")),
    )
    grid = w("tblGrid", *(w("gridCol", w=mm(width)) for width in widths))
    rows = (_row(widths, _cells(entry, node, frame, widths[0])) for entry in node.entries)
    yield w("tbl", properties, grid, _head(node, frame, widths), *rows)


def _head(node: Contents, frame: Frame, widths: list[float]) -> Xml:
    heads = [_number(frame, "contents_columns", [text_run(words, frame.look)]) for _, words in node.columns]
    return _row(widths, [paragraph(frame, "contents_columns", ()), *heads], head=True)


def _row(widths: list[float], paragraphs: Iterable[Xml], *, head: bool = False) -> Xml:
    """Return a row that is never broken over pages; the *head* is repeated on each."""
    properties = w("trPr", w("cantSplit"), w("tblHeader") if head else None)
    cells = (
        w("tc", w("tcPr", w("tcW", w=mm(width), type="dxa"), w("vAlign", val="bottom")), content)
        for width, content in zip(widths, paragraphs, strict=True)
    )
    return w("tr", properties, *cells)


def _cells(entry: ContentsEntry, node: Contents, frame: Frame, width: float) -> Iterator[Xml]:
    """Yield the paragraphs of a row: the heading with its dots, then the columns."""
    style = f"contents{min(entry.level, DEEPEST)}"
    look = frame.look
    space = run(look, w("tab")) if entry.level == 1 and entry.counted else text_run(" ", look)
    label = [text_run(entry.label, look), space] if entry.label else []
    stops = w("tabs", w("tab", val="left", pos=mm(frame.skin.page.tab)), w("tab", val="right", leader="dot", pos=mm(width)))
    yield paragraph(frame, style, [link(entry.target, *label, *runs(entry.title, frame)), run(look, w("tab"))], extra=[stops])
    for kind, _ in node.columns:
        yield _number(frame, style, _column(kind, entry, frame))


def _column(kind: str, entry: ContentsEntry, frame: Frame) -> Iterator[Xml]:
    look = frame.look
    if kind == "paragraphs":
        yield text_run(_in_line_order(entry.paragraphs, frame), look)
    elif entry.target in frame.pages:
        yield from field(f"PAGEREF {bookmark_name(entry.target)} \\h", str(frame.pages[entry.target]), look)


def _in_line_order(numbers: str, frame: Frame) -> str:
    """Return *numbers*, a range, so that it runs as its line does: alone, digits would run from left to right (UAX #9, W4)."""
    return MARKS["rtl"].join(BOUNDARY.split(numbers)) if frame.right_to_left else numbers


def _number(frame: Frame, style: str, content: Iterable[Xml]) -> Xml:
    """Return a paragraph at the end of its cell: in a right-to-left paragraph, too, ``right`` is where lines end."""
    return paragraph(frame, style, content, extra=[w("ind", left=0, hanging=0), w("jc", val="right")])
