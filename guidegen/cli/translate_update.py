"""``guidegen translate update``: the catalogues follow the content."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import CommonOptions, common, project_of
from guidegen.cli.report import report
from guidegen.cli.translate import for_languages, target_languages
from guidegen.errors import Finding, GuidegenError, RenderError, has_errors

if TYPE_CHECKING:
    from guidegen.resources.project import Project
    from guidegen.translation.catalogues import Update


class UpdateOptions(CommonOptions):
    """The options of ``guidegen translate update``."""

    language: tuple[str, ...]


@click.command("update")
@for_languages
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[UpdateOptions]) -> None:
    """Bring the catalogues up to date with the content; nothing is lost.

    A translation whose text has changed is kept and marked fuzzy; one whose text is gone is kept as obsolete, and comes back
    with it. A catalogue of which a message changes is a draft again. A broken one is left as it is; the command ends with 1 then.
    """
    from guidegen.translation.catalogues import read_sources, update  # noqa: PLC0415

    project = project_of(ctx, options["project"])
    findings: list[Finding] = []
    try:
        sources = read_sources(project)
        today = datetime.datetime.now(tz=datetime.UTC).date()
        for language in target_languages(project, sources.content.congress.source_language, options["language"]):
            made = update(project, language, sources, today)
            findings += made.findings
            tell(language, made, write(project, made), options)
    except GuidegenError as error:
        report([*findings, *error.findings])
        ctx.exit(3 if isinstance(error, RenderError) else 1)
    report(findings)
    ctx.exit(int(has_errors(findings)))


def write(project: Project, made: Update) -> Sequence[str]:
    """Write the catalogues that changed, remove those that hold nothing any more; return the paths of both."""
    from guidegen.locales.po_file import po_bytes  # noqa: PLC0415
    from guidegen.resources.writing import remove_file, write_file  # noqa: PLC0415

    written = [file.path for file in made.files if write_file(project, file.path, po_bytes(file))]
    for path in made.empty:
        remove_file(project, path)
    return (*written, *made.empty)


def tell(language: str, made: Update, changed: Sequence[str], options: UpdateOptions) -> None:
    """Say what became of the messages of *language*: all counts, and each message that was kept although its text changed."""
    from guidegen.translation.merge import Outcome  # noqa: PLC0415

    if options["quiet"]:
        return
    counts = Counter(change.outcome for change in made.changes)
    told = ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome])
    click.echo(f"{language}: {told or 'nothing to translate'}; files changed: {len(changed)}")
    named = {Outcome.RETOUCHED, *((Outcome.MOVED, Outcome.REVIVED, Outcome.FUZZY) if options["verbose"] else ())}
    for change in made.changes:
        if change.outcome in named:
            click.echo(f"  {change.path}: {change.context}: {change.outcome.value}")
