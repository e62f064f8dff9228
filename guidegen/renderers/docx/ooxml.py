"""WordprocessingML (ECMA-376 part 1, transitional): its names, orders and units, and elements in parts that are changed.

What nothing reads again is written as text: ``wordml``.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias, cast

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}

Element: TypeAlias = etree._Element

TWIPS_A_POINT = 20
TWIPS_A_MM = 1440 / 25.4

PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs", "bidi", "spacing",
    "ind", "jc", "outlineLvl", "rPr", "sectPr",
)  # fmt: skip
RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "color", "sz", "szCs", "shd", "vertAlign", "rtl", "lang",
)  # fmt: skip


@cache
def qualified(name: str) -> str:
    """Return *name* in the WordprocessingML namespace, as lxml writes it."""
    return f"{{{W}}}{name}"


def w(name: str, /, *children: Element | None, **attributes: str | int | float) -> Element:
    """Return the element ``w:name`` with ``w:`` *attributes*; children that are None are left out, numbers are rounded."""
    element = etree.Element(qualified(name), nsmap=NAMESPACES)
    for key, value in attributes.items():
        element.set(qualified(key), value if isinstance(value, str) else str(round(value)))
    element.extend(child for child in children if child is not None)
    return element


def put(parent: Element, child: Element, followers: str) -> None:
    """Put *child* into *parent*, instead of one of its name, before the first of the *followers* that the schema has after it."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    names = {qualified(name) for name in followers.split()}
    position = next((number for number, one in enumerate(parent) if one.tag in names), len(parent))
    parent.insert(position, child)


def with_prefixes(root: Element) -> Element:
    """Return *root* with the prefixes of the elements that are made here, whatever a program calls them; *root* is used up."""
    prefixes = cast("dict[str, str]", root.nsmap) | NAMESPACES
    made = etree.Element(root.tag, {str(name): str(value) for name, value in root.attrib.items()}, nsmap=prefixes)
    made.extend(list(root))
    return made


def serialize(root: Element) -> bytes:
    """Return the part whose root is *root*."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(points: float) -> int:
    """Return *points* in twentieths of a point."""
    return round(points * TWIPS_A_POINT)


def mm(millimetres: float) -> int:
    """Return *millimetres* in twentieths of a point."""
    return round(millimetres * TWIPS_A_MM)
