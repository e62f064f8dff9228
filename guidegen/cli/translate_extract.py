"""``guidegen translate extract``: the templates of the catalogues."""

from __future__ import annotations

from typing import Unpack

import click

from guidegen.cli.options import CommonOptions, common, project_of
from guidegen.cli.report import counted, report
from guidegen.errors import GuidegenError, RenderError


@click.command("extract")
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[CommonOptions]) -> None:
    """Write the templates of the catalogues into locales/pot/.

    There is one for each file of the content, and one for the words of the guides' templates.

    Ends with 1 where content or templates are broken; nothing is written then.
    """
    from guidegen.locales.po_file import po_bytes  # noqa: PLC0415
    from guidegen.resources.writing import remove_file, write_file  # noqa: PLC0415
    from guidegen.translation.catalogues import read_sources, templates, unused_templates  # noqa: PLC0415

    project = project_of(ctx, options["project"])
    try:
        sources = read_sources(project)
        made = templates(sources)
        written = [file.path for file in made if write_file(project, file.path, po_bytes(file))]
        for path in unused_templates(project, sources):
            remove_file(project, path)
    except GuidegenError as error:
        report(error.findings)
        ctx.exit(3 if isinstance(error, RenderError) else 1)
    if options["verbose"]:
        click.echo("\n".join(written))
    if not options["quiet"]:
        messages = counted(sum(len(file.entries) for file in made), "message")
        click.echo(f"{messages} in {counted(len(made), 'template')}, {len(written)} of them changed")
