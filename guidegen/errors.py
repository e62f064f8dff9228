"""Places, findings and the one exception of guidegen.

Nothing here prints: the command line turns findings into lines and an exit code.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in a project file: *path* relative to the project folder (``/`` between parts), *line* and *column* from 1.

    A line of 0 means the file as a whole, a column of 0 the line as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return ``path``, ``path:line`` or ``path:line:column``, as compilers print it."""
        numbers = [number for number in (self.line, self.line and self.column) if number]
        return ":".join([self.path, *map(str, numbers)])

    @classmethod
    def parse(cls, text: str) -> Source:
        """Return the place that ``str(source)`` wrote as *text*.

        Raises ValueError where a number is expected and something else stands.
        """
        path, *numbers = text.split(":")
        line, column = [*map(int, numbers), 0, 0][:2]
        return cls(path, line, column)


class Severity(Enum):
    """How much a finding weighs: an error keeps a guide from being built, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: where it is, the *rule* it breaks, a sentence for the person who can mend it and, where possible, a hint."""

    source: Source
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the finding as one line, ``place: severity: sentence [rule] (hint)``."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.source}: {self.severity.value}: {self.message}{hint} [{self.rule}]"


class GuidegenError(Exception):
    """Work that cannot go on; carries every finding that says why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))

    def __reduce__(self) -> tuple[type[GuidegenError], tuple[tuple[Finding, ...]]]:
        """Keep the findings when the error crosses from one process to another."""
        return type(self), (self.findings,)


class RenderError(GuidegenError):
    """An output that could not be rendered or written although its content is sound."""


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether one of *findings* is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the hint ``did you mean "…"?`` for the name of *known* nearest to *word*, or nothing."""
    nearest = difflib.get_close_matches(word, list(known), n=1)
    return f'did you mean "{nearest[0]}"?' if nearest else ""
