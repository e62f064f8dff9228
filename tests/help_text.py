"""Writes the commands' --help into README.md, between its two marks; run by ``make help-text``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from guidegen.cli import COMMANDS, main

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- help: begin -->\n", "<!-- help: end -->\n"
WIDTH = 100


def help_text() -> str:
    """Return the help of every command as Markdown."""
    parent = click.Context(main, info_name="guidegen", terminal_width=WIDTH, max_content_width=WIDTH, **main.context_settings)
    return "\n".join(part for name in COMMANDS for part in helps(main, name, parent))


def helps(group: click.Group, name: str, parent: click.Context) -> Iterator[str]:
    """Yield the help of the command *name* of *group*, and of its own commands if it is a group."""
    command = group.get_command(parent, name)
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH)
    yield f"```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            yield from helps(command, inner, context)


def with_help(text: str) -> str:
    """Return the README *text* with the help of today between its marks."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}{help_text()}{END}{after}"


if __name__ == "__main__":
    README.write_text(with_help(README.read_text(encoding="utf-8")), encoding="utf-8")
