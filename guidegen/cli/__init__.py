"""The command line: one file per command, each loaded when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from guidegen import __version__

COMMANDS = ("build", "check", "list", "translate", "preview", "publish", "verify", "schema", "doctor", "init")


class LazyCommands(click.Group):
    """A group whose commands are modules of this package, imported only when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Return the names of the commands, in the order of a guide's life."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command *cmd_name*, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"guidegen.cli.{cmd_name}").command
        return command


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--project", type=click.Path(file_okay=False, path_type=Path), help="The project folder.")
@click.version_option(__version__, prog_name="guidegen")
@click.pass_context
def main(ctx: click.Context, project: Path | None) -> None:
    """Discussion guides of a United Nations crime congress, in every language, for every regional meeting.

    guidegen works on the project in the current folder (one with content/), on --project DIR, else on the project that is
    shipped with it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    ctx.obj = project
