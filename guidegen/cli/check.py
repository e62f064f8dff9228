"""``guidegen check``: the rules that content and catalogues are held to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import CommonOptions, chosen, common, project_of
from guidegen.cli.report import report
from guidegen.errors import Finding, GuidegenError, has_errors

if TYPE_CHECKING:
    from guidegen.loading import Loaded


class CheckOptions(CommonOptions):
    """The options of ``guidegen check``."""

    region: tuple[str, ...]
    language: tuple[str, ...]


@click.command("check")
@click.option("--region", "-r", multiple=True, metavar="R", help="A regional meeting; every meeting without it.")
@click.option("--language", "-l", multiple=True, metavar="L", help="A language; every language without it.")
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[CheckOptions]) -> None:
    """Check content, conventions, catalogues and templates.

    Ends with 1 where there is an error.
    """
    from guidegen.loading import load  # noqa: PLC0415

    loaded = load(project_of(ctx, options["project"]))
    regions = chosen(options["region"], loaded.project.meetings(), "--region")
    languages = chosen(options["language"], loaded.project.languages(), "--language")
    findings = dict.fromkeys([*loaded.findings, *content_findings(loaded), *guide_findings(loaded, regions, languages)])
    report(findings)
    if not options["quiet"]:
        click.echo(f"{len(findings)} findings")
    ctx.exit(int(has_errors(findings)))


def content_findings(loaded: Loaded) -> Iterator[Finding]:
    """Yield the findings of the rules about the content as a whole."""
    from guidegen.check.rules import CONTENT_RULES  # noqa: PLC0415

    for rule in CONTENT_RULES if loaded.content else ():
        yield from rule(loaded.content)


def guide_findings(loaded: Loaded, regions: Iterable[str], languages: Iterable[str]) -> Iterator[Finding]:
    """Yield the findings of each guide, made as far as its numbered tree; those of broken common files stand already."""
    from guidegen.build.matrix import GuideName  # noqa: PLC0415
    from guidegen.build.task import Task  # noqa: PLC0415
    from guidegen.check.rules import SOURCE_GUIDE_RULES  # noqa: PLC0415
    from guidegen.pipeline import localized, numbered  # noqa: PLC0415

    issuance = loaded.content.default_issuance() if loaded.content else ""
    for region, language in product(regions, languages):
        task = Task(loaded.project.root, GuideName(region, language), (), issuance)
        try:
            translator, content = localized(loaded, task)
            document = numbered(loaded.project, content, translator, task)
        except GuidegenError as error:
            yield from error.findings
            continue
        for rule in SOURCE_GUIDE_RULES if language == loaded.source_language else ():
            yield from rule(document, content.issuance)
