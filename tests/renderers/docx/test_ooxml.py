"""WordprocessingML elements, in the order that the schema asks for."""

from __future__ import annotations

import pytest
from lxml import etree

from guidegen.renderers.docx.ooxml import (
    PARAGRAPH_ORDER,
    RUN_ORDER,
    R,
    W,
    mm,
    put,
    qualified,
    twips,
    w,
    with_prefixes,
)
from tests.renderers.docx.parts import ORDER, names


def test_an_element_and_its_attributes_are_in_the_word_namespace():
    element = w("ind", left=567, right="0")
    assert element.tag == qualified("ind")
    assert dict(element.attrib) == {qualified("left"): "567", qualified("right"): "0"}


def test_numbers_are_rounded():
    assert w("ind", left=12.6).get(qualified("left")) == "13"


def test_children_that_are_none_are_left_out():
    assert names(w("p", None, w("r"), None)) == ["r"]


@pytest.mark.parametrize(("order", "name"), [(PARAGRAPH_ORDER, "pPr"), (RUN_ORDER, "rPr")])
def test_the_orders_are_those_of_the_schema(order: tuple[str, ...], name: str):
    schema = ORDER[name].split()
    assert [one for one in schema if one in order] == list(order)


def test_something_is_put_before_what_the_schema_has_after_it():
    parent = w("sectPr", w("pgSz"), w("docGrid"))
    put(parent, w("bidi"), "rtlGutter docGrid")
    assert names(parent) == ["pgSz", "bidi", "docGrid"]


def test_something_is_put_at_the_end_where_nothing_comes_after_it():
    parent = w("sectPr", w("pgSz"))
    put(parent, w("bidi"), "rtlGutter docGrid")
    assert names(parent) == ["pgSz", "bidi"]


def test_something_is_put_in_the_place_of_what_has_its_name():
    parent = w("settings", w("themeFontLang", val="fr-FR"), w("compat"), w("themeFontLang", val="de-DE"))
    put(parent, w("themeFontLang", val="en-GB"), "clrSchemeMapping")
    assert names(parent) == ["compat", "themeFontLang"]
    assert parent[1].get(qualified("val")) == "en-GB"


def test_a_point_is_twenty_twips_and_an_inch_1440():
    assert twips(10.5) == 210
    assert mm(25.4) == 1440


def test_a_root_gets_the_prefixes_that_are_written_whatever_a_program_calls_them():
    root = etree.fromstring(f'<x:document xmlns:x="{W}" xmlns:w="urn:other" w:a="1"><x:body w:b="2"><w:c/></x:body></x:document>')
    before = etree.tostring(root, method="c14n")
    made = with_prefixes(etree.fromstring(before))
    assert (made.nsmap["w"], made.nsmap["r"]) == (W, R)
    assert [(one.tag, dict(one.attrib)) for one in made.iter()] == [(one.tag, dict(one.attrib)) for one in root.iter()]


def test_a_root_that_has_the_prefixes_is_the_same_text():
    root = w("document", w("body"))
    before = etree.tostring(root)
    assert etree.tostring(with_prefixes(root)) == before
