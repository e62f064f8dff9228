"""The page read for WeasyPrint by libxml2, which takes a thirtieth of the time of WeasyPrint's own reader.

Both make the same tree of a page whose elements are well nested and that names its body, and the bodies of its tables. A page
that names no body, or has SVG or MathML in it, is left to the other. The seam is private to WeasyPrint: this file alone knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, TextIO
from xml.etree.ElementTree import Element, TreeBuilder

from lxml import etree

BODY, FOREIGN = (re.compile(rf"<(?:{names})\b", re.IGNORECASE) for names in ("body", "svg|math"))


@contextmanager
def read_by_libxml2() -> Iterator[None]:
    """Let libxml2 read the pages that WeasyPrint is given inside."""
    import weasyprint as seam  # noqa: PLC0415  (loads Pango)

    slow = seam.tinyhtml5

    def parse(file: TextIO, **options: Any) -> Any:
        """Return the root element of the page in *file*."""
        page = file.read()
        return parsed(page) if BODY.search(page) and not FOREIGN.search(page) else slow.parse(page, **options)

    seam.tinyhtml5 = SimpleNamespace(parse=parse)
    try:
        yield
    finally:
        seam.tinyhtml5 = slow


def parsed(page: str) -> Any:
    """Return the root element of *page*, which is HTML, as ElementTree's."""
    builder: Any = _Builder()
    return etree.fromstring(page, etree.HTMLParser(target=builder, huge_tree=True))


class _Builder(TreeBuilder):
    """Builds the elements that WeasyPrint walks."""

    def start(self, tag: str, attrs: Any, /) -> Element:
        """Begin an element; lxml gives its attributes as no dictionary."""
        return super().start(tag, dict(attrs))
