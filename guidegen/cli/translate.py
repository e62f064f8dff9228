"""``guidegen translate``: the translators' work, one file per sub-command (``cli/translate_<name>.py``)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from guidegen.cli.options import Decorated, chosen

if TYPE_CHECKING:
    from guidegen.resources.project import Project

COMMANDS = ("extract", "update", "status", "check", "export", "import")


class LazyCommands(click.Group):
    """A group whose commands are modules beside this one, imported only when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Return the names of the commands, in the order of a translation's life."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command *cmd_name*, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"guidegen.cli.translate_{cmd_name}").command
        return command


@click.group("translate", cls=LazyCommands)
def command() -> None:
    """Bring catalogues up to date with the content, check and exchange them, and say how far they are."""


def for_languages(function: Decorated) -> Decorated:
    """Add the option that chooses languages to *function*."""
    words = "A language; every language but that of the content without it."
    return click.option("--language", "-l", multiple=True, metavar="L", help=words)(function)


def target_languages(project: Project, source: str, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages *asked* for, or all that the project is translated into from *source*."""
    return chosen(asked, [code for code in project.languages() if code != source], "--language")
