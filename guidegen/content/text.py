"""A translatable text: the message of a catalogue, with its stable context and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from guidegen.content import dialect
from guidegen.document.language import Direction
from guidegen.errors import Source
from guidegen.resources.yaml_reader import LocatedText


@dataclass(frozen=True, slots=True)
class Fallback:
    """The language in which a text stands because its translation is missing or not current."""

    language: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the content, in Markdown, before or after translation.

    *context* is the message's ``msgctxt``: built from ids, never from a position. *notes* are the notes that the text calls.
    *fallback* is set on a text that should have been translated and is not.
    """

    context: str
    text: str
    source: Source
    notes: tuple[NoteText, ...] = ()
    fallback: Fallback | None = None

    @property
    def translatable(self) -> bool:
        """Whether there is a word in the text: ``155 C (VII)`` is a message, ``40/33`` is not."""
        return any(character.isalpha() for character in self.text)

    def __html__(self) -> str:
        """Return the text as guide markup: how templates print it."""
        from guidegen.content.inline import markup  # noqa: PLC0415  (the two know each other)

        return markup(self)

    def __bool__(self) -> bool:
        """Return whether there is anything to print."""
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class NoteText:
    """The text of a note that has words of its own; *name* is what its call names, *id* is unique in the guide."""

    id: str
    name: str
    text: Text


def _text(value: Any) -> Text:
    """Return a YAML text as Text; its context is the file's path and the keys that lead to it."""
    if isinstance(value, Text):
        return value
    if not isinstance(value, LocatedText):
        raise PydanticCustomError("string_type", "must be a text")
    if not value.strip():
        raise PydanticCustomError("empty_text", "must not be empty")
    faults = "; ".join(dialect.faults(value))
    if faults:
        raise PydanticCustomError("markdown", "{faults}", {"faults": faults})
    return Text(context_of(value), one_line(value), value.source)


def one_line(text: str) -> str:
    """Return *text* with its line breaks and runs of plain spaces as single spaces; no-break spaces stay."""
    return re.sub("[ \n]+", " ", text).strip(" ")


def context_of(value: LocatedText) -> str:
    """Return the message context of a YAML text: ``sources.crc.title`` for the key path in ``content/sources.yaml``."""
    folders = value.source.path.removeprefix("content/").rpartition(".")[0].split("/")
    return ".".join([*folders, *map(str, value.path)])


TranslatableText = Annotated[Text, PlainValidator(_text), WithJsonSchema({"type": "string"})]
