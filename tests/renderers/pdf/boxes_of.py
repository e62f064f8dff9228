"""Where a layout puts its words: boxes in points from the top left corner of their page, for tests that measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdfium2

from guidegen.document.tree import Document
from guidegen.errors import Source
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf import Layout, lay_out
from tests.conftest import CHECKOUT

POINT = 0.75  # of a CSS pixel


@dataclass(frozen=True)
class Box:
    """Words on a page: what they belong to (tag, or pseudo-element, and class), where they stand, the size of their type."""

    words: str
    element: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    size: float

    def overlaps(self, other: Box) -> bool:
        """Whether the letters of the two meet, by more than a hair: lines may touch."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return self.page == other.page and across > 0.5 and down > 0.4 * min(self.size, other.size)


def layout_of(document: Document) -> Layout:
    return lay_out(render_html(document, CHECKOUT), Source("test"))


def boxes(layout: Layout) -> list[Box]:
    """Every piece of text of *layout*, as wide as its line and as high as its type."""
    return [box for number, page in enumerate(layout.document.pages, 1) for box in _boxes(page._page_box, number)]


def _boxes(root: Any, page: int) -> Iterator[Box]:
    for found in root.descendants(placeholders=True):
        box = getattr(found, "_box", found)
        if type(box).__name__ == "TextBox" and box.text.strip():
            size = box.style["font_size"] * POINT
            left, middle = box.position_x * POINT, (box.position_y + box.height / 2) * POINT
            place = (left, middle - size / 2, left + box.width * POINT, middle + size / 2)
            element = f"{box.element_tag}.{box.element.get('class', '')}" if box.element is not None else ""
            yield Box(box.text, element, page, *place, size)


def page_size(layout: Layout) -> tuple[float, float]:
    page = layout.document.pages[0]
    return page.width * POINT, page.height * POINT


@dataclass(frozen=True)
class Glyph:
    """A character as it is drawn: PDFium's box of it, in points from the lower left corner."""

    character: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def glyphs(data: bytes, page: int) -> list[Glyph]:
    """The characters that are drawn on the page number *page*, from 1."""
    with pypdfium2.PdfDocument(BytesIO(data)) as pdf:
        text = pdf[page - 1].get_textpage()
        found = [(text.get_text_range(at, 1), text.get_charbox(at)) for at in range(text.count_chars())]
    return [Glyph(character, *box) for character, box in found if character.strip() and box[2] > box[0]]
