"""The report as JSON of our own."""

from __future__ import annotations

import json
from typing import Any

from guidegen.check.configuration import Verdict
from guidegen.errors import Finding

VERSION = 1


def plain(verdict: Verdict) -> str:
    """Return *verdict* as JSON: findings, ignored findings with their reason, and what was not checked."""
    ignored = [_row(finding) | {"reason": reason} for finding, reason in verdict.ignored]
    findings = [_row(finding) for finding in verdict.findings]
    report = {"version": VERSION, "findings": findings, "ignored": ignored, "not_checked": list(verdict.unchecked)}
    return json.dumps(report, indent=2, ensure_ascii=False)


def _row(finding: Finding) -> dict[str, Any]:
    place = finding.source
    return {
        "path": place.path, "line": place.line, "column": place.column, "rule": finding.rule,
        "severity": finding.severity.value, "message": finding.message, "hint": finding.hint,
    }  # fmt: skip
