"""Paragraphs in one running sequence, and the points below them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.language import Language
from guidegen.document.tree import Block, Document, Paragraph, Point
from guidegen.document.walk import walk
from guidegen.locales.conventions import read_language
from guidegen.passes.paragraphs import number_paragraphs, number_points
from tests.builders import box, document, para, plain_para, point, section
from tests.conftest import CHECKOUT


def labels(tree: Document) -> dict[str, str]:
    numbered = number_points(number_paragraphs(tree))
    return {node.id: node.label for node in walk(numbered) if isinstance(node, Paragraph | Point)}


def test_paragraphs_are_counted_through_the_whole_guide(english: Language) -> None:
    tree = document(english, section("a", para("p"), section("b", para("q"))), section("c", para("r")))
    assert labels(tree) == {"p": "1.", "q": "2.", "r": "3."}


def test_paragraphs_of_a_box_have_no_number_and_move_none(english: Language) -> None:
    tree = document(english, section("a", para("p"), box("b", plain_para("q")), para("r")))
    assert labels(tree) == {"p": "1.", "q": "", "r": "2."}


def test_a_paragraph_knows_its_ordinal_its_number_and_its_label(arabic: Language) -> None:
    [chapter] = number_paragraphs(document(arabic, section("a", para("p"), para("q")))).children
    second = chapter.children[1]
    assert isinstance(second, Paragraph)
    assert (second.ordinal, second.number, second.label) == (2, "2", "2-")


def test_points_begin_anew_below_each_paragraph_and_each_point(english: Language) -> None:
    inner = (point("c", level=2), point("d", level=2))
    tree = document(
        english, section("a", para("p", points=(point("b", points=inner), point("e"))), para("q", points=(point("f"),)))
    )
    assert labels(tree) == {"p": "1.", "b": "(a)", "c": "(i)", "d": "(ii)", "e": "(b)", "q": "2.", "f": "(a)"}


def test_points_of_a_box_have_letters_too(english: Language) -> None:
    tree = document(english, section("a", box("b", plain_para("q", points=(point("c"), point("d"))))))
    assert labels(tree) == {"q": "", "c": "(a)", "d": "(b)"}


def test_a_point_deeper_than_the_conventions_go_is_labelled_as_the_deepest(english: Language) -> None:
    deepest = point("e", level=4)
    third = point("d", points=(deepest,), level=3)
    tree = document(english, section("a", para("p", points=(point("b", points=(point("c", points=(third,), level=2),)),))))
    assert [labels(tree)[name] for name in "bcde"] == ["(a)", "(i)", "a.", "a."]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fr", ["1.", "a)", "i)"]),
        ("es", ["1.", "a)", "i)"]),
        ("ru", ["1.", "a)", "i)"]),
        ("zh", ["1.", "(a)", "(i)"]),
        ("ar", ["1-", "(أ)", "‘1’"]),
    ],
)
def test_points_are_labelled_by_the_conventions(code: str, expected: list[str], languages: dict[str, Language]) -> None:
    tree = document(languages[code], section("a", para("p", points=(point("b", points=(point("c", level=2),)),))))
    assert list(labels(tree).values()) == expected


ENGLISH = read_language(CHECKOUT, "en")


@given(st.lists(st.sampled_from(["paragraph", "box", "section"]), max_size=30))
def test_the_ordinals_of_paragraphs_are_the_numbers_from_one_without_a_gap(kinds: list[str]) -> None:
    builders = {
        "paragraph": lambda name: para(f"p{name}"),
        "box": lambda name: box(f"b{name}", plain_para(f"q{name}")),
        "section": lambda name: section(f"s{name}", para(f"r{name}")),
    }
    blocks: list[Block] = [builders[kind](number) for number, kind in enumerate(kinds)]
    tree = number_paragraphs(document(ENGLISH, section("a", *blocks)))
    ordinals = [node.ordinal for node in walk(tree) if isinstance(node, Paragraph) and node.counted]
    assert ordinals == list(range(1, len(kinds) - kinds.count("box") + 1))
