"""Inlines to runs: language, direction and look of each."""

from __future__ import annotations

import pytest
from lxml import etree

from guidegen.document.inlines import (
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Isolate,
    NoteMark,
    Pending,
    Reference,
    Text,
    Untranslated,
)
from guidegen.document.language import Language
from guidegen.document.tree import Block
from guidegen.document.walk import walk
from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.ooxml import Element, qualified
from guidegen.renderers.docx.runs import WRITERS, field, link, runs, text_run
from tests.builders import line, note, para, point, ref
from tests.renderers.docx.parts import child, frame_of, names, read, read_all, value, words

LTR_MARK, RTL_MARK = "\u200e", "\u200f"


def made(frame: Frame, *inlines: Inline | str) -> list[Element]:
    return read_all(runs(line(*inlines), frame))


def properties(run: Element) -> dict[str, dict[str, str]]:
    """Return the properties of *run* with their attributes, in order."""
    found = run.find(qualified("rPr"))
    return {
        etree.QName(one).localname: {etree.QName(name).localname: str(given) for name, given in one.attrib.items()}
        for one in (() if found is None else found)
    }


@pytest.fixture
def ltr(english: Language) -> Frame:
    return frame_of(english)


@pytest.fixture
def rtl(arabic: Language) -> Frame:
    return frame_of(arabic)


@pytest.mark.parametrize(
    ("code", "tags"),
    [
        ("en", {"val": "en-GB"}),
        ("fr", {"val": "fr-FR"}),
        ("ru", {"val": "ru-RU"}),
        ("es", {"val": "es-ES"}),
    ],
)
def test_text_has_the_tag_of_its_language(languages: dict[str, Language], code: str, tags: dict[str, str]):
    (run,) = made(frame_of(languages[code]), "words")
    assert properties(run) == {"lang": tags}


def test_chinese_text_has_its_tag_in_the_east_asian_slot(languages: dict[str, Language]):
    (run,) = made(frame_of(languages["zh"]), "预防")
    assert properties(run)["lang"]["eastAsia"] == "zh-CN"


def test_arabic_text_runs_to_the_left_and_has_its_tag_in_the_complex_slot(rtl: Frame):
    (run,) = made(rtl, "منع")
    assert properties(run)["rtl"] == {}
    assert properties(run)["lang"]["bidi"] == "ar-SA"


def test_spaces_at_the_ends_of_a_run_are_kept(ltr: Frame):
    (run,) = made(ltr, " words ")
    assert child(run, "t").text == " words "


def test_emphasis_is_italic(ltr: Frame):
    (run,) = made(ltr, Emphasis(line("Treaty Series")))
    assert list(properties(run)) == ["i", "iCs", "lang"]


@pytest.mark.parametrize("code", ["ar", "zh"])
def test_emphasis_is_upright_where_the_language_has_no_italics(languages: dict[str, Language], code: str):
    (run,) = made(frame_of(languages[code]), Emphasis(line("x")))
    assert "i" not in properties(run)


def test_emphasis_in_a_latin_phrase_of_an_arabic_line_is_italic(rtl: Frame):
    runs_made = made(rtl, Isolate(line("United Nations, ", Emphasis(line("Treaty Series"))), "ltr"))
    assert [words(run) for run in runs_made if "i" in properties(run)] == ["Treaty Series"]


def test_words_of_another_language_have_its_tag(ltr: Frame):
    (run,) = made(ltr, Foreign(line("mutatis mutandis"), "la", "ltr"))
    assert properties(run) == {"lang": {"val": "la"}}


def test_words_of_no_language_are_not_proofread(ltr: Frame):
    (run,) = made(ltr, Foreign(line("A/CONF.213/1"), "und", "ltr"))
    assert properties(run) == {"noProof": {}}


def test_untranslated_words_are_marked_and_have_the_tag_of_their_language(languages: dict[str, Language]):
    (run,) = made(frame_of(languages["fr"]), Untranslated(line("words"), "en", "ltr"))
    assert properties(run) == {"rStyle": {"val": "Untranslated"}, "lang": {"val": "en"}}


def test_a_latin_phrase_in_an_arabic_line_runs_to_the_right_between_marks(rtl: Frame):
    runs_made = made(rtl, "قرار ", Isolate(line("(A/RES/1)"), "ltr"), " نهاية")
    assert [words(run) for run in runs_made] == ["قرار ", LTR_MARK, "(A/RES/1)", LTR_MARK, " نهاية"]
    assert ["rtl" in properties(run) for run in runs_made] == [True, False, False, False, True]


def test_an_arabic_phrase_in_an_english_line_runs_to_the_left_between_marks(ltr: Frame):
    runs_made = made(ltr, Foreign(line("منع"), "ar", "rtl"))
    assert [words(run) for run in runs_made] == [RTL_MARK, "منع", RTL_MARK]
    assert all("rtl" in properties(run) for run in runs_made)
    assert properties(runs_made[1])["lang"]["bidi"] == "ar"


