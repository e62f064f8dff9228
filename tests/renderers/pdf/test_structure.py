"""The tree while it grows: elements to structure elements, each once, in the order of the page."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pydyf
import pytest

from guidegen.renderers.pdf.structure import CALL, MARKER, StructureTree, kind_of

PAGE = """<html><body><main><p id="p">a<em>b</em><span class="note" id="n">c</span></p>
<ol class="points"><li id="i"><span class="label">(a)</span> d <em>e</em></li></ol>
<p><a href="#p">f</a></p></main></body></html>"""


@pytest.fixture
def page() -> Element:
    return fromstring(PAGE)


@pytest.fixture
def tree(page: Element) -> StructureTree:
    parents = {page: None} | {child: parent for parent in page.iter() for child in parent}
    return StructureTree(pydyf.PDF(), parents)


def path(tree: StructureTree, node: Any) -> list[str]:
    """The kinds from the document to *node*."""
    by_reference = {one.reference: one for one in tree.pdf.objects if isinstance(one, dict) and "S" in one}
    kinds: list[str] = []
    while node is not None:
        kinds.insert(0, kind_of(node))
        node = by_reference.get(node["P"])
    return kinds


def found(page: Element, xpath: str) -> Element:
    element = page.find(xpath)
    assert element is not None
    return element


def test_an_element_is_made_once_with_those_around_it(tree: StructureTree, page: Element) -> None:
    first = tree.node(found(page, ".//p"))
    assert tree.node(found(page, ".//p")) is first
    assert path(tree, first) == ["Document", "Part", "P"]


def test_an_element_that_only_styles_is_what_it_stands_in(tree: StructureTree, page: Element) -> None:
    assert tree.node(found(page, ".//p/em")) is tree.node(found(page, ".//p"))


def test_a_list_item_holds_its_label_and_a_body(tree: StructureTree, page: Element) -> None:
    assert path(tree, tree.holder(found(page, ".//span[@class='label']")))[-2:] == ["LI", "Lbl"]
    assert path(tree, tree.holder(found(page, ".//li")))[-2:] == ["LI", "LBody"]
    assert tree.holder(found(page, ".//li/em")) is tree.holder(found(page, ".//li"))


def test_the_call_of_a_note_is_a_linked_reference_and_its_mark_a_linked_label(tree: StructureTree, page: Element) -> None:
    note = found(page, ".//span[@class='note']")
    assert path(tree, tree.holder(note, CALL))[-3:] == ["P", "Reference", "Link"]
    assert path(tree, tree.holder(note, MARKER))[-4:] == ["P", "Note", "Lbl", "Link"]


def test_a_link_stands_in_a_reference(tree: StructureTree, page: Element) -> None:
    assert path(tree, tree.node(found(page, ".//a")))[-3:] == ["P", "Reference", "Link"]


def test_identifiers_are_sorted_in_their_tree(tree: StructureTree, page: Element) -> None:
    tree.node(found(page, ".//span[@class='note']"))
    tree.finish()
    assert [str(one.string) for one in tree.pdf.objects[-1]["Names"][::2]] == ["n"]


def test_a_leaf_says_its_words(tree: StructureTree, page: Element) -> None:
    leaf = tree.leaf(tree.node(found(page, ".//p")), "كلمات")
    assert leaf["ActualText"].string == "كلمات"
