"""The report as workflow commands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidegen.check.configuration import Verdict
from guidegen.check.reports.github import github
from guidegen.errors import Finding, Source
from tests.check.reports.verdicts import NOTHING, VERDICT


def test_each_finding_is_a_command_with_its_characters_escaped() -> None:
    assert github(VERDICT).splitlines() == [
        '::error file=content/a b/50%25%2Cé.md,line=3,col=7,title=question-mark::no "?":%0Ahere, 100%25 (add one)',
        "::warning file=content/sources.yaml,title=word-limit::too \x01 long",
        "::notice title=parity::parity was not checked",
    ]


def test_nothing_is_no_command() -> None:
    assert github(NOTHING) == ""


@given(path=st.text(min_size=1), message=st.text())
def test_no_words_end_a_command_or_begin_another(path: str, message: str) -> None:
    line = github(Verdict((Finding(Source(path, 1), "emphasis", message),)))
    assert "\n" not in line
    assert "\r" not in line
    properties, _, told = line.removeprefix("::error ").partition("::")
    named = dict(part.split("=", 1) for part in properties.split(","))
    escapes = {"%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%"}

    def plain(text: str) -> str:
        for escape, character in escapes.items():
            text = text.replace(escape, character)
        return text

    assert plain(named["file"]) == path
    assert plain(told) == message
