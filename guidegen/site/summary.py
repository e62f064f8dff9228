"""The site in short, as Markdown (CommonMark with tables): for the pages of servers that build it."""

from __future__ import annotations

from collections.abc import Iterator

from guidegen.build.manifest import Entry
from guidegen.build.matrix import GuideName
from guidegen.errors import Severity
from guidegen.site.publication import GUIDES, Publication

HEADS = ("region", "language", "translated", "findings")


def summary(publication: Publication, address: str = "") -> str:
    """Return *publication* as a table of guides with what there is of each; linked where the site's *address* is known."""
    names = publication.formats
    heads = (*HEADS[:3], *names.values(), HEADS[3])
    lines = ["## Draft guides", "", _row(heads), _row(["---"] * len(heads))]
    lines += [_row(_cells(publication, name, tuple(names), address)) for name in publication.guides()]
    return "\n".join([*lines, "", *_findings(publication), *_changes(publication)]) + "\n"


def _cells(publication: Publication, name: GuideName, formats: tuple[str, ...], address: str) -> Iterator[str]:
    files = {entry.format: entry for entry in publication.files(name)}
    share = next((f"{int(entry.translated * 100)}%" for entry in files.values()), "–")
    yield from (name.meeting, name.language, share)
    for one in formats:
        yield _file(files[one], address) if one in files else "not built"
    yield str(len(publication.findings(name)))


def _file(entry: Entry, address: str) -> str:
    size = f"{-(-entry.bytes // 1000)} kB"
    words = f"{entry.pages} pages, {size}" if entry.pages else size
    return f"[{words}]({address.rstrip('/')}/{GUIDES}/{entry.path})" if address else words


def _findings(publication: Publication) -> Iterator[str]:
    found = publication.verdict.findings
    errors = sum(one.severity is Severity.ERROR for one in found)
    yield f"Errors: {errors}. Warnings: {len(found) - errors}. Ignored: {len(publication.verdict.ignored)}."
    for name in publication.verdict.unchecked:
        yield f"Not checked: {name}."


def _changes(publication: Publication) -> Iterator[str]:
    if publication.changes is None:
        yield "No earlier state to compare with."
        return
    for language in publication.loaded.languages:
        mine = [change for change in publication.changes if change.language == language]
        if mine:
            yield f"Changes, {language}: {len(mine)}."
    if not publication.changes:
        yield "No paragraph has changed."


def _row(cells: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
