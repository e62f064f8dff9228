"""Findings on the terminal: to standard error, one line each, sorted, coloured only where that is wanted."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

from guidegen.cli.report import colours_wanted, counted, on_a_line, report
from guidegen.errors import Finding, Severity, Source

ERROR = Finding(Source("content/b.md", 12), "key", 'unknown key "txt"', 'did you mean "text"?')
WARNING = Finding(Source("content/a.md", 3, 7), "tab", "a tab", severity=Severity.WARNING)
PRINT = "from tests.cli.test_report import *; report([ERROR, WARNING])"


def terminal_output(**environ: str) -> bytes:
    """Report two findings on a terminal of our own and return what arrives there."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    path = os.pathsep.join(filter(None, sys.path))
    subprocess.run([sys.executable, "-c", PRINT], stderr=theirs, env={**kept, "PYTHONPATH": path, **environ}, check=True)
    os.close(theirs)
    written = os.read(ours, 10_000)
    os.close(ours)
    return written


def test_findings_are_lines_on_standard_error_sorted_by_place(capsys: pytest.CaptureFixture[str]):
    report([ERROR, WARNING])
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "content/a.md:3:7: warning: a tab [tab]",
        'content/b.md:12: error: unknown key "txt" (did you mean "text"?) [key]',
    ]


def test_a_line_is_the_finding_as_it_writes_itself(capsys: pytest.CaptureFixture[str]):
    report([ERROR])
    assert capsys.readouterr().err == f"{ERROR}\n"


def test_lines_of_a_file_are_in_the_order_of_their_numbers(capsys: pytest.CaptureFixture[str]):
    report(Finding(Source("a", line), "r", "m") for line in (10, 9, 100))
    assert [line.split(":")[1] for line in capsys.readouterr().err.splitlines()] == ["9", "10", "100"]


def test_a_terminal_gets_colours():
    assert b"\x1b[31merror\x1b[0m" in terminal_output()


def test_a_terminal_with_no_color_gets_none():
    written = terminal_output(NO_COLOR="1")
    assert b"error: unknown key" in written
    assert b"\x1b" not in written


@pytest.mark.parametrize(("value", "wanted"), [("1", False), ("0", False), ("", None), (None, None)])
def test_any_value_of_no_color_but_an_empty_one_counts(monkeypatch: pytest.MonkeyPatch, value: str | None, wanted: bool | None):
    monkeypatch.delenv("NO_COLOR", raising=False)
    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)
    assert colours_wanted() is wanted


@pytest.mark.parametrize(("number", "words"), [(0, "0 files"), (1, "1 file"), (2, "2 files")])
def test_one_is_singular(number: int, words: str):
    assert counted(number, "file") == words


def test_a_finding_stays_on_its_line_and_moves_nothing(capsys: pytest.CaptureFixture[str]):
    report([Finding(Source("content/\x1b[2J.md", 1), "key", "a\n::error::b\u202ec\rd")])
    assert capsys.readouterr().err == "content/<U+001B>[2J.md:1: error: a ::error::b<U+202E>c d [key]\n"


def test_a_line_of_plain_words_is_as_it_is():
    assert on_a_line("l’État [\u2026] أ\u200f") == "l’État [\u2026] أ\u200f"
