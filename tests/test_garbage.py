"""Garbage is looked for seldom in every process that makes guides."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidegen.build.executor import Local
from guidegen.build.matrix import GuideName
from guidegen.build.task import Outcome, Task
from guidegen.garbage import SELDOM, look_seldom

COMMAND = (
    "import gc; from guidegen.cli import main; main(['list', 'languages'], standalone_mode=False); print(gc.get_threshold()[0])"
)


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def work(task: Task) -> Outcome:
    return Outcome(task, {"text": str(gc.get_threshold()[0]).encode()})


def test_how_often_old_things_are_looked_through_stays_as_python_has_it() -> None:
    before = gc.get_threshold()
    look_seldom()
    assert gc.get_threshold() == (SELDOM, *before[1:])


def test_a_command_looks_seldom() -> None:
    answer = subprocess.run([sys.executable, "-c", COMMAND], capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines()[-1] == str(SELDOM)


def test_the_workers_of_a_build_look_seldom() -> None:
    tasks = [Task(Path(), GuideName(name, "xx"), ("text",), "draft") for name in "ab"]
    assert {outcome.files["text"] for outcome in Local(work, 2)(tasks)} == {str(SELDOM).encode()}
