"""Where note marks stand, and how notes are numbered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.inlines import Emphasis, Inline, Note, NoteMark, Text, Untranslated
from guidegen.document.language import Language
from guidegen.document.text import inline_text
from guidegen.document.tree import Box, Document, Paragraph, Section
from guidegen.document.walk import walk
from guidegen.locales.conventions import read_language
from guidegen.passes.footnotes import number_notes, place_notes, separate_notes
from tests.builders import box, document, line, note, para, plain_para, point, ref, section
from tests.conftest import CHECKOUT


def placed(language: Language, *parts: Inline | str) -> str:
    """Return a line of text with the marks of its notes placed: ``word[n].``."""
    tree = place_notes(document(language, section("a", para("p", *parts))))
    [paragraph] = tree.children[0].children
    assert isinstance(paragraph, Paragraph)
    return "".join(f"[{one.id}]" if isinstance(one, Note) else inline_text((one,)) for one in paragraph.children)


N, M = note("n", "x"), note("m", "y")
READ = {code: read_language(CHECKOUT, code) for code in ("en", "fr", "zh")}

# -- places --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "english", "french"),
    [
        (("word", N, "."), "word.[n]", "word[n]."),
        (("word.", N), "word.[n]", "word[n]."),
        (("word", N, ", and"), "word,[n] and", "word[n], and"),
        (("word,", N, " and"), "word,[n] and", "word[n], and"),
        (("word", N, " and"), "word[n] and", "word[n] and"),
        (("word", N, "?!"), "word?![n]", "word[n]?!"),
        (("word", N, M, "."), "word.[n][m]", "word[n][m]."),
        (("word.", N, M), "word.[n][m]", "word[n][m]."),
        (("one", N, " two", M, "."), "one[n] two.[m]", "one[n] two[m]."),
        (("word”.", N), "word”.[n]", "word”[n]."),
        (("word", N, " – dash"), "word[n] – dash", "word[n] – dash"),
    ],
)
def test_marks_stand_after_punctuation_in_english_and_before_it_in_french(
    parts: tuple[Inline | str, ...], english: str, french: str, languages: dict[str, Language]
) -> None:
    assert placed(languages["en"], *parts) == english
    assert placed(languages["fr"], *parts) == french


@pytest.mark.parametrize("code", ["fr", "es", "ru"])
def test_marks_stand_before_latin_punctuation(code: str, languages: dict[str, Language]) -> None:
    assert placed(languages[code], "mot,", N, " mot;", M) == "mot[n], mot[m];"


def test_marks_stand_before_chinese_punctuation(languages: dict[str, Language]) -> None:
    assert placed(languages["zh"], "大会。", N, "《公约》，", M, "和") == "大会[n]。《公约》[m]，和"


def test_marks_stand_before_arabic_punctuation(arabic: Language) -> None:
    assert placed(arabic, "الأمين العام،", N, " نص؟", M) == "الأمين العام[n]، نص[m]؟"


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_the_space_before_double_punctuation_stays_with_it(languages: dict[str, Language], space: str) -> None:
    assert placed(languages["fr"], f"mot{space}:", N, " suite") == f"mot[n]{space}: suite"


def test_a_mark_moves_before_punctuation_that_follows_emphasis_or_a_reference(languages: dict[str, Language]) -> None:
    assert placed(languages["fr"], Emphasis(line("Titre")), ".", N) == "*Titre*[n]."
    assert placed(languages["fr"], "voir ", ref("p"), ".", N) == "voir [n]."


def test_punctuation_that_begins_a_line_stays_there(languages: dict[str, Language]) -> None:
    assert placed(languages["fr"], "…;", N) == "…[n];"
    assert placed(languages["fr"], ".", N, "x") == ".[n]x"


def test_a_mark_at_either_end_of_a_line_stays(languages: dict[str, Language]) -> None:
    for code in ("en", "fr"):
        assert placed(languages[code], N, "word") == "[n]word"
        assert placed(languages[code], "word", N) == "word[n]"
        assert placed(languages[code], N) == "[n]"


def test_a_line_without_notes_is_the_same_object(english: Language) -> None:
    run = line("word", ".")
    paragraph = place_notes(document(english, section("a", para("p", *run)))).children[0].children[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == run


@pytest.mark.parametrize("code", ["en", "fr", "zh"])
@given(parts=st.lists(st.sampled_from(["a", ".", " b,", ";", "(", "”", N]), max_size=8))
def test_placing_marks_loses_no_character_and_no_note(code: str, parts: list[Inline | str]) -> None:
    given_notes = parts.count(N)
    numbered = [replace(one, id=f"n{at}") if isinstance(one, Note) else one for at, one in enumerate(parts)]
    result = placed(READ[code], *numbered)
    assert result.count("[n") == given_notes
    characters = "".join(one for one in parts if isinstance(one, str))
    without = "".join(piece.partition("]")[2] if at else piece for at, piece in enumerate(result.split("[n")))
    assert without == characters


# -- separators ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "separator"), [("en", ", "), ("fr", ", "), ("zh", "、"), ("ar", "، ")])
def test_marks_that_meet_are_separated(code: str, separator: str, languages: dict[str, Language]) -> None:
    tree = separate_notes(document(languages[code], section("a", para("p", "x", N, M, " y", note("o", "z")))))
    assert [node.separator for node in walk(tree) if isinstance(node, Note)] == ["", separator, ""]


# -- numbers -------------------------------------------------------------------------------------------------------------------


def numbered(language: Language, *sections: Section) -> Document:
    return number_notes(separate_notes(place_notes(document(language, *sections))))


def labels(tree: Document) -> list[tuple[str, str, str]]:
    """Return series, id and label of each note in reading order."""
    return [(node.series, node.id, node.label) for node in walk(tree) if isinstance(node, Note)]


def test_notes_are_numbered_in_reading_order_through_the_whole_guide(english: Language) -> None:
    tree = numbered(
        english,
        section("a", para("p", "x", note("one", "1")), section("b", para("q", "y", points=(point("r", "z", note("two", "2")),)))),
        section("c", para("s", "w", note("three", "3"))),
    )
    assert labels(tree) == [("text", "one", "1"), ("text", "two", "2"), ("text", "three", "3")]


def test_a_footnote_in_a_heading_is_numbered_first(english: Language) -> None:
    tree = numbered(english, section("a", para("p", "x", note("one", "1")), title=(*line("T"), note("zero", "0"))))
    assert labels(tree) == [("text", "zero", "1"), ("text", "one", "2")]


def test_a_note_in_emphasis_and_in_untranslated_words_is_numbered(english: Language) -> None:
    tree = numbered(
        english,
        section(
            "a", para("p", Emphasis((*line("x"), note("one", "1"))), Untranslated((*line("y"), note("two", "2")), "en", "ltr"))
        ),
    )
    assert labels(tree) == [("text", "one", "1"), ("text", "two", "2")]


def boxed(name: str) -> Box:
    """Return a box with two notes."""
    return box(name, plain_para(f"{name}p", "x", note(f"{name}1", "1")), plain_para(f"{name}q", "y", note(f"{name}2", "2")))


def test_notes_of_boxes_are_letters_that_begin_anew_in_each(english: Language) -> None:
    tree = numbered(english, section("a", boxed("b"), boxed("c")))
    assert labels(tree) == [("box", "b1", "a"), ("box", "b2", "b"), ("box", "c1", "a"), ("box", "c2", "b")]


def test_notes_of_boxes_move_no_number_of_the_text(english: Language) -> None:
    before, after = para("p", "x", note("one", "1")), para("q", "y", note("two", "2"))
    tree = numbered(english, section("a", before, boxed("b"), after))
    assert [label for series, _, label in labels(tree) if series == "text"] == ["1", "2"]


def test_notes_of_a_box_stand_at_its_foot_and_marks_where_they_were_called(english: Language) -> None:
    [chapter] = numbered(english, section("a", boxed("b"))).children
    [framed] = chapter.children
    assert isinstance(framed, Box)
    assert [one.id for one in framed.notes] == ["b1", "b2"]
    marks = [node for paragraph in framed.children for node in walk(paragraph) if isinstance(node, Note | NoteMark)]
    assert [(mark.note, mark.label) for mark in marks if isinstance(mark, NoteMark)] == [("b1", "a"), ("b2", "b")]


def test_a_note_in_the_title_of_a_box_is_its_first(english: Language) -> None:
    titled = replace(boxed("b"), title=(*line("T"), note("b0", "0")))
    tree = numbered(english, section("a", titled))
    assert sorted(labels(tree)) == [("box", "b0", "a"), ("box", "b1", "b"), ("box", "b2", "c")]


def test_marks_that_meet_in_a_box_are_separated(english: Language) -> None:
    tree = numbered(english, section("a", box("b", plain_para("p", "x", note("b1", "1"), note("b2", "2")))))
    assert [mark.separator for mark in walk(tree) if isinstance(mark, NoteMark)] == ["", ", "]


def test_notes_of_an_annex_are_letters_where_it_asks_for_them(english: Language) -> None:
    annex = section("c", para("q", "y", note("two", "2"), note("three", "3")), lettered=True)
    tree = numbered(english, section("a", para("p", "x", note("one", "1"))), annex)
    assert labels(tree) == [("text", "one", "1"), ("box", "two", "a"), ("box", "three", "b")]
    assert [one.id for one in tree.children[1].notes] == ["two", "three"]


def test_notes_of_an_annex_go_on_with_the_numbers_where_it_does_not(english: Language) -> None:
    tree = numbered(english, section("a", para("p", "x", note("one", "1"))), section("c", para("q", "y", note("two", "2"))))
    assert labels(tree) == [("text", "one", "1"), ("text", "two", "2")]


@pytest.mark.parametrize(
    ("code", "number", "letter"), [("en", "1", "a"), ("fr", "1", "a"), ("zh", "1", "a"), ("ar", "(1)", "(أ)")]
)
def test_notes_are_labelled_by_the_conventions(code: str, number: str, letter: str, languages: dict[str, Language]) -> None:
    tree = numbered(languages[code], section("a", para("p", "x", N), box("b", plain_para("q", "y", M))))
    assert labels(tree) == [("text", "n", number), ("box", "m", letter)]


def test_a_note_knows_its_ordinal_and_its_number_without_the_marks_of_its_label(arabic: Language) -> None:
    [first] = [node for node in walk(numbered(arabic, section("a", para("p", "x", N)))) if isinstance(node, Note)]
    assert (first.ordinal, first.number, first.label) == (1, "1", "(1)")


def test_the_text_of_a_note_is_kept(english: Language) -> None:
    [first] = [node for node in walk(numbered(english, section("a", para("p", "x", N)))) if isinstance(node, Note)]
    assert [one.value for one in first.children if isinstance(one, Text)] == ["x"]
