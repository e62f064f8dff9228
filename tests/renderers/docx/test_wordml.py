"""WordprocessingML as text: what is written is what elements would be."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidegen.renderers.docx import ooxml
from guidegen.renderers.docx.ooxml import NAMESPACES, PARAGRAPH_ORDER, R, W
from guidegen.renderers.docx.wordml import Xml, element, flag, name_of, ordered, text, w, whole
from tests.renderers.docx.parts import names, read

CHARACTERS = st.text(
    st.one_of(st.sampled_from("&<>\"'\t\n\r"), st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")))
)
REFUSED = ["\x00", "\x0b", "\x1f", "\uffff"]


def same(xml: Xml, made: ooxml.Element) -> bool:
    """Return whether *xml* is what lxml writes of *made*, byte for byte."""
    return whole("x", xml) == ooxml.serialize(ooxml.w("x", made))


def spaced(value: str) -> ooxml.Element:
    """Return ``w:t`` with *value*, its spaces kept, made of elements."""
    made = ooxml.w("t")
    made.text = value
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


@given(CHARACTERS)
def test_characters_are_written_as_lxml_writes_them(value: str):
    assert same(text(value), spaced(value))
    assert same(w("tag", val=value), ooxml.w("tag", val=value))


@given(CHARACTERS)
def test_characters_are_read_as_they_were_given(value: str):
    assert (read(text(value)).text or "") == value
    assert read(w("tag", val=value)).get(f"{{{W}}}val") == value


@pytest.mark.parametrize("character", REFUSED)
def test_a_character_that_xml_has_not_is_refused(character: str):
    with pytest.raises(ValueError, match="XML has no character"):
        text(f"a{character}")
    with pytest.raises(ValueError, match="XML has no character"):
        w("tag", val=character)


def test_an_element_is_what_elements_would_be():
    assert same(
        w("p", w("ind", left=12.6, right="0"), None, w("r")), ooxml.w("p", ooxml.w("ind", left=12.6, right="0"), ooxml.w("r"))
    )


def test_an_element_of_another_vocabulary_has_its_own_prefixes():
    (made,) = read(w("pict", element("v:shape", {"xmlns:v": "urn:v", "alt": 'a "b"'}, element("v:path", {}))))
    assert (made.tag, made.get("alt"), made[0].tag) == ("{urn:v}shape", 'a "b"', "{urn:v}path")


def test_a_flag_is_a_bare_element_or_none():
    assert flag("b", on=False) is None
    assert flag("b", on=True) == "<w:b/>"


@pytest.mark.parametrize("given_order", list(permutations(["jc", "pStyle", "bidi"])))
def test_properties_come_in_the_order_of_the_schema_however_they_are_given(given_order: tuple[str, ...]):
    assert names(read(ordered("pPr", PARAGRAPH_ORDER, [None, *map(w, given_order)]))) == ["pStyle", "bidi", "jc"]


def test_a_property_that_the_order_does_not_know_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="not in tuple"):
        ordered("pPr", PARAGRAPH_ORDER, [w("nosuch")])


def test_an_element_is_known_by_its_name():
    assert [name_of(one) for one in (w("p"), w("pPr", w("p")), w("tab", val="p"), text("p"))] == ["p", "pPr", "tab", "t"]


def test_what_is_no_element_has_no_name():
    with pytest.raises(ValueError, match="no element"):
        name_of(Xml("words"))


def test_a_part_declares_what_it_is_and_its_prefixes():
    root = etree.fromstring(whole("hdr", w("p")))
    assert (root.tag, root.nsmap, names(root)) == (f"{{{W}}}hdr", NAMESPACES, ["p"])
    assert NAMESPACES == {"w": W, "r": R}
