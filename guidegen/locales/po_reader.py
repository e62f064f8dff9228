"""Reads PO files whole: nothing in them is forgotten, and a broken one is told by its lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.locales.po_file import Entry, PoFile, header_field
from guidegen.locales.syntax import Line, po_lines, syntax_findings
from guidegen.resources.files import SourceFile, read_file
from guidegen.resources.project import Project

ESCAPE = re.compile(r"\\(.)")
UNESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
# A file name with a blank stands between the isolates that gettext puts around it.
REFERENCE = re.compile(r"\u2068[^\u2069]*\u2069\S*|\S+")
CHARSET = re.compile(r"charset=(?!utf-8\b)(\S*)", re.IGNORECASE)


def read_po_file(project: Project, path: str, language: str = "") -> PoFile:
    """Return the PO file *path* of *project*; where a *language* is given, its header must say so.

    Raises GuidegenError with every finding of the file: none of a PO file's lines, a message that breaks off or stands twice,
    plural forms (no message of a guide has any), another language or encoding than the header should state.
    """
    return parse_po(read_file(project, path), language)


def parse_po(file: SourceFile, language: str = "") -> PoFile:
    """Return *file* as a PO file; what :func:`read_po_file` reads."""
    lines = po_lines(file)
    findings = list(syntax_findings(file, lines))
    if findings:
        raise GuidegenError(findings)
    reading = _Reading(file)
    read = reading.read(lines)
    findings = reading.findings or [*_header_findings(read, lines, language), *_duplicates(read)]
    if findings:
        raise GuidegenError(findings)
    return read


@dataclass(slots=True)
class _Draft:
    """An entry while its lines are being read: what its comments hold by their mark, and its texts by mark and keyword."""

    notes: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[tuple[bool, str], list[str]] = field(default_factory=dict)
    obsolete: bool = False
    line: int = 0

    def text(self, keyword: str, *, previous: bool = False) -> str:
        """Return the text behind *keyword*, empty where there is none."""
        return "".join(self.texts.get((previous, keyword), ()))

    @property
    def complete(self) -> bool:
        """Whether the translation has been read, the last part of an entry."""
        return (False, "msgstr") in self.texts

    @property
    def begun(self) -> bool:
        """Whether a part of the message itself has been read, not only what stands before it."""
        return bool(self.texts) and any(not previous for previous, _ in self.texts)

    def entry(self) -> Entry:
        """Return the entry that was read."""
        return Entry(
            self.text("msgctxt"),
            self.text("msgid"),
            self.text("msgstr"),
            flags=tuple(dict.fromkeys(self.notes.get("#,", ()))),
            comments=tuple(self.notes.get("#", ())),
            extracted=tuple(self.notes.get("#.", ())),
            references=tuple(self.notes.get("#:", ())),
            previous_context=self.text("msgctxt", previous=True),
            previous_id=self.text("msgid", previous=True),
            obsolete=self.obsolete,
            line=self.line,
        )


class _Reading:
    """One reading of a PO file: lines to entries, and findings on the way."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.entries: list[Entry] = []
        self.draft = _Draft()
        self.part: list[str] | None = None

    def read(self, lines: Sequence[Line]) -> PoFile:
        """Return the file, whose lines are *lines*."""
        for line in lines:
            if line.comment:
                self.note(line)
            elif line.keyword or self.part is None:
                self.begin(line)
            else:
                self.part.append(unescape(line.rest[1:-1]))
        if self.draft.begun:
            self.close(lines[-1].number)
        header = next((entry for entry in self.entries if not (entry.id or entry.context or entry.obsolete)), Entry("", ""))
        entries = tuple(entry for entry in self.entries if entry is not header)
        return PoFile(self.file.path, header, entries, tuple(self.draft.notes.get("#", ())))

    def note(self, line: Line) -> None:
        """Keep a comment; it belongs to the message that follows."""
        if self.draft.begun:
            self.close(line.number)
        mark = line.rest[:2] if line.rest[:2] in NOTES else "#"
        self.draft.notes.setdefault("#," if mark == "#=" else mark, []).extend(NOTES[mark](line.rest[len(mark) :]))

    def begin(self, line: Line) -> None:
        """Begin the text behind a keyword; report a line of one that has none."""
        if self.starts(line):
            self.close(line.number)
        if line.keyword.startswith(("msgid_plural", "msgstr[")):
            self.fault(line.number, "catalogue-plural", "no message of a guide has plural forms", "delete this message")
        if not line.keyword:
            self.fault(line.number, "catalogue-syntax", "not a valid catalogue: a text without its keyword")
            return
        self.draft.obsolete = line.obsolete
        if line.keyword == "msgid" and not line.previous:
            self.draft.line = self.draft.line or line.number
        self.part = self.draft.texts.setdefault((line.previous, line.keyword), [])
        self.part.append(unescape(line.rest[1:-1]))

    def starts(self, line: Line) -> bool:
        """Return whether *line* begins another entry than the one being read."""
        first = line.previous or line.keyword in {"msgctxt", "msgid"}
        changes = self.draft.complete or line.previous or line.obsolete != self.draft.obsolete
        return bool(line.keyword) and first and changes and self.draft.begun

    def close(self, number: int) -> None:
        """Keep the entry that ends before the line *number*; report one without a translation's place."""
        if self.draft.complete:
            self.entries.append(self.draft.entry())
        elif not self.findings:
            sentence = f"not a valid catalogue: missing msgstr for msgid '{self.draft.text('msgid')}'"
            self.fault(number, "catalogue-syntax", sentence)
        self.draft, self.part = _Draft(), None

    def fault(self, number: int, rule: str, message: str, hint: str = "") -> None:
        """Keep a finding in the line *number*."""
        self.findings.append(Finding(Source(self.file.path, number), rule, message, hint))


