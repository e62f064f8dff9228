"""Numbers paragraphs in one running sequence through the whole guide, and the points below each."""

from __future__ import annotations

from dataclasses import replace

from guidegen.document.inlines import Node
from guidegen.document.language import Language
from guidegen.document.tree import Document, Paragraph, Point
from guidegen.document.walk import rebuild, walk


def number_paragraphs(document: Document) -> Document:
    """Return *document* with ordinal, number and label on every counted paragraph, from 1 in reading order."""
    counter = document.language.counter(document.language.numbering.paragraph)
    counted = (node for node in walk(document) if isinstance(node, Paragraph) and node.counted)
    ordinals = {paragraph.id: ordinal for ordinal, paragraph in enumerate(counted, 1)}

    def change(node: Node) -> Node:
        """Return a counted paragraph with its number."""
        if not (isinstance(node, Paragraph) and node.counted):
            return node
        ordinal = ordinals[node.id]
        return replace(node, ordinal=ordinal, number=counter.number(ordinal), label=counter.label(ordinal))

    return rebuild(document, change)


def number_points(document: Document) -> Document:
    """Return *document* with ordinal, number and label on every point: (a), (b)… below a paragraph, (i), (ii)… below a point."""

    def change(node: Node) -> Node:
        """Return a paragraph or point with its points numbered."""
        if isinstance(node, Paragraph | Point) and node.points:
            return replace(node, points=_numbered(node.points, document.language))
        return node

    return rebuild(document, change)


def _numbered(points: tuple[Point, ...], language: Language) -> tuple[Point, ...]:
    formats = language.numbering.points
    counter = language.counter(formats[min(points[0].level, len(formats)) - 1])
    return tuple(
        replace(point, ordinal=ordinal, number=counter.number(ordinal), label=counter.label(ordinal))
        for ordinal, point in enumerate(points, 1)
    )
