"""``guidegen publish``: a static site of all drafts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.build import FORMATS, PDF_VARIANTS, BuildOptions, built, command_of, waiting
from guidegen.cli.check import Inspection, inspected
from guidegen.cli.options import CommonOptions, GuideOptions, common, guides_of, issuance_of, processors, project_of
from guidegen.cli.report import counted, report
from guidegen.errors import GuidegenError

if TYPE_CHECKING:
    from guidegen.build.run import Summary
    from guidegen.loading import Loaded
    from guidegen.resources.project import Project
    from guidegen.site.publication import Publication

OUTPUT_HELP = "Where the site goes: public/. A site that stands there is replaced."


class PublishOptions(CommonOptions):
    """The options of ``guidegen publish``."""

    output: Path
    built: Path
    previous: Path | None
    parity: bool
    summary: Path | None
    url: str
    jobs: int


@click.command("publish")
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("public"), help=OUTPUT_HELP)
@click.option("--built", type=click.Path(path_type=Path), default=Path("build"), help="The folder of the guides: build/.")
@click.option("--previous", type=click.Path(path_type=Path), help="A site, or its state.json, to compare with.")
@click.option("--parity", is_flag=True, help="Read the built guides back and compare them, too.")
@click.option("--summary", type=click.Path(dir_okay=False, path_type=Path), help="Append a summary in Markdown to this file.")
@click.option("--url", metavar="URL", default="", help="Where the site will stand: the links of the summary.")
@click.option("--jobs", "-j", type=click.IntRange(1), default=processors, help="Guides worked on at once; one a processor.")
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[PublishOptions]) -> None:
    """Build what is not up to date, and publish all guides as a static site in every language.

    Its pages list the guides with sizes and pages, how far the translations are, the findings of check, what has changed since an
    earlier state, and checksums. They need no server and no script. Ends as guidegen build does.
    """
    project = project_of(ctx, options["project"])
    done = _build(project, options)
    report(done.findings)
    if not options["built"].is_dir():
        ctx.exit(done.exit_code)
    try:
        count = _publish(project, options)
    except GuidegenError as error:
        report(error.findings)
        ctx.exit(max(done.exit_code, _exit_code(error)))
    if not options["quiet"]:
        click.echo(f"{counted(count, 'file')} in {options['output']}")
    ctx.exit(done.exit_code)


def _exit_code(error: GuidegenError) -> int:
    from guidegen.errors import RenderError  # noqa: PLC0415

    return 3 if isinstance(error, RenderError) else 1


def _build(project: Project, options: PublishOptions) -> Summary:
    """Build the guides that are not up to date."""
    wanted: BuildOptions = {
        "project": options["project"], "quiet": options["quiet"], "verbose": options["verbose"],
        "region": (), "language": (), "format": FORMATS[:3], "issuance": None, "draft": False, "output": options["built"],
        "jobs": options["jobs"], "force": False, "scheduler": None, "pdf_variant": PDF_VARIANTS[0],
    }  # fmt: skip
    asked = command_of(project, wanted)
    return asked.answer() or built(project, asked, wanted)


def _publish(project: Project, options: PublishOptions) -> int:
    """Write the site, and the summary, and return of how many files it is; no build comes in between. Raises GuidegenError.

    The lock of the build is given back before that of the site's place is taken: the site may stand in the folder of the build.
    """
    from guidegen.build.lock import alone_in  # noqa: PLC0415
    from guidegen.loading import load  # noqa: PLC0415
    from guidegen.site.folder import replacing  # noqa: PLC0415
    from guidegen.site.pages import site  # noqa: PLC0415
    from guidegen.site.state import STATE  # noqa: PLC0415

    with replacing(options["output"], STATE, waiting) as new:
        with alone_in(options["built"], waiting):
            publication = publication_of(load(project), options)
            files = site(publication)
            new.fill(files)
        new.take_place()
    if options["summary"]:
        _summarize(publication, options["summary"], options["url"])
    return len(files)


def publication_of(loaded: Loaded, options: PublishOptions) -> Publication:
    """Return what is to be published of *loaded*. Raises GuidegenError where there is too little."""
    from guidegen.build.manifest import read_manifest  # noqa: PLC0415
    from guidegen.site.publication import Publication, paragraphs, sound, statuses  # noqa: PLC0415
    from guidegen.site.state import changes, read_state  # noqa: PLC0415

    if loaded.content is None or loaded.source_language not in loaded.languages:
        raise GuidegenError(())
    before = read_state(options["previous"]) if options["previous"] else None
    issuance = issuance_of(loaded, None)
    every: GuideOptions = {"project": None, "quiet": False, "verbose": False, "region": (), "language": ()}
    names = guides_of(loaded, every, issuance)
    manifest, odd = sound(read_manifest(options["built"]), options["built"], names)
    report(odd)
    verdict = inspected(Inspection(loaded, names, issuance, asked=False, built=options["built"] if options["parity"] else None))
    state = paragraphs(loaded, names, issuance)
    changed = None if before is None else changes(before, state)
    return Publication(loaded, loaded.content, options["built"], manifest, verdict, statuses(loaded), state, changed)


def _summarize(publication: Publication, place: Path, address: str) -> None:
    """Append the summary of *publication* to the file *place*. Raises RenderError."""
    from guidegen.errors import Finding, RenderError, Source  # noqa: PLC0415
    from guidegen.site.summary import summary  # noqa: PLC0415

    try:
        with place.open("a", encoding="utf-8") as file:
            file.write(summary(publication, address))
    except OSError as error:
        message = f"the summary cannot be written: {error.strerror or error}"
        raise RenderError([Finding(Source(str(place)), "output", message)]) from None