def unescape(text: str) -> str:
    """Return what the text between two quotation marks says."""
    return ESCAPE.sub(lambda match: UNESCAPED.get(match[1], match[1]), text) if "\\" in text else text


def _flags(text: str) -> list[str]:
    return [flag.strip() for flag in text.split(",") if flag.strip()]


def _words(text: str) -> list[str]:
    return [text.removeprefix(" ")]


NOTES: Mapping[str, Callable[[str], list[str]]] = {
    "#": _words,
    "#.": _words,
    "#:": REFERENCE.findall,
    "#,": _flags,
    # gettext writes flags of its own kind on lines of their own since 0.25
    "#=": _flags,
}


def _header_findings(read: PoFile, lines: Sequence[Line], language: str) -> Iterator[Finding]:
    for line in read.header.string.splitlines():
        name, _ = header_field(line)
        if line.strip() and (":" not in line or not name):
            yield Finding(_place(read, lines, line), "catalogue-header", f'a line of the header without its name: "{line}"')
    charset = CHARSET.search(read.field("Content-Type"))
    if charset:
        sentence = f'the header says "charset={charset[1]}" and must say "charset=UTF-8"'
        place = _place(read, lines, "Content-Type")
        yield Finding(place, "catalogue-encoding", sentence, "save the file as UTF-8 in your editor")
    if language and read.field("Language") != language:
        yield Finding(_place(read, lines, "Language:"), "catalogue-language", f'the header must say "Language: {language}"')


def _place(read: PoFile, lines: Sequence[Line], words: str) -> Source:
    """Return the line of the header, which ends before the first message with a context, that begins with *words*."""
    for line in lines:
        if line.keyword == "msgctxt":
            break
        if line.rest.startswith(f'"{words}'):
            return Source(read.path, line.number)
    return Source(read.path, 1)


def _duplicates(read: PoFile) -> Iterator[Finding]:
    """Yield a finding for each context that stands twice: gettext and we look messages up by it."""
    seen: dict[tuple[str, str], int] = {}
    for entry in read.live:
        key = (entry.context, "" if entry.context else entry.id)
        if key in seen:
            message = f'the message "{entry.context or entry.id}" stands here and in line {seen[key]}'
            yield Finding(Source(read.path, entry.line), "catalogue-duplicate", message, "keep one of the two")
        seen.setdefault(key, entry.line)
