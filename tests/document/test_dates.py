"""The dates of the United Nations' documents, language by language; CLDR's own differ in four languages of six."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.dates import DatePattern, DatePatterns, RangePatterns, cldr_months
from guidegen.document.language import Language
from tests.conftest import LANGUAGES

Day = tuple[int, int, int]

DATES: dict[str, dict[Day, str]] = {
    "ar": {
        (2009, 2, 27): "27 شباط/فبراير 2009",
        (2018, 9, 1): "1 أيلول/سبتمبر 2018",
        (2004, 12, 20): "20 كانون الأول/ديسمبر 2004",
    },
    "zh": {(2003, 6, 5): "2003年6月5日", (1996, 7, 23): "1996年7月23日", (2010, 4, 1): "2010年4月1日"},
    "en": {(2009, 2, 27): "27 February 2009", (2018, 9, 24): "24 September 2018", (1950, 12, 1): "1 December 1950"},
    "fr": {(2018, 9, 24): "24 septembre 2018", (1950, 12, 1): "1er décembre 1950", (1948, 8, 13): "13 août 1948"},
    "ru": {(2010, 12, 21): "21 декабря 2010 года", (2009, 2, 27): "27 февраля 2009 года", (2010, 5, 1): "1 мая 2010 года"},
    "es": {(2018, 9, 24): "24 de septiembre de 2018", (2009, 2, 27): "27 de febrero de 2009", (2010, 4, 1): "1 de abril de 2010"},
}
RANGES: dict[str, dict[tuple[Day, Day], str]] = {
    "ar": {
        ((2010, 4, 12), (2010, 4, 19)): "12-19 نيسان/أبريل 2010",
        ((2009, 6, 30), (2009, 7, 2)): "30 حزيران/يونيه-2 تموز/يوليه 2009",
        ((2009, 12, 30), (2010, 1, 2)): "30 كانون الأول/ديسمبر 2009-2 كانون الثاني/يناير 2010",
    },
    "zh": {
        ((2022, 5, 16), (2022, 5, 20)): "2022年5月16日至20日",
        ((2012, 11, 26), (2012, 12, 7)): "2012年11月26日至12月7日",
        ((2009, 12, 30), (2010, 1, 2)): "2009年12月30日至2010年1月2日",
    },
    "en": {
        ((2021, 3, 7), (2021, 3, 12)): "7–12 March 2021",
        ((2009, 6, 30), (2009, 7, 2)): "30 June–2 July 2009",
        ((2009, 12, 30), (2010, 1, 2)): "30 December 2009–2 January 2010",
    },
    "fr": {
        ((2010, 4, 12), (2010, 4, 19)): "12-19 avril 2010",
        ((2009, 7, 1), (2009, 7, 3)): "1er-3 juillet 2009",
        ((2009, 6, 30), (2009, 7, 1)): "30 juin-1er juillet 2009",
        ((2009, 12, 30), (2010, 1, 1)): "30 décembre 2009-1er janvier 2010",
    },
    "ru": {
        ((2021, 3, 7), (2021, 3, 12)): "7–12 марта 2021 года",
        ((2009, 6, 30), (2009, 7, 2)): "30 июня — 2 июля 2009 года",
        ((2009, 12, 30), (2010, 1, 2)): "30 декабря 2009 года — 2 января 2010 года",
    },
    "es": {
        ((2010, 4, 12), (2010, 4, 19)): "12 a 19 de abril de 2010",
        ((2009, 6, 30), (2009, 7, 2)): "30 de junio a 2 de julio de 2009",
        ((2009, 12, 30), (2010, 1, 2)): "30 de diciembre de 2009 a 2 de enero de 2010",
    },
}
ENGLISH = DatePatterns(
    DatePattern("en_GB", "{day} {month} {year}"),
    RangePatterns(
        "{first_day}–{last_day} {last_month} {last_year}",
        "{first_day} {first_month}–{last_day} {last_month} {last_year}",
        "{first_day} {first_month} {first_year}–{last_day} {last_month} {last_year}",
    ),
)
days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))


def test_every_language_has_its_dates_here() -> None:
    assert DATES.keys() == RANGES.keys() == set(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_date_is_printed_as_the_united_nations_print_it(code: str, languages: dict[str, Language]) -> None:
    for day, printed in DATES[code].items():
        assert languages[code].dates.format_date(datetime.date(*day)) == printed


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_range_of_days_is_printed_as_the_united_nations_print_it(code: str, languages: dict[str, Language]) -> None:
    for (first, last), printed in RANGES[code].items():
        assert languages[code].dates.format_range(datetime.date(*first), datetime.date(*last)) == printed


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_meeting_of_one_day_has_a_date_and_no_range(code: str, languages: dict[str, Language]) -> None:
    dates = languages[code].dates
    day = datetime.date(2009, 7, 1)
    assert dates.format_range(day, day) == dates.format_date(day)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_twelve_months_have_twelve_names(code: str, languages: dict[str, Language]) -> None:
    names = [languages[code].dates.day.month(datetime.date(2009, month, 1)) for month in range(1, 13)]
    assert len(set(names)) == 12


def test_arabic_months_have_both_names_with_june_and_july_as_the_united_nations_spell_them(arabic: Language) -> None:
    names = [arabic.dates.day.month(datetime.date(2009, month, 1)) for month in range(1, 13)]
    assert all("/" in name for name in names)
    assert (names[5], names[6]) == ("حزيران/يونيه", "تموز/يوليه")


@pytest.mark.parametrize("code", ["ar", "zh", "ru"])
def test_the_masthead_is_dated_in_english_where_it_stays_in_english(code: str, languages: dict[str, Language]) -> None:
    assert languages[code].masthead.date.format_date(datetime.date(2020, 12, 15)) == "15 December 2020"


@given(days)
def test_a_date_names_its_day_month_and_year(day: datetime.date) -> None:
    assert ENGLISH.format_date(day) == f"{day.day} {day:%B} {day.year}"


@given(days, days)
def test_a_range_names_both_its_ends(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    printed = ENGLISH.format_range(first, last)
    assert printed.endswith(ENGLISH.format_date(last))
    assert printed.startswith(str(first.day))
    assert str(first.year) in printed
    assert ENGLISH.day.month(first) in printed


def test_the_first_of_a_month_is_written_its_own_way_wherever_it_stands() -> None:
    pattern = DatePattern(tuple("ABCDEFGHIJKL"), "{day}.{month}", first_day="1er")
    assert pattern.format_date(datetime.date(2009, 3, 1)) == "1er.C"
    assert pattern.format_date(datetime.date(2009, 3, 21)) == "21.C"


def test_months_of_cldr_are_in_the_form_that_a_date_takes() -> None:
    assert cldr_months("ru")[0] == "января"
    assert cldr_months("es")[8] == "septiembre"
