"""The contents: a table with each heading's paragraphs and page, finished when the file is opened."""

from __future__ import annotations

import pytest

from guidegen.document.language import Language
from guidegen.renderers.docx.contents import contents
from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.ooxml import Element
from tests.conftest import LANGUAGES
from tests.renderers.docx.parts import PAGES, child, framed, names, out_of_order, read_all, value, w, words
from tests.renderers.samples import everything


def made(frame: Frame) -> tuple[Element, Element]:
    """Return the heading of the contents and their table."""
    assert frame.document.contents is not None
    heading, table = read_all(contents(frame.document.contents, frame))
    return heading, table


def cells(language: Language, pages: dict[str, int] | None = None) -> list[list[str]]:
    _, table = made(framed(everything(language), pages))
    return [[words(cell) for cell in row.iter(w("tc"))] for row in table.iter(w("tr"))]


def test_the_heading_has_the_style_that_keeps_it_out_of_the_outline(english: Language):
    heading, _ = made(framed(everything(english)))
    assert (value(heading, "pPr/pStyle"), words(heading)) == ("TOCHeading", "Contents")


def test_each_heading_has_its_label_its_paragraphs_and_its_page(english: Language):
    assert cells(english) == [
        ["", "Paragraphs", "Page"],
        ["I.→Chapter→", "1–2", "2"],
        ["A. Inner→", "2", "2"],
        ["Item 3. Item→", "3", "3"],
        ["I. Under→", "3", ""],
        ["Annex. Annex→", "4", "4"],
    ]


def test_without_pages_the_contents_have_none(english: Language):
    assert {row[2] for row in cells(english, {})[1:]} == {""}


def test_a_page_is_a_field_that_a_person_can_bring_up_to_date(english: Language):
    _, table = made(framed(everything(english)))
    codes = [one.text.strip() for one in table.iter(w("instrText")) if one.text]
    assert codes == [f"PAGEREF {name.replace('.', '__')} \\h" for name in PAGES]


def test_an_entry_is_a_link_to_its_heading(english: Language):
    _, table = made(framed(everything(english)))
    anchors = [one.get(w("anchor")) for one in table.iter(w("hyperlink"))]
    assert anchors == ["chapter", "chapter__inner", "item", "item__under", "annex"]


def test_the_head_is_repeated_on_every_page(english: Language):
    _, table = made(framed(everything(english)))
    assert ["tblHeader" in names(child(row, "trPr")) for row in table.iter(w("tr"))] == [True, *[False] * 5]


def test_deeper_headings_have_the_style_of_their_level(english: Language):
    _, table = made(framed(everything(english)))
    first = [value(row, "tc/p/pPr/pStyle") for row in table.iter(w("tr"))]
    assert first == ["ContentsColumns", "TOC1", "TOC2", "TOC1", "TOC2", "TOC1"]


def test_numbers_stand_at_the_end_of_their_cells_in_both_directions(languages: dict[str, Language]):
    for code in ("en", "ar"):
        _, table = made(framed(everything(languages[code])))
        numbers = [cell for row in table.iter(w("tr")) for cell in list(row.iter(w("tc")))[1:]]
        assert {value(cell, "p/pPr/jc") for cell in numbers} == {"right"}


def test_cells_are_as_wide_as_their_columns(english: Language):
    _, table = made(framed(everything(english)))
    grid = [column.get(w("w")) for column in child(table, "tblGrid")]
    for row in table.iter(w("tr")):
        assert [child(cell, "tcPr/tcW").get(w("w")) for cell in row.iter(w("tc"))] == grid


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_contents_are_in_the_order_of_the_schema(languages: dict[str, Language], code: str):
    _, table = made(framed(everything(languages[code])))
    assert out_of_order(table) == []
    assert ("bidiVisual" in names(child(table, "tblPr"))) is (languages[code].direction == "rtl")


@pytest.mark.parametrize(("code", "dash"), [("en", "–"), ("ar", "\u200f-\u200f"), ("zh", "-")])
def test_a_range_runs_as_its_line_does(languages: dict[str, Language], code: str, dash: str):
    ranges = [row[1] for row in cells(languages[code])[1:] if len(row[1]) > 1]
    assert ranges
    assert all(dash in one for one in ranges)
