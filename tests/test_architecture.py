"""The house rules that hold for the whole of the code."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter import cli as importlinter

from tests.conftest import LANGUAGES, MEETINGS

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "guidegen").rglob("*.py"))

LONGEST_FILE, LONGEST_BODY, MOST_ARGUMENTS = 250, 40, 5
MEDIAN_BODY, LONG_BODY = 6, 20

Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def name_of(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def body_lines(function: Function) -> int:
    """Lines of a function's body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def docstrings(tree: ast.AST) -> set[int]:
    """The ids of the nodes that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, owners))
    return {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}


def test_packages_import_only_what_stands_below_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert importlinter.lint_imports(config_filename="setup.cfg", no_cache=True) == 0


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_language_and_no_meeting_is_named_in_the_code(module: Path) -> None:
    tree = tree_of(module)
    comments = docstrings(tree)
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in comments)
    named = {node.value for node in constants if isinstance(node.value, str)} & {*LANGUAGES, *MEETINGS}
    assert not named


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_files_and_functions_are_short(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for function in functions(ast.parse(text)):
        assert body_lines(function) <= LONGEST_BODY, function.name
        arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        assert len([one for one in arguments if one.arg not in {"self", "cls"}]) <= MOST_ARGUMENTS, function.name


def test_most_functions_are_very_short() -> None:
    sizes = sorted(body_lines(function) for module in MODULES for function in functions(tree_of(module)))
    assert statistics.median(sizes) <= MEDIAN_BODY
    assert sizes[int(len(sizes) * 0.9)] <= LONG_BODY


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_everything_public_is_documented_and_typed(module: Path) -> None:
    tree = tree_of(module)
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.returns is not None, node.name


@pytest.mark.parametrize("module", [one for one in MODULES if list(functions(tree_of(one)))], ids=name_of)
def test_every_module_with_a_function_has_its_tests(module: Path) -> None:
    inside = module.relative_to(ROOT / "guidegen")
    if inside.name == "__init__.py":
        inside = inside.parent / f"{inside.parent.name}.py"
    assert (ROOT / "tests" / inside.parent / f"test_{inside.name}").is_file()


def test_the_library_never_prints() -> None:
    for module in MODULES:
        calls = (node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call))
        assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"], module
