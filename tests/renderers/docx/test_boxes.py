"""Boxes: one framed cell with its own points and notes."""

from __future__ import annotations

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import Box, Section
from guidegen.renderers.docx.boxes import box as make
from guidegen.renderers.docx.boxes import note_paragraphs
from guidegen.renderers.docx.ooxml import Element
from tests.builders import box, note, plain_para, point
from tests.conftest import LANGUAGES
from tests.renderers.docx.parts import child, frame_of, names, out_of_order, read_all, value, w, words


def made(language: Language, *children: object) -> tuple[Element, Element]:
    """Return the table and the paragraph behind it of a box of *children*."""
    frame = frame_of(language, box("b", *children))  # type: ignore[arg-type]
    (section,) = frame.document.children
    (boxed,) = section.children
    assert isinstance(section, Section)
    assert isinstance(boxed, Box)
    table, after = read_all(make(boxed, frame))
    return table, after


def texts(table: Element) -> list[tuple[str, str]]:
    """Return the style and the words of each paragraph."""
    return [(value(one, "pPr/pStyle"), words(one)) for one in table.iter(w("p"))]


def test_a_box_is_a_table_of_one_cell_and_space_behind_it(english: Language):
    table, after = made(english, plain_para("b.p", "Inside"))
    assert len(list(table.iter(w("tc")))) == 1
    assert (etree.QName(after).localname, words(after)) == ("p", "")


def test_a_box_has_its_kicker_title_and_text(english: Language):
    table, _ = made(english, plain_para("b.p", "Inside"))
    assert texts(table) == [("BoxKicker", "Focus"), ("BoxTitle", "Title"), ("BoxText", "Inside")]


def test_a_box_is_named_for_those_who_listen(english: Language):
    table, _ = made(english, plain_para("b.p", "Inside"))
    assert (value(table, "tblPr/tblCaption"), value(table, "tblPr/tblDescription")) == ("Focus", "Title")


def test_the_notes_of_a_box_stand_at_its_foot_behind_their_raised_letters(english: Language):
    table, _ = made(english, plain_para("b.p", "Inside", note("n", "Below")))
    assert texts(table)[-1] == ("BoxNote", "a Below.")
    foot = list(table.iter(w("p")))[-1]
    assert value(foot, "r/rPr/vertAlign") == "superscript"


def test_the_points_of_a_box_are_counted_in_a_list_of_their_own(english: Language):
    points = (point("b.a", "One", points=(point("b.b", "Inner", level=2),)), point("b.c", "Two"))
    table, _ = made(english, plain_para("b.p", "Lead", points=points))
    counted = [one for one in table.iter(w("p")) if one.find(f"{w('pPr')}/{w('numPr')}") is not None]
    assert [value(one, "pPr/pStyle") for one in counted] == ["BoxPoint1", "BoxPoint2", "BoxPoint1"]
    assert [value(one, "pPr/numPr/ilvl") for one in counted] == ["0", "1", "0"]
    assert {value(one, "pPr/numPr/numId") for one in counted} == {"3"}


def test_arabic_points_have_literal_letters(arabic: Language):
    table, _ = made(arabic, plain_para("b.p", "Lead", points=(point("b.a", "واحد"),)))
    assert texts(table)[-1] == ("BoxPoint1", "(أ) →واحد")


@pytest.mark.parametrize(("code", "mirrored"), [("en", False), ("ar", True)])
def test_a_box_is_mirrored_where_the_language_is(languages: dict[str, Language], code: str, mirrored: bool):
    table, after = made(languages[code], plain_para("b.p", "Inside"))
    assert ("bidiVisual" in names(child(table, "tblPr"))) is mirrored
    assert ("bidi" in names(child(after, "pPr"))) is mirrored


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_box_is_in_the_order_of_the_schema(languages: dict[str, Language], code: str):
    table, _ = made(languages[code], plain_para("b.p", "Inside", note("n", "Below"), points=(point("b.a", "One"),)))
    assert out_of_order(table) == []


def test_no_notes_are_no_paragraphs(english: Language):
    assert list(note_paragraphs((), frame_of(english))) == []


def test_a_box_stays_on_one_page(english: Language):
    table, _ = made(english, plain_para("b.p", "Inside"))
    assert child(table, "tr/trPr/cantSplit") is not None
