"""The contents list: headings to a depth, with the paragraphs under each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guidegen.document.inlines import Emphasis, Note, NoteMark
from guidegen.document.language import Language
from guidegen.document.tree import Contents, ContentsEntry, Document
from guidegen.document.walk import plain
from guidegen.passes import run_passes
from tests.builders import HERE, box, document, line, note, para, plain_para, section


def entries(tree: Document) -> tuple[ContentsEntry, ...]:
    contents = run_passes(tree).contents
    assert contents is not None
    return contents.entries


def rows(tree: Document) -> list[tuple[str, str, str]]:
    """Return label, title and paragraphs of each line of the contents."""
    return [(entry.label, plain(entry.title), entry.paragraphs) for entry in entries(tree)]


def test_a_heading_is_listed_with_its_label_and_the_range_of_its_paragraphs(english: Language) -> None:
    tree = document(english, section("a", para("p"), para("q")), section("b", para("r"), para("s"), para("t")))
    assert rows(tree) == [("I.", "A", "1–2"), ("II.", "B", "3–5")]


def test_one_paragraph_is_no_range(english: Language) -> None:
    assert rows(document(english, section("a", para("p")))) == [("I.", "A", "1")]


def test_a_heading_without_numbered_paragraphs_has_none(english: Language) -> None:
    tree = document(english, section("a", box("b", plain_para("p"))))
    assert rows(tree) == [("I.", "A", "")]
    assert (entries(tree)[0].first, entries(tree)[0].last) == (None, None)


def test_the_range_of_a_heading_takes_in_the_headings_below(english: Language) -> None:
    tree = document(english, section("a", para("p"), section("b", para("q")), section("c", para("r"))))
    assert rows(tree) == [("I.", "A", "1–3"), ("A.", "B", "2"), ("B.", "C", "3")]


@pytest.mark.parametrize(("depth", "listed"), [(1, ["a", "d"]), (2, ["a", "b", "d"]), (3, ["a", "b", "c", "d"])])
def test_the_contents_go_as_deep_as_they_are_told(english: Language, depth: int, listed: list[str]) -> None:
    contents = Contents(line("Contents"), depth=depth)
    tree = document(english, section("a", section("b", section("c"))), section("d"), contents=contents)
    assert [entry.target for entry in entries(tree)] == listed


def test_a_given_number_is_listed_with_its_label(english: Language) -> None:
    item = section("item", para("p"), counting="given", ordinal=7, number="7", label="Agenda item 7.")
    tree = document(english, section("a", item))
    assert rows(tree)[1] == ("Agenda item 7.", "Item", "1")
    assert [entry.counted for entry in entries(tree)] == [True, False]


def test_a_note_of_a_heading_is_not_listed(english: Language) -> None:
    title = (*line("Crime"), note("n", "x"), Emphasis(line(" and youth")))
    tree = document(english, section("a", para("p"), title=title))
    assert rows(tree) == [("I.", "Crime and youth", "1")]
    assert not [one for one in entries(tree)[0].title if isinstance(one, Note | NoteMark)]


def test_a_note_of_a_heading_in_a_lettered_annex_is_not_listed(english: Language) -> None:
    title = (*line("Annex"), note("n", "x"))
    tree = document(english, section("a", para("p"), title=title, lettered=True))
    assert not [one for one in entries(tree)[0].title if isinstance(one, Note | NoteMark)]


def test_an_entry_has_the_place_of_its_heading(english: Language) -> None:
    assert entries(document(english, section("a")))[0].source == HERE


def test_a_document_without_contents_gets_none(english: Language) -> None:
    assert run_passes(document(english, section("a"), contents=None)).contents is None


@pytest.mark.parametrize(
    ("code", "paragraphs"), [("en", "1–2"), ("fr", "1-2"), ("es", "1 a 2"), ("ru", "1–2"), ("zh", "1-2"), ("ar", "1-2")]
)
def test_ranges_are_written_by_the_conventions(code: str, paragraphs: str, languages: dict[str, Language]) -> None:
    assert rows(document(languages[code], section("a", para("p"), para("q"))))[0][2] == paragraphs


def test_the_paragraphs_of_the_contents_are_those_of_the_text_with_its_labels(arabic: Language) -> None:
    counter = replace(arabic.numbering.paragraph, prefix="<", suffix=">")
    language = replace(arabic, numbering=replace(arabic.numbering, paragraph=counter))
    assert rows(document(language, section("a", para("p"), para("q"))))[0][2] == "1-2"
