"""Numbers headings: chapters I, II…, below them A, B… (United Nations Editorial Manual, headings)."""

from __future__ import annotations

from dataclasses import replace

from guidegen.document.language import Language
from guidegen.document.tree import Block, Document, Section


def number_sections(document: Document) -> Document:
    """Return *document* with level, ordinal, number and label on every section.

    A heading whose number is given (an agenda item) keeps it and takes no part in counting: what is counted under it counts on
    the level that the heading itself would have had.
    """
    chapters = _numbered(document.children, 1, 1, document.language)
    return replace(document, children=tuple(chapter for chapter in chapters if isinstance(chapter, Section)))


def _numbered(blocks: tuple[Block, ...], level: int, counting_level: int, language: Language) -> tuple[Block, ...]:
    numbered: list[Block] = []
    ordinal = 0
    for block in blocks:
        if not isinstance(block, Section):
            numbered.append(block)
            continue
        counted = block.counting == "counted"
        ordinal += counted
        marked = _marked(block, ordinal, counting_level, language) if counted else block
        inner = _numbered(block.children, level + 1, counting_level + counted, language)
        numbered.append(replace(marked, level=level, children=inner))
    return tuple(numbered)


def _marked(section: Section, ordinal: int, counting_level: int, language: Language) -> Section:
    formats = language.numbering.headings
    counter = language.counter(formats[min(counting_level, len(formats)) - 1])
    number, label = counter.number(ordinal), counter.label(ordinal)
    return replace(section, ordinal=ordinal, number=number, label=label, numbering_level=counting_level)
