"""The command line: one file per command, each loaded when it is called."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

import click

from guidegen import __version__
from guidegen.cli.lazy import LazyCommands
from guidegen.garbage import look_seldom

COMMANDS = ("build", "check", "list", "translate", "preview", "publish", "verify", "schema", "doctor", "init")


@click.group(
    cls=LazyCommands,
    modules={name: f"guidegen.cli.{name}" for name in COMMANDS},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--project", type=click.Path(file_okay=False, path_type=Path), help="The project folder.")
@click.version_option(__version__, prog_name="guidegen")
@click.pass_context
def main(ctx: click.Context, project: Path | None) -> None:
    """Discussion guides of a United Nations crime congress, in every language, for every regional meeting.

    guidegen works on the project in the current folder (one with content/), on --project DIR, else on the project that is
    shipped with it.
    """
    look_seldom()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    ctx.obj = project
