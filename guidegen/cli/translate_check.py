"""``guidegen translate check``: the rules that translations are held to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import CommonOptions, chosen, common, project_of
from guidegen.cli.report import counted, report
from guidegen.cli.translate import for_languages
from guidegen.errors import Finding, GuidegenError, has_errors

if TYPE_CHECKING:
    from guidegen.loading import Loaded


class TranslateCheckOptions(CommonOptions):
    """The options of ``guidegen translate check``."""

    language: tuple[str, ...]


@click.command("check")
@for_languages
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[TranslateCheckOptions]) -> None:
    """Check what is translated: placeholders, marks, numbers, dates, symbols, punctuation, spelling and terms.

    A message lets a rule pass with a comment, # guidegen: ignore=RULE and the reason; a language with "ignore" under
    "proofreading" in its conventions. Ends with 1 where there is an error.
    """
    from guidegen.loading import load  # noqa: PLC0415

    loaded = load(project_of(ctx, options["project"]))
    languages = chosen(options["language"], loaded.project.languages(), "--language")
    findings = list(dict.fromkeys(translation_findings(loaded, languages)))
    report(findings)
    if not options["quiet"]:
        click.echo(counted(len(findings), "finding"))
    ctx.exit(int(has_errors(findings)))


def translation_findings(loaded: Loaded, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what is wrong with the translations into *languages*, or what keeps them from being checked."""
    from guidegen.locales.glossary import read_glossary  # noqa: PLC0415
    from guidegen.translation.check import check_language  # noqa: PLC0415

    source = loaded.languages.get(loaded.source_language)
    if source is None:
        yield from loaded.findings
        return
    try:
        terms = read_glossary(loaded.project)
    except GuidegenError as error:
        terms = ()
        yield from error.findings
    for code in (code for code in languages if code != source.code):
        if code in loaded.languages:
            yield from check_language(loaded.project, source, loaded.languages[code], terms)
        yield from (finding for finding in loaded.findings if finding.source.path == f"locales/{code}/conventions.yaml")
