from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from guidegen.document.inlines import (
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Isolate,
    NoteMark,
    Pending,
    Reference,
    Text,
    Untranslated,
)
from guidegen.document.language import Language
from guidegen.document.text import WIDTH, as_text, inline_text
from guidegen.document.tree import Box, Cell, Contents, ContentsEntry, Document, Paragraph, Point, Row, Section, Table
from tests.builders import document, line, note

LONG = (
    "Participants may wish to consider the ways in which institutions for young people can be opened to their surroundings,"
    " and what stands in the way."
)


def labelled(label: str, identifier: str, *parts: Inline | str, points: tuple[Point, ...] = ()) -> Paragraph:
    return Paragraph(line(*parts), points, id=identifier, label=label)


def item(label: str, identifier: str, *parts: Inline | str, points: tuple[Point, ...] = ()) -> Point:
    return Point(line(*parts), points, id=identifier, label=label)


def footnote(label: str, *parts: Inline | str) -> Inline:
    return replace(note(f"note-{label}", *parts), label=label)


def introduction() -> Section:
    """A chapter with a paragraph, and a section with a note in its heading and two levels of points."""
    source = Citation("s", (), line("resolution 63/193"))
    fallen = Untranslated(line("not translated"), "en", "ltr")
    first = labelled(
        "1.", "a", "The guide", footnote("1", "See ", source, "."), " says ", fallen, " and ", Emphasis(line("Titles")), "."
    )
    inner = item("(i)", "d", "Inner;")
    points = (item("(a)", "c", "First;", points=(inner,)), item("(b)", "e", "Second, on ", Pending(), "."))
    heading = line("Purpose", footnote("2", "A note in a heading."))
    purpose = Section(heading, (labelled("2.", "b", LONG, points=points),), id="purpose", label="A.", level=2)
    return Section(line("Introduction"), (first, purpose), id="introduction", label="I.")


def items() -> Section:
    """A chapter with a cross-reference, a box that has a note of its own, and a table."""
    words = line("In the region", NoteMark("n", "a"), " towns grow.")
    inside = Paragraph(words, (item("(a)", "q", "How?"),), counted=False, id="f")
    notes = (replace(note("n", "A note of the box."), label="a"),)
    framed = Box(line("Regional focus: Africa"), line("Towns"), (inside,), notes, id="box")
    rows = (Row((Cell(line("Question")), Cell(line("Yes"))), "head"), Row((Cell(line("Is it so?")), Cell(fill="mark"))))
    table = Table(line("Checklist"), (3.0, 1.0), rows, id="table")
    paragraph = labelled("3.", "g", "See paragraph ", Reference("b", "2"), ".")
    return Section(line("Items"), (paragraph, framed, table), id="items", label="II.")


def guide(language: Language) -> Document:
    """A numbered guide with every kind of node."""
    annex = Section(line("Annex"), (Paragraph(line("Plain words."), counted=False, id="h"),), id="annex")
    entries = (
        ContentsEntry("introduction", 1, "I.", line("Introduction"), paragraphs="1-2"),
        ContentsEntry("purpose", 2, "A.", line("Purpose"), paragraphs="2"),
        ContentsEntry("annex", 1, "", line("Annex")),
    )
    contents = Contents(line("Contents"), (("paragraphs", "Paragraphs"), ("page", "Page")), entries=entries)
    return document(language, introduction(), items(), annex, contents=contents)


def test_a_guide_is_a_text_that_a_person_can_read(english: Language, golden: Callable[[str, str], None]) -> None:
    golden("document.txt", as_text(guide(english)))


def test_no_line_is_wider_than_a_page_and_none_ends_in_a_space(english: Language) -> None:
    lines = as_text(guide(english)).split("\n")
    assert max(map(len, lines)) <= WIDTH
    assert all(one == one.rstrip() for one in lines)


def test_a_text_ends_with_one_line_end(english: Language) -> None:
    text = as_text(guide(english))
    assert text.endswith(".\n")
    assert as_text(document(english, contents=None)).count("\n") == 4


def test_the_notes_of_a_section_stand_before_its_subsections(english: Language) -> None:
    text = as_text(guide(english))
    assert text.index("[1] See") < text.index("## A. Purpose") < text.index("[2] A note")


def test_a_long_word_is_not_broken(english: Language) -> None:
    word = "/".join(["A", "CONF.213"] * 20)
    assert word in as_text(document(english, Section(line("S"), (labelled("1.", "a", word),), id="s", label="I.")))


@pytest.mark.parametrize(
    ("inline", "words"),
    [
        (Text("a"), "a"),
        (Emphasis(line("a", Emphasis(line("b")))), "*a*b**"),
        (Foreign(line("a"), "fr", "ltr"), "a"),
        (Isolate(line("a", Emphasis(line("b"))), "ltr"), "a*b*"),
        (Untranslated(line("a", Emphasis(line("b"))), "en", "ltr"), "⟦a*b*⟧"),
        (footnote("3", "a"), "[3]"),
        (NoteMark("n", "b"), "[b]"),
        (Pending(), "[…]"),
        (Reference("x", "23 (a)"), "23 (a)"),
        (Citation("x", (), line("Treaty")), "Treaty"),
    ],
)
def test_the_parts_of_a_line_are_seen_in_the_text(inline: Inline, words: str) -> None:
    assert inline_text((inline,)) == words
