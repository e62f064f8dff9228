"""``guidegen build``: guides, as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import GuideOptions, common, for_guides, guides_of, issuance_of, processors, project_of
from guidegen.cli.report import counted, report, terminal

if TYPE_CHECKING:
    from guidegen.build.run import Place
    from guidegen.build.task import Outcome, Task
    from guidegen.loading import Loaded

FORMATS = ("docx", "pdf", "html", "akn", "text")
PDF_VARIANTS = ("ua-1+a-2a", "ua-1+a-3a", "ua-1", "a-2a", "a-2b", "a-2u", "a-3a", "plain")
PDF_HELP = "The kind of PDF: PDF/UA-1 and PDF/A-2a in one file without it."


class BuildOptions(GuideOptions):
    """The options of ``guidegen build``."""

    format: tuple[str, ...]
    issuance: str | None
    draft: bool
    output: Path
    jobs: int
    pdf_variant: str


@click.command("build")
@for_guides
@click.option("--format", "-f", multiple=True, type=click.Choice(FORMATS), help="A format; docx and pdf without it.")
@click.option("--issuance", metavar="I", help="An issuance; the one marked default without it.")
@click.option("--draft", is_flag=True, help="Mark the guides as drafts, whatever the issuance says.")
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path("build"), help="Where to: build/.")
@click.option("--jobs", "-j", type=click.IntRange(1), default=processors, help="Guides worked on at once; one a processor.")
@click.option("--pdf-variant", type=click.Choice(PDF_VARIANTS), default=PDF_VARIANTS[0], help=PDF_HELP)
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[BuildOptions]) -> None:
    """Build discussion guides: one for each meeting, language and format.

    Ends with 0 when all was built, 1 where content, catalogues or templates have errors, 3 where a file could not be rendered or
    written. What can be built is built.
    """
    from guidegen.build.run import build  # noqa: PLC0415
    from guidegen.loading import load  # noqa: PLC0415
    from guidegen.pipeline import run_task  # noqa: PLC0415

    loaded = load(project_of(ctx, options["project"]))
    tasks = tasks_of(loaded, options)
    place = place_of(loaded, options)
    with progress(len(tasks), shown=terminal() and not options["quiet"]) as done:
        summary = build(tasks, run_task, place, options["jobs"], done)
    report(summary.findings)
    if not options["quiet"]:
        click.echo(f"{counted(len(summary.written), 'file')} in {place.output}")
    if options["verbose"]:
        click.echo("\n".join(summary.written))
    ctx.exit(summary.exit_code)


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
    from guidegen.versions import versions  # noqa: PLC0415

    issuance = issuance_of(loaded, options["issuance"])
    folder = "" if issuance == issuance_of(loaded, None) else issuance
    return Place(options["output"], {name: one.extension for name, one in RENDERERS.items()}, versions(), folder)


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
