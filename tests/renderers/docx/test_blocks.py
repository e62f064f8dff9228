"""Sections, paragraphs and points to the paragraphs of the body."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import Document
from guidegen.passes import run_passes
from guidegen.renderers.docx.blocks import blocks
from guidegen.renderers.docx.ooxml import Element
from tests.builders import document, note, para, point, section
from tests.renderers.docx.parts import child, framed, names, read_all, value, w, words
from tests.renderers.samples import everything, guide


def body(tree: Document) -> list[Element]:
    return read_all(blocks(tree.children, framed(tree)))


def paragraphs(tree: Document) -> Iterator[tuple[str, str, str]]:
    """Yield the style, the list level (or nothing) and the words of each paragraph that stands in no table."""
    for one in body(tree):
        if etree.QName(one).localname == "p" and words(one):
            counted = one.find(f"{w('pPr')}/{w('numPr')}")
            level = "" if counted is None else value(counted, "numId") + value(counted, "ilvl")
            yield value(one, "pPr/pStyle"), level, words(one)


def test_everything_stands_in_reading_order(english: Language):
    kinds = [etree.QName(one).localname for one in body(everything(english))]
    assert kinds.count("tbl") == 2
    assert [row[2] for row in paragraphs(everything(english))] == [
        "Chapter", "Before,  and Treaty Series and [A/1] and […] after.", "First", "Inner", "Second, see paragraph 1",
        "Inner", "See I and 1 (b).", "Item 3. Item", "Under", "Left in the other language",
        "Annex. Annex", "Fill in.a", "a With a pen.",
    ]  # fmt: skip


def test_headings_paragraphs_and_points_are_counted_on_their_levels(english: Language):
    points = (point("a", "One", points=(point("b", "Inner", points=(point("c", "Deep", level=3),), level=2),)),)
    assert list(paragraphs(guide(english, para("p", "Lead", points=points)))) == [
        ("Heading1", "20", "Section"),
        ("Paragraph", "10", "Lead"),
        ("Point1", "11", "One"),
        ("Point2", "12", "Inner"),
        ("Point3", "13", "Deep"),
    ]


def test_a_heading_is_a_heading_of_its_level(english: Language):
    nested = section("a", section("b", section("c", section("d", section("e", para("p", "x"))))))
    styles = [style for style, _, _ in paragraphs(run_passes(document(english, nested)))]
    assert styles == ["Heading1", "Heading2", "Heading3", "Heading4", "Heading4", "Paragraph"]


def test_a_given_number_is_text_in_the_line_of_its_heading(english: Language):
    rows = [row for row in paragraphs(everything(english)) if row[2].startswith("Item 3.")]
    assert rows == [("Heading1", "", "Item 3. Item")]


def test_headings_under_a_given_number_are_counted_in_a_list_of_their_own(english: Language):
    (level,) = (row[1] for row in paragraphs(everything(english)) if row[2] == "Under")
    assert level[0] not in "12"


def test_arabic_headings_and_points_have_literal_labels_and_paragraphs_live_numbers(arabic: Language):
    points = (point("a", "واحد"),)
    assert list(paragraphs(guide(arabic, para("p", "نص", points=points)))) == [
        ("Heading1", "", "أولاً- →\u200eSection\u200e"),
        ("Paragraph", "10", "نص"),
        ("Point1", "", "(أ) →واحد"),
    ]


def test_headings_paragraphs_and_points_have_bookmarks(english: Language):
    tree = everything(english)
    found = [str(one.get(w("name"))) for root in body(tree) for one in root.iter(w("bookmarkStart"))]
    assert found[:4] == ["chapter", "chapter__p", "chapter__a", "chapter__a_inner"]
    assert len(found) == len(set(found))


def test_the_notes_of_a_lettered_section_stand_behind_it(english: Language):
    tree = run_passes(document(english, section("a", para("p", "Word", note("n", "Below")), lettered=True)))
    assert list(paragraphs(tree))[-1] == ("BoxNote", "", "a Below.")


@pytest.mark.parametrize(("code", "directed"), [("en", False), ("ar", True)])
def test_every_paragraph_has_the_direction_of_its_language(languages: dict[str, Language], code: str, directed: bool):
    found = [one for root in body(everything(languages[code])) for one in root.iter(w("p"))]
    assert {"bidi" in names(child(one, "pPr")) for one in found} == {directed}
