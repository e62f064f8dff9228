"""All rules, by what they are about."""

from __future__ import annotations

from guidegen.check.documentation import rule_texts
from guidegen.cli.rules import TRANSLATIONS, all_rules
from guidegen.translation.rules.table import BY_ID


def test_the_rules_for_translations_are_among_them() -> None:
    names = {name for rules in all_rules().values() for name in rules}
    assert names == rule_texts().keys() | BY_ID.keys()


def test_no_rule_stands_in_two_groups() -> None:
    assert not all_rules()[TRANSLATIONS].keys() & rule_texts().keys()


def test_they_say_what_their_own_table_says() -> None:
    told, own = all_rules()[TRANSLATIONS]["end-mark"], BY_ID["end-mark"]
    assert (told.severity, told.what, told.wrong, told.right) == ("warning", own.what, own.wrong, own.right)
