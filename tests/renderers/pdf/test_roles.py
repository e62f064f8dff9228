"""Elements of the page to types of structure elements."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from guidegen.renderers.pdf.roles import Role, role_of


def element(tag: str, **attributes: str) -> Element:
    return Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})


@pytest.mark.parametrize(
    ("one", "around", "kind"),
    [
        (element("p"), element("section"), "P"),
        (element("h3"), element("section"), "H3"),
        (element("li"), element("ol", class_="points"), "LI"),
        (element("li"), element("ol", class_="contents"), "TOCI"),
        (element("ol", class_="contents"), element("nav"), "TOC"),
        (element("span", class_="label"), element("li"), "Lbl"),
        (element("span", class_="note"), element("p"), "Note"),
        (element("p", class_="box_note"), element("div"), "Note"),
        (element("span", class_="page"), element("div", class_="entry"), "P"),
        (element("div", class_="box"), element("section"), "Sect"),
    ],
)
def test_an_element_has_the_type_of_its_tag_or_class(one: Element, around: Element, kind: str) -> None:
    assert role_of(one, around) == Role(kind)


@pytest.mark.parametrize("one", [element("div"), element("em"), element("span"), element("span", class_="label")])
def test_what_only_groups_or_styles_has_none(one: Element) -> None:
    assert role_of(one, element("p")) is None


def test_words_in_another_language_are_a_span_that_says_so() -> None:
    assert role_of(element("span", lang="fr"), element("p")) == Role("Span", "fr")


def test_the_root_is_the_document_itself() -> None:
    assert role_of(element("html", lang="en"), None) is None


def test_the_columns_heads_of_the_contents_are_no_paragraphs_of_their_own() -> None:
    assert role_of(element("span", class_="page"), element("p", class_="contents_columns")) is None