def test_a_phrase_in_the_direction_of_the_line_needs_no_marks(ltr: Frame):
    assert [words(run) for run in made(ltr, Foreign(line("x"), "fr", "ltr"))] == ["x"]


def test_an_empty_phrase_is_nothing(rtl: Frame):
    assert made(rtl, Isolate((), "ltr")) == []


def test_a_pending_value_is_three_points_in_brackets(ltr: Frame):
    assert [words(run) for run in made(ltr, Pending())] == ["[…]"]


def test_a_citation_is_its_words(ltr: Frame):
    assert [words(run) for run in made(ltr, Citation("crc", (), line("Convention, ", Emphasis(line("x")))))] == [
        "Convention, ",
        "x",
    ]


def referred(language: Language, target: str, *blocks: Block) -> list[tuple[str, str]]:
    """Return what a paragraph that refers to *target* shows: words, and where they come from."""
    frame = frame_of(language, *blocks, para("here", "See ", ref(target)))
    (reference,) = [node for node in walk(frame.document) if isinstance(node, Reference)]
    shown: list[tuple[str, str]] = []
    origin = ""
    for one in made(frame, reference):
        kinds = [mark.get(qualified("fldCharType")) for mark in one.iter(qualified("fldChar"))]
        if one.find(qualified("instrText")) is not None:
            origin = str(one.findtext(qualified("instrText"))).strip()
        elif "end" in kinds:
            origin = ""
        elif not kinds:
            shown.append((words(one), origin or str(one.get(qualified("anchor"), ""))))
    return shown


def test_a_reference_to_a_paragraph_is_a_field_with_the_number_that_word_would_show(english: Language):
    assert referred(english, "p-1", para("p-1", "x")) == [("1", r"REF p_1 \n \h")]


def test_a_reference_to_a_point_is_a_field_for_the_paragraph_and_one_for_the_point(english: Language):
    shown = referred(english, "q", para("p", "x", points=(point("q", "y"),)))
    assert shown == [("1", r"REF p \n \h"), (" ", ""), ("(a)", r"REF q \n \h")]


def test_a_reference_to_a_literal_number_shows_the_bookmark_around_it(arabic: Language):
    assert ("(أ)", r"REF q____number \h") in referred(arabic, "q", para("p", "x", points=(point("q", "y"),)))


def test_a_number_that_no_field_shows_is_a_link(arabic: Language):
    assert referred(arabic, "p", para("p", "x")) == [("1", "p")]


def test_a_link_holds_runs(ltr: Frame):
    assert names(read(link("a", text_run("x", ltr.look)))) == ["r"]


def test_a_note_is_a_live_mark(english: Language):
    frame = frame_of(english, para("p", "Word", note("n", "below")))
    (mark,) = made(frame, frame.document.children[0].children[0].children[1])  # type: ignore[union-attr,arg-type]
    assert properties(mark)["rStyle"] == {"val": "FootnoteReference"}
    assert child(mark, "footnoteReference").get(qualified("id")) == "1"


def test_what_a_language_puts_around_the_number_of_a_note_is_raised_text(arabic: Language):
    frame = frame_of(arabic, para("p", "كلمة", note("n", "أدناه"), note("m", "أدناه")))
    inlines = frame.document.children[0].children[0].children[1:]  # type: ignore[union-attr]
    runs_made = made(frame, *inlines)
    assert [words(run) for run in runs_made] == ["(", "", ")", "، (", "", ")"]
    assert {value(run, "rPr/vertAlign") for run in runs_made if words(run)} == {"superscript"}


def test_the_mark_of_a_note_at_the_foot_of_a_box_is_raised_text(ltr: Frame):
    (run,) = made(ltr, NoteMark("n", "a", ", "))
    assert words(run) == ", a"
    assert properties(run)["vertAlign"] == {"val": "superscript"}


def test_a_field_begins_separates_and_ends_around_its_result(ltr: Frame):
    made_field = read_all(field("PAGEREF chapter \\h", "7", ltr.look))
    kinds = [one.get(qualified("fldCharType")) for run in made_field for one in run.iter(qualified("fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert child(made_field[1], "instrText").text == " PAGEREF chapter \\h "
    assert words(made_field[3]) == "7"


def test_every_kind_of_inline_has_a_writer():
    assert set(WRITERS) == set(Inline.__args__)  # type: ignore[attr-defined]


def test_a_line_is_its_parts_in_order(ltr: Frame):
    assert "".join(words(run) for run in made(ltr, "a", Text("b"), Emphasis(line("c", "d")))) == "abcd"
