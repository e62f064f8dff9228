"""Text files of a project, read whole: UTF-8 without a byte order mark, no tabs, no control characters, not empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.resources.project import Project

LARGEST_FILE = 2 * 1024 * 1024
UNWANTED = re.compile("[\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's path in its project and its text; *first_line* is the line number of the text's first line."""

    path: str
    text: str
    first_line: int = 1

    def place(self, offset: int) -> Source:
        """Return the place of the character at *offset* of the text."""
        line = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1)
        return Source(self.path, self.first_line + line, column + 1)


def read_file(project: Project, path: str) -> SourceFile:
    """Return the text file *path* of *project*.

    Raises GuidegenError with every finding: missing, too large, not UTF-8, a byte order mark, tabs, control characters, empty.
    """
    source = Source(path)
    place = project.path(path)
    if not place.is_file():
        raise GuidegenError([Finding(source, "missing-file", "this file is missing")])
    if place.stat().st_size > LARGEST_FILE:
        raise GuidegenError([Finding(source, "file-size", f"the file is larger than {LARGEST_FILE // 1024**2} MiB")])
    file = SourceFile(path, decode(path, place.read_bytes()))
    findings = list(unwanted_characters(file))
    if not file.text.strip():
        findings.append(Finding(Source(path, 1), "empty-file", "the file is empty"))
    if findings:
        raise GuidegenError(findings)
    return file


def decode(path: str, data: bytes) -> str:
    """Return *data* as text with line feeds at line ends; raises GuidegenError at a byte order mark or where it is not UTF-8."""
    if data.startswith(b"\xef\xbb\xbf"):
        hint = "save the file as UTF-8 without BOM"
        raise GuidegenError([Finding(Source(path, 1, 1), "byte-order-mark", "the file begins with a byte order mark", hint)])
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = f"not UTF-8: byte 0x{data[error.start]:02x}"
        finding = Finding(Source(path, line, column), "encoding", message, "save the file as UTF-8")
        raise GuidegenError([finding]) from None


def unwanted_characters(file: SourceFile) -> Iterator[Finding]:
    """Yield a finding for each tab and control character of *file*."""
    for match in UNWANTED.finditer(file.text):
        place = file.place(match.start())
        if match[0] == "\t":
            yield Finding(place, "tab", "a tab character", "use spaces")
        else:
            yield Finding(place, "control-character", f"a control character, U+{ord(match[0]):04X}")
