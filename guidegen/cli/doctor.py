"""``guidegen doctor``: what this machine lacks, and how to get it."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import CommonOptions, common, project_of
from guidegen.cli.report import report
from guidegen.errors import has_errors

if TYPE_CHECKING:
    from guidegen.document.language import Language
    from guidegen.loading import Loaded


class DoctorOptions(CommonOptions):
    """The options of ``guidegen doctor``."""

    packages: bool


@click.command("doctor")
@click.option("--packages", is_flag=True, help="Print the names of the missing system packages and nothing else.")
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[DoctorOptions]) -> None:
    """Say which libraries, fonts and glyphs are missing, and which package brings them.

    Ends with 1 where something is missing.
    """
    from guidegen.check.machine import glyph_findings, missing_fonts, missing_libraries, other_files  # noqa: PLC0415
    from guidegen.loading import load  # noqa: PLC0415
    from guidegen.versions import versions  # noqa: PLC0415

    loaded = load(project_of(ctx, options["project"]))
    missing = [*missing_libraries(), *missing_fonts(loaded.languages.values())]
    packages = sorted({one.package for one in missing})
    if options["packages"]:
        click.echo(" ".join(packages))
        return
    findings = [*(one.finding() for one in missing), *other_files(loaded.languages.values())]
    for language in loaded.languages.values():
        findings += glyph_findings(language, characters_of(loaded, language))
    if not options["quiet"]:
        click.echo("\n".join(f"{name} {number}" for name, number in {"Python": platform.python_version(), **versions()}.items()))
    report(findings)
    if packages:
        click.echo(f"On Debian and Ubuntu: apt-get install {' '.join(packages)}")
    elif not findings and not options["quiet"]:
        click.echo("nothing is missing")
    ctx.exit(int(has_errors(findings)))


def characters_of(loaded: Loaded, language: Language) -> frozenset[str]:
    """Return the characters of all texts of the project in *language*."""
    from guidegen.content.texts import texts  # noqa: PLC0415
    from guidegen.localize import Translator  # noqa: PLC0415

    if loaded.content is None or loaded.source_language not in loaded.languages:
        return frozenset()
    translator = Translator(loaded.project, language, loaded.languages[loaded.source_language])
    translated = (translator.text(text) for text in texts(loaded.content))
    return frozenset("".join(text.text for text in translated if text.fallback is None))
