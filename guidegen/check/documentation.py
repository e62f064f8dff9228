"""What every rule says of itself: the table behind ``guidegen check --explain``, the page ``docs/rules.md`` and SARIF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from guidegen.document.data import Data
from guidegen.errors import did_you_mean
from guidegen.resources.files import SourceFile
from guidegen.resources.validation import validate
from guidegen.resources.yaml_reader import parse_yaml

TABLE = "rules.yaml"
PAGE_HEAD = """# The rules

Every finding of guidegen names the rule that it breaks, in square brackets. `guidegen check --explain RULE` prints one of them.
The section `[guidegen:check]` of a project's `setup.cfg` changes the severity of a rule, or ignores it for a reason.
"""


@dataclass(frozen=True, slots=True)
class RuleText(Data):
    """The documentation of a rule: its usual *severity*, *what* it asks for, *why*, and an example of both sides."""

    severity: Literal["error", "warning"]
    what: str
    why: str
    wrong: str
    right: str


Groups = Mapping[str, Mapping[str, RuleText]]


@cache
def rule_groups() -> Groups:
    """Return the documentation of every rule but those of ``translate check``, by the subject of the rule and its id."""
    text = files("guidegen.check").joinpath(TABLE).read_text(encoding="utf-8")
    return validate(parse_yaml(SourceFile(f"guidegen/check/{TABLE}", text)), dict[str, dict[str, RuleText]])


@cache
def rule_texts() -> Mapping[str, RuleText]:
    """Return the documentation of every rule, by id."""
    return {name: rule for rules in rule_groups().values() for name, rule in rules.items()}


def explanation(name: str, groups: Groups) -> str:
    """Return the documentation of the rule *name* of *groups* for a terminal.

    Raises KeyError with the nearest name where there is no such rule.
    """
    known = {one: rule for rules in groups.values() for one, rule in rules.items()}
    if name not in known:
        raise KeyError(did_you_mean(name, known) or "docs/rules.md lists all rules")
    rule = known[name]
    lines = [f"{name} ({rule.severity})", "", rule.what, f"Why: {rule.why}", "", f"wrong: {rule.wrong}", f"right: {rule.right}"]
    return "\n".join(lines)


def page(groups: Groups) -> str:
    """Return the page of the rules of *groups*, as Markdown."""
    return PAGE_HEAD + "".join(part for group, rules in groups.items() for part in _group(group, rules))


def _group(group: str, rules: Mapping[str, RuleText]) -> Iterator[str]:
    yield f"\n## {group}\n"
    for name, rule in rules.items():
        yield f"\n### {name}\n\n{rule.what} Why: {rule.why}\n\n- severity: {rule.severity}\n"
        yield f"- wrong: {_code(rule.wrong)}\n- right: {_code(rule.right)}\n"


def _code(text: str) -> str:
    """Return *text* as a code span, whatever characters it has (CommonMark, 6.1)."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"
