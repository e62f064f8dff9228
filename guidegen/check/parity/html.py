"""Reads an HTML guide back."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree
from lxml.html import document_fromstring

from guidegen.check.parity.shape import Readback
from guidegen.document.language import Language
from guidegen.renderers.docx.frame import bookmark_name


def read_html(data: bytes, _: Language) -> Readback:
    """Return what the HTML page *data* says. Raises ValueError where it is none."""
    try:
        page = document_fromstring(data)
    except etree.ParserError as error:
        raise ValueError(str(error)) from None
    read = Readback()
    for element in _common(page):
        _take(element, read)
    return read


def _common(element: etree._Element) -> Iterator[etree._Element]:
    """Yield *element* and what is in it, without boxes and contents."""
    if element.tag == "nav" or element.get("class") == "box":
        return
    yield element
    for child in element:
        if isinstance(child.tag, str):
            yield from _common(child)


def _take(element: etree._Element, read: Readback) -> None:
    kind = element.get("class", "")
    if kind.startswith("heading") and kind[7:8].isdigit():
        read.headings.append((int(kind[7:8]), _words(element), None))
    elif kind == "paragraph":
        read.paragraphs.append(_label(element))
    elif element.tag == "li" and kind.startswith("point") and read.points is not None:
        read.points.append((int(kind[5:]), _label(element)))
    elif kind == "note":
        read.notes.append(element.get("data-label", ""))
    elif kind == "ref" and read.references is not None:
        read.references.append((bookmark_name(unquote(element.get("href", "")[1:])), _words(element)))
    elif element.tag == "table":
        read.tables.append(tuple(len(row) for row in element.iter("tr")))


def _label(element: etree._Element) -> str:
    label = element.find("span[@class='label']")
    return "" if label is None else _words(label)


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
