"""guidegen check: findings by file and line, and an exit code."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from guidegen.resources.project import Project

Run = Callable[..., Result]
Replace = Callable[[str, str, str], None]
Write = Callable[[str, str], None]

PROSE = "content/topics/prevention.md"
OWN = "templates/meetings/capital-city/guide.xml.j2"
CATALOGUE = "locales/fr/LC_MESSAGES/content/topics/prevention.po"


@pytest.fixture
def check(guidegen: Run, starter: Project) -> Run:
    """Check the starter project."""
    return lambda *arguments: guidegen("check", "--project", starter.root, *arguments)


def test_a_project_in_order_has_no_findings(check: Run):
    result = check()
    assert (result.exit_code, result.stdout, result.stderr) == (0, "0 findings\n", "")


def test_quiet_says_nothing_where_nothing_is_wrong(check: Run):
    assert check("--quiet", "--language", "en").output == ""


def test_an_error_is_told_on_standard_error_and_ends_with_one(check: Run, replace: Replace):
    replace(PROSE, "title: Crime", "titel: Crime")
    result = check()
    assert result.exit_code == 1
    assert f'{PROSE}:2:1: error: unknown key "titel" (did you mean "title"?)' in result.stderr
    assert result.stdout == "2 findings\n"


def test_a_finding_that_concerns_all_guides_is_told_once(check: Run, replace: Replace):
    replace(PROSE, "{#background}\n", "")
    assert check().stderr.count("id-missing") == 1


def test_a_warning_ends_with_zero(check: Run, replace: Replace):
    replace("content/issuances.yaml", "  symbol:", "  word_limit: 10\n  symbol:")
    result = check("--language", "en")
    assert (result.exit_code, result.stdout) == (0, "1 finding\n")
    assert "warning: the guide has" in result.stderr


def test_the_rules_about_the_content_are_kept_too(check: Run, replace: Replace):
    replace("content/congress.yaml", "as_of: 2009-02-27", "as_of: 2001-02-27")
    result = check("--language", "en")
    assert result.exit_code == 1
    assert result.stderr.count("[source-date]") == 2


def test_a_broken_catalogue_is_told_with_its_line(check: Run, replace: Replace):
    replace(CATALOGUE, 'msgstr "Contexte"', 'msgstr "Contexte')
    result = check("--language", "fr")
    assert result.exit_code == 1
    assert f"{CATALOGUE}:30: error: not a valid catalogue" in result.stderr


def test_only_the_languages_asked_for_are_checked(check: Run, replace: Replace):
    replace(CATALOGUE, 'msgstr "Contexte"', 'msgstr "Contexte')
    assert check("--language", "en").exit_code == 0


def test_only_the_files_of_the_guides_asked_for_are_told(check: Run, replace: Replace, write: Write):
    replace("locales/fr/conventions.yaml", "direction: ltr", "direction: up")
    write("content/meetings/north/meeting.yaml", "region: North\n")
    assert check("--language", "en", "--region", "capital-city").stdout == "0 findings\n"
    told = check("--language", "en").stderr
    assert "content/meetings/north/meeting.yaml" in told
    assert "locales/fr" not in told
    assert "locales/fr" in check().stderr


def test_a_language_that_no_meeting_has_is_not_held_to_the_rules_of_guides(check: Run, write: Write, starter: Project):
    """An approved guide that nobody will ever build lacks no translations."""
    write("locales/xx/conventions.yaml", starter.path("locales/fr/conventions.yaml").read_text(encoding="utf-8"))
    assert check().stdout == "0 findings\n"
    assert check("--language", "xx").exit_code == 2


def test_an_unknown_region_is_a_usage_error_with_the_nearest_one(check: Run):
    result = check("--region", "capitol-city")
    assert result.exit_code == 2
    assert 'did you mean "capital-city"?' in result.stderr


def test_a_template_that_fails_is_told_with_its_line(check: Run, write: Write):
    write(
        "templates/meetings/capital-city/guide.xml.j2",
        '{% extends "guide/guide.xml.j2" %}\n{% block meta %}{{ x }}{% endblock %}\n',
    )
    result = check()
    assert result.exit_code == 1
    assert f"{OWN}:2: error: 'x' is undefined" in result.stderr


def test_a_source_date_epoch_that_is_no_time_is_told(check: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = check()
    assert (result.exit_code, result.stdout) == (1, "1 finding\n")
