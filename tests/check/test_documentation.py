"""Every rule explains itself, and every finding names a rule that does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidegen.check.documentation import explanation, page, rule_groups, rule_texts
from guidegen.cli.rules import all_rules
from guidegen.resources.validation import MISSING, UNKNOWN, WHAT
from tests.rules_page import PAGE
from tests.test_architecture import MODULES, ROOT, Function, name_of, tree_of

TREES = {name_of(module): tree_of(module) for module in MODULES}
FINDING, CUSTOM = "Finding", "PydanticCustomError"
# Read from the type of a pydantic error, which PydanticCustomError names (test_every_fault_of_a_value_is_documented), from the
# table of the rules for translations, which documents them itself, and from what a build remembers of findings.
READ_ELSEWHERE = {
    "guidegen/resources/validation.py": "rule",
    "guidegen/translation/check.py": "rule.id",
    "guidegen/build/record.py": "one['rule']",
}


def calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return (node for node in nodes if getattr(node.func, "id", getattr(node.func, "attr", "")) == name)


def rule_of(call: ast.Call) -> ast.expr:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "rule"]
    return (named or call.args[1:2])[0]


def owner(tree: ast.AST, node: ast.AST) -> Function:
    """The innermost function around *node*."""
    around = [one for one in ast.walk(tree) if isinstance(one, Function) and node in ast.walk(one)]
    return around[-1]


def ids(path: str, node: ast.AST, expression: ast.expr) -> Iterator[str]:
    """The rules that *expression* can be at *node*, as regular expressions: constants, and what callers and tables pass on."""
    if isinstance(expression, ast.Constant):
        yield re.escape(str(expression.value))
    elif isinstance(expression, ast.JoinedStr):
        yield "".join(re.escape(part.value) if isinstance(part, ast.Constant) else "[a-z]+" for part in expression.values)
    elif isinstance(expression, ast.Name):
        yield from named(path, owner(TREES[path], node), expression.id)
    else:
        raise AssertionError(f"{path}:{node.lineno}: what rule is {ast.unparse(expression)}?")  # type: ignore[attr-defined]


def named(path: str, function: Function, name: str) -> Iterator[str]:
    arguments = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    if name in arguments:
        place = arguments.index(name) - (arguments[0] == "self")
        for other, tree in TREES.items():
            for call in calls(tree, function.name):
                if len(call.args) > place and (other == path or not function.name.startswith("_")):
                    yield from ids(other, call, call.args[place])
        return
    tables = [loop for loop in ast.walk(function) if isinstance(loop, ast.For) and name in ast.unparse(loop.target)]
    assert tables, f"{path}: where does {name} come from in {function.name}?"
    table = ast.unparse(tables[0].iter).partition(".items()")[0]
    (rows,) = [node.value for node in TREES[path].body if ast.unparse(getattr(node, "target", node)) == table]  # type: ignore[attr-defined]
    yield from (re.escape(ast.literal_eval(key)) for key in rows.keys)


def unpacked(path: str, function: Function, name: str) -> Iterator[str]:
    """The rules of a function that takes them out of a table of this module by ``rule, what, … = TABLE[…]``."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript) and name in ast.unparse(node.targets[0]):
            table = ast.unparse(node.value.value)
            (rows,) = [one.value for one in TREES[path].body if ast.unparse(getattr(one, "target", one)) == table]  # type: ignore[attr-defined]
            yield from (re.escape(ast.literal_eval(row.elts[0])) for row in rows.values)


def carried() -> Iterator[tuple[str, str]]:
    """Every rule that a finding of the code can carry, as a regular expression, with its place."""
    for path, tree in TREES.items():
        for call in calls(tree, FINDING):
            rule = rule_of(call)
            if ast.unparse(rule) == READ_ELSEWHERE.get(path):
                continue
            found = list(unpacked(path, owner(tree, call), rule.id)) if isinstance(rule, ast.Name) else []
            for pattern in found or ids(path, call, rule):
                yield f"{path}:{call.lineno}", pattern


CARRIED = sorted(set(carried()))


def test_the_code_has_many_rules() -> None:
    assert len({pattern for _, pattern in CARRIED}) > 90


@pytest.mark.parametrize(("place", "pattern"), CARRIED)
def test_every_rule_that_a_finding_carries_is_documented(place: str, pattern: str) -> None:
    assert [name for name in rule_texts() if re.fullmatch(pattern, name)], f"{place}: no rule {pattern} in rules.yaml"


def test_every_rule_that_is_documented_is_carried_by_a_finding() -> None:
    patterns = {pattern for _, pattern in CARRIED} | {re.escape(kind.replace("_", "-")) for kind in custom_kinds()}
    patterns |= {"missing-key", "unknown-key", "value"}
    assert [name for name in rule_texts() if not any(re.fullmatch(pattern, name) for pattern in patterns)] == []


def custom_kinds() -> set[str]:
    """The types of the errors that our own validators raise, but for those that are told as values."""
    kinds = {ast.literal_eval(call.args[0]) for tree in TREES.values() for call in calls(tree, CUSTOM)}
    return kinds - WHAT.keys() - MISSING - UNKNOWN


def test_every_fault_of_a_value_is_documented() -> None:
    assert custom_kinds()
    assert {kind.replace("_", "-") for kind in custom_kinds()} <= rule_texts().keys()


def test_a_severity_that_the_code_gives_is_the_documented_one() -> None:
    """The word limit is an error in an approved issuance, a missing Pango only where a PDF is asked for: they say so."""
    for path, tree in TREES.items():
        for call in calls(tree, FINDING):
            given = [*call.args[4:5], *(keyword.value for keyword in call.keywords if keyword.arg == "severity")]
            rule = rule_of(call)
            if isinstance(rule, ast.Constant) and given and ast.unparse(given[0]).startswith("Severity."):
                assert rule_texts()[str(rule.value)].severity == given[0].attr.lower(), f"{path}:{call.lineno}"


def test_no_rule_is_documented_twice() -> None:
    assert sum(map(len, rule_groups().values())) == len(rule_texts())


@pytest.mark.parametrize("name", rule_texts())
def test_a_rule_says_what_and_why_and_shows_both_sides(name: str) -> None:
    rule = rule_texts()[name]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    assert rule.what.endswith(".")
    assert rule.why.endswith(".")
    assert rule.wrong != rule.right


def test_an_explanation_is_what_the_table_says() -> None:
    assert explanation("date-form", rule_groups()).splitlines() == [
        "date-form (warning)",
        "",
        "A date in a text is written as its language prints dates.",
        "Why: Six languages write days, months and ranges in six ways; readers notice every other.",
        "",
        "wrong: February 27th, 2009",
        "right: 27 February 2009",
    ]


def test_the_nearest_rule_is_named_where_there_is_none() -> None:
    with pytest.raises(KeyError, match='did you mean "date-form"'):
        explanation("date-from", rule_groups())
    with pytest.raises(KeyError, match=re.escape("docs/rules.md")):
        explanation("zzz", rule_groups())


def test_the_page_of_rules_is_that_of_the_table() -> None:
    assert (Path(ROOT) / PAGE).read_text(encoding="utf-8") == page(all_rules()), "make help-text writes it anew"
