"""Reads a plain text guide back: headings, paragraphs, notes and tables; it tells neither points nor references apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidegen.check.parity.shape import Readback, note_label, paragraph_label
from guidegen.document.language import Language

HEADING = re.compile(r"(#+) (.*)")
NOTE = re.compile(r"\[([^\]]+)\] ")
ROW = re.compile(r"\| .*\|")
BOX, CELLS = "+--", " | "


def read_text(data: bytes, language: Language) -> Readback:
    """Return what the text file *data* says. Raises ValueError where it is not UTF-8."""
    read = Readback(points=None, references=None)
    blank, rows = False, list[int]()
    for line in [*_common(data.decode().split("\n")), ""]:
        if ROW.fullmatch(line):
            rows.append(line[1:-1].count(CELLS) + 1)
            continue
        if rows:
            read.tables.append(tuple(rows))
            rows = []
        _take(line, read, language, blank=blank)
        blank = not line
    return read


def _common(lines: list[str]) -> Iterator[str]:
    """Yield the lines from the first heading on, without boxes."""
    started = inside = False
    for line in lines:
        started = started or line.startswith("# ")
        if line.startswith(BOX):
            inside = line != BOX
        elif started and not inside:
            yield line


def _take(line: str, read: Readback, language: Language, *, blank: bool) -> None:
    if heading := HEADING.fullmatch(line):
        read.headings.append((len(heading[1]), heading[2], None))
    elif (note := NOTE.match(line)) and note_label(note[1], language):
        read.notes.append(note[1])
    elif blank and (label := paragraph_label(line, language)):
        read.paragraphs.append(label)
