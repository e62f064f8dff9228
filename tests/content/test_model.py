from __future__ import annotations

import datetime
from functools import partial

import pytest

from guidegen.content.model import Checklist, Congress, Days, MeetingFacts, NoFacts, Outline, ProseFacts, TopicFacts
from guidegen.errors import Source
from guidegen.resources.files import SourceFile
from guidegen.resources.validation import validate
from guidegen.resources.yaml_reader import LocatedText, parse_yaml
from tests.marked import MARK, findings, told

CONGRESS = """\
number: 12
source_language: en
name: Twelfth Congress
guide_title: Guide
theme: Theme
place: pending
dates: pending
as_of: 2009-02-27
"""
DATE = "must be a date such as 2009-02-27"


def read(text: str, model: type = Congress) -> object:
    return validate(parse_yaml(SourceFile("content/file.yaml", text)), model)


def congress(key: str, value: str) -> str:
    """The congress with another value of *key*, marked at the key or where *value* has its mark."""
    lines = [line for line in CONGRESS.splitlines() if not line.startswith(f"{key}:")]
    mark = "" if MARK in value else MARK
    return "\n".join([*lines, f"{mark}{key}: {value}"])


def test_a_congress_knows_its_facts() -> None:
    made = read(CONGRESS)
    assert isinstance(made, Congress)
    assert (made.number, made.place, made.dates, made.as_of) == (12, "pending", "pending", datetime.date(2009, 2, 27))
    assert made.verified


def test_a_record_knows_where_it_stands() -> None:
    made = read(CONGRESS.replace("dates: pending", "dates:\n  first: 2010-04-12\n  last: 2010-04-19"))
    assert isinstance(made, Congress)
    assert isinstance(made.dates, Days)
    assert made.source == Source("content/file.yaml", 1, 1)
    assert made.dates.source == Source("content/file.yaml", 8, 3)
    assert Days(first=datetime.date(2010, 4, 12), last=datetime.date(2010, 4, 12)).source == Source("")


def test_a_name_keeps_its_place() -> None:
    made = read(CONGRESS)
    assert isinstance(made, Congress)
    assert isinstance(made.source_language, LocatedText)
    assert made.source_language.source == Source("content/file.yaml", 2, 18)


@pytest.mark.parametrize(("last", "days"), [("2010-04-12", 1), ("2010-04-19", 8), ("2010-05-01", 20)])
def test_a_range_of_days_counts_its_last_day(last: str, days: int) -> None:
    made = read(f"{{first: 2010-04-12, last: {last}}}", Days)
    assert isinstance(made, Days)
    assert made.days == days


@pytest.mark.parametrize(
    "value",
    ["0209-02-27", "'2009-02-27'", "20090227", "2009", "2009-02-27 10:00:00", "27 February 2009", "true", "[2009-02-27]", ""],
)
def test_a_date_is_nothing_but_a_date(value: str) -> None:
    assert told(congress("as_of", value), partial(_as, Congress)) == [f'"as_of" {DATE}']


def test_a_day_that_no_calendar_has_is_told() -> None:
    assert told(congress("as_of", "►2009-02-30"), partial(_as, Congress)) == [
        '"2009-02-30" is no date (put it in quotes if it is a text)'
    ]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("soon", '"dates" must be a group of keys or "pending"'),
        ("2010-04-12", '"dates" must be a group of keys or "pending"'),
        ("{►first: soon, last: 2010-04-19}", f'"first" {DATE}'),
        ("{first: 2010-04-19, last: 2010-04-12}", '"dates": the last day is before the first'),
    ],
)
def test_days_are_a_range_in_order_or_pending(value: str, sentence: str) -> None:
    assert told(congress("dates", value), partial(_as, Congress)) == [sentence]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("twelve", "must be a whole number"),
        ("'12'", "must be a whole number"),
        ("yes", "must be a whole number"),
        ("12.0", "must be a whole number"),
        ("0", "must be at least 1"),
        ("-12", "must be at least 1"),
    ],
)
def test_a_number_is_nothing_but_a_whole_number_from_1(value: str, sentence: str) -> None:
    assert told(congress("number", value), partial(_as, Congress)) == [f'"number" {sentence}']


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("''", '"theme" must be a text with words in it'),
        ("'  '", '"theme" must be a text with words in it'),
        ("5", '"theme" must be a text (put it in quotes)'),
        ("No", '"theme" must be a text (put it in quotes)'),
        ("[a]", '"theme" must be a text'),
        ("Our **bold** theme", '"theme": bold text is not used here'),
        ("A `<b>` and a <b>", '"theme": code is not used here; HTML is not used here'),
        ("A theme[^note]", '"theme": [^note] calls a note, and only a Markdown file has notes'),
    ],
)
def test_a_text_is_words_in_the_dialect_of_the_content(value: str, sentence: str) -> None:
    assert told(congress("theme", value), partial(_as, Congress)) == [sentence]


