"""guidegen check: findings by file and line, and an exit code."""

from __future__ import annotations

import json
from collections.abc import Callable

import docx
import pytest
from click.testing import Result
from lxml import etree

from guidegen.cli.check import FORMS
from guidegen.resources.project import Project
from tests.conftest import CHECKOUT

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
    assert (result.exit_code, result.stdout, result.stderr) == (0, "0 findings\nparity: not checked\n", "")


def test_quiet_says_nothing_where_nothing_is_wrong(check: Run):
    assert check("--quiet", "--language", "en").output == ""


def test_an_error_is_told_on_standard_error_and_ends_with_one(check: Run, replace: Replace):
    replace(PROSE, "title: Crime", "titel: Crime")
    result = check()
    assert result.exit_code == 1
    assert f'{PROSE}:2:1: error: unknown key "titel" (did you mean "title"?)' in result.stderr
    assert result.stdout == "2 findings\nparity: not checked\n"


def test_a_finding_that_concerns_all_guides_is_told_once(check: Run, replace: Replace):
    replace(PROSE, "{#background}\n", "")
    assert check().stderr.count("id-missing") == 1


def test_a_warning_ends_with_zero(check: Run, replace: Replace):
    replace("content/issuances.yaml", "  symbol:", "  word_limit: 10\n  symbol:")
    result = check("--language", "en")
    assert (result.exit_code, result.stdout) == (0, "1 finding\nparity: not checked\n")
    assert "warning: the guide has" in result.stderr


def test_a_character_that_no_font_can_print_is_told_with_its_place(check: Run, replace: Replace):
    replace(PROSE, "describe what", "ሀ describe what")
    result = check("--language", "en")
    assert result.exit_code == 1
    assert f"{PROSE}:11" in result.stderr
    assert "no font of this language has a glyph for ሀ (U+1200)" in result.stderr


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
    assert check("--language", "en", "--region", "capital-city").stdout == "0 findings\nparity: not checked\n"
    told = check("--language", "en").stderr
    assert "content/meetings/north/meeting.yaml" in told
    assert "locales/fr" not in told
    assert "locales/fr" in check().stderr


def test_a_language_that_no_meeting_has_is_not_held_to_the_rules_of_guides(check: Run, write: Write, starter: Project):
    """An approved guide that nobody will ever build lacks no translations."""
    write("locales/xx/conventions.yaml", starter.path("locales/fr/conventions.yaml").read_text(encoding="utf-8"))
    assert check().stdout == "0 findings\nparity: not checked\n"
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
    assert (result.exit_code, result.stdout) == (1, "1 finding\nparity: not checked\n")


# -- approved issuances, configuration, reports, parity ------------------------------------------------------------------------


def test_every_approved_issuance_is_checked_and_not_only_the_default_one(check: Run, starter: Project):
    place = starter.path("content/issuances.yaml")
    text = place.read_text(encoding="utf-8")
    other = (
        text.replace("draft:", "final:", 1)
        .replace("default: true", "default: false")
        .replace("status: draft", "status: approved")
    )
    place.write_text(text + other, encoding="utf-8")
    assert "[approved-pending]" in check("--language", "en").stderr


def test_a_reference_document_without_a_style_is_told(check: Run, starter: Project):
    place = starter.path("templates/docx/reference.docx")
    place.parent.mkdir(parents=True)
    made = docx.Document(str(CHECKOUT.path("templates/docx/reference.docx")))
    style = made.styles["Box Title"]
    style.element.getparent().remove(style.element)
    made.save(str(place))
    told = check("--language", "en").stderr
    assert 'templates/docx/reference.docx: error: there is no style "Box Title" in it' in told


def test_the_texts_of_each_language_are_held_to_its_conventions(check: Run, replace: Replace):
    replace("locales/fr/conventions.yaml", 'question: ["", "?"]', 'question: ["¿", "?"]')
    assert "[question-mark]" in check().stderr
    assert "[question-mark]" not in check("--language", "en").stderr


def test_the_project_weighs_and_ignores_rules(check: Run, replace: Replace, write: Write):
    replace(PROSE, "plans that rest", "30% of plans that rest")
    assert check("--language", "en").exit_code == 0
    write("setup.cfg", "[guidegen:check]\nseverity =\n    wording = error\n")
    assert check("--language", "en").exit_code == 1
    write("setup.cfg", "[guidegen:check]\nignore =\n    wording content/topics/*: a table of figures\n")
    assert check("--language", "en").stdout == "0 findings, 1 ignored\nparity: not checked\n"


def test_a_fault_of_the_configuration_is_told_with_its_line(check: Run, write: Write):
    write("setup.cfg", "[guidegen:check]\nignore =\n    wordin: so\n")
    result = check()
    assert result.exit_code == 1
    assert 'setup.cfg:3:5: error: there is no rule "wordin" (did you mean "wording"?)' in result.stderr


@pytest.mark.parametrize("form", FORMS[1:])
def test_a_report_is_all_that_is_printed(check: Run, replace: Replace, form: str):
    replace(PROSE, "plans that rest", "30% of plans that rest")
    result = check("--report", form, "--language", "en")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "wording" in result.stdout
    parse = {"json": json.loads, "sarif": json.loads, "junit": etree.fromstring, "github": str}[form]
    assert parse(result.stdout) is not None


def test_paths_in_a_report_begin_at_the_top_of_the_repository(check: Run, replace: Replace, starter: Project):
    (starter.root.parent / ".git").mkdir()
    replace(PROSE, "plans that rest", "30% of plans that rest")
    (row,) = json.loads(check("--report", "json", "--language", "en").stdout)["findings"]
    assert row["path"] == f"project/{PROSE}"


def test_a_rule_is_explained_and_nothing_is_checked(check: Run):
    result = check("--explain", "lone-heading")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("lone-heading (error)\n")


def test_an_unknown_rule_is_a_usage_error_with_the_nearest_one(check: Run):
    result = check("--explain", "lone-headin")
    assert result.exit_code == 2
    assert 'did you mean "lone-heading"?' in result.stderr


def test_built_guides_are_compared(guidegen: Run, check: Run, starter: Project):
    output = starter.root / "build"
    formats = ("--format", "html", "--format", "text", "--format", "akn")
    assert guidegen("build", "--project", starter.root, "--output", output, "--jobs", 1, *formats).exit_code == 0
    assert check("--built", output).output == "0 findings\n"
    place = next(output.rglob("*-fr.txt"))
    place.write_bytes(place.read_bytes() + b"more")
    result = check("--built", output)
    assert result.exit_code == 1
    assert f"{place.relative_to(starter.root).as_posix()}: error: the file is not the one that was built" in result.stderr
    assert check("--built", output, "--language", "en").exit_code == 0


def test_a_folder_in_which_nothing_was_built_is_told_and_parity_is_not_checked(check: Run, starter: Project):
    result = check("--built", starter.root / "nowhere")
    assert result.exit_code == 1
    assert "[built-file]" in result.stderr
    assert result.stdout == "1 finding\nparity: not checked\n"
