"""What leaves: the catalogues of the languages asked for, brought up to date in memory, as units."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidegen.errors import Finding
from guidegen.locales.po_file import PoFile
from guidegen.resources.project import Project
from guidegen.translation.catalogues import Sources, update
from guidegen.translation.exchange.units import UnitFile, unit_of


@dataclass(frozen=True, slots=True)
class Export:
    """What there is to export: the catalogues of each language with the messages of *sources*, and what is wrong with others."""

    project: Project
    sources: Sources
    files: Sequence[tuple[str, PoFile]]
    findings: tuple[Finding, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages, each once."""
        return tuple(dict.fromkeys(language for language, _ in self.files))

    def units(self) -> Iterator[UnitFile]:
        """Yield the units of each catalogue that has any."""
        for language, file in self.files:
            made = unit_file(self.sources, language, file)
            if made.units:
                yield made


def read_export(project: Project, sources: Sources, languages: Sequence[str]) -> Export:
    """Return what there is to export of *languages*; nothing is written, and a broken catalogue is a finding."""
    files: list[tuple[str, PoFile]] = []
    findings: list[Finding] = []
    for language in languages:
        made = update(project, language, sources, first_day(sources))
        files += [(language, file) for file in made.files]
        findings += made.findings
    return Export(project, sources, files, tuple(findings))


def first_day(sources: Sources) -> datetime.date:
    """Return the date of a catalogue that begins with an exchange: the day on which the guide speaks, never the clock's."""
    return sources.content.congress.as_of


def project_name(sources: Sources) -> str:
    """Return what names the project in exchanged files: the congress."""
    return sources.content.congress.name.text


def unit_file(sources: Sources, language: str, file: PoFile) -> UnitFile:
    """Return the units of *file*, a catalogue of *language* that is up to date, without what is obsolete."""
    stem = stem_of(file)
    messages = {message.context: message for message in sources.messages.get(stem, ())}
    units = tuple(unit_of(entry, messages[entry.context], reviewed=file.reviewed) for entry in file.live)
    return UnitFile(project_name(sources), stem, sources.content.congress.source_language, language, units)


def stem_of(file: PoFile) -> str:
    """Return the path of the catalogue *file* below ``LC_MESSAGES``, without suffix."""
    return file.path.split("/", 3)[3].removesuffix(".po")