@pytest.mark.parametrize("value", ["5", "[a]", "''"])
def test_a_place_is_a_text_or_pending(value: str) -> None:
    (sentence,) = told(congress("place", value), partial(_as, Congress))
    assert sentence.startswith('"place" must be "pending" or a text')


def test_a_chapter_needs_a_title_unless_it_holds_annexes() -> None:
    marked = "chapters:\n  - ►{id: a, holds: topics}\n  - {id: b, holds: annexes}\ntopics: []\n"
    assert told(marked, partial(_as, Outline)) == ['item 1 of "chapters": a chapter needs a title']


def test_an_outline_is_told_all_that_is_wrong_with_it() -> None:
    marked = """\
chapters:
  - {id: a, title: A, ►holds: topix}
►topics: youth
workshops: [►5]
contents: {►depth: 9, columns: [page, ►pages]}
►annex_notes: numerals
►anexes: []
"""
    assert told(marked, partial(_as, Outline)) == [
        '"holds" must be "introduction", "topics", "workshops", "topics_with_workshops" or "annexes" (did you mean "topics"?)',
        '"topics" must be a list',
        'item 1 of "workshops" must be a text (put it in quotes)',
        '"depth" must be at most 4',
        'item 2 of "columns" must be "paragraphs" or "page" (did you mean "page"?)',
        '"annex_notes" must be "numbers" or "letters" (did you mean "numbers"?)',
        'unknown key "anexes" (did you mean "annexes"?)',
    ]


def test_a_topic_is_told_all_that_is_wrong_with_it() -> None:
    marked = "title: T\nnumbers: {►congress: three, ►regional: 4.5}\n►documents: A/CONF.213/9\n►institute: [unafei]\n►item: 3\n"
    assert told(marked, partial(_as, TopicFacts)) == [
        '"congress" must be a whole number',
        '"regional" must be a text or a whole number (put it in quotes)',
        '"documents" must be a list',
        'unknown key "institute" (did you mean "institutes"?)',
        '"item" must be a text (put it in quotes)',
    ]


@pytest.mark.parametrize(("regional", "value"), [("4 (f)", "4 (f)"), ("4", 4), ("null", None)])
def test_a_topic_has_a_number_on_the_regional_agenda_a_letter_or_none(regional: str, value: object) -> None:
    made = read(f"title: T\nnumbers: {{congress: 3, regional: {regional}}}", TopicFacts)
    assert isinstance(made, TopicFacts)
    assert made.numbers.regional == value


def test_a_meeting_is_told_all_that_is_wrong_with_it() -> None:
    marked = "►►region: 5\ntitle: T\nplace: pending\n►date: pending\n►languages: en\nworking_languages: [►no]\n"
    assert told(marked, partial(_as, MeetingFacts)) == [
        '"region" must be a text (put it in quotes)',
        'missing key "dates"',
        'unknown key "date" (did you mean "dates"?)',
        '"languages" must be a list',
        'item 1 of "working_languages" must be a text (put it in quotes)',
    ]


def test_a_meeting_has_a_language() -> None:
    marked = "region: R\ntitle: T\nplace: pending\ndates: pending\n►languages: []\n"
    assert told(marked, partial(_as, MeetingFacts)) == ['"languages" must be a list with something in it']


def test_a_checklist_is_told_all_that_is_wrong_with_it() -> None:
    marked = """\
title: C
introduction: {►lead: 5}
►columns: {question: Q, yes: Y, partly: P, no: N, ►remark: R}
groups:
  youth: {►q: [a]}
  ►urban: x
"""
    assert told(marked, partial(_as, Checklist)) == [
        '"lead" must be a text (put it in quotes)',
        'missing key "remarks"',
        'unknown key "remark" (did you mean "remarks"?)',
        '"q" must be a text',
        '"urban" must be a group of keys',
    ]


@pytest.mark.parametrize("model", [Congress, Outline, TopicFacts, ProseFacts, MeetingFacts, Checklist])
def test_an_empty_file_lacks_every_key_that_must_be_there(model: type) -> None:
    required = [name for name, field in model.model_fields.items() if field.is_required()]  # type: ignore[attr-defined]
    found = findings(lambda: read("# nothing yet\n", model))
    assert [finding.message for finding in found] == [f'missing key "{name}"' for name in required]
    assert {finding.source for finding in found} == {Source("content/file.yaml", 1)}


def test_what_has_no_facts_takes_none() -> None:
    assert told("►title: T", partial(_as, NoFacts)) == ['unknown key "title"']


def _as(model: type, file: SourceFile) -> object:
    return validate(parse_yaml(file), model)
