"""guidegen list: what there is, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from guidegen.cli.list import KINDS, table
from guidegen.loading import Loaded
from guidegen.resources.project import Project
from tests.conftest import LANGUAGES, MEETINGS

Run = Callable[..., Result]
Replace = Callable[[str, str, str], None]


@pytest.fixture
def listed(guidegen: Run, starter: Project) -> Callable[[str], object]:
    """List something of the starter project as JSON."""
    return lambda kind: json.loads(guidegen("list", kind, "--json", "--project", starter.root).stdout)


def test_regions_have_their_place_and_dates(listed: Callable[[str], object]):
    assert listed("regions") == [
        {"id": "capital-city", "region": "Capital City", "place": "Capital City", "dates": "2009-09-08/2009-09-10"}
    ]


def test_a_pending_place_is_called_so(listed: Callable[[str], object], replace: Replace):
    replace("content/meetings/capital-city/meeting.yaml", "place: Capital City", "place: pending")
    assert [row["place"] for row in listed("regions")] == ["pending"]  # type: ignore[attr-defined]


def test_languages_have_their_names(listed: Callable[[str], object]):
    assert listed("languages") == [
        {"id": "en", "name": "English", "autonym": "English"},
        {"id": "fr", "name": "French", "autonym": "Français"},
    ]


def test_topics_have_their_number_on_the_agenda(listed: Callable[[str], object]):
    assert listed("topics") == [{"id": "prevention", "kind": "topic", "number": 3, "title": "Crime prevention as public policy"}]


def test_issuances_say_which_is_the_default(listed: Callable[[str], object]):
    assert listed("issuances") == [{"id": "draft", "symbol": "MODEL/2009/CRP.1", "status": "draft", "default": True}]


def test_guides_are_meetings_in_their_languages(listed: Callable[[str], object]):
    assert listed("guides") == [{"region": "capital-city", "language": "en"}, {"region": "capital-city", "language": "fr"}]


def test_guides_are_those_that_a_build_makes(listed: Callable[[str], object], replace: Replace):
    replace("content/issuances.yaml", "  symbol:", "  languages: [fr]\n  symbol:")
    assert listed("guides") == [{"region": "capital-city", "language": "fr"}]


def test_the_shipped_project_has_a_guide_for_each_meeting_and_language(checkout: Loaded):
    rows = [(row["region"], row["language"]) for row in KINDS["guides"](checkout)]
    assert rows == [(one, code) for one in MEETINGS for code in LANGUAGES]


@pytest.mark.parametrize("kind", KINDS)
def test_the_list_for_people_is_aligned_lines(guidegen: Run, starter: Project, kind: str):
    result = guidegen("list", kind, "--project", starter.root)
    assert (result.exit_code, result.stderr) == (0, "")
    assert all(line == line.rstrip() != "" for line in result.stdout.splitlines())


@pytest.mark.parametrize("kind", KINDS)
def test_json_is_json_and_nothing_else_even_where_content_is_broken(guidegen: Run, starter: Project, kind: str):
    starter.path("content/congress.yaml").write_text("number: one\n", encoding="utf-8")
    result = guidegen("list", kind, "--json", "--project", starter.root)
    assert isinstance(json.loads(result.stdout), list)
    assert result.exit_code == 1
    assert "content/congress.yaml:1" in result.stderr


def test_json_keeps_the_letters_of_every_language(guidegen: Run, starter: Project):
    assert "Français" in guidegen("list", "languages", "--json", "--project", starter.root).stdout


def test_an_unknown_kind_is_a_usage_error(guidegen: Run):
    assert guidegen("list", "guide").exit_code == 2


def test_a_table_of_nothing_is_empty():
    assert table([]) == ""


def test_columns_are_as_wide_as_their_widest_cell():
    assert table([{"a": "x", "b": 1}, {"a": "long", "b": None}]) == "x     1\nlong  None"


def test_a_head_names_the_columns():
    assert table([{"a": "x", "long": 1}], head=True) == "a  long\nx  1"
