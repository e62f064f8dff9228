"""Bad input with its faults marked: each ► stands before the character at which a finding must point."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.resources.files import SourceFile

MARK = "►"
unhurried = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Value = TypeVar("Value")


def marks(path: str, marked: str) -> list[Source]:
    """The places of the marks in *marked*, the text of the file *path*."""
    before = marked.split(MARK)[:-1]
    texts = ["".join(before[: number + 1]) for number in range(len(before))]
    return [Source(path, text.count("\n") + 1, len(text) - text.rfind("\n")) for text in texts]


def findings(read: Callable[[], object]) -> tuple[Finding, ...]:
    """What *read* raises."""
    with pytest.raises(GuidegenError) as caught:
        read()
    return caught.value.findings


def attempt(read: Callable[[], Value]) -> tuple[Value | None, tuple[Finding, ...]]:
    """What *read* returns, or None and its findings: for input of which a test does not know whether it is sound."""
    try:
        return read(), ()
    except GuidegenError as error:
        return None, error.findings


def told(marked: str, read: Callable[[SourceFile], object], path: str = "content/file") -> list[str]:
    """The sentences, with their hints, that *read* raises for *marked*; they must stand at the marks, in order."""
    found = findings(lambda: read(SourceFile(path, marked.replace(MARK, ""))))
    assert [str(finding.source) for finding in found] == [str(source) for source in marks(path, marked)], list(map(str, found))
    return [sentence(finding) for finding in found]


def sentence(finding: Finding) -> str:
    return f"{finding.message} ({finding.hint})" if finding.hint else finding.message
