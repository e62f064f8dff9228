"""One paragraph: style, direction, number, bookmark."""

from __future__ import annotations

import pytest

from guidegen.document.counters import CounterFormat
from guidegen.document.language import Language
from guidegen.renderers.docx.ooxml import qualified
from guidegen.renderers.docx.ooxml import w as element
from guidegen.renderers.docx.paragraphs import Marker, bookmarked, marker, paragraph
from guidegen.renderers.docx.runs import own_look, text_run
from tests.builders import para
from tests.renderers.docx.parts import child, frame_of, names, value, words


@pytest.mark.parametrize(("code", "properties"), [("en", ["pStyle", "rPr"]), ("ar", ["pStyle", "bidi", "rPr"])])
def test_a_paragraph_has_its_style_and_direction(languages: dict[str, Language], code: str, properties: list[str]):
    made = paragraph(frame_of(languages[code]), "box_title", ())
    assert names(child(made, "pPr")) == properties
    assert value(made, "pPr/pStyle") == "BoxTitle"


def test_the_mark_at_its_end_has_the_language_too(english: Language):
    assert value(paragraph(frame_of(english), "note", ()), "pPr/rPr/lang") == "en-GB"


def test_a_number_that_word_counts_is_a_property_and_no_text(english: Language):
    made = paragraph(frame_of(english), "paragraph", (), Marker("7.", number=1, level=0))
    assert (value(made, "pPr/numPr/ilvl"), value(made, "pPr/numPr/numId"), words(made)) == ("0", "1", "")


def test_a_literal_label_hangs_before_the_text(english: Language):
    frame = frame_of(english)
    made = paragraph(frame, "heading1", [text_run("Title", own_look(frame))], Marker("أولاً-"))
    assert words(made) == "أولاً- →Title"
    assert "numPr" not in names(child(made, "pPr"))


def test_a_label_in_the_line_has_a_space_behind_it(english: Language):
    frame = frame_of(english)
    made = paragraph(frame, "heading2", [text_run("Title", own_look(frame))], Marker("Item 3.", inline=True))
    assert words(made) == "Item 3. Title"


def test_no_label_is_no_text(english: Language):
    assert words(paragraph(frame_of(english), "paragraph", (), Marker(""))) == ""


def test_extra_properties_are_put_in_their_places(arabic: Language):
    extra = [element("jc", val="right"), element("keepNext"), element("tabs")]
    made = paragraph(frame_of(arabic), "note", (), Marker("1", 1, 0), extra)
    assert names(child(made, "pPr")) == ["pStyle", "keepNext", "numPr", "tabs", "bidi", "jc", "rPr"]


@pytest.mark.parametrize(
    ("code", "counter", "counted"),
    [("en", "upper-roman", True), ("ar", "decimal", True), ("ar", "arabic-abjad", False), ("zh", "simp-chinese-informal", True)],
)
def test_word_counts_where_it_has_the_format(languages: dict[str, Language], code: str, counter: str, counted: bool):
    made = marker(frame_of(languages[code]), "label", CounterFormat(counter), 2, 1)
    assert made == (Marker("label", 2, 1) if counted else Marker("label"))


def test_a_bookmark_begins_and_ends_around_its_text(english: Language):
    frame = frame_of(english, para("p-1", "x"))
    start, text, end = bookmarked(frame, "p-1", [text_run("x", own_look(frame))])
    assert start.get(qualified("name")) == "p_1"
    assert start.get(qualified("id")) == end.get(qualified("id")) == str(frame.bookmarks["p-1"])
    assert words(text) == "x"
