"""What runs elsewhere on each push: actions that cannot change, no more rights than needed, commands that exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from guidegen.cli import main

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+$")
GITLAB = ROOT / "docs/gitlab-ci.yml"
RIGHTS = {"contents": "read", "security-events": "write", "pages": "write", "id-token": "write"}
CALL = re.compile(r"guidegen (?=[a-z])[^\n|>]*")


def read(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return value


def scripts(value: Any) -> Iterator[str]:
    """The commands of a workflow: what stands under ``run`` and ``script``."""
    if isinstance(value, dict):
        for key, inner in value.items():
            lines = inner if isinstance(inner, list) else [inner]
            if key in {"run", "script", "before_script"}:
                yield from (line for line in lines if isinstance(line, str))
            yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


def calls(path: Path) -> list[list[str]]:
    """The arguments of each call of guidegen."""
    found = (match for script in scripts(read(path)) for match in CALL.findall(script))
    return [shlex.split(call)[1:] for call in found]


def test_there_are_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == ["drafts.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_a_commit_with_its_version_beside_it(path: Path) -> None:
    lines = [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines()]
    used = [line for line in lines if line.startswith("uses:")]
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_none_but_those_of_a_job(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"].items() <= RIGHTS.items()
        assert job["timeout-minutes"] <= 60
        writes = {right for right, kind in job["permissions"].items() if kind == "write"}
        assert "pages" not in writes or "push" in job["if"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_words_from_outside_stand_in_a_script(path: Path) -> None:
    assert [script for script in scripts(read(path)) if "${{" in script] == []


@pytest.mark.parametrize("path", [*WORKFLOWS, GITLAB], ids=lambda path: path.name)
def test_the_commands_that_are_called_exist_with_their_options(path: Path) -> None:
    made = calls(path)
    assert {"check", "publish"} <= {name for name, *_ in made}
    for name, *arguments in made:
        command = main.get_command(click.Context(main), name)
        assert command is not None, name
        known = {option for one in command.params for option in one.opts}
        assert {word for word in arguments if word.startswith("--")} <= known
