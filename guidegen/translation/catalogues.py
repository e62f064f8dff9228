"""The templates and catalogues of a project as its content wants them: what ``extract`` and ``update`` write."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guidegen.content.reader import Content, read_content
from guidegen.errors import Finding, GuidegenError, has_errors
from guidegen.locales.catalogues import catalogue_of
from guidegen.locales.po_file import PoFile
from guidegen.locales.po_reader import read_po_file
from guidegen.resources.project import Project
from guidegen.translation.merge import Change, merge
from guidegen.translation.messages import SourceMessage, source_messages
from guidegen.translation.po import Heading, empty_catalogue, template_file
from guidegen.translation.status import LanguageStatus, language_status, segments

TEMPLATES = "locales/pot"
# What msgen and msginit call a translator who is none.
NOBODY = "Automatically generated"


@dataclass(frozen=True, slots=True)
class Sources:
    """What there is to translate in a project: the content, and its messages by catalogue."""

    content: Content
    messages: Mapping[str, Sequence[SourceMessage]]

    @property
    def name(self) -> str:
        """The name of the project, as headers say it."""
        return self.content.congress.guide_title.text


@dataclass(frozen=True, slots=True)
class Update:
    """What an update makes of a language: the catalogues to write, those that hold nothing any more, changes and findings."""

    files: tuple[PoFile, ...]
    empty: tuple[str, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def read_sources(project: Project) -> Sources:
    """Return what there is to translate in *project*.

    Raises GuidegenError with all findings where a file of the content is broken: its messages would seem to be gone.
    """
    reading = read_content(project)
    if reading.content is None or has_errors(reading.findings):
        raise GuidegenError(reading.findings)
    return Sources(reading.content, source_messages(project, reading.content))


def catalogue_folder(language: str) -> str:
    """Return where the catalogues of *language* stand in a project."""
    return f"locales/{language}/LC_MESSAGES"


def templates(sources: Sources) -> tuple[PoFile, ...]:
    """Return the templates (POT) of *sources*, one for each catalogue."""
    named = sources.messages.items()
    return tuple(template_file(f"{TEMPLATES}/{stem}.pot", sources.name, messages) for stem, messages in named)


def unused_templates(project: Project, sources: Sources) -> tuple[str, ...]:
    """Return the paths of templates whose source file is gone."""
    return tuple(f"{TEMPLATES}/{stem}.pot" for stem in _stems(project, TEMPLATES, ".pot") if stem not in sources.messages)


def read_catalogues(project: Project, language: str) -> tuple[Mapping[str, PoFile], tuple[Finding, ...]]:
    """Return all catalogues of *language* that can be read, by stem, and the findings of the others."""
    files: dict[str, PoFile] = {}
    findings: list[Finding] = []
    folder = catalogue_folder(language)
    for stem in _stems(project, folder, ".po"):
        try:
            files[stem] = read_po_file(project, f"{folder}/{stem}.po", language)
        except GuidegenError as error:
            findings += error.findings
    return files, tuple(findings)


def read_status(project: Project, language: str, sources: Sources) -> tuple[LanguageStatus, tuple[Finding, ...]]:
    """Return how far *language* is with *sources*, and the findings of broken catalogues, whose messages are missing."""
    files, findings = read_catalogues(project, language)
    found = segments(sources.messages, {stem: catalogue_of(file) for stem, file in files.items()})
    return language_status(language, found, tuple(sources.content.meetings)), findings


def _stems(project: Project, folder: str, suffix: str) -> Iterator[str]:
    root = project.path(folder)
    for path in sorted(root.rglob(f"[!.]*{suffix}")):
        yield path.relative_to(root).as_posix().removesuffix(suffix)


def update(project: Project, language: str, sources: Sources, today: datetime.date) -> Update:
    """Return what the catalogues of *language* become with the messages of *sources*; nothing is written.

    A broken catalogue is a finding and stays as it is. *today* is the date of catalogues that begin.
    """
    files, findings = read_catalogues(project, language)
    heading = Heading(sources.name, language, NOBODY, today)
    folder = catalogue_folder(language)
    begun = {
        stem: files.get(stem) or empty_catalogue(f"{folder}/{stem}.po", heading)
        for stem in dict.fromkeys((*sources.messages, *files))
        if stem in files or not project.path(f"{folder}/{stem}.po").exists()
    }
    merged = merge(begun, sources.messages)
    written = {stem: file for stem, file in merged.files.items() if stem in sources.messages or file.entries or file.tail}
    empty = tuple(files[stem].path for stem in begun if stem not in written)
    return Update(tuple(written.values()), empty, merged.changes, findings)
