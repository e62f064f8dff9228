"""Writes PO and POT files as gettext and Poedit expect them: wrapped at 77 columns, stable, without line numbers."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import write_po

from guidegen.translation.messages import SourceMessage

WIDTH = 77


@dataclass(frozen=True, slots=True)
class Translation:
    """The translation of a message: its text, whether it is fuzzy, and the translator's own comments."""

    string: str
    fuzzy: bool = False
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """What the header of a catalogue says: the project, the language, who translated it when, and whether it was reviewed.

    A template has no language and no translator.
    """

    project: str
    language: str = ""
    translator: str = ""
    revised: datetime.date | None = None
    review_status: str = "draft"

    def fields(self) -> list[tuple[str, str]]:
        """Return the header's fields, in gettext's order."""
        placed = [("Project-Id-Version", self.project)]
        if self.language:
            locale = Locale.parse(self.language)
            placed += [
                ("PO-Revision-Date", f"{self.revised} 00:00+0000"),
                ("Last-Translator", self.translator),
                ("Language-Team", locale.english_name or self.language),
                ("Language", self.language),
                ("Plural-Forms", get_plural(self.language).plural_forms),
            ]
        placed += [
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("X-Generator", "guidegen"),
        ]
        return [*placed, ("X-Review-Status", self.review_status)] if self.language else placed


class _Headed(Catalog):
    """Babel's catalogue with a header of our own: Babel's has its own name and dates in it, and no room for a review status."""

    heading: Heading

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return the fields of the header; Babel ends each line but the last."""
        *fields, (name, value) = self.heading.fields()
        return [*fields, (name, f"{value}\n")]


def catalogue_file(messages: Iterable[SourceMessage], heading: Heading, translations: Mapping[str, Translation]) -> bytes:
    """Return the PO file of *messages* with their *translations*, by context; without a language in *heading*, a POT file."""
    catalogue = _Headed(locale=heading.language or None, header_comment=f"# {heading.project}", fuzzy=False)
    catalogue.heading = heading
    for message in messages:
        made = translations.get(message.context, Translation(""))
        added = catalogue.add(
            message.text,
            made.string,
            locations=[(file, 1) for file in message.files],
            flags=message.flags | ({"fuzzy"} if made.fuzzy else set()),
            auto_comments=[message.comment],
            user_comments=list(made.comments),
            context=message.context,
        )
        added.flags.discard("python-format")  # Babel takes "50% of" for a format
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=WIDTH, include_lineno=False)
    return buffer.getvalue()
