"""Rules about numbers, dates and document symbols."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.translation.rules import facts
from tests.translation.rules.segments import CONVENTIONS, Rule, found

SIDES = [
    (facts.numbers, "below 18 years", "moins de 18 ans", "moins de 81 ans", "fr"),
    (facts.numbers, "10,000 cases", "10\u202f000 affaires", "1\u202f000 affaires", "fr"),
    (facts.numbers, "10,000 cases", "10.000 casos", "10.00 casos", "es"),
    (facts.numbers, "1.5 per cent", "1,5 %", "15 %", "fr"),
    (facts.numbers, "in 2005", "في عام ٢٠٠٥", "في عام ٢٠٠٦", "ar"),
    (facts.numbers, "the 1990s and 1994", "90年代和1994年", "90年代和1949年", "zh"),
    (facts.numbers, "five of 12[@crc, art. 40]", "12 个中的 5 个[@crc, art. 40]", "5 个[@crc, art. 40]", "zh"),
    (facts.numbers, "resolutions 61/252 and 62/173", "résolutions 61/252 et 62/173", "résolutions 62/252 et 61/173", "fr"),
    (facts.dates, "on 22 December 2006", "le 22 décembre 2006", "le 22 novembre 2006", "fr"),
    (facts.dates, "on 1 May 2009", "le 1er\u00a0mai 2009", "le 1 mai 2009", "fr"),
    (facts.dates, "on 22 December 2006", "22 декабря 2006 года", "22 декабря 2006 г.", "ru"),
    (facts.dates, "on 22 December 2006", "22 كانون الأول/ديسمبر 2006", "22 ديسمبر 2006", "ar"),
    (facts.dates, "on 22 December 2006", "2006年12月22日", "2006年12月21日", "zh"),
    (facts.symbols, "A/64/82 and A/CONF.203/18", "A/64/82 et A/CONF.203/18", "A/CONF.203/18 et A/64/82", "fr"),
    (facts.symbols, "see A/64/82.", "见A/64/82。", "见A/64/28。", "zh"),
    (facts.symbols, "see CTOC/COP/2008/19", "وCTOC/COP/2008/19", "CTOC/COP/2008", "ar"),
    (facts.symbols, "HIV/AIDS", "VIH/sida", "VIH/sida E/2009/1", "fr"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "source", "right", "wrong", "language"), SIDES)
def test_a_rule_passes_what_is_right_and_finds_what_is_wrong(
    rule: Rule, source: str, right: str, wrong: str, language: str
) -> None:
    assert found(rule, source, right, language) == []
    assert found(rule, source, wrong, language)


def test_what_is_lost_and_what_is_added_are_told_apart() -> None:
    sentences = found(facts.symbols, "A/64/82", "A/64/83")
    assert sentences == ['a document symbol is missing: "A/64/82"', 'a document symbol is not in the source text: "A/64/83"']


@pytest.mark.parametrize("text", ["12–19 April 2010", "from 12 to 19 April 2010", "on 12 and 19 April 2010"])
def test_the_last_day_of_a_range_is_no_date(text: str) -> None:
    english = CONVENTIONS["en"]
    assert list(facts.dates_of(text, english.dates.day, english.proofreading.range_words)) == []


def test_dates_are_read_by_the_pattern_that_prints_them() -> None:
    date = datetime.date(2009, 9, 1)
    for language in CONVENTIONS.values():
        pattern = language.dates.day
        assert list(facts.dates_of(f"x {pattern.format_date(date)} x", pattern, ())) == [date]


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert list(facts.dates_of("on 31 February 2009", CONVENTIONS["en"].dates.day, ())) == []


@given(st.lists(st.integers(0, 99999), max_size=5))
def test_numbers_are_the_same_in_any_digits(numbers: list[int]) -> None:
    text = "; ".join(map(str, numbers))
    arabic = text.translate({ord("0") + value: chr(0x660 + value) for value in range(10)})
    assert facts.numbers_of(arabic) == facts.numbers_of(text)
    assert facts.numbers_of(text).total() == len(numbers)
