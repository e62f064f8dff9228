"""Lists the contents: headings down to a depth, each with the range of its paragraphs. Pages are the layout's to add."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidegen.document.inlines import Inline, Note, NoteMark
from guidegen.document.language import Language
from guidegen.document.tree import Contents, ContentsEntry, Document, Paragraph, Section
from guidegen.document.walk import walk


def list_contents(document: Document) -> Document:
    """Return *document* with the entries of its contents list, if it has one."""
    if document.contents is None:
        return document
    entries = tuple(_entries(document.children, document.contents, document.language))
    return replace(document, contents=replace(document.contents, entries=entries))


def _entries(blocks: tuple[object, ...], contents: Contents, language: Language) -> Iterator[ContentsEntry]:
    for block in blocks:
        if isinstance(block, Section) and block.level <= contents.depth:
            yield _entry(block, language)
            yield from _entries(block.children, contents, language)


def _entry(section: Section, language: Language) -> ContentsEntry:
    ordinals = [node.ordinal for node in walk(section) if isinstance(node, Paragraph) and node.ordinal]
    first, last = (ordinals[0], ordinals[-1]) if ordinals else (None, None)
    return ContentsEntry(
        target=section.id,
        level=section.level,
        label=section.label,
        title=without_notes(section.title),
        counted=section.counting == "counted",
        first=first,
        last=last,
        paragraphs=_range(first, last, language),
        source=section.source,
    )


def _range(first: int | None, last: int | None, language: Language) -> str:
    if first is None or last is None:
        return ""
    counter = language.counter(language.numbering.paragraph)
    if first == last:
        return counter.number(first)
    return language.contents_range.format(first=counter.number(first), last=counter.number(last))


def without_notes(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return *inlines* without note marks: a title as it stands in the contents and in bookmarks."""
    return tuple(inline for inline in inlines if not isinstance(inline, Note | NoteMark))
