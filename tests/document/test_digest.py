"""Trees have one digest where they would be shown alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.digest import tree_digest
from guidegen.document.language import Language
from guidegen.errors import Source
from tests.builders import document, line, note, para, section

VALUES = st.recursive(
    st.text(max_size=2) | st.integers() | st.none() | st.booleans(),
    lambda part: st.lists(part, max_size=3).map(tuple) | st.dictionaries(st.text(max_size=2), part, max_size=2),
    max_leaves=6,
)


def exact(value: object) -> str:
    """Return *value* in Python's own words, which tell 1 from True, and one order of keys from another."""
    return repr(value)


@given(VALUES, VALUES)
def test_other_values_have_another_digest(one: object, other: object):
    assert (tree_digest(one) == tree_digest(other)) == (exact(one) == exact(other))


def test_where_words_stand_does_not_count(english: Language):
    tree = document(english, section("a", para("a.b", "words", note("n", "a note"))))
    moved = replace(tree, children=tuple(replace(one, source=Source("content/other.md", 9)) for one in tree.children))
    assert moved != tree
    assert tree_digest(moved) == tree_digest(tree)


@pytest.mark.parametrize("part", ["word", "words ", "Words"])
def test_other_words_count(english: Language, part: str):
    assert tree_digest(line(part)) != tree_digest(line("words"))


def test_conventions_count(english: Language):
    tree = document(english, section("a", para("a.b", "words")))
    assert tree_digest(replace(tree, language=replace(english, italics=not english.italics))) != tree_digest(tree)


def test_kinds_of_nodes_count():
    assert tree_digest(note("n", "words")) != tree_digest(para("n", "words"))
