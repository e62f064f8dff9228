"""The command line as a whole: its commands, their help, and where the project is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import Result

import guidegen as package
from guidegen.cli import COMMANDS, main
from guidegen.resources.project import Project
from tests.conftest import MEETINGS

Run = Callable[..., Result]


def test_the_version_is_that_of_the_package(guidegen: Run):
    assert guidegen("--version").stdout == f"guidegen, version {package.__version__}\n"


@pytest.mark.parametrize("help_option", ["--help", "-h"])
def test_help_lists_the_commands_in_the_order_of_a_guides_life(guidegen: Run, help_option: str):
    listed = guidegen(help_option).stdout.partition("Commands:\n")[2]
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_in_a_sentence_what_it_does(guidegen: Run, name: str):
    text = guidegen(name, "--help").stdout
    assert text.startswith(f"Usage: main {name} ")
    assert text.splitlines()[2].strip()


def commands(group: click.Group) -> Iterator[click.Command]:
    """Every command of *group*, those of its own groups included."""
    context = click.Context(group)
    for command in filter(None, (group.get_command(context, name) for name in group.list_commands(context))):
        yield from commands(command) if isinstance(command, click.Group) else (command,)


@pytest.mark.parametrize("command", list(commands(main)), ids=lambda command: command.name)
def test_every_option_of_every_command_has_help(command: click.Command):
    options = [option for option in command.params if option.param_type_name == "option"]
    assert [option.name for option in options if not option.help] == []  # type: ignore[attr-defined]
    assert {"project", "quiet", "verbose"} <= {option.name for option in options}


def test_an_unknown_command_is_a_usage_error(guidegen: Run):
    result = guidegen("biuld")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "No such command 'biuld'" in result.stderr


def test_an_unknown_option_is_a_usage_error_with_a_suggestion(guidegen: Run):
    result = guidegen("build", "--regoin", "africa")
    assert result.exit_code == 2
    assert "--region" in result.stderr


def test_the_project_may_be_named_before_or_after_the_command(guidegen: Run, starter: Project):
    before = guidegen("--project", starter.root, "list", "regions")
    after = guidegen("list", "regions", "--project", starter.root)
    assert before.stdout == after.stdout == "capital-city  Capital City  Capital City  2009-09-08/2009-09-10\n"


def test_the_project_named_after_the_command_comes_first(guidegen: Run, starter: Project, tmp_path: Path):
    assert guidegen("--project", tmp_path / "nowhere", "list", "regions", "--project", starter.root).exit_code == 0


def test_without_a_name_the_project_is_the_one_in_the_current_folder(
    guidegen: Run, starter: Project, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(starter.root)
    assert guidegen("list", "regions").stdout.startswith("capital-city ")


def test_without_a_project_in_the_current_folder_it_is_the_shipped_one(
    guidegen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert [line.split()[0] for line in guidegen("list", "regions").stdout.splitlines()] == list(MEETINGS)


@pytest.mark.parametrize("command", [("build",), ("check",), ("list", "guides"), ("doctor",)], ids=lambda command: command[0])
def test_a_folder_without_project_is_a_usage_error_that_says_so(guidegen: Run, tmp_path: Path, command: tuple[str, ...]):
    result = guidegen(*command, "--project", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no project here: the folder has no content/" in result.stderr


def test_guidegen_runs_as_a_module():
    ran = subprocess.run([sys.executable, "-m", "guidegen", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout.endswith(f"version {package.__version__}\n")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8"])
def test_what_a_terminal_cannot_print_is_printed_by_its_code(encoding: str):
    command = [sys.executable, "-m", "guidegen", "list", "languages"]
    ran = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": encoding})
    arabic = "\u0627\u0644\u0639\u0631\u0628\u064a\u0629"
    printed = ran.stdout.decode(encoding)
    assert (arabic if encoding == "utf-8" else arabic.encode("unicode_escape").decode()) in printed
