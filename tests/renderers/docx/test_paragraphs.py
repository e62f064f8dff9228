"""One paragraph: style, direction, number, bookmark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guidegen.document.language import Language
from guidegen.renderers.docx.ooxml import qualified
from guidegen.renderers.docx.paragraphs import Marker, bookmarked, marker, paragraph
from guidegen.renderers.docx.runs import text_run
from guidegen.renderers.docx.wordml import w as element
from tests.builders import para, point, section
from tests.renderers.docx.parts import child, frame_of, names, read, read_all, value, words


@pytest.mark.parametrize(("code", "properties"), [("en", ["pStyle", "rPr"]), ("ar", ["pStyle", "bidi", "rPr"])])
def test_a_paragraph_has_its_style_and_direction(languages: dict[str, Language], code: str, properties: list[str]):
    made = read(paragraph(frame_of(languages[code]), "box_title", ()))
    assert names(child(made, "pPr")) == properties
    assert value(made, "pPr/pStyle") == "BoxTitle"


def test_the_mark_at_its_end_has_the_language_too(english: Language):
    assert value(read(paragraph(frame_of(english), "note", ())), "pPr/rPr/lang") == "en-GB"


def test_a_number_that_word_counts_is_a_property_and_no_text(english: Language):
    made = read(paragraph(frame_of(english), "paragraph", (), Marker("7.", number=1, level=0)))
    assert (value(made, "pPr/numPr/ilvl"), value(made, "pPr/numPr/numId"), words(made)) == ("0", "1", "")


def test_a_literal_label_hangs_before_the_text(english: Language):
    frame = frame_of(english)
    made = read(paragraph(frame, "heading1", [text_run("Title", frame.look)], Marker("أولاً-")))
    assert words(made) == "أولاً- →Title"
    assert "numPr" not in names(child(made, "pPr"))


def test_a_label_in_the_line_has_a_space_behind_it(english: Language):
    frame = frame_of(english)
    made = read(paragraph(frame, "heading2", [text_run("Title", frame.look)], Marker("Item 3.", inline=True)))
    assert words(made) == "Item 3. Title"


def test_no_label_is_no_text(english: Language):
    assert words(read(paragraph(frame_of(english), "paragraph", (), Marker("")))) == ""


def test_extra_properties_are_put_in_their_places(arabic: Language):
    extra = [element("jc", val="right"), element("keepNext"), element("tabs")]
    made = read(paragraph(frame_of(arabic), "note", (), Marker("1", 1, 0), extra))
    assert names(child(made, "pPr")) == ["pStyle", "keepNext", "numPr", "tabs", "bidi", "jc", "rPr"]


@pytest.mark.parametrize(("code", "level", "counted"), [("en", 1, True), ("ar", 1, False), ("ar", 2, True), ("zh", 1, True)])
def test_word_counts_the_points_that_it_has_a_format_for(languages: dict[str, Language], code: str, level: int, counted: bool):
    node = replace(point("q", "x", level=level), label="label")
    assert marker(frame_of(languages[code]), node, 2, 1) == (Marker("label", 2, 1) if counted else Marker("label", target="q"))


def test_a_given_number_stands_in_the_line(english: Language):
    heading = replace(section("item"), counting="given", label="Item 3.")
    assert marker(frame_of(english), heading, 2, 0) == Marker("Item 3.", inline=True, target="item")


def test_the_number_in_a_literal_label_has_a_bookmark_where_references_show_it(english: Language):
    frame = replace(frame_of(english), called={"item": "3"}, bookmarks={"item": 1, "p": 2})
    made = read(paragraph(frame, "heading2", (), Marker("Item 3.", inline=True, target="item")))
    assert names(made) == ["pPr", "r", "bookmarkStart", "r", "bookmarkEnd", "r", "r"]
    assert [words(run) for run in made.iter(qualified("r"))] == ["Item ", "3", ".", " "]
    start = child(made, "bookmarkStart")
    assert (start.get(qualified("name")), start.get(qualified("id"))) == ("item____number", "3")


def test_a_bookmark_begins_and_ends_around_its_text(english: Language):
    frame = frame_of(english, para("p-1", "x"))
    start, text, end = read_all(bookmarked(frame, "p-1", [text_run("x", frame.look)]))
    assert start.get(qualified("name")) == "p_1"
    assert start.get(qualified("id")) == end.get(qualified("id")) == str(frame.bookmarks["p-1"])
    assert words(text) == "x"
