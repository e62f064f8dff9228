"""WordprocessingML as text: quick to write, for a guide has thousands of elements that nothing reads again.

What is read or changed is made of elements: ``ooxml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NewType

from guidegen.renderers.docx.ooxml import NAMESPACES

# Written XML, in which all that has to be escaped is.
Xml = NewType("Xml", str)

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
NAME = re.compile(r"<w:(\w+)")
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
# XML has no other control characters, escaped or not (XML 1.0, 2.2).
IN_TEXT = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
IN_ATTRIBUTE = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')


def w(name: str, /, *children: Xml | None, **attributes: str | int | float) -> Xml:
    """Return the element ``w:name`` with ``w:`` *attributes*; children that are None are left out, numbers are rounded."""
    given = [f' w:{key}="{_attribute(value)}"' for key, value in attributes.items()]
    return _element(f"w:{name}", given, children)


def element(name: str, attributes: Mapping[str, str], *children: Xml) -> Xml:
    """Return the element *name* with *attributes*, of any vocabulary: all names are given with their prefixes."""
    given = [f' {key}="{_attribute(value)}"' for key, value in attributes.items()]
    return _element(name, given, children)


def _element(name: str, attributes: Iterable[str], children: Iterable[Xml | None]) -> Xml:
    content = "".join([child for child in children if child])
    end = f">{content}</{name}>" if content else "/>"
    return Xml(f"<{name}{''.join(attributes)}{end}")


def _attribute(value: str | float) -> str:
    return IN_ATTRIBUTE.sub(_escape, value) if isinstance(value, str) else str(round(value))


def _escape(character: re.Match[str]) -> str:
    if character[0] not in ESCAPES:
        raise ValueError(f"XML has no character {character[0]!r}")
    return ESCAPES[character[0]]


def text(value: str, name: str = "t") -> Xml:
    """Return ``w:t``, or another element of characters, with *value*, its spaces kept. Raises ValueError at what XML has not."""
    return Xml(f'<w:{name} xml:space="preserve">{IN_TEXT.sub(_escape, value)}</w:{name}>')


def flag(name: str, on: bool) -> Xml | None:
    """Return the bare element ``w:name`` where *on*: Word's validator refuses ``w:val="true"`` on some of them."""
    return w(name) if on else None


def ordered(name: str, order: tuple[str, ...], properties: Iterable[Xml | None]) -> Xml:
    """Return the property group ``w:name`` with *properties* in the schema's *order*."""
    return w(name, *sorted(filter(None, properties), key=lambda one: order.index(name_of(one))))


def name_of(xml: Xml) -> str:
    """Return the name of the ``w:`` element *xml*. Raises ValueError where it is none."""
    found = NAME.match(xml)
    if found is None:
        raise ValueError(f"no element of WordprocessingML: {xml}")
    return found[1]


def whole(name: str, *children: Xml) -> bytes:
    """Return a whole part whose root is ``w:name``."""
    namespaces = {f"xmlns:{prefix}": uri for prefix, uri in NAMESPACES.items()}
    return f"{DECLARATION}{element(f'w:{name}', namespaces, *children)}".encode()
