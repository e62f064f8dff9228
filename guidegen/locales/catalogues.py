"""Reads gettext PO catalogues; one file per source file, one message per block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidegen.errors import Source
from guidegen.locales.po_file import Entry, PoFile
from guidegen.locales.po_reader import read_po_file
from guidegen.resources.project import Project


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
    return catalogue_of(read_po_file(project, path, language))


def catalogue_of(file: PoFile) -> Catalogue:
    """Return what a guide may print of *file*: its messages that are not obsolete."""
    return Catalogue(file.path, {entry.context: message_of(file, entry) for entry in file.live if entry.id}, file.reviewed)


def message_of(file: PoFile, entry: Entry) -> Message:
    """Return *entry*, which stands in *file*, as a message."""
    place = Source(file.path, entry.line)
    return Message(entry.context, entry.id, entry.string, place, entry.fuzzy, entry.comments, entry.flags)
