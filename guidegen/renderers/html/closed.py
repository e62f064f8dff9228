"""Whether a page is closed: nothing in it is fetched from elsewhere, and nothing in it runs, when a browser opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import tinycss2
from lxml import etree, html

LOADING_ELEMENTS = {"applet", "base", "embed", "frame", "iframe", "link", "noscript", "object", "portal", "script"}
LOADING_ATTRIBUTES = {"action", "background", "data", "formaction", "manifest", "ping", "poster", "src"}
MARKUP = re.compile(r"</?[a-z][a-z-]*", re.IGNORECASE)  # in a style sheet, it ends that for some readers
LINKS = ("#", "http:", "https:", "mailto:")
INSIDE = ("#", "data:")
LOADING_FUNCTIONS = {"cross-fade", "image", "image-set", "src", "url", "-webkit-image-set"}


def open_places(page: str) -> Iterator[str]:
    """Yield the words of *page*, which is HTML, that would fetch or run something.

    A link that a reader may follow fetches nothing by itself.
    """
    for element in html.document_fromstring(page).iter(etree.Element):
        yield from _of_element(element)
        if element.tag == "style":
            yield from loads(element.text or "")
            yield from MARKUP.findall(element.text or "")


def _of_element(element: etree._Element) -> Iterator[str]:
    tag = str(element.tag)
    if tag in LOADING_ELEMENTS:
        yield f"<{tag}"
    for name, value in element.items():
        if "(" in value or name == "style":
            yield from loads(str(value))
        if _is_open(tag, str(name), str(value).strip().lower()):
            yield str(value)


def _is_open(tag: str, name: str, value: str) -> bool:
    """Return whether the attribute *name* of a *tag* fetches or runs what its *value* says."""
    if name.rpartition(":")[2] == "href":
        return not value.startswith(LINKS if tag == "a" else INSIDE)
    return (
        name.startswith(("on", "http-equiv"))
        or name.endswith("srcset")
        or (name in LOADING_ATTRIBUTES and not value.startswith(INSIDE))
    )


@lru_cache(maxsize=64)
def loads(css: str) -> tuple[str, ...]:
    """Return the addresses in *css* that are not inside the page, and its imports."""
    return tuple(_loads(tinycss2.parse_component_value_list(css)))


def _loads(tokens: list[tinycss2.ast.Node]) -> Iterator[str]:
    for token in tokens:
        if token.type == "at-keyword" and token.lower_value == "import":
            yield f"@{token.value}"
        elif token.type == "url" and not token.value.startswith(INSIDE):
            yield token.value
        elif token.type == "function" and token.lower_name in LOADING_FUNCTIONS:
            yield from (one.value for one in token.arguments if one.type == "string" and not one.value.startswith(INSIDE))
        yield from _loads(getattr(token, "arguments", None) or getattr(token, "content", None) or [])
