"""All rules of guidegen, those of ``translate check`` among them: what ``check --explain`` and docs/rules.md know."""

from __future__ import annotations

from guidegen.check.documentation import Groups, RuleText, rule_groups, rule_texts
from guidegen.translation.rules.table import RULES

TRANSLATIONS = "Translations"


def all_rules() -> Groups:
    """Return the documentation of every rule that a finding of guidegen can name, by the subject of the rule and its id."""
    known = rule_texts()
    rows = (rule for rule in RULES if rule.id not in known)
    translations = {rule.id: RuleText(rule.severity.value, rule.what, rule.why, rule.wrong, rule.right) for rule in rows}
    return {**rule_groups(), TRANSLATIONS: translations}
