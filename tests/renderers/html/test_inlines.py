"""Inlines to HTML: each kind, and the escaping of hostile text."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinyhtml5.parser import HTMLParser

from guidegen.document.inlines import (
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Isolate,
    Note,
    NoteMark,
    Pending,
    Reference,
    Text,
    Untranslated,
)
from guidegen.renderers.html.inlines import attributes, inline, inlines

HOSTILE = '</p><script>alert("1")</script>&amp;<!--'


def note(*children: Inline, separator: str = "") -> Note:
    return Note(children, id="n", ordinal=3, number="3", label="3)", separator=separator)


@pytest.mark.parametrize(
    ("node", "html"),
    [
        (Text("plain"), "plain"),
        (Text("a < b & c"), "a &lt; b &amp; c"),
        (Emphasis((Text("x"),)), "<em>x</em>"),
        (Foreign((Text("x"),), "en", "ltr"), '<span lang="en" dir="ltr">x</span>'),
        (Isolate((Text("x"),), "rtl"), '<span class="isolate" dir="rtl">x</span>'),
        (Untranslated((Text("x"),), "en", "ltr"), '<span class="untranslated" lang="en" dir="ltr">x</span>'),
        (Pending(), '<span class="pending">[…]</span>'),
        (Citation("crc", (), (Text("x"), Emphasis((Text("y"),)))), "x<em>y</em>"),
        (Reference("a.b", "23 (a)"), '<a class="ref" href="#a.b">23 (a)</a>'),
        (
            NoteMark("n", "a", ", "),
            '<sup>, <a class="call" id="call-n" href="#n" role="doc-noteref">a</a></sup>',
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_each_kind_of_inline_has_its_element(node: Inline, html: str):
    assert inline(node) == html


def test_a_note_is_its_call_and_right_behind_it_its_text():
    assert inline(note(Text("words"))) == (
        '<sup class="calls"><a class="call" id="call-n" href="#n" role="doc-noteref">3)</a></sup>'
        '<span class="note" id="n" role="note" data-mark="3)" data-label="3)"><span class="note-label">3)</span> words</span>'
    )


def test_a_note_that_follows_another_has_the_separator_in_its_call_and_not_in_its_label():
    html = inline(note(Text("words"), separator=", "))
    assert '<sup class="calls">, <a' in html
    assert 'data-mark=", 3)" data-label="3)"' in html


def test_what_is_no_inline_is_a_fault_of_the_program():
    with pytest.raises(TypeError):
        inline("a text")


@pytest.mark.parametrize(
    "node",
    [
        Text(HOSTILE),
        Emphasis((Text(HOSTILE),)),
        Foreign((Text("x"),), HOSTILE, "ltr"),
        Untranslated((Text(HOSTILE),), "en", "ltr"),
        Isolate((Text(HOSTILE),), "ltr"),
        Reference(HOSTILE, HOSTILE),
        NoteMark(HOSTILE, HOSTILE, HOSTILE),
        Note((Text(HOSTILE),), id=HOSTILE, label=HOSTILE, separator=HOSTILE),
    ],
    ids=lambda node: type(node).__name__,
)
def test_hostile_text_makes_no_element(node: Inline):
    tree = HTMLParser(namespace_html_elements=False).parse(f"<!DOCTYPE html><title>t</title><p>{inline(node)}</p>")
    names = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert names <= {"html", "head", "title", "body", "p", "span", "em", "a", "sup"}


@given(st.text())
def test_text_comes_out_as_it_went_in(value: str):
    assert unescape(inline(Text(value))) == value


@given(st.lists(st.text(max_size=5), max_size=4))
def test_a_line_is_its_parts_in_order(values: list[str]):
    assert inlines(tuple(map(Text, values))) == inline(Text("".join(values)))


def test_an_empty_attribute_is_left_out():
    assert attributes(class_="a", id="") == ' class="a"'


def test_an_underscore_in_the_name_of_an_attribute_is_a_hyphen():
    assert attributes(aria_labelledby="x", data_mark="1") == ' aria-labelledby="x" data-mark="1"'


@given(st.text(min_size=1))
def test_the_value_of_an_attribute_comes_out_as_it_went_in(value: str):
    written = attributes(id=value)
    assert written.count('"') == 2
    assert unescape(written[len(' id="') : -1]) == value
