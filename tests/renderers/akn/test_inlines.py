"""Inlines to Akoma Ntoso."""

from __future__ import annotations

from lxml import etree

from guidegen.document.inlines import Emphasis, Foreign, Inline, Isolate, Note, NoteMark, Pending, Reference, Untranslated
from guidegen.renderers.akn.inlines import Writer
from guidegen.renderers.akn.names import e
from tests.builders import line

FOOT = Note(line("In the box."), "box", "", id="f.n", ordinal=1, label="a")


def written(*inlines: Inline | str) -> str:
    writer = Writer({"a.p": "para_1"}, {"f.n": FOOT})
    text = etree.tostring(e("p", *writer.inlines(line(*inlines))), encoding="unicode")
    return text.replace(' xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"', "")


def test_words_in_another_language_say_so() -> None:
    assert written(Foreign(line("mot"), "fr", "ltr")) == '<p><span xml:lang="fr">mot</span></p>'
    assert 'class="untranslated"' in written(Untranslated(line("word"), "en", "ltr"))


def test_emphasis_is_italic_and_an_isolate_leaves_no_trace() -> None:
    assert written(Emphasis(line("a")), Isolate(line("b"), "ltr")) == "<p><i>a</i>b</p>"


def test_a_pending_value_is_a_placeholder_with_its_text() -> None:
    assert written(Pending()) == '<p><placeholder originalText="[…]">[…]</placeholder></p>'


def test_a_reference_points_at_the_identifier_of_its_target() -> None:
    assert written(Reference("a.p", "1")) == '<p><ref href="#para_1">1</ref></p>'


def test_a_note_is_an_authorial_note_where_it_is_called() -> None:
    note = Note(line("Words."), id="a.n", ordinal=3, label="3")
    assert written("x", note) == '<p>x<authorialNote marker="3" placement="bottom" eId="ftn_3"><p>Words.</p></authorialNote></p>'


def test_the_mark_of_a_note_at_the_foot_of_a_box_brings_the_note() -> None:
    assert 'marker="a" placement="bottom" eId="boxftn_f-n"><p>In the box.</p>' in written(NoteMark("f.n", "a"))
