from __future__ import annotations

import datetime

import pytest

from guidegen.content.reader import Sources
from guidegen.content.sources import Annex, Publication, Treaty
from guidegen.resources.files import SourceFile
from guidegen.resources.validation import validate
from guidegen.resources.yaml_reader import parse_yaml
from tests.marked import told

TYPES = '"treaty", "resolution", "annex", "document", "publication", "instrument"'


def read(file: SourceFile) -> Sources:
    return validate(parse_yaml(file), Sources)


def source(text: str) -> object:
    return read(SourceFile("content/sources.yaml", f"it: {{{text}}}"))["it"]


def test_the_type_of_a_source_says_what_it_is() -> None:
    made = source("type: treaty, title: Convention, date: 2000-11-15, series: {volume: 2225, number: 39574}")
    assert isinstance(made, Treaty)
    assert made.series
    assert (made.series.volume, made.series.number) == (2225, 39574)


def test_a_source_is_dated_by_day_or_year_and_exists_from_the_first() -> None:
    by_year = source("type: publication, title: T, publisher: P, date: 2006")
    by_day = source("type: publication, title: T, publisher: P, date: 2006-05-04")
    assert isinstance(by_year, Publication)
    assert isinstance(by_day, Publication)
    assert by_year.first_day == datetime.date(2006, 1, 1)
    assert by_day.first_day == datetime.date(2006, 5, 4)


def test_an_annex_is_a_part_of_the_resolution_it_stands_in() -> None:
    made = source("type: annex, title: Rules, in: resolution-40-33, date: 1985-11-29")
    assert isinstance(made, Annex)
    assert (made.within, made.part) == ("resolution-40-33", "annex")


@pytest.mark.parametrize("date", ["0", "209", "20090227", "'2006'", "soon", "true", "2006.5", "", "-5"])
def test_a_date_is_a_day_or_a_year(date: str) -> None:
    marked = f"it: {{type: document, symbol: A/1, ►date: {date}}}"
    assert told(marked, read) == ['"date" must be a date such as 2009-02-27 or a year such as 2009']


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        ("►it: {title: T}", 'missing key "type"'),
        (
            "it: {►type: tretay, title: T}",
            f'"type" must be one of {TYPES} (did you mean "treaty"?)',
        ),
        ("►it: A/RES/40/33", '"it" must be a group of keys'),
        ("it: {type: treaty, title: T, date: 2009, series: {►volume: x, number: 1}}", '"volume" must be a whole number'),
        ("it: {type: document, ►symbol: 5, date: 2009}", '"symbol" must be a text (put it in quotes)'),
        ("it: {type: treaty, title: T, date: 2009, ►titel: T}", 'unknown key "titel" (did you mean "title"?)'),
        (
            "it: {type: resolution, ►organ: general-asembly, number: '1', date: 2009}",
            '"organ" must be "general-assembly" or "economic-and-social-council" (did you mean "general-assembly"?)',
        ),
        ("►it: {type: annex, title: T, date: 2009}", 'missing key "in"'),
    ],
)
def test_a_source_that_is_none_is_told(marked: str, sentence: str) -> None:
    assert told(marked, read) == [sentence]


def test_a_part_that_is_no_locator_is_told() -> None:
    (sentence,) = told("it: {type: annex, title: T, in: r, date: 2009, ►part: 'page {3}'}", read)
    assert sentence.startswith('"part": "page" is no locator; known are para.')


def test_all_sources_are_told_in_one_go() -> None:
    marked = "a: {type: treaty, title: T, ►date: x}\n►b: 5\n►c: {type: annex, title: T, date: 2009}\n►d: []"
    assert len(told(marked, read)) == 4
