"""Sections, paragraphs, boxes and tables to Akoma Ntoso's hierarchy; every number is written, none is left to be generated."""

from __future__ import annotations

from collections.abc import Iterator

from guidegen.document.tree import Block, Box, Paragraph, Point, Row, Section, Table
from guidegen.renderers.akn.inlines import Writer
from guidegen.renderers.akn.names import Element, e, heading_of


def blocks(children: tuple[Block, ...], writer: Writer) -> Iterator[Element]:
    """Yield *children* as elements of the hierarchy."""
    for child in children:
        if isinstance(child, Section):
            yield _section(child, writer)
        elif isinstance(child, Box):
            yield _box(child, writer)
        elif isinstance(child, Table):
            yield _table(child, writer)
        else:
            yield _paragraph(child, writer)


def _section(node: Section, writer: Writer) -> Element:
    name, _, _ = heading_of(node)
    heading = e("heading", *writer.inlines(node.title))
    label = [e("num", node.label)] if node.label else []
    return e(name, *label, heading, *blocks(node.children, writer), eId=writer.eids[node.id])


def _paragraph(node: Paragraph, writer: Writer) -> Element:
    text = e("p", *writer.inlines(node.children))
    content = _list(node.points, text, writer, writer.eids[node.id]) if node.points else e("content", text)
    return e("paragraph", e("num", node.label), content, eId=writer.eids[node.id])


def _list(points: tuple[Point, ...], intro: Element, writer: Writer, above: str) -> Element:
    return e("list", e("intro", intro), *(_point(point, writer) for point in points), eId=f"{above}__list_1")


def _point(node: Point, writer: Writer) -> Element:
    text = e("p", *writer.inlines(node.children))
    content = _list(node.points, text, writer, writer.eids[node.id]) if node.points else e("content", text)
    return e("point", e("num", node.label), content, eId=writer.eids[node.id])


def _box(node: Box, writer: Writer) -> Element:
    """Return a box as a container of its own kind: it is no part of the numbered text."""
    heading = e("heading", *writer.inlines(node.kicker))
    subheading = e("subheading", *writer.inlines(node.title))
    content = e("content", *(part for child in node.children for part in _box_paragraph(child, writer)))
    return e("hcontainer", heading, subheading, content, name="focus", eId=writer.eids[node.id])


def _box_paragraph(node: Paragraph, writer: Writer) -> Iterator[Element]:
    own = writer.eids[node.id]
    yield e("p", *writer.inlines(node.children), eId=own)
    if node.points:
        yield e("blockList", *(_item(point, writer) for point in node.points), eId=f"{own}__list_1")


def _item(node: Point, writer: Writer) -> Element:
    text = e("p", *writer.inlines(node.children))
    inner = [e("blockList", *(_item(point, writer) for point in node.points), eId=f"{writer.eids[node.id]}__list_1")]
    return e("item", e("num", node.label), text, *(inner if node.points else ()), eId=writer.eids[node.id])


def _table(node: Table, writer: Writer) -> Element:
    rows = (_row(row, writer) for row in node.rows)
    own = writer.eids[node.id]
    table = e("table", e("caption", *writer.inlines(node.title)), *rows, eId=f"{own}__table_1")
    return e("hcontainer", e("content", table), name="table", eId=own)


def _row(row: Row, writer: Writer) -> Element:
    cells: list[Element] = []
    for number, cell in enumerate(row.cells):
        name = "th" if row.kind != "body" or number == 0 else "td"
        span = {"colspan": str(cell.span)} if cell.span > 1 else {}
        cells.append(e(name, e("p", *writer.inlines(cell.children)), **span))
    return e("tr", *cells)
