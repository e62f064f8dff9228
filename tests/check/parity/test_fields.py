"""References in DOCX: fields and links."""

from __future__ import annotations

import pytest

from guidegen.check.parity.fields import references
from guidegen.document.language import Language
from guidegen.renderers.docx.look import Look
from guidegen.renderers.docx.runs import field, link, text_run
from guidegen.renderers.docx.wordml import Xml, w
from tests.renderers.docx.parts import read_all

LOOK = Look("en-GB")


def mark(name: str) -> Xml:
    return w("bookmarkStart", id=1, name=name)


TARGETS = (w("p", mark("p__number"), mark("p")), w("p", mark("q")), w("p", mark("a")))


@pytest.fixture
def read(english: Language):
    """The references in a line, beside paragraphs that can be referred to."""
    return lambda *content: list(references(read_all([*TARGETS, w("p", *content)]), english))


def words(text: str) -> Xml:
    return text_run(text, LOOK)


def test_a_field_is_a_reference_with_its_cached_result(read):
    assert read(words("see "), *field(r"REF q \n \h", "23", LOOK), words(".")) == [("q", "23")]


def test_a_link_is_one_too(read):
    assert read(link("q", words("23-"))) == [("q", "23-")]


def test_a_bookmark_around_a_literal_number_is_that_of_its_paragraph(read):
    assert read(*field(r"REF p__number \h", "III", LOOK)) == [("p", "III")]


def test_a_paragraph_and_its_point_are_one_reference(read):
    assert read(*field(r"REF p \n \h", "1", LOOK), words(" "), *field(r"REF a \h", "(a)", LOOK)) == [("a", "1 (a)")]


def test_two_references_with_words_between_are_two(read):
    line = (*field(r"REF p \n \h", "1", LOOK), words(" and "), *field(r"REF q \n \h", "2", LOOK))
    assert read(*line) == [("p", "1"), ("q", "2")]


def test_other_fields_are_none(read):
    assert read(*field(r"PAGEREF q \h", "7", LOOK)) == []


def test_what_is_not_there_keeps_its_name(read):
    assert read(link("gone", words("5"))) == [("gone", "5")]
