"""The report as SARIF 2.1.0 (OASIS), which code scanning reads: one descriptor for each rule, a result for each finding."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from guidegen import __version__
from guidegen.check.configuration import Verdict
from guidegen.check.documentation import RuleText, rule_texts
from guidegen.errors import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "%SRCROOT%"


def sarif(verdict: Verdict) -> str:
    """Return *verdict* as a SARIF log with one run."""
    index = {name: number for number, name in enumerate(rule_texts())}
    results = [_result(finding, index) for finding in verdict.findings]
    suppressed = [
        _result(finding, index) | {"suppressions": [{"kind": "external", "justification": reason}]}
        for finding, reason in verdict.ignored
    ]
    notices = [{"level": "note", "message": {"text": f"{name} was not checked"}} for name in verdict.unchecked]
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The top of the repository, or the project folder."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notices}],
        "results": [*results, *suppressed],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _driver() -> dict[str, Any]:
    rules = [_descriptor(name, rule) for name, rule in rule_texts().items()]
    return {"name": "guidegen", "version": __version__, "rules": rules}


def _descriptor(name: str, rule: RuleText) -> dict[str, Any]:
    example = f"wrong: {rule.wrong}\nright: {rule.right}"
    return {
        "id": name,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.what} {rule.why}\n\n{example}"},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    hint = f" ({finding.hint})" if finding.hint else ""
    result = {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "message": {"text": finding.message + hint},
        "locations": [{"physicalLocation": _location(finding)}],
    }
    return result | ({"ruleIndex": index[finding.rule]} if finding.rule in index else {})


def _location(finding: Finding) -> dict[str, Any]:
    place = finding.source
    uri = {"uri": f"file://{quote(place.path)}"} if place.path.startswith("/") else {"uri": quote(place.path), "uriBaseId": BASE}
    location: dict[str, Any] = {"artifactLocation": uri}
    if place.line:
        location["region"] = {"startLine": place.line} | ({"startColumn": place.column} if place.column else {})
    return location
