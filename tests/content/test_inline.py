from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidegen.content.inline import locator_attribute, markup, phrase_direction
from guidegen.content.text import Fallback, NoteText, Text
from guidegen.document.inlines import Locator
from guidegen.errors import Source
from tests.marked import unhurried

HERE = Source("content/x.md", 3, 1)
NOTE = NoteText("x.note-n", "n", Text("x.block.note-n", "See [@s, para. 3].", Source("content/x.md", 9, 1)))
PIECES = [
    "a", " ", "[^n]", "[^m]", "[@s]", "[@s, para. 3]", "[@s, page]", "[@", "[](#a)", "[x](y)", "[x]{lang=fr}", "[x]{.y}", "[x]{}",
    "*", "**", "_", "`", "<b>", "</b>", "&", "&amp;", "&#12;", '"', "'", "\\", "![a](b)", "[…]", "]]>", "-->", "\n", "  \n",
    "{x}",
]  # fmt: skip


def text(words: str) -> Text:
    return Text("x.block", words, HERE, (NOTE,))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("plain words", "plain words"),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("*Treaty Series* and _more_", "<em>Treaty Series</em> and <em>more</em>"),
        ("two\nlines", "two lines"),
        ("[mots]{lang=fr}", '<foreign lang="fr" dir="ltr">mots</foreign>'),
        ("[*كلمات* 5]{lang=ar}", '<foreign lang="ar" dir="rtl"><em>كلمات</em> 5</foreign>'),
        ("paragraph [](#youth.first)", 'paragraph <ref to="youth.first"/>'),
        ("in […] on […]", "in <pending/> on <pending/>"),
        ("done[@crc]", 'done<note id="x.block.crc"><cite source="crc"/></note>'),
        ("done[@crc, art. 3]", 'done<note id="x.block.crc"><cite source="crc" locator="art:3-3"/></note>'),
        (
            "done[^n]",
            'done<note id="x.note-n" source="content/x.md:9:1">See <cite source="s" locator="para:3-3"/>.</note>',
        ),
    ],
)
def test_inline_markdown_is_guide_markup(words: str, written: str) -> None:
    assert markup(text(words)) == written


def test_a_source_cited_again_in_the_same_block_has_notes_of_their_own() -> None:
    written = etree.fromstring(f"<x>{markup(text('a[@s] b[@t] c[@s] d[@s]'))}</x>")
    assert [note.get("id") for note in written.iter("note")] == ["x.block.s", "x.block.t", "x.block.s-2", "x.block.s-3"]


def test_a_citation_in_a_note_stands_where_it_is() -> None:
    assert markup(text("See [@s]."), in_note=True) == 'See <cite source="s"/>.'


def test_a_text_that_fell_back_says_so() -> None:
    fallen = Text("x.block", "words", HERE, fallback=Fallback("en", "ltr"))
    assert markup(fallen) == '<untranslated lang="en" dir="ltr">words</untranslated>'


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("[a]{.b} c", "a c"),
        ("[@s, page 3]", "[@s, page 3]"),
        ("a[^unknown]", "a[^unknown]"),
        ("**b**", "b"),
        ("a <b>", "a &lt;b&gt;"),
        ("[@s 3] \\*", "[@s 3] \\*"),
    ],
)
def test_what_a_finding_is_told_of_is_written_as_words(words: str, written: str) -> None:
    assert markup(text(words)) == written


visible = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))


@unhurried
@given(st.one_of(visible, st.lists(st.sampled_from(PIECES), max_size=25).map("".join)), st.booleans())
def test_whatever_the_text_the_markup_is_well_formed(words: str, in_note: bool) -> None:
    etree.fromstring(f"<x>{markup(text(words), in_note=in_note)}</x>")


@unhurried
@given(visible)
def test_no_character_is_lost_where_there_is_no_markup(words: str) -> None:
    plain = "".join(character for character in words if character not in "*_`[]!<&\\{}^@#…\n ")
    assert "".join(etree.fromstring(f"<x>{markup(text(plain))}</x>").itertext()) == plain


def test_locators_are_an_attribute() -> None:
    locators = (Locator("chap", (("I", "I"),)), Locator("para", (("35", "47"), ("50", "50"))), Locator("annex", ()))
    assert locator_attribute(locators) == "chap:I-I para:35-47,50-50 annex:"


@pytest.mark.parametrize(
    ("words", "direction"),
    [("abc", "ltr"), ("12 «كلمة» abc", "rtl"), ("שלום", "rtl"), ("12 中文", "ltr"), ("12.", "ltr"), ("", "ltr")],
)
def test_the_direction_of_a_phrase_is_that_of_its_first_letter(words: str, direction: str) -> None:
    assert phrase_direction(words) == direction
