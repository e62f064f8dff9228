"""``guidegen init``: a new project to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from guidegen.cli.options import CommonOptions, common
from guidegen.cli.report import report
from guidegen.errors import GuidegenError


class InitOptions(CommonOptions):
    """The options of ``guidegen init``."""

    directory: Path


@click.command("init")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[InitOptions]) -> None:
    """Make a new project in DIRECTORY: one meeting, one topic, two languages, building at once."""
    from guidegen.resources.starter import write_starter  # noqa: PLC0415

    try:
        written = write_starter(options["directory"])
    except GuidegenError as error:
        report(error.findings)
        ctx.exit(3)
    if not options["quiet"]:
        click.echo(f"{len(written)} files in {options['directory']}; now: guidegen build --project {options['directory']}")
    if options["verbose"]:
        click.echo("\n".join(written))
