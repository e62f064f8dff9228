"""Resolves cross-references: each gets the number of what it refers to."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import replace

from guidegen.document.inlines import Node, Numbered, NumberPart, Reference
from guidegen.document.language import Language
from guidegen.document.tree import Document, Paragraph, Point
from guidegen.document.walk import rebuild, walk

Parts = tuple[NumberPart, ...]


def resolve_references(document: Document) -> Document:
    """Return *document* with the number on every reference: ``23``, ``23 (a)``, ``III``."""
    numbers = dict(_numbers(document))

    def change(node: Node) -> Node:
        """Return a reference with its number."""
        if not isinstance(node, Reference):
            return node
        parts = numbers[node.target]
        return replace(node, number="".join(part.text for part in parts), parts=parts)

    return rebuild(document, change)


def _numbers(document: Document) -> Iterator[tuple[str, Parts]]:
    for node in walk(document):
        if isinstance(node, Paragraph):
            own = (NumberPart(node.number, node.id),) if node.number else ()
            yield node.id, own
            yield from _points(node.points, own, document.language)
        elif isinstance(node, Numbered) and not isinstance(node, Point):
            yield node.id, (NumberPart(node.number, node.id),)


def _points(points: tuple[Point, ...], above: Parts, language: Language) -> Iterator[tuple[str, Parts]]:
    for point in points:
        own = (NumberPart(point.label, point.id),)
        parts = tuple(_joined(language.numbering.point_reference, above, own)) if above else own
        yield point.id, parts
        yield from _points(point.points, parts, language)


def _joined(form: str, paragraph: Parts, point: Parts) -> Iterator[NumberPart]:
    """Yield the parts of *form*, ``{paragraph} {point}``, with those of the paragraph and of the point in their places."""
    places = {"paragraph": paragraph, "point": point}
    for words, name, _, _ in string.Formatter().parse(form):
        if words:
            yield NumberPart(words)
        yield from places.get(name or "", ())
