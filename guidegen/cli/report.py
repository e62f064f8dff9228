"""Findings on the terminal: to standard error, one line each, in colour where colours are wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import click

from guidegen.errors import Finding, Severity
from guidegen.resources.files import UNWANTED

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def report(findings: Iterable[Finding]) -> None:
    """Print *findings*, sorted by place."""
    for finding in sorted(findings, key=lambda one: (one.source, one.rule, one.message)):
        severity = click.style(finding.severity.value, fg=COLOURS[finding.severity])
        words = finding.message + (f" ({finding.hint})" if finding.hint else "")
        place = click.style(on_a_line(str(finding.source)), bold=True)
        line = f"{place}: {severity}: {on_a_line(words)} [{finding.rule}]"
        click.echo(line, err=True, color=colours_wanted())


def on_a_line(text: str) -> str:
    """Return *text* with what would move a terminal's cursor, turn its direction or begin another line told by its code."""
    return UNWANTED.sub(lambda match: f"<U+{ord(match[0]):04X}>", " ".join(text.splitlines()))


def counted(number: int, noun: str) -> str:
    """Return *number* with *noun* in its number: ``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def colours_wanted() -> bool | None:
    """Return False where ``NO_COLOR`` is set (no-color.org), else None: click looks whether there is a terminal."""
    return False if os.environ.get("NO_COLOR") else None


def terminal() -> bool:
    """Return whether standard error is a terminal: whether a progress bar is of use."""
    return sys.stderr.isatty()
