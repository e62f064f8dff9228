"""A manuscript that tests change a line of and hold to one rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from guidegen.check.manuscript import Manuscript
from guidegen.content.texts import replace_texts
from guidegen.errors import Finding
from guidegen.loading import load
from guidegen.localize import Translator
from guidegen.resources.project import Project

Rule = Callable[[Manuscript], Iterator[Finding]]
Told = Callable[..., list[str]]


@pytest.fixture
def read(starter: Project) -> Callable[[str], Manuscript]:
    """Read the starter project, as it is now, in a language."""

    def read_now(code: str = "en") -> Manuscript:
        loaded = load(starter)
        assert loaded.content is not None, loaded.findings
        translator = Translator(starter, loaded.languages[code], loaded.languages["en"])
        return Manuscript(replace_texts(loaded.content, translator.text), loaded.languages[code])

    return read_now


@pytest.fixture
def told(read: Callable[[str], Manuscript]) -> Told:
    """The findings of a rule against the starter project as it is now, without the hints."""

    def tell(rule: Rule, code: str = "en") -> list[str]:
        return [f"{finding.source}: {finding.message} [{finding.rule}]" for finding in rule(read(code))]

    return tell
