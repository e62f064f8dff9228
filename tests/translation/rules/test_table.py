"""The table of rules: each known by its id, documented, and true to its own example."""

from __future__ import annotations

from guidegen.translation.rules.table import BY_ID, RULES


def test_every_rule_has_an_id_of_its_own() -> None:
    assert len(BY_ID) == len(RULES)


def test_every_rule_says_what_holds_why_and_gives_an_example_of_both_sides() -> None:
    for rule in RULES:
        assert rule.explanation.startswith(f"{rule.id} ({rule.severity.value}): {rule.what}\n\n{rule.why}\n\n"), rule.id
        assert rule.explanation.endswith(f"    wrong: {rule.wrong}\n    right: {rule.right}"), rule.id
        assert rule.wrong != rule.right, rule.id
        assert rule.what.endswith("."), rule.id
