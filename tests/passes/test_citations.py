"""The words of citations, and ibid."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.inlines import Citation, Emphasis, Inline, Locator, Note
from guidegen.document.language import Language
from guidegen.document.text import inline_text
from guidegen.document.tree import Bibliography, Document
from guidegen.document.walk import walk
from guidegen.locales.conventions import read_language
from guidegen.passes import run_passes
from guidegen.passes.citations import capitalized, locator_text
from tests.builders import HERE, box, cite, document, line, note, para, plain_para, section
from tests.conftest import CHECKOUT

REFERENCES = {"unodc": "resolution 1", "crc": "Convention", "book": "Handbook, Washington, D.C."}
ENGLISH = read_language(CHECKOUT, "en")
PARA_3 = Locator("para", (("3", "3"),))
PARA_5 = Locator("para", (("5", "5"),))


def notes(language: Language, *texts: tuple[Inline | str, ...], ibid: bool = True) -> list[str]:
    """Return the texts of notes as they are printed."""
    marks = [note(f"n{number}", *text) for number, text in enumerate(texts)]
    return printed(
        document(language, section("a", *(para(f"p{one.id}", "x", one) for one in marks)), references=REFERENCES), ibid
    )


def printed(tree: Document, ibid: bool = True) -> list[str]:
    """Return the texts of the notes of *tree* in reading order, without the isolates and hard spaces of later passes."""
    done = run_passes(replace(tree, bibliography=replace(tree.bibliography, ibid=ibid)))
    return [inline_text(node.children).replace("\u00a0", " ") for node in walk(done) if isinstance(node, Note)]


# -- words ---------------------------------------------------------------------------------------------------------------------


def test_a_citation_is_the_reference_with_its_locators_and_a_stop(english: Language) -> None:
    assert notes(english, (cite("unodc", PARA_3),)) == ["Resolution 1, para. 3."]


def test_a_citation_within_a_sentence_keeps_its_small_letter(english: Language) -> None:
    assert notes(english, ("See ", cite("unodc"), ", in part")) == ["See resolution 1, in part."]


def test_a_reference_may_cite_another_source(english: Language) -> None:
    tree = document(english, section("a", para("p", "x", note("n", cite("rules", PARA_3)))), references=REFERENCES)
    within = (cite("unodc", Locator("annex")),)
    tree = replace(tree, bibliography=Bibliography({**tree.bibliography.references, "rules": within}))
    assert printed(tree) == ["Resolution 1, annex, para. 3."]


def test_a_reference_keeps_its_emphasis(english: Language) -> None:
    tree = document(english, section("a", para("p", "x", note("n", cite("book")))))
    tree = replace(tree, bibliography=Bibliography({"book": (Emphasis(line("Handbook")), *line(" (Vienna)"))}))
    assert printed(tree) == ["*Handbook* (Vienna)."]


@pytest.mark.parametrize("end", [".", "?", "!", "…", ".”", "?»", ".\u00a0»"])
def test_a_note_that_ends_has_no_second_stop(english: Language, end: str) -> None:
    assert notes(english, (f"Words{end}",)) == [f"Words{end}".replace("\u00a0", " ")]


@pytest.mark.parametrize(("code", "stop"), [("en", "."), ("fr", "."), ("ru", "."), ("zh", "。"), ("ar", ".")])
def test_a_note_ends_with_the_stop_of_its_language(code: str, stop: str, languages: dict[str, Language]) -> None:
    assert notes(languages[code], ("x",)) == [f"x{stop}"]


def test_a_stop_written_behind_a_reference_that_brings_its_own_is_not_doubled(english: Language) -> None:
    assert notes(english, (cite("book"), ". See also p. 3")) == ["Handbook, Washington, D.C. See also p. 3."]


def test_an_empty_note_does_not_stop_the_guide(english: Language) -> None:
    assert notes(english, (), (cite("unodc"),)) == [".", "Resolution 1."]


# -- locators ------------------------------------------------------------------------------------------------------------------

SPANS = {
    "one": (("3", "3"),),
    "two": (("3", "3"), ("5", "5")),
    "range": (("35", "47"),),
    "list": (("1", "1"), ("35", "47"), ("50", "50")),
    "bare": (),
}
LOCATORS = {
    "en": ("para. 3", "paras. 3 and 5", "paras. 35–47", "paras. 1, 35–47 and 50", "annex"),
    "fr": ("par. 3", "par. 3 et 5", "par. 35 à 47", "par. 1, 35 à 47 et 50", "annexe"),
    "es": ("párr. 3", "párrs. 3 y 5", "párrs. 35 a 47", "párrs. 1, 35 a 47 y 50", "anexo"),
    "ru": ("пункт 3", "пункты 3 и 5", "пункты 35–47", "пункты 1, 35–47 и 50", "приложение"),
    "zh": ("第3段", "第3和5段", "第35-47段", "第1、35-47和50段", "附件"),
    "ar": ("الفقرة 3", "الفقرتان 3 و5", "الفقرات 35-47", "الفقرات 1، 35-47 و50", "المرفق"),
}


@pytest.mark.parametrize("code", LOCATORS)
def test_locators_have_the_words_and_the_number_of_the_language(code: str, languages: dict[str, Language]) -> None:
    words = languages[code].citations
    written = [locator_text(Locator("annex" if not spans else "para", spans), words) for spans in SPANS.values()]
    assert tuple(written) == LOCATORS[code]


def test_locators_of_one_kind_in_a_row_are_joined(english: Language) -> None:
    chapter = Locator("chap", (("I", "I"),))
    assert notes(english, (cite("unodc", chapter, PARA_3, PARA_5),)) == ["Resolution 1, chap. I, paras. 3 and 5."]


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("en", "Resolution 1, chap. I, para. 3."),
        ("fr", "Resolution 1, chap. I, par. 3."),
        ("es", "Resolution 1, cap. I, párr. 3."),
        ("ru", "Resolution 1, глава I, пункт 3."),
        ("zh", "Resolution 1，第一章，第3段。"),
    ],
)
def test_the_parts_of_a_citation_are_joined_by_the_language(code: str, printed: str, languages: dict[str, Language]) -> None:
    assert notes(languages[code], (cite("unodc", Locator("chap", (("I", "I"),)), PARA_3),)) == [printed]


# -- ibid. ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "word"),
    [("en", "Ibid."), ("fr", "Ibid."), ("es", "Ibid."), ("ru", "Там же."), ("zh", "同上。"), ("ar", "المرجع نفسه.")],
)
def test_a_source_cited_again_directly_after_is_shortened(code: str, word: str, languages: dict[str, Language]) -> None:
    assert notes(languages[code], (cite("unodc"),), (cite("unodc"),))[1] == word


def test_a_shortened_citation_keeps_its_locators(english: Language) -> None:
    assert notes(english, (cite("unodc", PARA_3),), (cite("unodc", PARA_5),))[1] == "Ibid., para. 5."


def test_a_whole_source_is_not_shortened_after_a_part_of_it(english: Language) -> None:
    assert notes(english, (cite("unodc", PARA_3),), (cite("unodc"),))[1] == "Resolution 1."


def test_shortening_goes_on_through_a_chain(english: Language) -> None:
    assert notes(english, (cite("unodc"),), (cite("unodc"),), (cite("unodc", PARA_3),))[1:] == ["Ibid.", "Ibid., para. 3."]


def test_a_source_cited_again_after_another_note_is_written_out(english: Language) -> None:
    assert notes(english, (cite("unodc"),), (cite("crc"),), (cite("unodc"),))[2] == "Resolution 1."
    assert notes(english, (cite("unodc"),), ("Words.",), (cite("unodc"),))[2] == "Resolution 1."


def test_a_source_is_not_shortened_across_a_note_with_two_citations(english: Language) -> None:
    both = (cite("unodc"), " and ", cite("crc"))
    assert notes(english, both, (cite("crc"),), (cite("crc"),))[1:] == ["Convention.", "Ibid."]
    assert notes(english, both, (cite("unodc"),))[1] == "Resolution 1."


def test_only_a_citation_that_begins_its_note_is_shortened(english: Language) -> None:
    assert notes(english, (cite("unodc"),), ("See ", cite("unodc")))[1] == "See resolution 1."
    assert notes(english, ("See ", cite("unodc")), (cite("unodc"),))[1] == "Ibid."


def test_words_behind_a_shortened_citation_stay_without_a_second_stop(english: Language) -> None:
    first = (cite("unodc"),)
    assert notes(english, first, (cite("unodc"), "."))[1] == "Ibid."
    assert notes(english, first, (cite("unodc"), ". See also chapter II"))[1] == "Ibid. See also chapter II."
    assert notes(english, first, (cite("unodc"), "; see also chapter II"))[1] == "Ibid.; see also chapter II."


def test_nothing_is_shortened_where_the_issuance_has_it_so(english: Language) -> None:
    assert notes(english, (cite("unodc"),), (cite("unodc"),), ibid=False) == ["Resolution 1.", "Resolution 1."]


def test_notes_of_a_box_do_not_come_between_those_of_the_text(english: Language) -> None:
    first, second = para("p", "x", note("n1", cite("unodc"))), para("q", "y", note("n2", cite("unodc")))
    framed = box("b", plain_para("r", "z", note("n3", cite("unodc")), " w", note("n4", cite("unodc"))))
    tree = document(english, section("a", first, framed, second), references=REFERENCES)
    done = run_passes(tree)
    texts = {node.id: inline_text(node.children) for node in walk(done) if isinstance(node, Note)}
    assert texts == {"n1": "Resolution 1.", "n2": "Ibid.", "n3": "Resolution 1.", "n4": "Ibid."}


def test_a_lettered_annex_has_a_series_of_its_own(english: Language) -> None:
    first = section("a", para("p", "x", note("n1", cite("unodc"))))
    annex = section("b", para("q", "y", note("n2", cite("unodc"))), lettered=True)
    assert printed(document(english, first, annex, references=REFERENCES)) == ["Resolution 1.", "Resolution 1."]


def test_a_shortened_citation_knows_that_it_is_one(english: Language) -> None:
    marks = [para(f"p{number}", "x", note(f"n{number}", cite("unodc"))) for number in (1, 2)]
    done = run_passes(document(english, section("a", *marks), references=REFERENCES))
    assert [node.repeated for node in walk(done) if isinstance(node, Citation)] == [False, True]


@given(st.lists(st.sampled_from(["unodc", "crc"]), min_size=1, max_size=12))
def test_who_reads_ibid_as_the_note_before_reads_every_source(cited: list[str]) -> None:
    read: list[str] = []
    for text in notes(ENGLISH, *((cite(source),) for source in cited)):
        read.append(read[-1] if text == "Ibid." else {"Resolution 1.": "unodc", "Convention.": "crc"}[text])
    assert read == cited


# -- capitals ------------------------------------------------------------------------------------------------------------------


def test_a_capital_is_put_on_the_first_letter_only() -> None:
    assert inline_text(capitalized(Citation("x", children=line("résolution de l’Assemblée"))).children).startswith(
        "Résolution de"
    )


def test_a_capital_is_put_on_a_citation_inside_a_citation() -> None:
    inner = Citation("y", children=line("resolution 1"), source=HERE)
    assert inline_text(capitalized(Citation("x", children=(inner,))).children) == "Resolution 1"


ROMAN = {"en": "chap. III", "fr": "chap. III", "ar": "الفصل الثالث", "zh": "第三章"}


@pytest.mark.parametrize("code", ROMAN)
def test_roman_numerals_are_words_where_the_language_does_not_print_them(languages: dict[str, Language], code: str) -> None:
    assert locator_text(Locator("chap", (("III", "III"),)), languages[code].citations) == ROMAN[code]


def test_a_range_of_roman_numerals_is_written_in_words_at_both_ends(languages: dict[str, Language]) -> None:
    assert locator_text(Locator("sect", (("III", "IV"),)), languages["ar"].citations) == "الأجزاء الثالث-الرابع"
