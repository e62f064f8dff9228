"""guidegen translate: a group of commands, each loaded when it is called."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest
from click.testing import Result

from guidegen.cli.translate import COMMANDS, command, target_languages
from guidegen.resources.project import Project

Run = Callable[..., Result]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_file_and_a_help_of_its_own(guidegen: Run, name: str) -> None:
    result = guidegen("translate", name, "--help")
    assert result.exit_code == 0
    assert f"translate {name}" in result.stdout


def test_the_commands_are_listed_in_their_order() -> None:
    assert command.list_commands(click.Context(command)) == list(COMMANDS)


def test_an_unknown_command_is_a_usage_error(guidegen: Run) -> None:
    assert guidegen("translate", "guess").exit_code == 2


def test_the_language_of_the_content_is_not_translated_into(starter: Project) -> None:
    assert target_languages(starter, "en", ()) == ("fr",)
