"""The report as JUnit XML."""

from __future__ import annotations

from lxml import etree

from guidegen.check.documentation import rule_groups, rule_texts
from guidegen.check.reports.junit import NOT_CHECKED, junit
from tests.check.reports.verdicts import NOTHING, VERDICT


def test_errors_fail_and_warnings_pass_with_their_words() -> None:
    (suite,) = etree.fromstring(junit(VERDICT))
    error, warning, ignored, parity = suite[:4]
    assert error.get("file") == "content/a b/50%,é.md"
    assert error.get("line") == "3"
    assert error.find("failure").get("type") == "question-mark"
    assert warning.find("failure") is None
    assert "too \ufffd long" in warning.findtext("system-out")
    assert ignored.find("skipped").get("message") == "it is a <title>"
    assert parity.find("skipped").get("message") == "parity was not checked"


def test_the_numbers_are_those_of_the_cases() -> None:
    (suite,) = etree.fromstring(junit(VERDICT))
    assert (suite.get("failures"), suite.get("skipped"), suite.get("errors")) == ("1", "2", "0")
    assert suite.get("tests") == str(len(suite))


def test_rules_without_findings_pass_but_for_those_that_were_not_checked() -> None:
    passed = {case.get("name") for case in etree.fromstring(junit(VERDICT))[0] if not len(case)}
    assert "lone-heading" in passed
    assert not passed & {"question-mark", "word-limit", "emphasis", *rule_groups()["Parity"], *rule_groups()["Machine"]}
    everything = {case.get("name") for case in etree.fromstring(junit(NOTHING))[0]}
    assert rule_texts().keys() - everything == {rule for name in NOT_CHECKED for rule in rule_groups()[name]}
