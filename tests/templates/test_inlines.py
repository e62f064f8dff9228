"""Inline markup to inline nodes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidegen.document.inlines import (
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Locator,
    Note,
    Pending,
    Reference,
    Text,
    Untranslated,
)
from guidegen.errors import Source
from guidegen.templates.inlines import child_inlines, inlines, text_of

HERE = Source("content/a.md", 3)


def parsed(inside: str) -> tuple[Inline, ...]:
    return inlines(etree.fromstring(f'<para source="content/a.md:3">{inside}</para>'))


def text(value: str) -> Text:
    return Text(value, source=HERE)


def test_plain_words_are_one_text_with_its_place() -> None:
    assert parsed("Two words") == (text("Two words"),)


def test_white_space_is_one_space_and_none_at_the_ends() -> None:
    assert parsed("\n   Two \n  words\t<em>\n and </em>\n ") == (text("Two words "), Emphasis((text("and"),), source=HERE))


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_spaces_that_do_not_break_or_are_not_plain_stay(space: str) -> None:
    assert parsed(f"{space}a{space} b{space}") == (text(f"{space}a{space} b{space}"),)


def test_an_element_without_words_has_no_inlines() -> None:
    assert parsed(" \n ") == ()


@pytest.mark.parametrize(
    ("inside", "node"),
    [
        ("<em>x</em>", Emphasis((text("x"),), source=HERE)),
        ('<foreign lang="fr" dir="ltr">x</foreign>', Foreign((text("x"),), "fr", "ltr", source=HERE)),
        ('<untranslated lang="en" dir="ltr">x</untranslated>', Untranslated((text("x"),), "en", "ltr", source=HERE)),
        ("<pending/>", Pending(source=HERE)),
        ('<ref to="a.b"/>', Reference("a.b", source=HERE)),
        ('<note id="n">x</note>', Note((text("x"),), id="n", source=HERE)),
        ('<cite source="unodc"/>', Citation("unodc", source=HERE)),
    ],
)
def test_each_inline_element_is_a_node(inside: str, node: Inline) -> None:
    assert parsed(inside) == (node,)


def test_a_note_has_the_place_of_its_own_words() -> None:
    [note] = parsed('<note id="n" source="content/a.md:9">x</note>')
    assert note.source == Source("content/a.md", 9)


def test_the_source_of_a_citation_is_no_place() -> None:
    [citation] = parsed('<cite source="unodc"/>')
    assert citation.source == HERE


@pytest.mark.parametrize(
    ("attribute", "locators"),
    [
        ("para:3-3", (Locator("para", (("3", "3"),)),)),
        ("para:3", (Locator("para", (("3", "3"),)),)),
        ("chap:I-I para:35-47,50-50", (Locator("chap", (("I", "I"),)), Locator("para", (("35", "47"), ("50", "50"))))),
        ("annex:", (Locator("annex"),)),
        ("annex", (Locator("annex"),)),
        ("", ()),
    ],
)
def test_locators_are_kinds_with_spans(attribute: str, locators: tuple[Locator, ...]) -> None:
    assert parsed(f'<cite source="x" locator="{attribute}"/>') == (Citation("x", locators, source=HERE),)


def test_blocks_inside_are_no_part_of_the_line() -> None:
    assert parsed('Lead:<point id="a">x</point>') == (text("Lead:"),)


def test_comments_leave_no_trace() -> None:
    parser = etree.XMLParser(remove_comments=True)
    assert inlines(etree.fromstring('<para source="content/a.md:3">a <!-- b --> c</para>', parser)) == (text("a c"),)


def test_a_child_that_is_not_there_has_no_inlines() -> None:
    section = etree.fromstring("<section><title>T</title></section>")
    assert [one.value for one in child_inlines(section, "title") if isinstance(one, Text)] == ["T"]
    assert child_inlines(section, "kicker") == ()


def test_the_text_of_an_element_is_its_characters() -> None:
    assert text_of(etree.fromstring("<meta>\n A <em>guide</em>\n for\u00a0you </meta>")) == "A guide for\u00a0you"


@given(st.lists(st.text(alphabet="ab \u00a0é", max_size=6), max_size=5))
def test_no_character_but_plain_space_is_lost(words: list[str]) -> None:
    inside = "<em>x</em>".join(words)
    line = parsed(inside)
    shown = "".join("<em>x</em>" if isinstance(one, Emphasis) else one.value for one in line if isinstance(one, Emphasis | Text))
    assert shown.replace(" ", "") == inside.replace(" ", "")
    assert "  " not in shown
