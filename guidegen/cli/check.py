"""``guidegen check``: the rules that content and catalogues are held to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import GuideOptions, common, for_guides, guides_of, issuance_of, project_of
from guidegen.cli.report import counted, report
from guidegen.errors import Finding, GuidegenError, has_errors

if TYPE_CHECKING:
    from guidegen.build.matrix import GuideName
    from guidegen.loading import Loaded


@click.command("check")
@for_guides
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[GuideOptions]) -> None:
    """Check content, conventions, catalogues and templates.

    Ends with 1 where there is an error.
    """
    from guidegen.loading import load  # noqa: PLC0415

    loaded = load(project_of(ctx, options["project"]))
    issuance = issuance_of(loaded, None)
    names = guides_of(loaded, options, issuance)
    asked = names if options["region"] or options["language"] else ()
    findings = dict.fromkeys([*read_findings(loaded, asked), *content_findings(loaded), *guide_findings(loaded, names, issuance)])
    report(findings)
    if not options["quiet"]:
        click.echo(counted(len(findings), "finding"))
    ctx.exit(int(has_errors(findings)))


def read_findings(loaded: Loaded, asked: Collection[GuideName]) -> Iterator[Finding]:
    """Yield what was found while reading the project; where guides were *asked* for, in their files only."""
    for finding in loaded.findings:
        if not asked or any(name.depends_on(finding.source, loaded.source_language) for name in asked):
            yield finding


def content_findings(loaded: Loaded) -> Iterator[Finding]:
    """Yield the findings of the rules about the content as a whole."""
    from guidegen.check.rules import CONTENT_RULES  # noqa: PLC0415

    if loaded.content:
        for rule in CONTENT_RULES:
            yield from rule(loaded.content)


def guide_findings(loaded: Loaded, names: Iterable[GuideName], issuance: str) -> Iterator[Finding]:
    """Yield the findings of each guide, made as far as its numbered tree."""
    from guidegen.build.task import Task  # noqa: PLC0415
    from guidegen.check.glyphs import glyph_findings  # noqa: PLC0415
    from guidegen.check.rules import SOURCE_GUIDE_RULES  # noqa: PLC0415
    from guidegen.pipeline import localized, numbered  # noqa: PLC0415

    for name in names:
        task = Task(loaded.project.root, name, (), issuance)
        try:
            translator, content = localized(loaded, task)
            document = numbered(loaded.project, content, translator, task)
        except GuidegenError as error:
            yield from error.findings
            continue
        yield from glyph_findings(document)
        for rule in SOURCE_GUIDE_RULES if name.language == loaded.source_language else ():
            yield from rule(document, content.issuance)
