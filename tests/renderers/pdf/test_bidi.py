"""Hard lines in Arabic, through the whole flow: what is read aloud, and what is drawn from left to right (``bidi.yaml``)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml
from PIL import Image

from guidegen.document.inlines import Inline, Note
from guidegen.document.language import Language
from guidegen.document.tree import Document, Paragraph
from guidegen.document.walk import plain
from guidegen.passes import run_passes
from guidegen.renderers.pdf import Layout
from guidegen.templates.markup import parse
from tests.builders import COVER, META
from tests.renderers.pdf.boxes_of import Box, Glyph, boxes, glyphs, layout_of, page_size
from tests.renderers.pdf.structure_of import Node, structure_of

LINES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("bidi.yaml").read_text(encoding="utf-8"))
MIRRORED = dict(zip("()[]«»", ")(][»«", strict=True))
QUOTES = {mark: pair for pair in ("“”", "‘’") for mark in pair}
SCALE = 8.0
HALF_A_LINE = 10.0


@dataclass(frozen=True)
class Written:
    """The guide of all lines: its tree, its layout, its file."""

    document: Document
    layout: Layout
    data: bytes


@pytest.fixture(scope="module")
def written(languages: dict[str, Language]) -> Written:
    paragraphs = "".join(f'<para id="p{at}">{row["line"]}</para>' for at, row in enumerate(LINES))
    markup = f'<guide lang="ar" template="t:1"><section id="s" template="t:2"><title>س</title>{paragraphs}</section></guide>'
    document = run_passes(parse(markup, languages["ar"]))
    layout = layout_of(replace(document, meta=META, cover=COVER))
    return Written(document, layout, layout.write())


def test_there_are_lines_enough() -> None:
    assert len(LINES) >= 40


# -- what is drawn --------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def drawn(written: Written) -> list[str]:
    """The characters of each line from left to right, as they look: letters of Arabic sorted within their words."""
    paragraphs = lines_of(written.layout)
    height = page_size(written.layout)[1]
    with pypdfium2.PdfDocument(BytesIO(written.data)) as pdf:
        pages = [sheet.render(scale=SCALE, grayscale=True).to_pil() for sheet in pdf]
    found = [glyphs(written.data, number) for number in range(1, len(pages) + 1)]
    looks = []
    for line in paragraphs:
        page = line[0].page
        middle = height - (line[0].top + line[0].bottom) / 2
        left, right = min(one.left for one in line) - 1, max(one.right for one in line) + 1
        inside = [
            one for one in found[page - 1] if abs((one.top + one.bottom) / 2 - middle) < HALF_A_LINE and left < one.middle < right
        ]
        shown = [looking(one, pages[page - 1], height) for one in sorted(inside, key=lambda one: one.middle)]
        looks.append(canonical("".join(shown)))
    return looks


def lines_of(layout: Layout) -> list[list[Box]]:
    """The boxes of each paragraph but its label; each stands on one line."""
    found = boxes(layout)
    labels = [box for box in found if box.element == "span.label"][1:]
    return [[box for box in found if beside(box, label)] for label in labels]


def beside(box: Box, label: Box) -> bool:
    return box is not label and box.page == label.page and abs(box.bottom - label.bottom) < HALF_A_LINE


def looking(glyph: Glyph, page: Image.Image, height: float) -> str:
    """The character of *glyph* as it is drawn, whatever an extractor makes of it.

    A bracket opens to the side where its ends are, a quotation mark that begins is heavier below.
    """
    if glyph.character not in MIRRORED and glyph.character not in QUOTES:
        return glyph.character
    place = (glyph.left, height - glyph.top, glyph.right, height - glyph.bottom)
    picture = page.crop([round(length * SCALE) for length in place])
    third = picture.height // 3
    centres = [centre(picture, rows) for rows in (range(third), range(third, 2 * third), range(2 * third, picture.height))]
    if glyph.character in QUOTES:
        return QUOTES[glyph.character][is_heavy_above(picture)]
    opening = min(glyph.character, MIRRORED[glyph.character])
    return opening if centres[1] < (centres[0] + centres[2]) / 2 else MIRRORED[opening]


def is_heavy_above(picture: Image.Image) -> bool:
    heights = [y for y in range(picture.height) for x in range(picture.width) if picture.getpixel((x, y)) < 128]  # type: ignore[operator]
    return sum(heights) / len(heights) < picture.height / 2


def centre(picture: Image.Image, rows: range) -> float:
    """Where the ink of *rows* is, on the mean, from the left."""
    inked = [x for y in rows for x in range(picture.width) if picture.getpixel((x, y)) < 128]  # type: ignore[operator]
    return sum(inked) / len(inked)


def canonical(text: str) -> str:
    """*text* without spaces and vowel signs, the letters of each stretch of Arabic sorted: ligatures have no order."""
    letters = (
        one for one in unicodedata.normalize("NFKC", text) if not one.isspace() and unicodedata.category(one) not in {"Mn", "Cf"}
    )
    groups = groupby(letters, key=lambda one: unicodedata.bidirectional(one) == "AL" and one.isalpha())
    return "".join("".join(sorted(group) if arabic else group) for arabic, group in groups)


@pytest.mark.parametrize("at", range(len(LINES)))
def test_a_line_is_drawn_in_this_order_from_left_to_right(drawn: list[str], at: int) -> None:
    assert drawn[at] == canonical("".join(LINES[at]["drawn"]))


# -- what is read aloud ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def read(written: Written) -> list[str]:
    """The words of each paragraph in the order of the structure tree, without its notes."""
    with pikepdf.open(BytesIO(written.data)) as pdf:
        root = structure_of(pdf)
    return ["".join(words_of(node)) for node in root.all("P")][-len(LINES) :]


def words_of(node: Node) -> Iterator[str]:
    """What *node* says in its ActualText or that of what is in it, but no notes."""
    if node.content:
        yield node.words or "what has no ActualText"
    for kid in node.kids:
        yield from () if kid.kind == "Note" else words_of(kid)


def said(inlines: tuple[Inline, ...]) -> str:
    """The characters of a line with the marks of its notes."""
    return "".join(one.separator + one.label if isinstance(one, Note) else plain((one,)) for one in inlines)


def squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("at", range(len(LINES)))
def test_a_line_is_read_in_the_order_in_which_it_was_written(written: Written, read: list[str], at: int) -> None:
    paragraph = written.document.children[0].children[at]
    assert isinstance(paragraph, Paragraph)
    assert squeezed(read[at]) == squeezed(paragraph.label + said(paragraph.children))
