"""Reads gettext PO catalogues; one file per source file, one message per block."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.locales.syntax import syntax_findings
from guidegen.resources.files import SourceFile, read_file
from guidegen.resources.project import Project

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

CONTEXT = re.compile(r'^msgctxt ((?:"(?:[^"\\]|\\.)*"\s*)+)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a catalogue. *string* is empty or blank where nothing is translated; *comments* are the translator's own.

    *flags* say how the message is edited: ``md-text``, ``max-length:80``.
    """

    context: str
    id: str
    string: str
    source: Source
    fuzzy: bool = False
    comments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def current(self) -> bool:
        """Whether the translation may be printed: it is there and not fuzzy."""
        return bool(self.string.strip()) and not self.fuzzy


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translation of one source file into one language, by context."""

    path: str
    messages: Mapping[str, Message] = field(default_factory=dict)
    reviewed: bool = False

    def translation(self, context: str, text: str) -> Message | None:
        """Return the current translation of *text* in *context*, or None: a changed source text has none."""
        message = self.messages.get(context)
        return message if message is not None and message.current and message.id == text else None


def source_stem(source_path: str) -> str:
    """Return the path of *source_path*'s catalogue below ``LC_MESSAGES``, without suffix: its own, or that of the templates."""
    return source_path.rpartition(".")[0] if source_path.startswith("content/") else "guide"


def catalogue_path(language: str, source_path: str) -> str:
    """Return where the catalogue of *source_path* (``content/…`` or ``templates/…``) stands for *language*."""
    return f"locales/{language}/LC_MESSAGES/{source_stem(source_path)}.po"


def read_catalogue(project: Project, path: str, language: str) -> Catalogue:
    """Return the catalogue *path*, empty if there is no such file. Raises GuidegenError where it is broken."""
    if not project.path(path).is_file():
        return Catalogue(path)
    file = read_file(project, path)
    findings = list(syntax_findings(file)) or list(_duplicates(file))
    if findings:
        raise GuidegenError(findings)
    catalogue = _parse(file, language)
    messages = {str(message.context): message for message in _messages(file, catalogue)}
    status = _header_field(file, "X-Review-Status")
    return Catalogue(path, messages, reviewed=status is not None and status[1] == "reviewed")


def _parse(file: SourceFile, language: str) -> Catalog:
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415  (loaded with the first catalogue)

    try:
        catalogue = read_po(io.StringIO(file.text), abort_invalid=True, ignore_obsolete=True)
    except PoFileError as error:
        raise GuidegenError([_syntax(file, error.lineno + 1, str(error))]) from None
    except (ValueError, LookupError) as error:
        raise GuidegenError([_syntax(file, 1, str(error))]) from None
    stated = _header_field(file, "Language")
    if stated is None or stated[1] != language:
        message = f'the header must say "Language: {language}"'
        place = file.place(stated.start()) if stated else Source(file.path, 1)
        raise GuidegenError([Finding(place, "catalogue-language", message)])
    return catalogue


def _header_field(file: SourceFile, name: str) -> re.Match[str] | None:
    """Return the field *name* of the header, which stands before the first message; Babel forgets those it does not know."""
    header = file.text.partition("\nmsgctxt ")[0]
    return re.search(rf"^\"{name}: *([\w-]*)", header, re.MULTILINE)


def _syntax(file: SourceFile, line: int, message: str) -> Finding:
    text = message.partition(" on ")[0].rstrip(".")
    return Finding(Source(file.path, line), "catalogue-syntax", f"not a valid catalogue: {text}")


def _messages(file: SourceFile, catalogue: Catalog) -> Iterator[Message]:
    for entry in catalogue:
        if entry.id and isinstance(entry.id, str) and isinstance(entry.string, str):
            source = Source(file.path, entry.lineno or 1)
            comments = tuple(entry.user_comments)
            flags = tuple(sorted(entry.flags))
            yield Message(str(entry.context or ""), entry.id, entry.string, source, entry.fuzzy, comments, flags)


def _duplicates(file: SourceFile) -> Iterator[Finding]:
    """Yield a finding for each context that stands twice: gettext and we look messages up by it."""
    seen: dict[str, int] = {}
    for match in CONTEXT.finditer(file.text):
        context = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match[1]))
        place = file.place(match.start())
        if context in seen:
            message = f'the message "{context}" stands here and in line {seen[context]}'
            yield Finding(place, "catalogue-duplicate", message, "keep one of the two")
        seen.setdefault(context, place.line)
