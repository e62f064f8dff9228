"""The rules about the congress, on both sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.check import congress
from tests.check.conftest import Rule, Told

Replace = Callable[[str, str, str], None]
CONGRESS = "content/congress.yaml"
RULES = (
    congress.sources_as_of,
    congress.congress_duration,
    congress.regions_have_meetings,
    congress.least_developed_meet,
    congress.round_tables_are_named,
    congress.panels_are_named,
)
WORKSHOP = "---\ntitle: A workshop\nnumbers: {congress: 1}\n%s---\n\n{#a}\n## A\n\n{#text}\nWords.\n"


@pytest.fixture
def say(replace: Replace) -> Callable[[str], None]:
    """Add lines to the congress."""
    return lambda words: replace(CONGRESS, "as_of:", f"{words}\nas_of:")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_starter_project_keeps_the_rule(told: Told, rule: Rule):
    assert told(rule) == []


def test_a_source_later_than_the_day_on_which_the_guide_speaks_is_told(told: Told, replace: Replace):
    replace("content/sources.yaml", "date: 2002-07-24", "date: 2009-02-28")
    what = '"crime-prevention-resolution" is of 2009-02-28, after 2009-02-27, the day on which the guide speaks'
    assert told(congress.sources_as_of) == [f"content/sources.yaml:2:3: {what} [source-date]"]


def test_a_source_of_the_day_on_which_the_guide_speaks_is_in_time(told: Told, replace: Replace):
    replace("content/sources.yaml", "date: 2002-07-24", "date: 2009-02-27")
    assert told(congress.sources_as_of) == []


@pytest.mark.parametrize(
    ("consultations", "last", "days"),
    [
        ("", "2010-04-19", 0),
        ("", "2010-04-20", 9),
        ("consultations: pending", "2010-04-19", 0),
        ("consultations: {first: 2010-04-11, last: 2010-04-11}", "2010-04-18", 0),
        ("consultations: {first: 2010-04-11, last: 2010-04-11}", "2010-04-19", 9),
        ("consultations: {first: 2010-04-12, last: 2010-04-12}", "2010-04-19", 0),
        ("consultations: {first: 2010-04-01, last: 2010-04-02}", "2010-04-19", 10),
    ],
)
def test_a_congress_lasts_eight_days_at_most_with_its_consultations(
    told: Told, replace: Replace, say: Callable[[str], None], consultations: str, last: str, days: int
):
    replace(CONGRESS, "dates: pending", f"dates: {{first: 2010-04-12, last: {last}}}")
    say(consultations)
    found = [line.partition(": ")[2] for line in told(congress.congress_duration)]
    assert found == ([f"the congress lasts {days} days, and should not exceed 8 [congress-duration]"] if days else [])


def test_days_that_are_pending_are_not_counted(told: Told, say: Callable[[str], None]):
    say("consultations: {first: 2010-04-01, last: 2010-04-20}")
    assert told(congress.congress_duration) == []


def test_a_region_without_meeting_is_told_where_it_is_named(told: Told, say: Callable[[str], None]):
    say("regions: [capital-city, capitol-city]\nleast_developed_countries: pending")
    assert told(congress.regions_have_meetings) == [f'{CONGRESS}:8:25: there is no meeting "capitol-city" [regions]']


def test_a_meeting_of_no_region_is_told(told: Told, say: Callable[[str], None], write: Callable[[str, str], None]):
    say("regions: [elsewhere]")
    write("content/meetings/elsewhere/meeting.yaml", "region: E\ntitle: E\nplace: E\ndates: pending\nlanguages: [en]\n")
    (finding,) = told(congress.regions_have_meetings)
    assert finding.endswith('the congress does not name the meeting "capital-city" [regions]')


def test_the_meeting_of_the_least_developed_countries_must_exist_too(told: Told, say: Callable[[str], None]):
    say("regions: [capital-city]\nleast_developed_countries: nowhere")
    assert told(congress.regions_have_meetings) == [f'{CONGRESS}:9:28: there is no meeting "nowhere" [regions]']
    assert told(congress.least_developed_meet) == []


def test_a_congress_of_regions_without_the_least_developed_countries_is_told(told: Told, say: Callable[[str], None]):
    say("regions: [capital-city]")
    (finding,) = told(congress.least_developed_meet)
    assert finding.endswith("the congress names no meeting of the least developed countries [least-developed]")


def test_a_meeting_of_the_least_developed_countries_may_be_pending(told: Told, say: Callable[[str], None]):
    say("regions: [capital-city]\nleast_developed_countries: pending")
    assert told(congress.least_developed_meet) == told(congress.regions_have_meetings) == []


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        ("", "draft", "the round tables are not named"),
        ("round_tables: []", "draft", "the round tables are not named"),
        ("round_tables: pending", "draft", ""),
        ("round_tables: pending", "approved", 'the round tables are pending, and the issuance "draft" is approved'),
        ("round_tables: [Courts]", "approved", ""),
    ],
)
def test_round_tables_are_named_or_pending_in_drafts(
    told: Told, replace: Replace, say: Callable[[str], None], words: str, status: str, sentence: str
):
    say(f"regions: [capital-city]\n{words}")
    replace("content/issuances.yaml", "status: draft", f"status: {status}")
    assert [line for line in told(congress.round_tables_are_named) if f": {sentence} [round-tables]" not in line] == []
    assert bool(told(congress.round_tables_are_named)) is bool(sentence)


@pytest.mark.parametrize(
    ("words", "status", "findings"),
    [("", "draft", 1), ("panel: pending\n", "draft", 0), ("panel: pending\n", "approved", 1), ("panel: [A]\n", "approved", 0)],
)
def test_panels_are_named_or_pending_in_drafts(
    told: Told, replace: Replace, write: Callable[[str, str], None], words: str, status: str, findings: int
):
    replace(CONGRESS, "as_of:", "regions: [capital-city]\nas_of:")
    replace("content/issuances.yaml", "status: draft", f"status: {status}")
    write("content/workshops/one.md", WORKSHOP % words)
    assert len(told(congress.panels_are_named)) == findings


def test_a_congress_that_names_no_regions_has_no_such_programme(told: Told, write: Callable[[str, str], None]):
    write("content/workshops/one.md", WORKSHOP % "")
    assert told(congress.panels_are_named) == []
