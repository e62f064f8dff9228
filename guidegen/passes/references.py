"""Resolves cross-references: each gets the number of what it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidegen.document.inlines import Node, Numbered, Reference
from guidegen.document.language import Language
from guidegen.document.tree import Document, Paragraph, Point
from guidegen.document.walk import rebuild, walk


def resolve_references(document: Document) -> Document:
    """Return *document* with the number on every reference: ``23``, ``23 (a)``, ``III``."""
    numbers = dict(_numbers(document))

    def change(node: Node) -> Node:
        """Return a reference with its number."""
        return replace(node, number=numbers[node.target]) if isinstance(node, Reference) else node

    return rebuild(document, change)


def _numbers(document: Document) -> Iterator[tuple[str, str]]:
    for node in walk(document):
        if isinstance(node, Paragraph):
            yield node.id, node.number
            yield from _points(node.points, node.number, document.language)
        elif isinstance(node, Numbered) and not isinstance(node, Point):
            yield node.id, node.number


def _points(points: tuple[Point, ...], above: str, language: Language) -> Iterator[tuple[str, str]]:
    for point in points:
        form = language.numbering.point_reference if above else "{point}"
        number = form.format(paragraph=above, point=point.label)
        yield point.id, number
        yield from _points(point.points, number, language)
