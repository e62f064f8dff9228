"""The footnotes part: the separators, and a note for each mark."""

from __future__ import annotations

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.notes import footnotes
from guidegen.renderers.docx.ooxml import Element
from tests.builders import note, para
from tests.conftest import LANGUAGES
from tests.renderers.docx.parts import child, frame_of, framed, value, w, words
from tests.renderers.samples import everything


def made(frame: Frame) -> Element:
    return etree.fromstring(footnotes(frame))


def notes(part: Element) -> dict[str, Element]:
    return {str(one.get(w("id"))): one for one in part.iter(w("footnote"))}


def test_the_separators_come_first(english: Language):
    part = made(frame_of(english))
    assert [(one.get(w("id")), one.get(w("type"))) for one in part] == [("-1", "separator"), ("0", "continuationSeparator")]
    assert child(part[0], "p/r/separator") is not None
    assert child(part[1], "p/r/continuationSeparator") is not None


def test_notes_are_numbered_from_one_in_reading_order(english: Language):
    part = made(frame_of(english, para("p", "x", note("n", "First")), para("q", "y", note("m", "Second"))))
    assert [(number, words(one).strip()) for number, one in notes(part).items()][2:] == [("1", "First."), ("2", "Second.")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_note_begins_with_its_live_number(languages: dict[str, Language], code: str):
    paragraph = child(notes(made(frame_of(languages[code], para("p", "x", note("n", "y")))))["1"], "p")
    first = child(paragraph, "r")
    assert value(first, "rPr/rStyle") == "FootnoteReference"
    assert child(first, "footnoteRef") is not None


def test_a_note_has_the_style_of_footnotes(english: Language):
    part = made(frame_of(english, para("p", "x", note("n", "y"))))
    assert value(notes(part)["1"], "p/pPr/pStyle") == "FootnoteText"


def test_notes_of_boxes_and_lettered_sections_are_no_footnotes(english: Language):
    text = words(made(framed(everything(english))))
    assert "A note with emphasis" in text
    assert "At its foot" not in text
    assert "With a pen" not in text


def test_an_arabic_note_runs_to_the_left(arabic: Language):
    part = made(frame_of(arabic, para("p", "x", note("n", "أدناه"))))
    assert child(notes(part)["1"], "p/pPr/bidi") is not None


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_separators_begin_where_the_lines_of_the_page_begin(languages: dict[str, Language], code: str):
    turned = [one.find(f".//{w('bidi')}") is not None for one in made(frame_of(languages[code]))]
    assert turned == [languages[code].direction == "rtl"] * 2
