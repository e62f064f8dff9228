"""Commands that are modules: named without being imported, imported when they are asked for."""

from __future__ import annotations

import sys

import click

from guidegen.cli.lazy import LazyCommands

GROUP = LazyCommands("group", modules={"second": "guidegen.cli.schema", "first": "guidegen.cli.nowhere"})


def test_commands_are_listed_in_the_order_of_their_table() -> None:
    assert GROUP.list_commands(click.Context(GROUP)) == ["second", "first"]


def test_a_command_is_that_of_its_module() -> None:
    command = GROUP.get_command(click.Context(GROUP), "second")
    assert command is sys.modules["guidegen.cli.schema"].command


def test_a_command_that_there_is_not_is_none() -> None:
    assert GROUP.get_command(click.Context(GROUP), "third") is None
