"""The tree as text: a guide that a person can read, compare and keep as an expectation."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from guidegen.document.inlines import Citation, Emphasis, Inline, Note, NoteMark, Untranslated
from guidegen.document.tree import Block, Box, Document, Paragraph, Point, Section, Table
from guidegen.document.walk import plain, walk

WIDTH = 100
INDENT = "    "


def as_text(document: Document) -> str:
    """Return *document* as plain text: cover, contents, then the text with its labels, notes under the section they stand in."""
    lines = [f"{field.name}: {inline_text(field.children)}" for field in document.cover.fields]
    if document.contents:
        lines += ["", inline_text(document.contents.title), *_contents(document)]
    for section in document.children:
        lines += _section(section)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _contents(document: Document) -> Iterator[str]:
    for entry in document.contents.entries if document.contents else ():
        label = f"{entry.label} " if entry.label else ""
        yield f"{INDENT * (entry.level - 1)}{label}{inline_text(entry.title)}  {entry.paragraphs}"


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"{'#' * section.level} {section.label} {inline_text(section.title)}".replace("  ", " ")
    notes = [node for node in walk_own(section) if isinstance(node, Note)]
    for block in section.children:
        if isinstance(block, Section):
            yield from _notes(notes)
            notes = []
        yield from _block(block)
        if isinstance(block, Paragraph):
            notes += [node for node in walk(block) if isinstance(node, Note)]
    yield from _notes([*notes, *section.notes])


def walk_own(section: Section) -> Iterator[object]:
    """Yield what stands in the heading of *section*."""
    for inline in section.title:
        yield from walk(inline)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Section):
        yield from _section(block)
    elif isinstance(block, Box):
        yield from _box(block)
    elif isinstance(block, Table):
        yield ""
        yield from (f"| {' | '.join(inline_text(cell.children) for cell in row.cells)} |" for row in block.rows)
    else:
        yield ""
        yield from _wrapped(block.label, block.children, "")
        yield from _points(block.points, INDENT)


def _points(points: tuple[Point, ...], indent: str) -> Iterator[str]:
    for point in points:
        yield from _wrapped(point.label, point.children, indent)
        yield from _points(point.points, indent + INDENT)


def _box(box: Box) -> Iterator[str]:
    yield ""
    yield f"+-- {inline_text(box.kicker)}"
    inner = [inline_text(box.title)]
    for paragraph in box.children:
        inner += ["", *_wrapped("", paragraph.children, ""), *_points(paragraph.points, INDENT)]
    inner += list(_notes(list(box.notes)))
    yield from (f"| {line}" for line in inner)
    yield "+--"


def _notes(notes: list[Note]) -> Iterator[str]:
    if notes:
        yield ""
    for note in notes:
        yield from _wrapped(f"[{note.label}]", note.children, "")


def _wrapped(label: str, children: tuple[Inline, ...], indent: str) -> Iterator[str]:
    text = f"{label} {inline_text(children)}".strip()
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def inline_text(inlines: tuple[Inline, ...]) -> str:
    """Return *inlines* as text: note marks as ``[1]``, emphasis as ``*…*``, untranslated words in ``⟦…⟧``."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    if isinstance(inline, Note | NoteMark):
        return f"[{inline.label}]"
    if isinstance(inline, Emphasis):
        return f"*{inline_text(inline.children)}*"
    if isinstance(inline, Untranslated):
        return f"⟦{inline_text(inline.children)}⟧"
    if isinstance(inline, Citation) or hasattr(inline, "children"):
        return inline_text(inline.children)
    return plain((inline,))
