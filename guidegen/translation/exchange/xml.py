"""XML of strangers: read without entities, document types or network, each fault with its line."""

from __future__ import annotations

from typing import Any

from lxml import etree

from guidegen.errors import Finding, GuidegenError, Source


def element(namespace: str, name: str, /, *children: etree._Element | str, **attributes: str) -> etree._Element:
    """Return the element *name* of *namespace*, which is the default one, with its attributes and its children or its text."""
    nsmap: Any = {None: namespace} if namespace else None
    made = etree.Element(f"{{{namespace}}}{name}" if namespace else name, attributes, nsmap=nsmap)
    for child in children:
        if isinstance(child, str):
            made.text = child
        else:
            made.append(child)
    return made


def parse_xml(path: str, data: bytes) -> etree._Element:
    """Return the root of *data*, which was read from *path*. Raises GuidegenError where it is no XML or declares entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        sentence = f"not well-formed XML: {error.msg}"
        raise GuidegenError([Finding(Source(path, error.lineno or 1), "exchange-syntax", sentence)]) from None
    if getattr(root.getroottree().docinfo, "doctype", ""):
        sentence = "the file declares a document type, which may hold entities; that is not read"
        raise GuidegenError([Finding(Source(path, 1), "exchange-entities", sentence, "export it anew from your tool")])
    return root


def line_of(element: etree._Element) -> int:
    """Return the line in which *element* begins."""
    return int(getattr(element, "sourceline", None) or 0)


def xml_bytes(root: etree._Element) -> bytes:
    """Return *root* as a file: UTF-8, with a declaration, ending with a line feed."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
