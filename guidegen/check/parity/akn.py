"""Reads an Akoma Ntoso guide back."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from guidegen.check.parity.shape import Readback
from guidegen.document.language import Language

HIERARCHY = {"section", "title", "chapter", "division"}
WORDLESS = (etree._Entity, etree._Comment, etree._ProcessingInstruction)
SKIPPED = {"meta", "coverPage", "preface"}


def read_akn(data: bytes, _: Language) -> Readback:
    """Return what the Akoma Ntoso file *data* says. Raises ValueError where it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from None
    read = Readback()
    _take(root, read, 0, 0)
    return read


def _take(element: etree._Element, read: Readback, level: int, depth: int) -> None:
    """Take what *element* says: it stands in as many headings as *level*, and lists as *depth*."""
    name = etree.QName(element).localname
    if name in SKIPPED or element.get("name") == "focus":
        return
    if name in HIERARCHY:
        level += 1
        read.headings.append((level, f"{_child(element, 'num')} {_child(element, 'heading')}".strip(), None))
    elif name == "paragraph":
        read.paragraphs.append(_child(element, "num"))
    elif name == "list":
        depth += 1
    elif name == "point" and read.points is not None:
        read.points.append((depth, _child(element, "num")))
    elif name == "authorialNote" and element.get("eId", "").startswith("ftn_"):
        read.notes.append(element.get("marker", ""))
    elif name == "ref" and read.references is not None:
        read.references.append((element.get("href", ""), element.text or ""))
    elif name == "table":
        read.tables.append(tuple(len(row) for row in element.iter("{*}tr")))
    for child in element:
        if isinstance(child.tag, str):
            _take(child, read, level, depth)


def _child(element: etree._Element, name: str) -> str:
    """Return the words of the child *name*, without the notes called in it."""
    child = element.find(f"{{*}}{name}")
    return "" if child is None else " ".join("".join(_texts(child)).split())


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not isinstance(child, WORDLESS) and etree.QName(child).localname != "authorialNote":
            yield from _texts(child)
        yield child.tail or ""
