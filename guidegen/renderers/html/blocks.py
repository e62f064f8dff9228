"""Sections, paragraphs and boxes to HTML."""

from __future__ import annotations

import re
from functools import singledispatch
from html import escape

from guidegen.document.inlines import Note
from guidegen.document.tree import Block, Box, Cell, Contents, ContentsEntry, Paragraph, Point, Row, Section, Table
from guidegen.document.walk import plain
from guidegen.renderers.html.inlines import attributes, inlines

SMALLEST_HEADING = 6
NUMBER = re.compile(r"\d+")


def blocks(children: tuple[Block, ...]) -> str:
    """Return *children* as HTML."""
    return "".join(map(block, children))


def label(text: str) -> str:
    """Return the marker of a heading, paragraph or point, with a space for those who copy or listen.

    The space belongs to the marker, so that a justified line does not stretch it: all texts begin at one distance from theirs.
    """
    return f'<span class="label">{escape(text)} </span>' if text else ""


@singledispatch
def block(node: object) -> str:
    """Return one block as HTML."""
    raise TypeError(type(node))


@block.register
def _(node: Section) -> str:
    """Return a section; the guide's title is its h1, so chapters begin at h2."""
    tag = f"h{min(node.level + 1, SMALLEST_HEADING)}"
    bookmark = " ".join(filter(None, [node.label, plain(node.title)]))
    named = attributes(class_=f"heading{node.level} {node.counting}", data_bookmark=bookmark)
    heading = f"<{tag}{named}>{label(node.label)}{inlines(node.title)}</{tag}>"
    return f"<section{attributes(id=node.id)}>{heading}\n{blocks(node.children)}{_box_notes(node.notes)}</section>\n"


@block.register
def _(node: Paragraph) -> str:
    return (
        f"<p{attributes(class_='paragraph', id=node.id)}>{label(node.label)}{inlines(node.children)}</p>\n{points(node.points)}"
    )


@block.register
def _(node: Box) -> str:
    title = f"{node.id}-title"
    head = (
        f'<p class="box_kicker">{inlines(node.kicker)}</p><p{attributes(class_="box_title", id=title)}>{inlines(node.title)}</p>'
    )
    body = "".join(map(_box_paragraph, node.children))
    named = attributes(class_="box", id=node.id, role="note", aria_labelledby=title)
    return f"<div{named}>{head}\n{body}{_box_notes(node.notes)}</div>\n"


@block.register
def _(node: Table) -> str:
    columns = "".join(f'<col style="width: {width:g}%">' for width in node.widths)
    caption = f'<caption class="table_title">{inlines(node.title)}</caption>'
    head = "".join(_row(row) for row in node.rows if row.kind == "head")
    bodies = "".join(f"<tbody>{''.join(map(_row, rows))}</tbody>" for rows in _groups(node))
    table = f"{caption}<colgroup>{columns}</colgroup><thead>{head}</thead>{bodies}"
    return f"<table{attributes(class_='table', id=node.id)}>{table}</table>\n"


def _groups(node: Table) -> list[list[Row]]:
    """Return the rows of the body, those of each group together: its heading names them alone."""
    groups: list[list[Row]] = [[]]
    for row in node.rows:
        if row.kind == "group" and groups[-1]:
            groups.append([])
        if row.kind != "head":
            groups[-1].append(row)
    return groups


def _row(row: Row) -> str:
    return f'<tr class="{row.kind}">{"".join(_cell(cell, row, first=cell is row.cells[0]) for cell in row.cells)}</tr>\n'


def _cell(cell: Cell, row: Row, *, first: bool) -> str:
    """Return a cell; heads name their column, a group its rows, and the first cell of a row the row."""
    scopes = {"head": "col", "group": "rowgroup", "body": "row" if first else ""}
    scope = scopes[row.kind]
    tag = "th" if scope else "td"
    named = attributes(
        scope=scope, colspan=str(cell.span) if cell.span > 1 else "", class_=f"fill-{cell.fill}" if cell.fill else ""
    )
    return f"<{tag}{named}>{_field(cell) or inlines(cell.children)}</{tag}>"


def _field(cell: Cell) -> str:
    """Return the field of a cell to be filled in, named for those who listen; nothing for any other cell."""
    if not cell.fill:
        return ""
    kind = "checkbox" if cell.fill == "mark" else "text"
    return f"<input{attributes(type=kind, name=cell.field, aria_label=cell.label)}>"


def _box_paragraph(node: Paragraph) -> str:
    return f"<p{attributes(class_='box_text', id=node.id)}>{inlines(node.children)}</p>\n{points(node.points, 'box_point')}"


def _box_notes(notes: tuple[Note, ...]) -> str:
    if not notes:
        return ""
    return f'<div class="box_notes">{"".join(map(_box_note, notes))}</div>'


def _box_note(note: Note) -> str:
    back = f"<sup><a{attributes(href=f'#call-{note.id}')}>{escape(note.label)}</a></sup>"
    return f"<p{attributes(class_='box_note', id=note.id)}>{back} {inlines(note.children)}</p>\n"


def points(children: tuple[Point, ...], style: str = "point") -> str:
    """Return *children* as a list whose markers are the points' own labels."""
    if not children:
        return ""
    items = "".join(
        f"<li{attributes(class_=f'{style}{point.level}', id=point.id)}>"
        f"{label(point.label)}{inlines(point.children)}{points(point.points, style)}</li>\n"
        for point in children
    )
    return f'<ol class="points">{items}</ol>\n'


def contents(node: Contents) -> str:
    """Return the contents: a line for each heading, with its paragraphs and, on paper, its page."""
    heads = "".join(f'<span class="{kind}">{escape(words)}</span>' for kind, words in node.columns)
    entries = "".join(_entry(entry, node) for entry in node.entries)
    title = f'<h2 class="contents_title" id="_contents">{inlines(node.title)}</h2>'
    columns = f'<div class="contents_head"><p class="contents_columns">{heads}</p></div>'
    table = f'<div class="contents_table">{columns}<ol class="contents">{entries}</ol></div>'
    return f'<nav aria-labelledby="_contents">{title}{table}</nav>\n'


def _entry(entry: ContentsEntry, node: Contents) -> str:
    target = f"#{entry.target}"
    cells = {"paragraphs": f'<span class="paragraphs">{_range(entry.paragraphs)}</span>'}
    cells["page"] = f"<span{attributes(class_='page', data_target=target)}></span>"
    line = f"<a{attributes(href=target)}>{label(entry.label)}{inlines(entry.title)}</a>"
    columns = "".join(cells[kind] for kind, _ in node.columns)
    style = attributes(class_=f"contents{entry.level} {'counted' if entry.counted else 'given'}")
    return f'<li{style}><div class="entry"><span class="entry-title">{line}</span>{columns}</div></li>\n'


def _range(numbers: str) -> str:
    """Return *numbers*, each by itself: a range is read in the direction of the page, whatever stands before it."""
    return NUMBER.sub(r"<bdi>\g<0></bdi>", escape(numbers))
