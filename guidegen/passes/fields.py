"""Names the fields of tables that are filled in: an id of their own, and words that are read aloud: column, then row."""

from __future__ import annotations

from dataclasses import replace

from guidegen.document.inlines import Node
from guidegen.document.tree import Cell, Document, Row, Table
from guidegen.document.walk import plain, rebuild

BETWEEN = " – "


def name_fields(document: Document) -> Document:
    """Return *document* with field and label on every cell to be filled in."""
    return rebuild(document, lambda node: _named(node) if isinstance(node, Table) else node)


def _named(table: Table) -> Node:
    heads = next((row.cells for row in table.rows if row.kind == "head"), ())
    rows = (_row(row, row.id or f"{table.id}.{number}", heads) for number, row in enumerate(table.rows))
    return replace(table, rows=tuple(rows))


def _row(row: Row, name: str, heads: tuple[Cell, ...]) -> Row:
    if not any(cell.fill for cell in row.cells):
        return row
    cells = (_cell(cell, f"{name}.{number}", row, heads[number : number + 1]) for number, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells))


def _cell(cell: Cell, name: str, row: Row, head: tuple[Cell, ...]) -> Cell:
    if not cell.fill:
        return cell
    words = [plain(one.children) for one in (*head, row.cells[0])]
    return replace(cell, field=name, label=BETWEEN.join(filter(None, words)))
