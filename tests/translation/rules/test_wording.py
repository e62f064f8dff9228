"""Rules about words."""

from __future__ import annotations

import pytest

from guidegen.errors import Source
from guidegen.locales.catalogues import Message
from guidegen.translation.rules import wording
from guidegen.translation.rules.segment import Languages, Segment
from tests.translation.rules.segments import CONVENTIONS, Rule, found, message, segment

SIDES = [
    (wording.doubled_word, "the Convention", "la Convention", "la la Convention", "fr"),
    (wording.doubled_word, "we ask", "nous nous demandons", "la La Convention", "fr"),
    (wording.doubled_word, "people", "人人享有", "公约公约", "zh"),
    (wording.doubled_word, "Baden Baden", "Baden Baden", "le le Baden", "fr"),
    (wording.script, "Council", "Совет", "Cовет", "ru"),
    (wording.script, "Council", "Conseil", "Соnseil", "fr"),
    (wording.script, "12th", "12º período", "12º pеríodo", "es"),
    (wording.script, "DNA people", "DNA人口", "DNA人ロ", "zh"),
    (wording.script, "UNAFRI", "المعهد (UNAFRI)", "المعهdد", "ar"),
    (wording.untranslated_words, "the prevention of crime", "la prévention du crime", "la prévention of crime", "fr"),
    (wording.untranslated_words, "hawala", "[the hawala]{lang=en}", "the hawala", "fr"),
    (wording.untranslated_words, "IberRed and the UN", "شبكة IberRed (UN)", "شبكة network", "ar"),
    (wording.untranslated_words, "point (a)", "пункт a)", "пункт of", "ru"),
    (wording.unchanged, "Background", "Généralités", "Background", "fr"),
    (wording.unchanged, "Page", "Page", "Draft Page", "fr"),
    (wording.unchanged, "{place}, {year}", "{place}, {year}", "", "fr"),
    (wording.unchanged, "S-20/4 C", "S-20/4 C", "", "fr"),
]


@pytest.mark.parametrize(("rule", "source", "right", "wrong", "language"), SIDES)
def test_a_rule_passes_what_is_right_and_finds_what_is_wrong(
    rule: Rule, source: str, right: str, wrong: str, language: str
) -> None:
    assert found(rule, source, right, language) == []
    if wrong:
        assert found(rule, wrong if rule is wording.unchanged else source, wrong, language)


def test_letters_are_not_checked_in_a_language_that_names_no_script() -> None:
    assert list(wording.script(segment("Council", "Cовет", "ru", scripts=()))) == []


def test_a_word_with_letters_of_two_scripts_is_told_with_both() -> None:
    assert found(wording.script, "Council", "Cовет", "ru") == ['"Cовет" has letters of Cyrillic and Latin script']


def test_another_translation_of_the_same_text_is_told_with_the_place_of_the_usual_one() -> None:
    usual = Message("topics.a", "Background", "Généralités", Source("locales/fr/LC_MESSAGES/content/topics/cyber.po", 9))
    languages = Languages(CONVENTIONS["en"], CONVENTIONS["fr"], (), {"Background": usual})
    assert list(wording.inconsistent(Segment(message("Background", "Généralités"), languages))) == []
    assert list(wording.inconsistent(Segment(message("Background", "Contexte"), languages))) == [
        'the same text is translated as "Généralités" in locales/fr/LC_MESSAGES/content/topics/cyber.po:9'
    ]


def test_a_long_text_is_cut_between_words() -> None:
    assert wording.shortened("mot " * 30) == "mot " * 14 + "mot…"
    assert wording.shortened("字" * 70) == "字" * 60 + "…"
    assert wording.shortened("mot") == "mot"
