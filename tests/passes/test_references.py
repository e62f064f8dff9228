"""Cross-references and the numbers that they get."""

from __future__ import annotations

import pytest

from guidegen.document.inlines import Reference
from guidegen.document.language import Language
from guidegen.document.tree import Block, Document
from guidegen.document.walk import walk
from guidegen.passes import run_passes
from tests.builders import box, document, note, para, plain_para, point, ref, section


def number_of(target: str, language: Language, *blocks: Block) -> str:
    """Return the number that a reference to *target* gets in a guide with *blocks*."""
    tree = run_passes(guide(target, language, *blocks))
    [reference] = [node for node in walk(tree) if isinstance(node, Reference)]
    return reference.number


def guide(target: str, language: Language, *blocks: Block) -> Document:
    """Return a guide of two chapters, the second with a paragraph that refers to *target*."""
    return document(language, section("first", *blocks), section("second", para("here", "See ", ref(target), ".")))


def test_a_reference_to_a_paragraph_is_its_number(english: Language) -> None:
    assert number_of("q", english, para("p"), para("q")) == "2"


def test_a_reference_may_point_backwards_forwards_and_to_its_own_paragraph(english: Language) -> None:
    assert number_of("here", english, para("p"), para("q")) == "3"


POINTS = (point("b", "x"), point("c", "y", points=(point("d", "z", level=2),)))
POINT_NUMBERS = {
    "en": ("1 (b)", "1 (b) (i)"),
    "fr": ("1, b)", "1, b), i)"),
    "es": ("1 b)", "1 b) i)"),
    "ru": ("1 b)", "1 b) i)"),
    "zh": ("1(b)", "1(b)(i)"),
    "ar": ("1 (ب)", "1 (ب) ‘1’"),
}


@pytest.mark.parametrize("code", POINT_NUMBERS)
def test_a_reference_to_a_point_names_its_paragraph_and_all_points_above(code: str, languages: dict[str, Language]) -> None:
    language = languages[code]
    numbers = tuple(number_of(target, language, para("p", points=POINTS)) for target in ("c", "d"))
    assert numbers == POINT_NUMBERS[code]


@pytest.mark.parametrize(("code", "number"), [("en", "II"), ("fr", "II"), ("zh", "二"), ("ar", "ثانياً")])
def test_a_reference_to_a_chapter_is_its_number_without_the_marks_of_its_label(
    code: str, number: str, languages: dict[str, Language]
) -> None:
    assert number_of("second", languages[code]) == number


def test_a_reference_to_a_heading_below_a_chapter_is_its_own_letter(english: Language) -> None:
    assert number_of("b", english, section("a", para("p")), section("b", para("q"))) == "B"


def test_a_reference_to_a_topic_is_its_number_on_the_agenda(english: Language) -> None:
    assert number_of("topic", english, section("topic", counting="given", ordinal=7, number="7", label="Agenda item 7.")) == "7"


def test_a_reference_to_a_note_is_its_number(english: Language) -> None:
    assert number_of("n", english, para("p", "x", note("m", "y"), " z", note("n", "w"))) == "2"


def test_a_reference_to_a_point_of_a_box_is_its_letter(english: Language) -> None:
    assert number_of("c", english, box("b", plain_para("q", "x", points=(point("c", "y"),)))) == "(a)"


def test_a_reference_in_a_note_and_in_a_heading_gets_its_number(english: Language) -> None:
    tree = document(english, section("a", para("p", "x", note("n", ref("p"))), title=(ref("p"),)))
    assert {node.number for node in walk(run_passes(tree)) if isinstance(node, Reference)} == {"1"}
