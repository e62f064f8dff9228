"""``guidegen translate import``: translations that come back from translators' tools."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import CommonOptions, common, project_of
from guidegen.cli.report import report
from guidegen.cli.translate import for_languages, target_languages
from guidegen.errors import Finding, GuidegenError, RenderError, has_errors

if TYPE_CHECKING:
    from guidegen.resources.project import Project
    from guidegen.translation.exchange.imports import Imported


class ImportOptions(CommonOptions):
    """The options of ``guidegen translate import``."""

    file: tuple[Path, ...]
    language: tuple[str, ...]
    replace_reviewed: bool
    reviewed: bool


@click.command("import")
@click.argument("file", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@for_languages
@click.option("--replace-reviewed", is_flag=True, help="Take translations in the place of reviewed ones, too.")
@click.option("--reviewed", is_flag=True, help="Believe states: a catalogue whose messages all come back final is reviewed.")
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[ImportOptions]) -> None:
    """Put translations from XLIFF and bilingual tables back into the catalogues.

    A FILE is one that export made: .xlf, .xliff or .docx. Only what was changed in it is taken. What cannot be is told and left
    out: a text that has changed meanwhile, a message translated in both places, other notes or placeholders than the text has,
    a reviewed translation. A FILE that is broken, of another project or with tracked changes changes nothing. A catalogue of
    which a message changes is a draft again. Ends with 1 where anything was refused.
    """
    findings: list[Finding] = []
    try:
        for one in imported(project_of(ctx, options["project"]), options):
            findings += one.findings
    except GuidegenError as error:
        report([*findings, *error.findings])
        ctx.exit(3 if isinstance(error, RenderError) else 1)
    report(findings)
    ctx.exit(int(has_errors(findings)))


def imported(project: Project, options: ImportOptions) -> Iterator[Imported]:
    """Take the files asked for, one by one: write the catalogues that each changes, say so, and yield what became of it."""
    from guidegen.locales.po_file import po_bytes  # noqa: PLC0415
    from guidegen.resources.writing import write_file  # noqa: PLC0415
    from guidegen.translation.catalogues import read_sources  # noqa: PLC0415
    from guidegen.translation.exchange.imports import Import  # noqa: PLC0415
    from guidegen.translation.exchange.incoming import Terms  # noqa: PLC0415

    sources = read_sources(project)
    languages = target_languages(project, sources.content.congress.source_language, options["language"])
    work = Import(project, sources, languages, Terms(options["replace_reviewed"], options["reviewed"]))
    for path in options["file"]:
        made = work.file(path)
        for file in made.files:
            write_file(project, file.path, po_bytes(file))
        if not options["quiet"]:
            click.echo(f"{made.name}: {made.changed} of {made.units} messages changed")
        yield made
