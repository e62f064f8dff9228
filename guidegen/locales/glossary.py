"""Reads ``locales/glossary.csv``: the terms that every translation keeps to, a row a term, a column a language."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.resources.files import SourceFile, read_file
from guidegen.resources.project import Project

PATH = "locales/glossary.csv"
BETWEEN_FORMS = " | "


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its forms by language, the preferred one first; *origin* says where they were found.

    *part_of_speech* and *note* are for people, as the file has them.
    """

    id: str
    forms: Mapping[str, tuple[str, ...]]
    origin: str
    source: Source
    part_of_speech: str = ""
    note: str = ""


def read_glossary(project: Project) -> tuple[Term, ...]:
    """Return the terms of *project*'s glossary, in the order of the file; none where there is no such file.

    Raises GuidegenError with a finding for each row that is broken.
    """
    if not project.path(PATH).is_file():
        return ()
    file = read_file(project, PATH)
    header, *rows = _rows(file)
    findings = list(_header_findings(file, header[1])) or list(_row_findings(file, header[1], rows))
    if findings:
        raise GuidegenError(findings)
    return tuple(_term(project, file, line, dict(zip(header[1], row, strict=True))) for line, row in rows)


def _rows(file: SourceFile) -> list[tuple[int, list[str]]]:
    """Return the rows of *file* with their last lines."""
    reader = csv.reader(io.StringIO(file.text), strict=True)
    try:
        return [(reader.line_num, row) for row in reader if row]
    except csv.Error as error:
        raise GuidegenError(
            [Finding(Source(file.path, reader.line_num), "glossary-syntax", f"not a valid table: {error}")]
        ) from None


def _header_findings(file: SourceFile, header: list[str]) -> Iterator[Finding]:
    if "id" not in header:
        yield Finding(Source(file.path, 1), "glossary-syntax", 'the first line must name the columns, one of them "id"')


def _row_findings(file: SourceFile, header: list[str], rows: list[tuple[int, list[str]]]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for line, row in rows:
        place, name = Source(file.path, line), dict(zip(header, row, strict=False)).get("id", "")
        if len(row) != len(header):
            sentence = f"the row has {len(row)} cells, and the first line names {len(header)} columns"
            yield Finding(place, "glossary-syntax", sentence, "put cells that have a comma in quotation marks")
        elif name in seen:
            yield Finding(
                place, "glossary-syntax", f'the term "{name}" stands here and in line {seen[name]}', "keep one of the two"
            )
        seen.setdefault(name, line)


def _term(project: Project, file: SourceFile, line: int, cells: Mapping[str, str]) -> Term:
    columns = {code: cells.get(code, "").split(BETWEEN_FORMS) for code in project.languages()}
    forms = {code: tuple(form.strip() for form in column if form.strip()) for code, column in columns.items()}
    remarks = {name: cells.get(name, "") for name in ("part_of_speech", "note")}
    return Term(cells["id"], forms, cells.get("origin", ""), Source(file.path, line), **remarks)
