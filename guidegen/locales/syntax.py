"""The grammar of PO files, held line by line.

Readers of PO files are lenient: of a text without its closing quotation mark they drop the last letter, of a message with two
translations the second, and of one without its source text the whole, all in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from guidegen.errors import Finding, Source
from guidegen.resources.files import SourceFile

CONFLICT = re.compile(r"^(?:<{7}(?: |$)|={7} *$|>{7}(?: |$))", re.MULTILINE)
LINE = re.compile(r"(?:(#~\||#~|#\|) ?)?(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) +(?=\S))?(.*)")
QUOTED = re.compile(r'"[^"\\]*(?:\\[nrt"\\][^"\\]*)*"')
# What may stand before each keyword; nothing stands before the first of a file.
BEFORE: Mapping[str, tuple[str, ...]] = {
    "msgctxt": ("", "msgstr", "msgstr[]"),
    "msgid": ("", "msgctxt", "msgstr", "msgstr[]"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid",),
    "msgstr[]": ("msgid_plural", "msgstr[]"),
}
# The same for the previous text of a message, which has no translation of its own.
BEFORE_PREVIOUS: Mapping[str, tuple[str, ...]] = {
    "msgctxt": ("",),
    "msgid": ("", "msgctxt"),
    "msgid_plural": ("msgid",),
}


class Line(NamedTuple):
    """A line of a PO file that is not blank: its *mark* (``#~``, ``#~|``, ``#|`` or none), its keyword if it has one, the rest.

    A comment has no mark and no keyword; its *rest* begins with ``#``.
    """

    number: int
    mark: str
    keyword: str
    rest: str

    @property
    def comment(self) -> bool:
        """Whether the line is a comment of any kind."""
        return self.rest.startswith("#") and not self.keyword and not self.mark

    @property
    def obsolete(self) -> bool:
        """Whether the line belongs to an obsolete message."""
        return self.mark.startswith("#~")

    @property
    def previous(self) -> bool:
        """Whether the line is one of a message's previous text."""
        return self.mark.endswith("|")


def po_lines(file: SourceFile) -> tuple[Line, ...]:
    """Return the lines of *file* that are not blank."""
    lines = []
    for number, text in enumerate(file.text.split("\n"), file.first_line):
        match = LINE.match(text.rstrip(" ")) if text else None
        if match and match[0]:
            lines.append(Line(number, *match.groups("")))
    return tuple(lines)


def syntax_findings(file: SourceFile, lines: Iterable[Line]) -> Iterator[Finding]:
    """Yield a finding for each of *lines*, those of *file*, that is none of a PO file, or stands where it cannot.

    In a file with an unresolved merge, the merge is all there is to tell.
    """
    conflict = CONFLICT.search(file.text)
    if conflict:
        hint = "keep one of the two versions and delete the marks"
        place = Source(file.path, file.place(conflict.start()).line)
        yield Finding(place, "catalogue-conflict", "an unresolved merge begins here", hint)
        return
    before: dict[str, str] = {}
    for line in lines:
        if line.comment:
            continue
        fault = _fault(line, before.get(line.mark, ""))
        if fault:
            yield Finding(Source(file.path, line.number), "catalogue-syntax", f"not a valid catalogue: {fault}")
        if line.keyword:
            before[line.mark] = _name(line.keyword)
        if line.keyword and not line.previous:
            before["#|"] = before["#~|"] = ""


def _fault(line: Line, before: str) -> str:
    """Return what is wrong with *line*, which follows the keyword *before*; nothing where it is sound."""
    if line.keyword and before not in (BEFORE_PREVIOUS if line.previous else BEFORE).get(_name(line.keyword), ()):
        return f"{line.keyword} cannot stand here"
    if QUOTED.fullmatch(line.rest):
        return ""
    if not line.rest.startswith('"'):
        return "a text must stand in quotation marks" if line.keyword else "no line of a catalogue"
    return r"a text must end with a quotation mark, with \" for those inside it, and \\ for a backslash"


def _name(keyword: str) -> str:
    return re.sub(r"\d+", "", keyword) if keyword.endswith("]") else keyword
