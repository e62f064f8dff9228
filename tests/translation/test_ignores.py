"""What translators let pass."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.errors import Finding, Severity
from guidegen.resources.project import Project
from guidegen.translation.ignores import ignores_of, language_findings, without_ignored
from tests.translation.rules.segments import PLACE, message

KNOWN = ("glossary", "numbers")
FINDING = Finding(PLACE, "glossary", "a term")


def rules(findings: list[Finding], *comments: str) -> list[str]:
    return [finding.rule for finding in without_ignored(findings, message("a", "b", *comments), KNOWN)]


def test_a_comment_with_a_reason_lets_its_rule_pass_and_no_other() -> None:
    comment = "guidegen: ignore=glossary the workshop of a prison"
    assert rules([FINDING], comment) == []
    assert rules([FINDING, Finding(PLACE, "numbers", "12")], comment) == ["numbers"]
    assert rules([FINDING], "the workshop of a prison") == ["glossary"]


def test_a_comment_may_name_several_rules() -> None:
    ignores = ignores_of(message("a", "b", "guidegen: ignore=glossary,numbers cited in English"))
    assert [(ignore.rule, ignore.reason) for ignore in ignores] == [
        ("glossary", "cited in English"),
        ("numbers", "cited in English"),
    ]


def test_a_comment_without_a_reason_lets_nothing_pass() -> None:
    assert rules([FINDING], "guidegen: ignore=glossary") == ["glossary", "ignore-reason"]


def test_a_comment_that_lets_nothing_pass_is_a_warning() -> None:
    found = list(without_ignored([], message("a", "b", "guidegen: ignore=glossary a reason"), KNOWN))
    assert [(finding.rule, finding.severity) for finding in found] == [("ignore-unused", Severity.WARNING)]


def test_a_rule_that_there_is_not_is_told_with_the_nearest() -> None:
    found = list(without_ignored([FINDING], message("a", "b", "guidegen: ignore=glosary a reason"), KNOWN))
    assert [finding.rule for finding in found] == ["glossary", "ignore-unknown"]
    assert found[1].hint == 'did you mean "glossary"?'


def test_a_rule_that_a_language_ignores_and_there_is_not_is_told_with_its_line(
    starter: Project, write: Callable[[str, str], None]
) -> None:
    path = "locales/fr/conventions.yaml"
    text = starter.path(path).read_text(encoding="utf-8")
    write(path, f"{text}  ignore:\n    glosary: a reason\n")
    (finding,) = language_findings(starter, "fr", ["glosary", "glossary"], KNOWN)
    assert (str(finding.source), finding.rule) == (f"{path}:{text.count(chr(10)) + 2}:5", "ignore-unknown")


@pytest.mark.parametrize("ignored", [[], ["glossary"]])
def test_rules_that_there_are_may_be_ignored(starter: Project, ignored: list[str]) -> None:
    assert list(language_findings(starter, "fr", ignored, KNOWN)) == []
