"""Text files of a project, read whole: UTF-8 without a byte order mark, no tabs, no invisible characters, not empty."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.resources.project import Project, outside

LARGEST_FILE = 1024 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Controls, separators of lines, halves of characters, tags, and what turns the direction of all that follows.
UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]")


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

    Raises GuidegenError with every finding: missing, too large, not UTF-8, a byte order mark, tabs, invisible characters, empty.
    """
    data = _read_bytes(path, _place(project, path))
    file = SourceFile(path, _utf8(path, data.removeprefix(BYTE_ORDER_MARK)))
    findings = [*_byte_order_mark(path, data), *unwanted_characters(file)]
    if not file.text.strip():
        findings.append(Finding(Source(path, 1), "empty-file", "the file is empty"))
    if findings:
        raise GuidegenError(findings)
    return file


def read_template(project: Project, name: str) -> str:
    """Return the text of the file *name* of ``templates/``: the project's own, else the shipped one.

    Raises GuidegenError where it is missing, too large, not UTF-8, or a link that leads out of the project.
    """
    path = f"templates/{name}"
    return decode(path, _read_bytes(path, project.template_path(name)))


def _place(project: Project, path: str) -> Path:
    place = project.path(path)
    if not project.holds(place):
        raise outside(path)
    return place


def _read_bytes(path: str, place: Path) -> bytes:
    if not place.is_file():
        raise GuidegenError([Finding(Source(path), "missing-file", "this file is missing")])
    try:
        if place.stat().st_size > LARGEST_FILE:
            message = f"the file is larger than {LARGEST_FILE // 1024**2} MiB"
            raise GuidegenError([Finding(Source(path), "file-size", message)])
        return place.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        raise GuidegenError([Finding(Source(path), "unreadable-file", message)]) from None


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of the file *path*. Raises OSError."""
    return _digest(path, path.stat().st_mtime_ns)


@cache
def _digest(path: Path, _: int) -> str:
    """Return the SHA-256 of the file *path*, read once for each time at which it was written."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def decode(path: str, data: bytes) -> str:
    """Return *data* as text with line feeds at line ends; raises GuidegenError at a byte order mark or where it is not UTF-8."""
    findings = list(_byte_order_mark(path, data))
    if findings:
        raise GuidegenError(findings)
    return _utf8(path, data)


def _byte_order_mark(path: str, data: bytes) -> Iterator[Finding]:
    if data.startswith(BYTE_ORDER_MARK):
        hint = "save the file as UTF-8 without BOM"
        yield Finding(Source(path, 1, 1), "byte-order-mark", "the file begins with a byte order mark", hint)


def _utf8(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = SourceFile(path, data[: error.start].decode("utf-8"))
        message = f"not UTF-8: byte 0x{data[error.start]:02x}"
        finding = Finding(before.place(len(before.text)), "encoding", message, "save the file as UTF-8")
        raise GuidegenError([finding]) from None


def unwanted_characters(file: SourceFile) -> Iterator[Finding]:
    """Yield a finding for each tab, and each control character or other invisible one that breaks lines or words, of *file*."""
    for number, line in enumerate(file.text.split("\n"), file.first_line):
        for match in () if line.isprintable() else UNWANTED.finditer(line):  # most lines are, and that is known at once
            place = Source(file.path, number, match.start() + 1)
            if match[0] == "\t":
                yield Finding(place, "tab", "a tab character", "use spaces")
            else:
                yield Finding(place, "control-character", f"an invisible character, U+{ord(match[0]):04X}", "delete it")
