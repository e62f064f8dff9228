"""``guidegen translate status``: how far the translations are."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

import click

from guidegen.cli.list import table
from guidegen.cli.options import CommonOptions, common, project_of
from guidegen.cli.report import report
from guidegen.cli.translate import for_languages, target_languages
from guidegen.errors import Finding, GuidegenError, has_errors

if TYPE_CHECKING:
    from rich.table import Table

    from guidegen.resources.project import Project
    from guidegen.translation.status import LanguageStatus, Tally

Row = dict[str, Any]
BAR = 20
HEADS = ("printed", "fuzzy", "stale", "faulty", "missing", "reviewed")


class StatusOptions(CommonOptions):
    """The options of ``guidegen translate status``."""

    language: tuple[str, ...]
    as_json: bool


@click.command("status")
@for_languages
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[StatusOptions]) -> None:
    """Say how far the translations are: what would be printed counts.

    What is fuzzy, or was made for an earlier text (stale), or has other notes, citations or placeholders than its text (faulty)
    is not printed and counts as untranslated. With --verbose, also by file, meeting and topic.
    """
    findings: list[Finding] = []
    statuses: Sequence[LanguageStatus] = ()
    try:
        statuses, findings = statuses_of(project_of(ctx, options["project"]), options["language"])
    except GuidegenError as error:
        findings = list(error.findings)
    if options["as_json"]:
        click.echo(json.dumps([as_json(one) for one in statuses], ensure_ascii=False, indent=2))
    elif not options["quiet"]:
        tell(statuses, verbose=options["verbose"])
    report(findings)
    ctx.exit(int(has_errors(findings)))


def statuses_of(project: Project, asked: tuple[str, ...]) -> tuple[list[LanguageStatus], list[Finding]]:
    """Return how far the languages *asked* for are, or all, and the findings of broken catalogues, whose messages are missing."""
    from guidegen.translation.catalogues import read_sources, read_status  # noqa: PLC0415

    sources = read_sources(project)
    languages = target_languages(project, sources.content.congress.source_language, asked)
    found = [read_status(project, language, sources) for language in languages]
    return [status for status, _ in found], [finding for _, findings in found for finding in findings]


def as_json(status: LanguageStatus) -> Row:
    """Return *status* as it is printed for programs."""
    groups = {"files": status.files, "meetings": status.meetings, "topics": status.topics}
    parts = {name: {one: counts(tally) for one, tally in group.items()} for name, group in groups.items()}
    return {"language": status.language, **counts(status.total), **parts}


def counts(tally: Tally) -> Row:
    """Return the numbers of *tally*: messages and words, in all, in each state and reviewed."""
    messages = {state.value: number for state, number in tally.messages.items()}
    words = {state.value: number for state, number in tally.words.items()}
    return {
        "messages": {"total": tally.total_messages, **messages, "reviewed": tally.reviewed_messages},
        "words": {"total": tally.total_words, **words, "reviewed": tally.reviewed_words},
    }


def tell(statuses: Sequence[LanguageStatus], *, verbose: bool) -> None:
    """Print *statuses* for people: a bar for each language on a terminal, aligned lines elsewhere."""
    if sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415

        Console(no_color=bool(os.environ.get("NO_COLOR"))).print(bars(statuses))
    else:
        click.echo(table([row({"language": one.language}, one.total) for one in statuses], head=True))
    for status in statuses if verbose else ():
        for group in (status.files, status.meetings, status.topics):
            click.echo("\n" + table([row({status.language: name}, tally) for name, tally in group.items()], head=True))


def row(names: Mapping[str, str], tally: Tally) -> Row:
    """Return the line of *tally* in a table: the words of each state, and the share that would be printed."""
    words = {state.value: number for state, number in tally.words.items()}
    return {**names, "printed": percent(tally), "words": tally.total_words, **words, "reviewed": tally.reviewed_words}


def percent(tally: Tally) -> str:
    """Return the share of *tally* in whole per cents; 100 only where nothing is lacking."""
    return f"{int(tally.share * 100)}%"


def bars(statuses: Sequence[LanguageStatus]) -> Table:
    """Return *statuses* as a table with a bar for each language."""
    from rich.progress_bar import ProgressBar  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    made = Table("language", "", box=None, pad_edge=False)
    for name in HEADS:
        made.add_column(name, justify="right", no_wrap=True)
    for status in statuses:
        cells = row({}, status.total)
        bar = ProgressBar(total=1, completed=status.total.share, width=BAR)
        made.add_row(status.language, bar, *(str(cells[name]) for name in HEADS))
    return made
