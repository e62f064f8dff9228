"""The table of rules: each known by its id, documented, and true to its own example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from guidegen.locales.glossary import read_glossary
from guidegen.translation.rules.segment import Languages, Segment
from guidegen.translation.rules.table import BY_ID, RULES, Rule
from guidegen.translation.rules.terms import longest_first
from tests.conftest import CHECKOUT
from tests.translation.rules.segments import CONVENTIONS, message

# for the example of each rule, its language and the text that it translates
SOURCES: Mapping[str, tuple[str, str]] = {
    "placeholders": ("ru", "{dates} 2010"),
    "markdown": ("ru", "Commission"),
    "marks": ("es", "the Convention[@untoc, para. 3]"),
    "note-order": ("es", "the Convention[@a] and the Rules[@b]"),
    "italics": ("fr", "*Treaty Series*"),
    "max-length": ("fr", "Draft"),
    "numbers": ("fr", "below 18 years"),
    "dates": ("ru", "22 December 2006"),
    "symbols": ("fr", "A/64/82 and A/CONF.203/18"),
    "edge-space": ("fr", "Page"),
    "double-space": ("fr", "prevention"),
    "end-mark": ("ar", "What are the challenges?"),
    "brackets": ("fr", "(see the annex)"),
    "quotation-marks": ("ru", "round table"),
    "no-break-space": ("fr", "Theme:"),
    "misprint": ("es", "What are the challenges?"),
    "doubled-word": ("fr", "the Convention"),
    "script": ("ru", "council"),
    "untranslated-words": ("fr", "the prevention of crime"),
    "unchanged": ("fr", "Background"),
    "inconsistent": ("fr", "Questions for discussion"),
    "glossary": ("es", "organized crime"),
}


def test_every_rule_has_an_id_of_its_own_and_an_example() -> None:
    assert len(BY_ID) == len(RULES)
    assert {*SOURCES} == {*BY_ID}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_finds_the_wrong_side_of_its_example_and_passes_the_right_one(rule: Rule) -> None:
    language, source = SOURCES[rule.id]
    usual = {source: message(source, rule.right)}
    languages = Languages(CONVENTIONS["en"], CONVENTIONS[language], longest_first(read_glossary(CHECKOUT), "en"), usual)
    sides = [replace(message(source, text), flags=("max-length:12",)) for text in (rule.wrong, rule.right)]
    wrong, right = (list(rule.function(Segment(side, languages))) for side in sides)
    assert wrong
    assert not right


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_holds_why_and_gives_an_example_of_both_sides(rule: Rule) -> None:
    assert rule.what.endswith(".")
    assert rule.why.endswith(".")
    assert rule.explanation.startswith(f"{rule.id} ({rule.severity.value}): {rule.what}\n\n{rule.why}\n\n")
    assert rule.explanation.endswith(f"    wrong: {rule.wrong}\n    right: {rule.right}")
