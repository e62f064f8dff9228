"""Dates in the languages' own forms, and in others."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.check.dates import example, odd_dates
from guidegen.document.language import Language
from tests.conftest import LANGUAGES

DAYS = st.dates(datetime.date(1945, 1, 1), datetime.date(2030, 12, 31))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "February 27, 2009"), ("en", "February 27th, 2009"), ("en", "27th February 2009"), ("en", "the 3rd of March 2009"),
        ("en", "27/02/2009"), ("en", "27.2.2009"), ("en", "2009-02-27"), ("en", "12-19 April 2010"), ("en", "12 — 19 April 2010"),
        ("fr", "1 décembre 1950"), ("fr", "2ème décembre 1950"), ("fr", "27/02/2009"),
        ("es", "12-19 de abril de 2010"), ("es", "27º de febrero de 2009"),
        ("ru", "27-го февраля 2009 года"), ("ru", "27.02.2009"),
        ("ar", "27 فبراير 2009"), ("ar", "27 شباط 2009"), ("zh", "2009-02-27"),
    ],
)  # fmt: skip
def test_a_date_in_another_form_is_found(languages: dict[str, Language], code: str, words: str):
    assert len(list(odd_dates(f"({words})", languages[code]))) == 1, words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "from 18 to 25 April 2005"), ("en", "12–19 April 2010"), ("en", "in April 2005"), ("en", "on 1 May 2009"),
        ("en", "in March 20 States met"), ("en", "May 68 was"), ("en", "paragraphs 12-19"), ("en", "the years 1995-2004"),
        ("en", "A/63/2/2009"), ("en", "No. 12.3"), ("en", "18 Marchers"),
        ("fr", "1er décembre 1950"), ("fr", "du 11 décembre 1950"), ("fr", "21 décembre"), ("fr", "12-19 avril 2010"),
        ("es", "12 a 19 de abril de 2010"), ("ru", "27 февраля 2009 года"),
        ("ar", "27 شباط/فبراير 2009"), ("zh", "2009年2月27日"), ("zh", "2010年4月12日至19日"),
    ],
)  # fmt: skip
def test_a_date_in_the_languages_own_form_is_not(languages: dict[str, Language], code: str, words: str):
    assert list(odd_dates(f"({words})", languages[code])) == [], words


@pytest.mark.parametrize("code", LANGUAGES)
@given(day=DAYS, length=st.integers(0, 400))
def test_what_guidegen_prints_is_never_found(languages: dict[str, Language], code: str, day: datetime.date, length: int):
    language = languages[code]
    printed = language.dates.format_range(day, day + datetime.timedelta(days=length))
    assert list(odd_dates(f"on {printed}, and {language.dates.format_date(day)}.", language)) == []


def test_the_hint_shows_a_date_and_a_range(english: Language):
    assert example(english) == "such as 27 February 2009 and 25–27 February 2009"
