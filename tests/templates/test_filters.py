"""What templates print values with."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from guidegen.document.language import Language
from guidegen.templates.filters import PENDING, finalize, language_filters

DAY = datetime.date(2009, 12, 1)
DAYS = SimpleNamespace(first=datetime.date(2010, 4, 12), last=datetime.date(2010, 4, 19))

PRINTED = {
    "en": ("1 December 2009", "1 December 2009", "12–19 April 2010", "III"),
    "fr": ("1er décembre 2009", "1er décembre 2009", "12-19 avril 2010", "III"),
    "es": ("1 de diciembre de 2009", "1 de diciembre de 2009", "12 a 19 de abril de 2010", "III"),
    "ru": ("1 декабря 2009 года", "1 December 2009", "12–19 апреля 2010 года", "III"),
    "zh": ("2009年12月1日", "1 December 2009", "2010年4月12日至19日", "三"),
    "ar": ("1 كانون الأول/ديسمبر 2009", "1 December 2009", "12-19 نيسان/أبريل 2010", "ثالثاً"),
}


@pytest.mark.parametrize("code", PRINTED)
def test_dates_and_chapter_numbers_are_printed_by_the_conventions(code: str, languages: dict[str, Language]) -> None:
    filters = language_filters(languages[code])
    assert (filters["day"](DAY), filters["masthead_day"](DAY), filters["days"](DAYS), filters["heading_number"](3)) == PRINTED[
        code
    ]


@pytest.mark.parametrize("name", ["day", "masthead_day", "days"])
def test_a_pending_day_prints_as_pending(name: str, english: Language) -> None:
    assert language_filters(english)[name]("pending") == PENDING


def test_a_number_has_the_digits_of_the_language(english: Language) -> None:
    assert language_filters(english)["number"](2225) == "2225"


@pytest.mark.parametrize("value", ["Pending", "pending item", "", 0, None])
def test_only_the_pending_value_becomes_a_pending_mark(value: object) -> None:
    assert finalize(value) is value
    assert finalize("pending") == PENDING
