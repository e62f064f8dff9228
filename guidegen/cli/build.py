"""``guidegen build``: guides, as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import GuideOptions, common, for_guides, guides_of, issuance_of, processors, project_of
from guidegen.cli.report import counted, report, terminal

if TYPE_CHECKING:
    from guidegen.build.command import Command
    from guidegen.build.executor import Crew
    from guidegen.build.run import Place, Summary
    from guidegen.build.task import Outcome, Task
    from guidegen.loading import Loaded
    from guidegen.resources.project import Project

FORMATS = ("docx", "pdf", "html", "akn", "text")
NO_OPTIONS = {"quiet", "verbose", "jobs", "force"}
# Imported once, before there are workers.
HEAVY = ("guidegen.pipeline", "babel", *(f"guidegen.renderers.{name}" for name in ("docx", "html", "pdf")), "weasyprint")
PDF_VARIANTS = ("ua-1+a-2a", "ua-1+a-3a", "ua-1", "a-2a", "a-2b", "a-2u", "a-3a", "plain")
PDF_HELP = "The kind of PDF: PDF/UA-1 and PDF/A-2a in one file without it."


class BuildOptions(GuideOptions):
    """The options of ``guidegen build``."""

    format: tuple[str, ...]
    issuance: str | None
    draft: bool
    output: Path
    jobs: int
    force: bool
    scheduler: str | None
    pdf_variant: str


@click.command("build")
@for_guides
@click.option("--format", "-f", multiple=True, type=click.Choice(FORMATS), help="A format; docx and pdf without it.")
@click.option("--issuance", metavar="I", help="An issuance; the one marked default without it.")
@click.option("--draft", is_flag=True, help="Mark the guides as drafts, whatever the issuance says.")
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("build"), help="Where to: build/.")
@click.option("--jobs", "-j", type=click.IntRange(1), default=processors, help="Guides worked on at once; one a processor.")
@click.option("--force", is_flag=True, help="Build what is up to date, too.")
@click.option("--scheduler", metavar="ADDRESS", help="Build on the workers of a Dask scheduler.")
@click.option("--pdf-variant", type=click.Choice(PDF_VARIANTS), default=PDF_VARIANTS[0], help=PDF_HELP)
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[BuildOptions]) -> None:
    """Build discussion guides: one for each meeting, language and format.

    Ends with 0 when all was built, 1 where content, catalogues or templates have errors, 3 where a file could not be rendered or
    written. What can be built is built.
    """
    project = project_of(ctx, options["project"])
    asked = command_of(project, options)
    summary = asked.answer() or built(project, asked, options)
    report(summary.findings)
    if not options["quiet"]:
        click.echo(said(summary, options["output"]))
    if options["verbose"]:
        click.echo("\n".join(summary.written))
    ctx.exit(summary.exit_code)


def command_of(project: Project, options: BuildOptions) -> Command:
    """Return the command that *options* are, with what builds of *project* into its folder remember."""
    from guidegen.build.command import Command  # noqa: PLC0415
    from guidegen.build.memory import Memory, Origins  # noqa: PLC0415
    from guidegen.build.stamps import digest_of, digest_of_all  # noqa: PLC0415
    from guidegen.build.task import source_date_epoch  # noqa: PLC0415
    from guidegen.resources.inputs import cache_folder, code_files, input_files  # noqa: PLC0415
    from guidegen.surroundings import packages, surroundings  # noqa: PLC0415

    root = options["output"].resolve()
    given = {name: repr(value) for name, value in options.items() if name not in NO_OPTIONS}
    around = {**surroundings(), "scheduler": options["scheduler"] or ""}
    origins = Origins(lambda: {**input_files(project), **code_files()}, around, packages())
    place = cache_folder(project, root) / f"{digest_of(str(root))[:16]}.record"
    name = digest_of_all({**given, "root": str(project.root), "epoch": source_date_epoch()})
    return Command(name, options["output"], Memory(place, origins, options["force"]))


def built(project: Project, asked: Command, options: BuildOptions) -> Summary:
    """Return what was done for the command *asked*, which memory could not answer."""
    from guidegen.build.run import build  # noqa: PLC0415
    from guidegen.pipeline import content_of  # noqa: PLC0415

    meetings = options["region"] or None
    loaded = content_of(project, meetings)
    tasks, place = tasks_of(loaded, options), place_of(loaded, options)
    asked.memory.source_language = loaded.source_language
    crew = cluster(loaded, options, meetings) if options["scheduler"] else local(options["jobs"], meetings)
    with progress(len(tasks), shown=terminal() and not options["quiet"]) as done:
        return asked.run(lambda: build(tasks, crew, place, asked.memory, done), place, waiting)


def waiting() -> None:
    """Say that another build holds the output folder."""
    click.echo("waiting for another build into the same folder", err=True)


def local(jobs: int, meetings: tuple[str, ...] | None = None) -> Crew:
    """Return the workers of this machine that build, *jobs* at once; where *meetings* are given, these only."""
    from guidegen.build.executor import Local  # noqa: PLC0415
    from guidegen.pipeline import run_task  # noqa: PLC0415

    return Local(partial(run_task, meetings=meetings), jobs, HEAVY)


def cluster(loaded: Loaded, options: BuildOptions, meetings: tuple[str, ...] | None) -> Crew:
    """Return the workers that build *loaded* for a Dask scheduler; where *meetings* are given, these only."""
    from guidegen.build.cluster import Cluster, Parcel, archive  # noqa: PLC0415
    from guidegen.check.machine import toolchain  # noqa: PLC0415
    from guidegen.loading import with_languages  # noqa: PLC0415
    from guidegen.pipeline import run_task  # noqa: PLC0415
    from guidegen.resources.inputs import input_files  # noqa: PLC0415

    codes = options["language"] or loaded.project.languages()
    here = partial(toolchain, tuple(with_languages(loaded, codes).languages.values()))
    work = partial(run_task, meetings=meetings)
    return Cluster(options["scheduler"] or "", Parcel(work, archive(input_files(loaded.project)), here, here()))


def said(summary: Summary, output: Path) -> str:
    """Return the sentence that says what was done."""
    files, unchanged = len(summary.written) + len(summary.kept), len(summary.kept)
    rest = f", {'all' if unchanged == files else unchanged} unchanged" if unchanged else ""
    return f"{counted(files, 'file')} in {output / summary.folder}{rest}"


def tasks_of(loaded: Loaded, options: BuildOptions) -> list[Task]:
    """Return a task for each guide asked for."""
    from guidegen.build.task import Task  # noqa: PLC0415

    issuance = issuance_of(loaded, options["issuance"])
    formats = tuple(dict.fromkeys(options["format"])) or FORMATS[:2]
    names = guides_of(loaded, options, issuance)
    return [Task(loaded.project.root, name, formats, issuance, options["draft"], options["pdf_variant"]) for name in names]


def place_of(loaded: Loaded, options: BuildOptions) -> Place:
    """Return where the guides go: an issuance other than the default has a folder of its own."""
    from guidegen.build.run import Place  # noqa: PLC0415
    from guidegen.renderers.table import FORMATS as RENDERERS  # noqa: PLC0415
    from guidegen.versions import toolchain  # noqa: PLC0415

    issuance = issuance_of(loaded, options["issuance"])
    folder = "" if issuance == issuance_of(loaded, None) else issuance
    extensions = {name: one.extension for name, one in RENDERERS.items()}
    paged = {name for name, one in RENDERERS.items() if one.wants_pages or one.needs_layout}
    return Place(options["output"], extensions, toolchain(), folder, paged)


@contextmanager
def progress(total: int, *, shown: bool) -> Iterator[Callable[[Outcome], None]]:
    """Show a bar of *total* guides on the terminal while what is inside runs; give the function that moves it on."""
    if not shown:
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        row = bar.add_task("guides", total=total)

        def done(outcome: Outcome) -> None:
            """Move the bar on by one guide."""
            bar.update(row, advance=1, description=f"{outcome.task.guide.meeting} {outcome.task.guide.language}")

        yield done
