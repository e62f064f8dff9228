"""The names of Akoma Ntoso: elements, and the eIds that are the same in every language, as they are made of ordinals only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from lxml import etree

from guidegen.document.counters import PREDEFINED
from guidegen.document.inlines import Node
from guidegen.document.tree import Box, Document, Paragraph, Point, Section, Table

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Element: TypeAlias = etree._Element

# The levels of headings that AKN4UN names, with the counters of their eIds: chapters sec_I, below them title_A, chapter_1.
LEVELS = (("section", "sec", "upper-roman"), ("title", "title", "upper-alpha"), ("chapter", "chp", "decimal"))
DIVISION = ("division", "dvs", "decimal")
POINTS = ("lower-alpha", "lower-roman", "lower-alpha")


def e(name: str, /, *content: Element | str, **attributes: str) -> Element:
    """Return the element *name* with *content*, texts and elements in order; a ``_`` that ends an attribute's name is dropped."""
    element = etree.Element(f"{{{AKN}}}{name}", nsmap=default_namespace())
    for key, value in attributes.items():
        element.set(key.rstrip("_"), value)
    add(element, *content)
    return element


def default_namespace() -> dict[str, str]:
    """Return the map in which Akoma Ntoso's namespace has no prefix."""
    made: dict[str | None, str] = {None: AKN}
    return made  # type: ignore[return-value]


def add(element: Element, *content: Element | str) -> None:
    """Append *content* to *element*, each text behind the element before it."""
    for part in content:
        if not isinstance(part, str):
            element.append(part)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + part
        else:
            element.text = (element.text or "") + part


def heading_of(section: Section) -> tuple[str, str, str]:
    """Return the element of *section*, the prefix of its eId and the counter style of its number there."""
    if section.counting != "counted":
        return DIVISION
    return LEVELS[min(section.numbering_level, len(LEVELS)) - 1]


def identifiers(document: Document) -> Mapping[str, str]:
    """Return the eId of everything that is numbered in *document*, by its id."""
    return {identifier: eid for section in document.children for identifier, eid in _identifiers(section, "")}


def _identifiers(node: Node, above: str, number: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the eIds of *node*, the *number*-th of its kind inside *above*, and of what is in it."""
    if isinstance(node, Paragraph):
        own = f"para_{node.ordinal}" if node.counted else nested(above, f"p_{number}")
        yield node.id, own
        yield from _point_identifiers(node.points, own)
    elif isinstance(node, Section | Box | Table):
        own = nested(above, _own_name(node, number))
        yield node.id, own
        seen: Counter[type[Node]] = Counter()
        for child in () if isinstance(node, Table) else node.children:
            seen[type(child)] += 1
            yield from _identifiers(child, own, seen[type(child)])


def _own_name(node: Section | Box | Table, number: int) -> str:
    if not isinstance(node, Section):
        return f"{type(node).__name__.lower()}_{number}"
    _, prefix, style = heading_of(node)
    return f"{prefix}_{PREDEFINED[style].number(node.ordinal or 1)}"


def _point_identifiers(points: tuple[Point, ...], above: str) -> Iterator[tuple[str, str]]:
    for point in points:
        style = POINTS[min(point.level, len(POINTS)) - 1]
        own = nested(above, f"list_1__point_{PREDEFINED[style].number(point.ordinal or 1)}")
        yield point.id, own
        yield from _point_identifiers(point.points, own)


def nested(above: str, own: str) -> str:
    """Return the eId *own* inside *above* (Naming Convention 1.0, 5.4)."""
    return f"{above}__{own}" if above else own
