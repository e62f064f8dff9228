"""The report as SARIF, held to the schema that OASIS publishes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for

from guidegen.check.configuration import Verdict
from guidegen.check.documentation import rule_texts
from guidegen.check.reports.sarif import sarif
from guidegen.errors import Finding, Source
from tests.check.reports.verdicts import NOTHING, VERDICT

SCHEMA = json.loads((Path(__file__).parents[2] / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))


def faults(log: Any) -> list[str]:
    kind = validator_for(SCHEMA)
    return [error.message for error in kind(SCHEMA, format_checker=kind.FORMAT_CHECKER).iter_errors(log)]


@pytest.mark.parametrize("verdict", [VERDICT, NOTHING], ids=["findings", "nothing"])
def test_the_log_is_valid(verdict: Verdict) -> None:
    log = json.loads(sarif(verdict))
    assert faults(log) == []
    assert log["$schema"] == SCHEMA["id"]


def test_the_schema_refuses_what_is_none() -> None:
    log = json.loads(sarif(VERDICT))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert faults(log)


def test_there_is_one_descriptor_for_each_rule_and_results_name_theirs() -> None:
    (run,) = json.loads(sarif(VERDICT))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(rule_texts())
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_places_are_relative_uris_with_forward_strokes() -> None:
    (run,) = json.loads(sarif(VERDICT))["runs"]
    first, second, _ = (result["locations"][0]["physicalLocation"] for result in run["results"])
    assert first["artifactLocation"] == {"uri": "content/a%20b/50%25%2C%C3%A9.md", "uriBaseId": "%SRCROOT%"}
    assert first["region"] == {"startLine": 3, "startColumn": 7}
    assert "region" not in second


def test_a_file_outside_of_the_project_has_a_place_of_its_own() -> None:
    (run,) = json.loads(sarif(Verdict((Finding(Source("/tmp/a b.pdf"), "parity-notes", "a"),))))["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "file:///tmp/a%20b.pdf"}}


def test_what_is_ignored_is_suppressed_with_its_reason() -> None:
    (run,) = json.loads(sarif(VERDICT))["runs"]
    assert [result.get("suppressions") for result in run["results"]] == [
        None,
        None,
        [{"kind": "external", "justification": "it is a <title>"}],
    ]


def test_what_was_not_checked_is_a_notification() -> None:
    (run,) = json.loads(sarif(VERDICT))["runs"]
    assert [one["message"]["text"] for one in run["invocations"][0]["toolExecutionNotifications"]] == ["parity was not checked"]
