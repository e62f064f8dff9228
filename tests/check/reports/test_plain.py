"""The report as JSON."""

from __future__ import annotations

import json

from guidegen.check.reports.plain import plain
from tests.check.reports.verdicts import NOTHING, VERDICT


def test_everything_of_a_verdict_is_told() -> None:
    told = json.loads(plain(VERDICT))
    assert told["findings"][0] == {
        "path": "content/a b/50%,é.md", "line": 3, "column": 7, "rule": "question-mark", "severity": "error",
        "message": 'no "?":\nhere, 100%', "hint": "add one",
    }  # fmt: skip
    assert [row["severity"] for row in told["findings"]] == ["error", "warning"]
    assert [(row["rule"], row["reason"]) for row in told["ignored"]] == [("emphasis", "it is a <title>")]
    assert told["not_checked"] == ["parity"]


def test_nothing_is_told_as_such() -> None:
    assert json.loads(plain(NOTHING)) == {"version": 1, "findings": [], "ignored": [], "not_checked": []}
