"""The grammar of PO files, held line by line.

Babel reads leniently: of a text without its closing quotation mark it drops the last letter, of a message with two translations
the second, and of one without its source text the whole, all in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guidegen.errors import Finding, Source
from guidegen.resources.files import SourceFile

CONFLICT = re.compile(r"<{7}( |$)|={7}$|>{7}( |$)")
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


def syntax_findings(file: SourceFile) -> Iterator[Finding]:
    """Yield a finding for each line of *file* that is none of a PO file, or stands where it cannot.

    In a file with an unresolved merge, the merge is all there is to tell.
    """
    lines = [(Source(file.path, number), line.rstrip(" ")) for number, line in enumerate(file.text.split("\n"), 1)]
    conflicts = [source for source, line in lines if CONFLICT.match(line)]
    if conflicts:
        hint = "keep one of the two versions and delete the marks"
        yield Finding(conflicts[0], "catalogue-conflict", "an unresolved merge begins here", hint)
        return
    before = ""
    for source, line in lines:
        keyword = KEYWORD.match(line)
        fault = _fault(line, keyword, before)
        if fault:
            yield Finding(source, "catalogue-syntax", f"not a valid catalogue: {fault}")
        before = _name(keyword) if keyword else before


def _fault(line: str, keyword: re.Match[str] | None, before: str) -> str:
    """Return what is wrong with *line*, which follows the keyword *before*; nothing where it is sound."""
    if not line or line.startswith("#"):
        return ""
    if keyword and before not in BEFORE[_name(keyword)]:
        return f"{keyword[1]} cannot stand here"
    text = line[keyword.end() :] if keyword else line
    if QUOTED.fullmatch(text):
        return ""
    if not text.startswith('"'):
        return "a text must stand in quotation marks" if keyword else "no line of a catalogue"
    return r"a text must end with a quotation mark, with \" for those inside it, and \\ for a backslash"


def _name(keyword: re.Match[str]) -> str:
    return re.sub(r"\d+", "", keyword[1])
