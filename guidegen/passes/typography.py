"""Sets running text by the language's typographic rules: spaces before double punctuation, none between digits and Han.

A rule sees the character before and behind a text, whatever stands between: ``пункт [](#id)`` is a noun with its number. Words in
other languages stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidegen.document.inlines import Citation, Emphasis, Inline, Text
from guidegen.document.tree import Document
from guidegen.document.walk import kept, plain, rebuild_runs

Rule = tuple[re.Pattern[str], str]


def set_typography(document: Document) -> Document:
    """Return *document* with every text of its own language set by the rules of the conventions, in their order."""
    rules = [(re.compile(rule.find), rule.replace) for rule in document.language.typography]
    return rebuild_runs(document, lambda run: _set_line(run, rules, "", "")) if rules else document


def _set_line(run: tuple[Inline, ...], rules: list[Rule], before: str, behind: str) -> tuple[Inline, ...]:
    """Return *run*, which stands between the characters *before* and *behind*, set by *rules*."""
    shown = [plain((inline,)) for inline in run]
    lefts = _last_shown(shown, before)
    rights = _last_shown([text[:1] for text in reversed(shown)], behind)
    neighbours = zip(run, lefts, reversed([*rights]), strict=True)
    return kept(run, [_set(inline, rules, left, right) for inline, left, right in neighbours])


def _last_shown(shown: Iterable[str], before: str) -> Iterator[str]:
    """Yield the character before each of the texts *shown*, which stand one behind the other: *before* the first, or none."""
    last = before[-1:]
    for text in shown:
        yield last
        last = text[-1:] or last


def _set(inline: Inline, rules: list[Rule], left: str, right: str) -> Inline:
    if isinstance(inline, Emphasis | Citation):
        children = _set_line(inline.children, rules, left, right)
        return inline if children is inline.children else replace(inline, children=children)
    if not isinstance(inline, Text):
        return inline
    value = inline.value
    for rule in rules:
        value = _apply(rule, value, left, right)
    return replace(inline, value=value) if value != inline.value else inline


def _apply(rule: Rule, value: str, left: str, right: str) -> str:
    """Return *value* with the replacements of *rule* that leave its neighbours as they are.

    A space that a rule puts between *value* and *right* is left to the text that begins with *right*.
    """
    find, replacement = rule
    changed = find.sub(replacement, left + value + right)
    if not (changed.startswith(left) and changed.endswith(right)):
        return find.sub(replacement, value)
    changed = changed[len(left) : len(changed) - len(right)]
    return changed if value[-1:].isspace() else changed.rstrip()
