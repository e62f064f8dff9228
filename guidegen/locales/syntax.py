"""The grammar of PO files, held line by line.

Readers of PO files are lenient: of a text without its closing quotation mark they drop the last letter, of a message with two
translations the second, and of one without its source text the whole, all in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidegen.errors import Finding, Source
from guidegen.resources.files import SourceFile

CONFLICT = re.compile(r"<{7}( |$)|={7}$|>{7}( |$)")
MARK = re.compile(r"(#~\||#~|#\|) ?")
KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) +(?=\S)")
QUOTED = re.compile(r'"(?:[^"\\]|\\[nrt"\\])*"')
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


@dataclass(frozen=True, slots=True)
class Line:
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
        return self.rest.startswith("#")

    @property
    def obsolete(self) -> bool:
        """Whether the line belongs to an obsolete message."""
        return self.mark.startswith("#~")

    @property
    def previous(self) -> bool:
        """Whether the line is one of a message's previous text."""
        return self.mark.endswith("|")


def po_lines(file: SourceFile) -> Iterator[Line]:
    """Yield the lines of *file* that are not blank."""
    for number, text in enumerate(file.text.split("\n"), file.first_line):
        line = text.rstrip(" ")
        mark = MARK.match(line)
        body = line[mark.end() :] if mark else line
        keyword = KEYWORD.match(body)
        if body or mark:
            yield Line(number, mark[1] if mark else "", keyword[1] if keyword else "", body[keyword.end() :] if keyword else body)


def syntax_findings(file: SourceFile) -> Iterator[Finding]:
    """Yield a finding for each line of *file* that is none of a PO file, or stands where it cannot.

    In a file with an unresolved merge, the merge is all there is to tell.
    """
    conflicts = [number for number, line in enumerate(file.text.split("\n"), 1) if CONFLICT.match(line.rstrip(" "))]
    if conflicts:
        hint = "keep one of the two versions and delete the marks"
        yield Finding(Source(file.path, conflicts[0]), "catalogue-conflict", "an unresolved merge begins here", hint)
        return
    before: dict[str, str] = {}
    for line in po_lines(file):
        fault = _fault(line, before.get(line.mark, ""))
        if fault:
            yield Finding(Source(file.path, line.number), "catalogue-syntax", f"not a valid catalogue: {fault}")
        if line.keyword:
            before[line.mark] = _name(line.keyword)
        if line.keyword and not line.previous:
            before["#|"] = before["#~|"] = ""


def _fault(line: Line, before: str) -> str:
    """Return what is wrong with *line*, which follows the keyword *before*; nothing where it is sound."""
    order = BEFORE_PREVIOUS if line.previous else BEFORE
    if line.comment and not line.mark:
        return ""
    if line.keyword and before not in order.get(_name(line.keyword), ()):
        return f"{line.keyword} cannot stand here"
    if QUOTED.fullmatch(line.rest):
        return ""
    if not line.rest.startswith('"'):
        return "a text must stand in quotation marks" if line.keyword else "no line of a catalogue"
    return r"a text must end with a quotation mark, with \" for those inside it, and \\ for a backslash"


def _name(keyword: str) -> str:
    return re.sub(r"\d+", "", keyword)
