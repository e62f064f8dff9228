"""A PO file as a whole: its header and its entries with all that gettext and its editors keep in them, and how it is written.

Lines are broken where gettext breaks them, by Unicode's rules and at 77 columns: catalogues that went through ``msgcat`` or an
editor come back without a difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

WIDTH = 77
MARGIN = 2
FUZZY = "fuzzy"
REVIEW = "X-Review-Status"
DRAFT, REVIEWED = "draft", "reviewed"
ESCAPED = re.compile(r'[\\"\n\r\t]')
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a PO file. *line* is that of its ``msgid``, 0 before it is written; it does not count in comparisons.

    *comments* are the translator's, *extracted* those from the source text, each a line; a *context* or a previous text that is
    empty is none. *flags* keep their order; an *obsolete* entry is one that the source texts no longer have.
    """

    context: str
    id: str
    string: str = ""
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    previous_context: str = ""
    previous_id: str = ""
    obsolete: bool = False
    line: int = field(default=0, compare=False)

    @property
    def key(self) -> tuple[str, str]:
        """What gettext knows the message by: context and text."""
        return self.context, self.id

    @property
    def fuzzy(self) -> bool:
        """Whether the translation is to be looked at again."""
        return FUZZY in self.flags

    @property
    def translated(self) -> bool:
        """Whether there is a translation, current or not."""
        return bool(self.string.strip())

    def marked(self, *, fuzzy: bool) -> Entry:
        """Return the entry with the mark ``fuzzy`` or without it."""
        rest = tuple(flag for flag in self.flags if flag != FUZZY)
        return replace(self, flags=(FUZZY, *rest) if fuzzy else rest)


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file: its *path* in the project, the *header* (the entry without a text), the other entries, comments at its end."""

    path: str
    header: Entry
    entries: tuple[Entry, ...] = ()
    tail: tuple[str, ...] = ()

    @property
    def live(self) -> tuple[Entry, ...]:
        """The entries that are not obsolete."""
        return tuple(entry for entry in self.entries if not entry.obsolete)

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The fields of the header, in order."""
        return tuple(header_field(line) for line in self.header.string.splitlines() if line.strip())

    def field(self, name: str) -> str:
        """Return the header's field *name*, empty where there is none."""
        return dict(self.fields).get(name, "")

    @property
    def reviewed(self) -> bool:
        """Whether a person has reviewed the catalogue."""
        return self.field(REVIEW) == REVIEWED

    def with_field(self, name: str, value: str) -> PoFile:
        """Return the file with the header's field *name* set, at its place or at the end."""
        fields = {**dict(self.fields), name: value}
        return replace(self, header=replace(self.header, string=header_text(fields.items())))


def header_field(line: str) -> tuple[str, str]:
    """Return name and value of a *line* of a header."""
    name, _, value = line.partition(":")
    return name.strip(), value.strip()


def header_text(fields: Iterable[tuple[str, str]]) -> str:
    """Return the text of a header with *fields*."""
    return "".join(f"{name}: {value}\n" for name, value in fields)


# -- writing -------------------------------------------------------------------------------------------------------------------


def po_bytes(file: PoFile) -> bytes:
    """Return *file* as it is written: UTF-8, the header first, obsolete entries where they stand."""
    blocks = ["\n".join(_lines(entry)) for entry in (file.header, *file.entries)]
    tail = ["\n".join(_comment("#", line) for line in file.tail)] if file.tail else []
    return ("\n\n".join([*blocks, *tail]) + "\n").encode()


def _lines(entry: Entry) -> Iterator[str]:
    yield from (_comment("#", line) for line in entry.comments)
    yield from (_comment("#.", line) for line in entry.extracted)
    yield from _filled("#:", entry.references)
    flags = (*(flag for flag in entry.flags if flag == FUZZY), *(flag for flag in entry.flags if flag != FUZZY))
    if flags:
        yield f"#, {', '.join(flags)}"
    before, mark = ("#~| ", "#~ ") if entry.obsolete else ("#| ", "")
    yield from _text(f"{before}msgctxt", entry.previous_context) if entry.previous_context else ()
    yield from _text(f"{before}msgid", entry.previous_id) if entry.previous_id else ()
    yield from _text(f"{mark}msgctxt", entry.context) if entry.context else ()
    yield from _text(f"{mark}msgid", entry.id)
    yield from _text(f"{mark}msgstr", entry.string)


def _comment(mark: str, line: str) -> str:
    return f"{mark} {line}".rstrip(" ") if line else mark


def _filled(mark: str, words: Sequence[str]) -> Iterator[str]:
    """Yield *words* in lines that begin with *mark*."""
    line = mark
    for word in words:
        if line != mark and len(f"{line} {word}") > WIDTH + MARGIN:
            yield line
            line = mark
        line = f"{line} {word}"
    if words:
        yield line


def _text(keyword: str, text: str) -> Iterator[str]:
    """Yield the lines of *text* behind *keyword*, which may have a mark of its own before it."""
    mark = keyword[: keyword.rfind(" ") + 1]
    lines = list(_wrapped(ESCAPED.sub(lambda match: ESCAPES[match[0]], text), WIDTH - len(mark)))
    if len(lines) > 1 or (lines and len(keyword) + 1 + _columns(lines[0]) > WIDTH):
        yield f'{keyword} ""'
        yield from (f'{mark}"{line}"' for line in lines)
    else:
        yield f'{keyword} "{"".join(lines)}"'


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Yield *text*, which is escaped, in lines of *width* columns; a line feed ends its line."""
    from unicode_segmentation_rs import line_break_units  # noqa: PLC0415  (only who writes catalogues needs it)

    for paragraph in re.split(r"(?<=\\n)", text):
        line, columns = "", 0
        for unit in line_break_units(paragraph):
            if line and columns + _columns(unit) > width:
                yield line
                line, columns = "", 0
            line, columns = line + unit, columns + _columns(unit)
        if line:
            yield line


def _columns(text: str) -> int:
    """Return how many columns a terminal needs for *text*, letter by letter as gettext counts them: no ligatures."""
    from unicode_segmentation_rs import text_width  # noqa: PLC0415  (only who writes catalogues needs it)

    return sum(map(text_width, text))
