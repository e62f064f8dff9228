"""The rule about the glossary."""

from __future__ import annotations

import pytest

from guidegen.document.proofreading import Inflection
from guidegen.errors import Source
from guidegen.locales.glossary import Term
from guidegen.translation.rules.terms import glossary, longest_first, plain, stands_in, stems, terms_in
from tests.translation.rules.segments import CONVENTIONS, segment


def term(name: str, **forms: str) -> Term:
    return Term(
        name, {code: tuple(form.split(" | ")) for code, form in forms.items()}, "usage", Source("locales/glossary.csv", 2)
    )


CRIME = term("crime", en="crime", fr="criminalité")
ORGANIZED = term(
    "organized",
    en="organized crime",
    fr="criminalité organisée | criminelles organisées",
    es="delincuencia organizada",
    ru="организованная преступность",
    ar="الجريمة المنظمة",
    zh="《有组织犯罪》",
)
TERMS = longest_first((CRIME, ORGANIZED), "en")


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("fr", "la criminalité organisée", "le crime structuré"),
        ("fr", "des activités criminelles organisées", "des activités illicites"),
        ("es", "la delincuencia organizada", "el crimen organizado"),
        ("ru", "борьба с организованной преступностью", "борьба с мафией"),
        ("ar", "مكافحة للجريمة المنظّمة", "مكافحة العصابات"),
        ("zh", "打击有组织犯罪", "打击集团犯罪"),
    ],
)
def test_a_term_is_known_in_any_form_of_its_words(language: str, right: str, wrong: str) -> None:
    assert list(glossary(segment("organized crime", right, language, terms=TERMS))) == []
    assert len(list(glossary(segment("organized crime", wrong, language, terms=TERMS)))) == 1


def test_the_forms_of_the_glossary_are_told() -> None:
    assert list(glossary(segment("organized crime", "la mafia", terms=TERMS))) == [
        '"organized crime" is not translated as the glossary has it: criminalité organisée or criminelles organisées'
    ]


def test_a_term_inside_another_is_not_asked_for() -> None:
    assert list(terms_in("organized crimes", TERMS, "en")) == [ORGANIZED]
    assert list(terms_in("organized crime and crime", TERMS, "en")) == [ORGANIZED, CRIME]
    assert list(terms_in("cybercrime, crime-free[@crime]", TERMS, "en")) == []


def test_a_language_that_a_term_has_no_form_for_is_not_held_to_it() -> None:
    assert list(glossary(segment("crime", "преступность", "ru", terms=TERMS))) == []


def test_short_words_and_endings_do_not_count() -> None:
    assert list(stems("lutte contre le crime", Inflection())) == ["lut", "con", "cri"]
    assert list(stems("والقرار", CONVENTIONS["ar"].proofreading.inflection)) == ["قرا"]


def test_accents_vowel_signs_and_spellings_do_not_count() -> None:
    assert plain("Élève l’", Inflection()) == "eleve l'"
    arabic = CONVENTIONS["ar"].proofreading.inflection
    assert plain("الأُسرة", arabic) == plain("الاسره", arabic)
    assert stands_in("《犯罪》", "犯罪", CONVENTIONS["zh"].proofreading.inflection)
