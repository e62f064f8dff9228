"""The first difference between two files of a guide, said so that a person can look it up."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from guidegen.build.archives import parts_of
from guidegen.build.pdf_difference import pdf_difference

SHOWN = 60
NOTHING = "nothing"


def difference(found: bytes, made: bytes) -> str:
    """Return where *found* first differs from *made*, and how; an empty text where it does not.

    In a DOCX it is the part and the element, in a PDF the offset, the object and its page, in other files the line.
    """
    if found == made:
        return ""
    try:
        if made.startswith(b"PK"):
            return _in_archives(parts_of(found), parts_of(made))
        if made.startswith(b"%PDF-"):
            return pdf_difference(found, made)
        return _in_lines(found.decode(), made.decode())
    except (ValueError, IndexError):
        return f"byte {_first(found, made)}: not a file of this format"


def _first(found: bytes, made: bytes) -> int:
    """Return the offset of the first byte in which *found* and *made* differ."""
    return next(at for at, (one, other) in enumerate(zip_longest(found, made)) if one != other)


def _in_lines(found: str, made: str) -> str:
    lines = enumerate(zip_longest(found.split("\n"), made.split("\n")), 1)
    number, (one, other) = next((number, pair) for number, pair in lines if pair[0] != pair[1])
    return f"line {number}: {_instead(one, other)}"


def _in_archives(found: Mapping[str, bytes], made: Mapping[str, bytes]) -> str:
    """Return the first part that differs in two packages (ECMA-376, part 2), in the order of the right one."""
    for name in dict.fromkeys([*made, *found]):
        one, other = found.get(name), made.get(name)
        if one is None or other is None:
            return f"{name}: {'this part is missing' if one is None else 'this part should not be there'}"
        if one != other:
            return f"{name}: {_in_xml(one, other)}"
    return "the parts are the same, and their order or the dates in the archive are not"


def _in_xml(found: bytes, made: bytes) -> str:
    from lxml import etree  # noqa: PLC0415  (loaded where something differs)

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        one, other = etree.fromstring(found, parser), etree.fromstring(made, parser)
    except etree.XMLSyntaxError:
        return f"byte {_first(found, made)}"
    for here, there in zip_longest(one.iter(), other.iter()):
        said = _in_elements(here, there)
        if said:
            return said
    return f"byte {_first(found, made)}: the same elements, written otherwise"


def _in_elements(one: Any, other: Any) -> str:
    """Return in what the element *one* differs from *other*, without its children; empty where it does not."""
    if one is None or other is None:
        present = other if one is None else one
        return f"{_path(present)}: {'missing' if one is None else 'should not be there'}"
    for name in ("tag", "text", "tail"):
        if getattr(one, name) != getattr(other, name):
            return f"{_path(other)}: {_instead(getattr(one, name), getattr(other, name))}"
    if one.attrib != other.attrib:
        return (
            f"{_path(other)}: {_instead(*(' '.join(f'{key}={value}' for key, value in node.items()) for node in (one, other)))}"
        )
    return ""


def _path(element: Any) -> str:
    """Return the path of *element*, with the document's own prefixes."""
    path: str = element.getroottree().getpath(element)
    return path


def _instead(one: object, other: object) -> str:
    return f"{_short(one)} instead of {_short(other)}"


def _short(value: object) -> str:
    text = str(value or "")
    return f'"{text[:SHOWN]}{"…" if len(text) > SHOWN else ""}"' if text else NOTHING
