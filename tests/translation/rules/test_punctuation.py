"""Rules about spaces and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.translation.rules import punctuation
from tests.translation.rules.segments import Rule, found, segment

SIDES = [
    (punctuation.edge_space, "Page", "Page", "Page ", "fr"),
    (punctuation.edge_space, " of ", " de ", "de ", "fr"),
    (punctuation.double_space, "a b", "a b", "a  b", "fr"),
    (punctuation.double_space, "a b", "a b", "a \u00a0b", "fr"),
    (punctuation.end_mark, "crime;", "criminalité\u202f;", "criminalité.", "fr"),
    (punctuation.end_mark, "crime", "criminalité", "criminalité.", "fr"),
    (punctuation.end_mark, "crime.[@crc]", "criminalité[@crc].", "criminalité[@crc]", "fr"),
    (punctuation.end_mark, "“crime.”", "«\u00a0criminalité\u00a0».", "«\u00a0criminalité\u00a0»", "fr"),
    (punctuation.end_mark, "(see above).", "(voir plus haut).", "(voir plus haut)", "fr"),
    (punctuation.end_mark, "What?", "ما هي؟", "ما هي?", "ar"),
    (punctuation.end_mark, "crime;", "犯罪；", "犯罪;", "zh"),
    (punctuation.brackets, "(a) b", "(a) b", "(a b", "fr"),
    (punctuation.brackets, "(a) b", "(a) b", "ab) b", "fr"),
    (punctuation.brackets, "point (a)", "alinéa a)", "alinéa UN)", "fr"),
    (punctuation.brackets, "“a”", "«\u00a0a\u00a0»", "«\u00a0a", "fr"),
    (punctuation.brackets, "(a)", "（一）", "（一)", "zh"),
    (punctuation.brackets, "*A*", "《甲》", "甲》", "zh"),
    (punctuation.brackets, "the State’s (law)", "l’État (droit)", "l’État (droit", "fr"),
    (punctuation.quotation_marks, "“youth”", "«\u00a0jeunesse\u00a0»", '"jeunesse"', "fr"),
    (punctuation.quotation_marks, "the State", "l’État", "l'État", "fr"),
    (punctuation.quotation_marks, "“youth”", "«молодежь»", "”молодежь”", "ru"),
    (punctuation.no_break_space, "Theme: x", "Thème\u00a0: x", "Thème : x", "fr"),
    (punctuation.no_break_space, "What?", "Quoi\u202f?", "Quoi?", "fr"),
    (punctuation.no_break_space, "“a”", "«\u00a0a\u00a0»", "« a »", "fr"),
    (punctuation.no_break_space, "10,000", "10\u202f000", "10 000", "fr"),
    (punctuation.misprints, "a, b", "a, b", "a , b", "fr"),
    (punctuation.misprints, "heart", "cœur", "coeur", "fr"),
    (punctuation.misprints, "State", "État", "Etat", "fr"),
    (punctuation.misprints, "What?", "¿Qué?", "Qué?", "es"),
    (punctuation.misprints, "What? Why?", "¿Qué? ¿Por qué?", "¿Qué? Por qué?", "es"),
    (punctuation.misprints, "a – b", "а — б", "а - б", "ru"),
    (punctuation.misprints, "in 2005", "в 2005 году", "в 2005 г.", "ru"),
    (punctuation.misprints, "a, b", "أ، ب", "أ, ب", "ar"),
    (punctuation.misprints, "book", "كتاب", "کتاب", "ar"),
    (punctuation.misprints, "a, b", "一，二", "一,二", "zh"),
    (punctuation.misprints, "a b", "一二", "一 二", "zh"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "source", "right", "wrong", "language"), SIDES)
def test_a_rule_passes_what_is_right_and_finds_what_is_wrong(
    rule: Rule, source: str, right: str, wrong: str, language: str
) -> None:
    assert found(rule, source, right, language) == []
    assert found(rule, source, wrong, language)


def test_a_sentence_says_which_mark_must_end_the_translation() -> None:
    assert found(punctuation.end_mark, "What?", "ما هي?", "ar") == [
        'the source text ends with "?", so the translation must end with "؟"'
    ]


def test_a_language_may_have_several_marks_for_one() -> None:
    assert list(punctuation.end_mark(segment("Annex.", "المرفق:", "ar", end_marks={".": ".:"}))) == []


def test_an_apostrophe_needs_no_counterpart_but_an_opened_inner_quotation_does() -> None:
    assert punctuation.unbalanced("the States’ laws", {"‘": "’"}) == ""
    assert punctuation.unbalanced("the ‘law", {"‘": "’"}) == "‘"


def test_a_misprint_is_shown_with_what_stands_around_it() -> None:
    assert found(punctuation.misprints, "a", "les enfants , les jeunes") == [
        'no space before a comma or a full stop: "les enfants , les jeunes"'
    ]


PAIRS = {"(": ")", "《": "》", "«": "»"}
nested = st.recursive(
    st.text("ab ", max_size=3),
    lambda inner: st.lists(st.tuples(st.sampled_from(sorted(PAIRS)), inner), min_size=1, max_size=3).map(
        lambda parts: "".join(f"x{mark}{text}{PAIRS[mark]}" for mark, text in parts)
    ),
)


@given(nested)
def test_brackets_in_brackets_are_balanced_and_without_the_last_one_are_not(text: str) -> None:
    assert punctuation.unbalanced(text, PAIRS) == ""
    if text[-1:] in PAIRS.values():
        assert punctuation.unbalanced(text[:-1], PAIRS) != ""
