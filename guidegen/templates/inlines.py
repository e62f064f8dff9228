"""The inline elements of guide markup to the inline nodes of the tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

from guidegen.document.inlines import (
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Locator,
    Note,
    Pending,
    Reference,
    Text,
    Untranslated,
)
from guidegen.errors import Source
from guidegen.templates.vocabulary import place

SPACE = re.compile("[ \n\r\t]{2,}|[\n\r\t]")  # all white space but a single space, which stays as it is


def inlines(element: etree._Element) -> tuple[Inline, ...]:
    """Return the text and inline elements of *element*; white space is one space, none at either end."""
    found: list[Inline] = []
    source = place(element)
    _add_text(found, element.text, source)
    for child in element:
        if child.tag in INLINE_BUILDERS:
            found.append(INLINE_BUILDERS[str(child.tag)](child))
            _add_text(found, child.tail, source)
    return _trimmed(found)


def _add_text(found: list[Inline], text: str | None, source: Source) -> None:
    if text:
        found.append(Text(SPACE.sub(" ", text), source=source))


def _trimmed(found: list[Inline]) -> tuple[Inline, ...]:
    """Return *found* without the white space of the template's own lines at its ends."""
    if found and isinstance(first := found[0], Text) and first.value.startswith(" "):
        found[0] = Text(first.value.lstrip(" "), source=first.source)
    if found and isinstance(last := found[-1], Text) and last.value.endswith(" "):
        found[-1] = Text(last.value.rstrip(" "), source=last.source)
    return tuple(one for one in found if not (isinstance(one, Text) and not one.value))


def _note(element: etree._Element) -> Note:
    return Note(inlines(element), id=str(element.get("id")), source=place(element))


def _citation(element: etree._Element) -> Citation:
    return Citation(str(element.get("source")), tuple(_locators(element.get("locator", ""))), source=place(element))


def _locators(attribute: str) -> Iterator[Locator]:
    for part in attribute.split():
        kind, _, numbers = part.partition(":")
        spans = [span.partition("-")[::2] for span in numbers.split(",") if span]
        yield Locator(kind, tuple((first, last or first) for first, last in spans))


INLINE_BUILDERS: Mapping[str, Callable[[etree._Element], Inline]] = {
    "em": lambda element: Emphasis(inlines(element), source=place(element)),
    "foreign": lambda element: Foreign(inlines(element), *_language(element), source=place(element)),
    "untranslated": lambda element: Untranslated(inlines(element), *_language(element), source=place(element)),
    "pending": lambda element: Pending(source=place(element)),
    "note": _note,
    "cite": _citation,
    "ref": lambda element: Reference(str(element.get("to")), source=place(element)),
}


def _language(element: etree._Element) -> tuple[str, Any]:
    return str(element.get("lang")), str(element.get("dir"))


def child_inlines(element: etree._Element, name: str) -> tuple[Inline, ...]:
    """Return the inlines of the child *name* of *element*, none where it has no such child."""
    child = element.find(name)
    return () if child is None else inlines(child)


def text_of(element: etree._Element) -> str:
    """Return the characters of *element*."""
    return SPACE.sub(" ", "".join(map(str, element.itertext()))).strip(" ")
