"""Headings and their numbers."""

from __future__ import annotations

import pytest

from guidegen.document.language import Language
from guidegen.document.tree import Document, Section
from guidegen.document.walk import walk
from guidegen.passes.sections import number_sections
from tests.builders import document, para, section


def labels(tree: Document) -> dict[str, str]:
    return {node.id: node.label for node in walk(number_sections(tree)) if isinstance(node, Section)}


def levels(tree: Document) -> dict[str, tuple[int, int]]:
    """Return the level of each heading, and its level among the counted ones."""
    return {node.id: (node.level, node.numbering_level) for node in walk(number_sections(tree)) if isinstance(node, Section)}


def test_chapters_are_counted_from_one(english: Language) -> None:
    assert labels(document(english, section("a"), section("b"), section("c"))) == {"a": "I.", "b": "II.", "c": "III."}


def test_headings_begin_anew_below_each_heading(english: Language) -> None:
    tree = document(english, section("a", section("b"), section("c")), section("d", section("e")))
    assert labels(tree) == {"a": "I.", "b": "A.", "c": "B.", "d": "II.", "e": "A."}


def test_four_levels_of_headings_have_labels_of_their_own(english: Language) -> None:
    tree = document(english, section("a", section("b", section("c", section("d")))))
    assert labels(tree) == {"a": "I.", "b": "A.", "c": "1.", "d": "(a)"}
    assert levels(tree) == {"a": (1, 1), "b": (2, 2), "c": (3, 3), "d": (4, 4)}


def test_a_heading_deeper_than_the_conventions_go_is_labelled_as_the_deepest(english: Language) -> None:
    tree = document(english, section("a", section("b", section("c", section("d", section("e"))))))
    assert labels(tree)["e"] == "(a)"


def test_a_given_number_is_kept_and_takes_no_part_in_counting(english: Language) -> None:
    item = section("item", counting="given", ordinal=7, number="7", label="Agenda item 7.")
    tree = document(english, section("a", section("b"), item, section("c")))
    assert labels(tree) == {"a": "I.", "b": "A.", "item": "Agenda item 7.", "c": "B."}


def test_what_is_counted_below_a_given_number_is_counted_on_its_level(english: Language) -> None:
    item = section("item", section("b", section("c")), counting="given", ordinal=7, label="Agenda item 7.")
    tree = document(english, section("a", item))
    assert labels(tree) == {"a": "I.", "item": "Agenda item 7.", "b": "A.", "c": "1."}
    assert levels(tree) == {"a": (1, 1), "item": (2, 0), "b": (3, 2), "c": (4, 3)}


def test_a_heading_without_number_has_none(english: Language) -> None:
    tree = document(english, section("a", counting="none"), section("b"))
    assert labels(tree) == {"a": "", "b": "I."}


def test_a_heading_knows_its_ordinal_its_number_and_its_label(arabic: Language) -> None:
    third = number_sections(document(arabic, section("a"), section("b"), section("c"))).children[2]
    assert (third.ordinal, third.number, third.label) == (3, "ثالثاً", "ثالثاً-")


def test_blocks_between_headings_stay_in_their_order(english: Language) -> None:
    tree = document(english, section("a", para("p"), section("b"), section("c")))
    assert [block.id for block in number_sections(tree).children[0].children] == ["p", "b", "c"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fr", ["I.", "A.", "1.", "a)"]),
        ("es", ["I.", "A.", "1.", "a)"]),
        ("ru", ["I.", "A.", "1.", "a)"]),
        ("zh", ["一.", "A.", "1.", "(a)"]),
        ("ar", ["أولاً-", "ألف-", "1-", "(أ)"]),
    ],
)
def test_headings_are_labelled_by_the_conventions(code: str, expected: list[str], languages: dict[str, Language]) -> None:
    tree = document(languages[code], section("a", section("b", section("c", section("d")))))
    assert list(labels(tree).values()) == expected
