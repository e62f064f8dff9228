"""The report as workflow commands, which GitHub shows as annotations at their lines (docs.github.com, workflow commands)."""

from __future__ import annotations

from guidegen.check.configuration import Verdict
from guidegen.errors import Finding


def github(verdict: Verdict) -> str:
    """Return *verdict* as a command for each finding, and a notice for what was not checked."""
    notices = [f"::notice title={_property(name)}::{_data(f'{name} was not checked')}" for name in verdict.unchecked]
    return "\n".join([*map(_command, verdict.findings), *notices])


def _command(finding: Finding) -> str:
    place = finding.source
    places = {"file": place.path, "line": place.line, "col": place.line and place.column, "title": finding.rule}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items() if value)
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"::{finding.severity.value} {properties}::{_data(finding.message + hint)}"


def _data(text: str) -> str:
    """Return *text* with the characters escaped that would end a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return *text* with the characters escaped that would end a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
