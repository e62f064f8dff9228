"""The section [guidegen:check] of setup.cfg."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.check.configuration import Configuration, Ignore, Verdict, read_configuration, verdict
from guidegen.errors import Finding, Severity, Source
from guidegen.resources.project import Project
from tests.marked import MARK, findings, marks, sentence

Write = Callable[[str, str], None]
RULES = ("word-limit", "emphasis", "unused-source")
HEAD = "[metadata]\nname = x\n\n[guidegen:check]\n"


@pytest.fixture
def configured(starter: Project, write: Write) -> Callable[[str], Configuration]:
    """Read the configuration with these lines in its section."""

    def read(lines: str) -> Configuration:
        write("setup.cfg", HEAD + lines)
        return read_configuration(starter, RULES)

    return read


def test_a_project_without_the_file_or_the_section_has_none(starter: Project, write: Write):
    assert read_configuration(starter, RULES) == Configuration()
    write("setup.cfg", "[metadata]\nname = x\n[options]\nignore =\n\tnothing\n")
    assert read_configuration(starter, RULES) == Configuration()


def test_severities_and_ignores_are_read_with_comments_between(configured: Callable[[str], Configuration]):
    read = configured(
        "severity =\n    word-limit = error\n    # a comment\n    emphasis: warning\n"
        "ignore =\n    word-limit: the long draft: wanted\n    emphasis content/topics/*.md: titles\n[mypy]\nstrict = true\n"
    )
    assert read.severities == {"word-limit": Severity.ERROR, "emphasis": Severity.WARNING}
    assert read.ignores == (
        Ignore("word-limit", "*", "the long draft: wanted"),
        Ignore("emphasis", "content/topics/*.md", "titles"),
    )


def test_a_value_may_stand_on_the_line_of_its_key(configured: Callable[[str], Configuration]):
    assert configured("severity = word-limit = error\n").severities == {"word-limit": Severity.ERROR}


@pytest.mark.parametrize(
    ("lines", "sentences"),
    [
        ("severity =\n    ►word-limt = error\n", ['there is no rule "word-limt" (did you mean "word-limit"?)']),
        (
            "severity =\n    ►emphasis = errror\n",
            ['the severity of "emphasis" must be error or warning, not "errror" (did you mean "error"?)'],
        ),
        ("severity =\n    ►emphasis\n", ['the severity of "emphasis" must be error or warning, not ""']),
        (
            "ignore =\n    ►word-limit\n    ►emphasis a.md: \n",
            [
                'no reason is given for ignoring "word-limit" (write word-limit: and the reason)',
                'no reason is given for ignoring "emphasis" (write emphasis a.md: and the reason)',
            ],
        ),
        ("ignore =\n    ►nothing: so\n", ['there is no rule "nothing"']),
        ("ignored = ►x\n", ['[guidegen:check] does not know "ignored" (did you mean "ignore"?)']),
    ],
)
def test_what_is_wrong_is_told_with_its_line(starter: Project, write: Write, lines: str, sentences: list[str]):
    marked = HEAD + lines
    write("setup.cfg", marked.replace(MARK, ""))
    found = findings(lambda: read_configuration(starter, RULES))
    assert [finding.source for finding in found] == marks("setup.cfg", marked)
    assert [sentence(finding) for finding in found] == sentences


@pytest.mark.parametrize(("text", "line"), [("x = 1\n", 1), (HEAD + HEAD, 5), (HEAD + "no key here\n", 5)])
def test_a_file_that_is_none_is_told(starter: Project, write: Write, text: str, line: int):
    write("setup.cfg", text)
    (finding,) = findings(lambda: read_configuration(starter, RULES))
    assert (finding.rule, finding.source.path, finding.source.line) == ("configuration", "setup.cfg", line)


FINDING = Finding(Source("content/a.md", 2), "emphasis", "a", severity=Severity.WARNING)
OTHER = Finding(Source("content/a.md", 1), "word-limit", "b")


def test_findings_are_told_once_and_in_the_order_of_their_places():
    assert verdict([FINDING, OTHER, FINDING], Configuration()) == Verdict((OTHER, FINDING))


def test_a_severity_is_the_projects():
    (finding,) = verdict([FINDING], Configuration({"emphasis": Severity.ERROR})).findings
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(("path", "ignored"), [("*", True), ("content/*.md", True), ("content/a.md", True), ("b.md", False)])
def test_what_is_ignored_is_kept_with_its_reason(path: str, ignored: bool):
    outcome = verdict([FINDING, OTHER], Configuration(ignores=(Ignore("emphasis", path, "so"),)), ("parity",))
    assert outcome.ignored == (((FINDING, "so"),) if ignored else ())
    assert (FINDING in outcome.findings) is not ignored
    assert OTHER in outcome.findings
    assert outcome.unchecked == ("parity",)
