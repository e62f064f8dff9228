"""How a page is set: labels, contents and their heads, measured."""

from __future__ import annotations

import pytest

from guidegen.document.language import Language
from guidegen.document.tree import Document
from guidegen.passes import run_passes
from guidegen.renderers.pdf import Layout
from tests.builders import box, document, line, para, plain_para, point, section
from tests.conftest import LANGUAGES
from tests.renderers.pdf.boxes_of import Box, boxes, layout_of
from tests.renderers.pdf.structure_of import pdf_of, structure_of

WORDS = {
    "ar": "تقدم الدول الأعضاء معلومات عن ",
    "zh": "会员国应当向大会提供关于预防犯罪的资料2010，",
    "en": "Member States provide information on ",
}


def words(code: str, times: int) -> str:
    return (WORDS.get(code, WORDS["en"]) * times).strip()


def first_boxes(layout: Layout, label: str) -> list[tuple[Box, Box]]:
    """Each label whose element is *label* inside an item or a paragraph, with the text behind it."""
    found = boxes(layout)
    return [(box, found[at + 1]) for at, box in enumerate(found[:-1]) if box.element == label and box.words[0].isdecimal()]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_text_of_every_numbered_paragraph_begins_at_one_place(languages: dict[str, Language], code: str) -> None:
    paragraphs = [para(f"p{at}", words(code, 4 + at)) for at in range(12)]
    pairs = first_boxes(layout_of(run_passes(document(languages[code], section("s", *paragraphs), contents=None))), "span.label")
    assert len(pairs) == len(paragraphs)
    rtl = languages[code].direction == "rtl"
    assert len({round(text.right if rtl else text.left, 1) for _, text in pairs}) == 1
    assert len({round(label.right if rtl else label.left, 1) for label, _ in pairs}) == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_lines_of_a_point_begin_at_one_place(languages: dict[str, Language], code: str) -> None:
    made = document(languages[code], section("s", para("p", "x", points=(point("a", words(code, 9)),))), contents=None)
    lines = [box for box in boxes(layout_of(run_passes(made))) if box.element == "li.point1"]
    assert len(lines) > 2
    rtl = languages[code].direction == "rtl"
    assert len({round(line.right if rtl else line.left, 1) for line in lines}) == 1


# -- contents ------------------------------------------------------------------------------------------------------------------


def long_contents(language: Language) -> Document:
    """A guide whose contents go over three pages."""
    inner = [section(f"s{at}", para(f"p{at}", "x"), title=line(words(language.code, 1 + at % 4))) for at in range(60)]
    return run_passes(document(language, section("a", *inner)))


@pytest.fixture(scope="module", params=["en", "ar"])
def listed(request: pytest.FixtureRequest, languages: dict[str, Language]) -> tuple[Document, Layout]:
    made = long_contents(languages[request.param])
    return made, layout_of(made)


def contents_boxes(layout: Layout) -> list[Box]:
    return [box for box in boxes(layout) if box.page < layout.pages["a"]]


def test_the_heads_of_the_columns_are_on_every_page_of_the_contents(listed: tuple[Document, Layout]) -> None:
    heads = [box for box in contents_boxes(listed[1]) if box.words == "Paragraphs"]
    assert [box.page for box in heads] == list(range(1, listed[1].pages["a"]))


def test_only_the_first_head_is_read_aloud(english: Language) -> None:
    root = structure_of(pdf_of(long_contents(english)))
    [part] = [node for node in root.all("Sect") if any(kid.kind == "TOC" for kid in node.kids)]
    assert [(kid.kind, kid.content) for kid in part.kids] == [("H2", 1), ("P", 2), ("TOC", 0)]


def test_columns_of_the_contents_end_at_one_place(listed: tuple[Document, Layout]) -> None:
    made, layout = listed
    pages = [box for box in contents_boxes(layout) if box.element == "span::before.page"]
    rtl = made.language.direction == "rtl"
    assert len(pages) == 61
    assert len({round(box.left if rtl else box.right, 1) for box in pages}) == 1


def test_a_range_of_paragraphs_is_read_in_the_direction_of_the_page(listed: tuple[Document, Layout]) -> None:
    made, layout = listed
    first, last = [box.left for box in contents_boxes(layout) if box.element == "bdi."][:2]
    assert (first < last) == (made.language.direction == "ltr")


def test_no_words_of_the_contents_meet(listed: tuple[Document, Layout]) -> None:
    found = contents_boxes(listed[1])
    assert [(one.words, other.words) for at, one in enumerate(found) for other in found[at + 1 :] if one.overlaps(other)] == []


# -- spaces and quotation marks --------------------------------------------------------------------------------------------------

SPACED = {
    "fr": ("Il dit : « oui » ; non ! Vraiment ?", "Il dit\u00a0: «\u00a0oui\u00a0»\u202f; non\u202f! Vraiment\u202f?"),
    "ru": (
        "Он — «„да“ и нет», см. пункт 3 и № 5 2009 года",
        "Он\u00a0— «„да“ и нет», см. пункт\u00a03 и №\u00a05 2009\u00a0года",
    ),
}


@pytest.mark.parametrize("code", SPACED)
def test_spaces_of_the_language_reach_the_page(languages: dict[str, Language], code: str) -> None:
    written, printed = SPACED[code]
    made = document(languages[code], section("s", para("p", written)), contents=None)
    assert printed in [box.words for box in boxes(layout_of(run_passes(made)))]


def test_no_line_in_french_begins_with_double_punctuation_or_ends_with_a_quotation_mark(languages: dict[str, Language]) -> None:
    paragraphs = [para(f"p{at}", "x" * at + " " + "Que dit-il : « oui » ; « non » ! Vraiment ? " * 6) for at in range(1, 25)]
    made = document(languages["fr"], section("s", *paragraphs), contents=None)
    lines = [box.words.strip() for box in boxes(layout_of(run_passes(made))) if box.element == "p.paragraph"]
    assert len(lines) > 60
    assert [line for line in lines if line[0] in ":;!?»" or line[-1] == "«"] == []


@pytest.mark.parametrize("lines", range(20, 32, 2))
def test_a_box_stays_on_one_page(english: Language, lines: int) -> None:
    before = [para(f"p{number}", "One line of text.") for number in range(lines)]
    boxed = box("b", plain_para("b.p", "A line of the box. " * 30), plain_para("b.q", "The end of it."))
    pages = layout_of(run_passes(document(english, section("s", *before, boxed), contents=None))).pages
    assert pages["b"] == pages["b.p"] == pages["b.q"]
