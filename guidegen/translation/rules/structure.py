"""Rules about what is not words: placeholders, Markdown, marks, italics, length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidegen.content import dialect
from guidegen.content.text import Text
from guidegen.localize import placeholders, structure_findings
from guidegen.translation.rules.segment import Segment, without_marks

LIMIT = re.compile(r"max-length:\s*(\d+)")


def placeholder_names(segment: Segment) -> Iterator[str]:
    """Yield a sentence where the placeholders are not those of the source text."""
    if placeholders(segment.source) != placeholders(segment.target):
        names = ", ".join(sorted(placeholders(segment.source))) or "none"
        yield f"the placeholders differ from those of the source text ({names})"


def markdown(segment: Segment) -> Iterator[str]:
    """Yield a sentence for each construct of Markdown that no text has."""
    yield from _structure(segment, "markdown")


def marks(segment: Segment) -> Iterator[str]:
    """Yield a sentence where the note calls, citations and references are not those of the source text."""
    yield from _structure(segment, "marks")


def note_order(segment: Segment) -> Iterator[str]:
    """Yield a sentence where note calls and citations stand in another order than in the source text."""
    yield from _structure(segment, "note-order")


def _structure(segment: Segment, rule: str) -> Iterator[str]:
    text = Text(segment.message.context, segment.source, segment.message.source)
    yield from (finding.message for finding in structure_findings(text, segment.message) if finding.rule == rule)


def italics(segment: Segment) -> Iterator[str]:
    """Yield a sentence where other passages are in italics than in the source text, or any in a language without italics."""
    wanted = emphases(segment.source) if segment.languages.target.italics else 0
    found = emphases(segment.target)
    if found != wanted:
        yield f"passages in italics: {found}, and there should be {wanted}"
    elif "*" in _plain(segment.target) and "*" not in _plain(segment.source):
        yield "an asterisk begins or ends no italics"


def _plain(text: str) -> str:
    return "".join(node.content for node in dialect.inlines(text).walk() if node.type == "text")


def emphases(text: str) -> int:
    """Return how many passages of *text* are in italics."""
    return sum(node.type == "em" for node in dialect.inlines(text).walk())


def length(segment: Segment) -> Iterator[str]:
    """Yield a sentence where the translation is longer than its place allows."""
    for flag in segment.message.flags:
        limit = LIMIT.fullmatch(flag)
        size = len(without_marks(segment.target).strip())
        if limit and size > int(limit[1]):
            yield f"the translation has {size} letters, and its place has room for {limit[1]}"
