"""Templates and new catalogues: the messages of a source file as entries of a PO file, under a header that is complete."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from babel.core import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from guidegen.locales.po_file import DRAFT, REVIEW, WIDTH, Entry, PoFile, header_text
from guidegen.translation.messages import SourceMessage


@dataclass(frozen=True, slots=True)
class Heading:
    """What the header of a catalogue says: the project, the language, who translated it when, and whether it was reviewed.

    A template has no language and no translator.
    """

    project: str
    language: str = ""
    translator: str = ""
    revised: datetime.date | None = None
    review_status: str = DRAFT

    def fields(self) -> list[tuple[str, str]]:
        """Return the header's fields, in gettext's order."""
        placed = [("Project-Id-Version", self.project)]
        if self.language:
            placed += [
                ("PO-Revision-Date", f"{self.revised} 00:00+0000"),
                ("Last-Translator", self.translator),
                *_language_fields(self.language),
            ]
        placed += [
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("X-Generator", "guidegen"),
        ]
        return [*placed, (REVIEW, self.review_status)] if self.language else placed


def _language_fields(code: str) -> list[tuple[str, str]]:
    """Return what the header says of the language *code*; of one that CLDR does not know, its code alone."""
    try:
        locale = Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return [("Language-Team", code), ("Language", code)]
    name = locale.english_name or code
    return [("Language-Team", name), ("Language", code), ("Plural-Forms", get_plural(locale).plural_forms)]


def template_file(path: str, project: str, messages: Iterable[SourceMessage]) -> PoFile:
    """Return the template *path* (POT) of *messages*: without a language, a translation or a clock."""
    return _file(path, Heading(project), messages)


def empty_catalogue(path: str, heading: Heading) -> PoFile:
    """Return the catalogue *path* as it begins: its header and no message."""
    return _file(path, heading, ())


def _file(path: str, heading: Heading, messages: Iterable[SourceMessage]) -> PoFile:
    comments = tuple(textwrap.wrap(heading.project, WIDTH))
    header = Entry("", "", header_text(heading.fields()), comments=comments)
    return PoFile(path, header, tuple(map(entry_of, messages)))


def entry_of(message: SourceMessage) -> Entry:
    """Return *message* as an entry without a translation."""
    extracted = tuple(line for part in message.comments for line in textwrap.wrap(part, WIDTH, break_on_hyphens=False))
    return Entry(message.context, message.text, flags=message.flags, extracted=extracted, references=_references(message.files))


def _references(files: Iterable[str]) -> tuple[str, ...]:
    """Return *files* as references; gettext puts isolates around a name with a blank."""
    return tuple(f"\u2068{name}\u2069" if " " in name else name for name in files)
