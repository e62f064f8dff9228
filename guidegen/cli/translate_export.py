"""``guidegen translate export``: catalogues and the glossary for translators' tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import CommonOptions, common, project_of
from guidegen.cli.report import counted, report
from guidegen.cli.translate import for_languages, target_languages
from guidegen.errors import Finding, GuidegenError, RenderError, has_errors

if TYPE_CHECKING:
    from guidegen.resources.project import Project

# The names of guidegen.translation.exchange.table.WRITERS, which would load every format for a --help.
FORMATS = ("xliff", "tmx", "tbx", "docx")


class ExportOptions(CommonOptions):
    """The options of ``guidegen translate export``."""

    to: str
    output: Path
    language: tuple[str, ...]


@click.command("export")
@click.option("--to", type=click.Choice(FORMATS), required=True, help="The format.")
@click.option("--output", "-o", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where to.")
@for_languages
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[ExportOptions]) -> None:
    """Write XLIFF, bilingual tables, memories or the glossary for translators' tools.

    xliff and docx make a file for each catalogue, which comes back with guidegen translate import; tmx makes a memory for each
    language of what a person has reviewed, tbx the glossary. Ends with 1 where a catalogue is broken, 3 where a file could not
    be written.
    """
    project = project_of(ctx, options["project"])
    try:
        written, findings = export(project, options)
    except GuidegenError as error:
        report(error.findings)
        ctx.exit(3 if isinstance(error, RenderError) else 1)
    report(findings)
    if options["verbose"]:
        click.echo("\n".join(written))
    if not options["quiet"]:
        click.echo(f"{counted(len(written), 'file')} in {options['output']}")
    ctx.exit(int(has_errors(findings)))


def export(project: Project, options: ExportOptions) -> tuple[list[str], tuple[Finding, ...]]:
    """Write the files asked for; return their names, and the findings of catalogues that are left out."""
    from guidegen.build.outputs import write_whole  # noqa: PLC0415
    from guidegen.translation.catalogues import read_sources  # noqa: PLC0415
    from guidegen.translation.exchange.outgoing import read_export  # noqa: PLC0415
    from guidegen.translation.exchange.table import WRITERS  # noqa: PLC0415

    sources = read_sources(project)
    languages = target_languages(project, sources.content.congress.source_language, options["language"])
    made = read_export(project, sources, languages)
    files = dict(WRITERS[options["to"]](made))
    for name, data in files.items():
        write_whole(options["output"] / name, data, options["output"])
    return list(files), made.findings
