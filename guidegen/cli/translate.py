"""``guidegen translate``: the translators' work, one file per sub-command (``cli/translate_<name>.py``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from guidegen.cli.lazy import LazyCommands
from guidegen.cli.options import Decorated, chosen

if TYPE_CHECKING:
    from guidegen.resources.project import Project

COMMANDS = ("extract", "update", "status", "check", "export", "import")


@click.group("translate", cls=LazyCommands, modules={name: f"guidegen.cli.translate_{name}" for name in COMMANDS})
def command() -> None:
    """Bring catalogues up to date with the content, check and exchange them, and say how far they are."""


def for_languages(function: Decorated) -> Decorated:
    """Add the option that chooses languages to *function*."""
    words = "A language; every language but that of the content without it."
    return click.option("--language", "-l", multiple=True, metavar="L", help=words)(function)


def target_languages(project: Project, source: str, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages *asked* for, or all that the project is translated into from *source*."""
    return chosen(asked, [code for code in project.languages() if code != source], "--language")
