"""A guide's tree as the text that other programs are given: Markdown for Pandoc, Typst's markup, plain blocks for docxtpl."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from guidegen.document.inlines import Emphasis, Inline, Note, NoteMark
from guidegen.document.tree import Block, Box, Document, Paragraph, Point, Section, Table
from guidegen.document.walk import plain


@dataclass
class Markdown:
    """Pandoc's Markdown: headings, paragraphs with their labels, notes, boxes as quotations, tables of pipes."""

    notes: list[str] = field(default_factory=list)

    def heading(self, level: int, words: str) -> str:
        return f"{'#' * level} {words}"

    def box(self, lines: list[str]) -> str:
        return "> " + "\n>\n> ".join(lines)

    def emphasis(self, words: str) -> str:
        return f"*{words}*" if words.strip() == words and words else words

    def note(self, words: str) -> str:
        self.notes.append(f"[^{len(self.notes) + 1}]: {words}")
        return f"[^{len(self.notes)}]"

    def row(self, cells: list[str], first: bool) -> str:
        return f"| {' | '.join(cells)} |" + ("\n|" + "---|" * len(cells) if first else "")

    def table(self, rows: list[list[str]]) -> str:
        return "\n".join(self.row(row, not number) for number, row in enumerate(rows))

    def text(self, words: str) -> str:
        return re.sub(r"([\\`*_\[\]<>#|$~^@])", r"\\\1", words)


@dataclass
class Typst:
    """Typst's markup: the same."""

    notes: list[str] = field(default_factory=list)

    def heading(self, level: int, words: str) -> str:
        return f"{'=' * level} {words}"

    def box(self, lines: list[str]) -> str:
        return "#block(stroke: 0.7pt, inset: 8pt)[\n" + "\n\n".join(lines) + "\n]"

    def emphasis(self, words: str) -> str:
        return f"#emph[{words}]"

    def note(self, words: str) -> str:
        return f"#footnote[{words}]"

    def table(self, rows: list[list[str]]) -> str:
        cells = "\n".join("".join(f"[{cell}]," for cell in row) for row in rows)
        return f"#table(columns: {len(rows[0])},\n{cells})"

    def text(self, words: str) -> str:
        return re.sub(r"([\\`*_\[\]<>#$~@=/+-])", r"\\\1", words)


def lines(document: Document, markup: Any) -> Iterator[str]:
    """Yield *document* in *markup*, cover and contents left out, with nothing of its words lost."""
    for one in document.cover.fields:
        yield line(one.children, markup)
    for section in document.children:
        yield from _block(section, markup)
    yield from markup.notes


def line(inlines: tuple[Inline, ...], markup: Any) -> str:
    """Return *inlines* in *markup*."""
    return "".join(_inline(one, markup) for one in inlines)


def _inline(one: Inline, markup: Any) -> str:
    if isinstance(one, Note):
        return str(markup.note(line(one.children, markup)))
    if isinstance(one, Emphasis):
        return str(markup.emphasis(line(one.children, markup)))
    if isinstance(one, NoteMark) or not hasattr(one, "children"):
        return str(markup.text(plain((one,))))
    return line(one.children, markup)


def _block(block: Block, markup: Any) -> Iterator[str]:
    if isinstance(block, Section):
        yield markup.heading(block.level, f"{markup.text(block.label)} {line(block.title, markup)}".strip())
        for child in block.children:
            yield from _block(child, markup)
    elif isinstance(block, Box):
        inside = [line(block.kicker, markup), line(block.title, markup)]
        for paragraph in block.children:
            inside += _paragraph(paragraph, markup)
        yield markup.box([*inside, *(line(note.children, markup) for note in block.notes)])
    elif isinstance(block, Table):
        width = max(sum(cell.span for cell in row.cells) for row in block.rows)
        rows = [[line(cell.children, markup) for cell in row.cells] for row in block.rows]
        yield markup.table([[*row, *[""] * (width - len(row))] for row in rows])
    else:
        yield from _paragraph(block, markup)


def _paragraph(node: Paragraph | Point, markup: Any) -> Iterator[str]:
    yield f"{markup.text(node.label)} {line(node.children, markup)}".strip()
    for point in node.points:
        yield from _paragraph(point, markup)
