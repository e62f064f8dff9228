"""``guidegen list``: what there is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Unpack

import click

from guidegen.cli.options import CommonOptions, GuideOptions, common, guides_of, issuance_of, project_of
from guidegen.cli.report import report
from guidegen.errors import has_errors

if TYPE_CHECKING:
    from guidegen.content.prose import Prose
    from guidegen.loading import Loaded

Row = dict[str, Any]


class ListOptions(CommonOptions):
    """The options of ``guidegen list``."""

    kind: str
    as_json: bool


def regions(loaded: Loaded) -> list[Row]:
    """Return a row for each regional meeting."""
    rows: list[Row] = []
    for meeting in loaded.content.meetings.values() if loaded.content else ():
        facts = meeting.facts
        dates = "pending" if isinstance(facts.dates, str) else f"{facts.dates.first}/{facts.dates.last}"
        place = "pending" if isinstance(facts.place, str) else facts.place.text
        rows.append({"id": meeting.id, "region": facts.region.text, "place": place, "dates": dates})
    return rows


def languages(loaded: Loaded) -> list[Row]:
    """Return a row for each language."""
    return [{"id": code, "name": one.name, "autonym": one.autonym} for code, one in loaded.languages.items()]


def topics(loaded: Loaded) -> list[Row]:
    """Return a row for each topic and workshop, in the order of the outline."""
    if loaded.content is None:
        return []
    kinds = (("topic", loaded.content.outline.topics, loaded.content.topics),
             ("workshop", loaded.content.outline.workshops, loaded.content.workshops))  # fmt: skip
    return [
        {"id": name, "kind": kind, "number": topic_number(prose[name]), "title": prose[name].facts.title.text}
        for kind, named, prose in kinds
        for name in named
        if name in prose
    ]


def topic_number(prose: Prose) -> int | None:
    """Return the number of a topic on the congress's agenda."""
    facts = prose.facts
    return facts.numbers.congress if hasattr(facts, "numbers") else None


def issuances(loaded: Loaded) -> list[Row]:
    """Return a row for each issuance."""
    rows = loaded.content.issuances.items() if loaded.content else ()
    return [{"id": name, "symbol": one.symbol, "status": one.status, "default": one.default} for name, one in rows]


def guides(loaded: Loaded) -> list[Row]:
    """Return a row for each guide of the default issuance."""
    everything = GuideOptions(project=None, quiet=False, verbose=False, region=(), language=())
    names = guides_of(loaded, everything, issuance_of(loaded, None)) if loaded.content else ()
    return [{"region": name.meeting, "language": name.language} for name in names]


KINDS: Mapping[str, Callable[[Loaded], list[Row]]] = {
    "regions": regions, "languages": languages, "topics": topics, "issuances": issuances, "guides": guides,
}  # fmt: skip


@click.command("list")
@click.argument("kind", type=click.Choice(tuple(KINDS)))
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[ListOptions]) -> None:
    """List the regions, languages, topics, issuances or guides of the project."""
    from guidegen.loading import load  # noqa: PLC0415

    loaded = load(project_of(ctx, options["project"]))
    rows = KINDS[options["kind"]](loaded)
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2) if options["as_json"] else table(rows))
    report(loaded.findings)
    ctx.exit(int(has_errors(loaded.findings)))


def table(rows: list[Row], *, head: bool = False) -> str:
    """Return *rows* as lines of aligned columns, under the names of their columns if a *head* is wanted."""
    cells = [[str(value) for value in row.values()] for row in rows]
    cells = [[*rows[0]], *cells] if head and rows else cells
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)
