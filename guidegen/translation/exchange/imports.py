"""The import of files: each must belong to the project, and its units go to the catalogues; a bad one changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guidegen.errors import Finding, GuidegenError, Source, did_you_mean, has_errors
from guidegen.locales.po_file import PoFile
from guidegen.resources.project import Project
from guidegen.translation.catalogues import Sources, Update, catalogue_folder, update
from guidegen.translation.exchange.incoming import Terms, alterations, take
from guidegen.translation.exchange.outgoing import first_day, project_name
from guidegen.translation.exchange.table import READERS
from guidegen.translation.exchange.units import UnitFile

LARGEST_FILE = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: the catalogues it changed, how many messages *changed* of how many *units*, what was refused."""

    name: str
    files: tuple[PoFile, ...] = ()
    changed: int = 0
    units: int = 0
    findings: tuple[Finding, ...] = ()


class Import:
    """An import into *project*, file by file; a later file meets the catalogues as the earlier ones left them.

    *languages* are those whose files are taken.
    """

    def __init__(self, project: Project, sources: Sources, languages: Sequence[str], terms: Terms) -> None:
        self.project = project
        self.sources = sources
        self.languages = languages
        self.terms = terms
        self.updates: dict[str, Update] = {}
        self.current: dict[str, PoFile] = {}

    def file(self, path: Path) -> Imported:
        """Take the file *path*; return the catalogues that it changed, which are not yet written."""
        name = str(path)
        try:
            files = read_units(path)
            findings = [finding for one in files for finding in (*self._strange(one), *alterations(one))]
            findings += repeated(files)
        except GuidegenError as error:
            return Imported(name, findings=error.findings)
        if has_errors(findings):
            return Imported(name, findings=tuple(findings))
        return self._taken(name, files)

    def _taken(self, name: str, files: Sequence[UnitFile]) -> Imported:
        taken = [take(one, self._catalogues(one.language)[one.stem], self.terms) for one in files]
        before = {path: file for one in files for path, file in self._by_path(one.language).items()}
        changed = tuple(one.file for one in taken if one.file != before[one.file.path])
        self.current.update({file.path: file for file in changed})
        findings = tuple(finding for one in taken for finding in one.findings)
        return Imported(name, changed, sum(one.changed for one in taken), sum(len(one.units) for one in files), findings)

    def _update(self, language: str) -> Update:
        if language not in self.updates:
            self.updates[language] = update(self.project, language, self.sources, first_day(self.sources))
        return self.updates[language]

    def _by_path(self, language: str) -> Mapping[str, PoFile]:
        return {file.path: self.current.get(file.path, file) for file in self._update(language).files}

    def _catalogues(self, language: str) -> Mapping[str, PoFile]:
        """Return the catalogues of *language*, by stem, as they are now."""
        folder = catalogue_folder(language)
        by_path = self._by_path(language)
        return {path.removeprefix(f"{folder}/").removesuffix(".po"): file for path, file in by_path.items()}

    def _strange(self, file: UnitFile) -> Iterator[Finding]:
        """Yield what keeps *file* from being one of this project and of the languages asked for."""
        name, source = project_name(self.sources), self.sources.content.congress.source_language
        if file.project != name:
            sentence = f'the file is of another project, "{file.project}"; this one is "{name}"'
            yield Finding(file.place, "exchange-project", sentence, "only files come back that guidegen exported from here")
        elif file.source_language != source or file.language not in self.languages:
            sentence = f'the file is from "{file.source_language}" into "{file.language}"'
            wanted = f"from {source} into {' or '.join(self.languages)}"
            yield Finding(file.place, "exchange-language", sentence, f"what is taken is {wanted}")
        elif file.stem not in self._catalogues(file.language):
            yield from self._missing(file)

    def _missing(self, file: UnitFile) -> Iterator[Finding]:
        path = f"{catalogue_folder(file.language)}/{file.stem}.po"
        broken = [finding for finding in self._update(file.language).findings if finding.source.path == path]
        hint = did_you_mean(file.stem, self._catalogues(file.language))
        unknown = Finding(file.place, "exchange-catalogue", f'there is no catalogue "{file.stem}" in the project', hint)
        yield from broken or [unknown]


def repeated(files: Sequence[UnitFile]) -> Iterator[Finding]:
    """Yield a finding for each catalogue that stands among *files* a second time."""
    seen: set[tuple[str, str]] = set()
    for file in files:
        if (file.language, file.stem) in seen:
            yield Finding(file.place, "exchange-duplicate", f'the catalogue "{file.stem}" stands in the file twice', "keep one")
        seen.add((file.language, file.stem))


def read_units(path: Path) -> list[UnitFile]:
    """Return the catalogues in the file *path*, read by its extension. Raises GuidegenError where they cannot be read."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        sentence = f'no format that comes back: "{path.suffix}"'
        raise GuidegenError([Finding(Source(str(path)), "exchange-format", sentence, f"known are {', '.join(READERS)}")])
    return reader(str(path), _read(path))


def _read(path: Path) -> bytes:
    """Return the file *path*. Raises GuidegenError where it cannot be read, or is larger than any export."""
    try:
        if not path.is_file():
            sentence = "the file cannot be read: it is missing, or no file"
            raise GuidegenError([Finding(Source(str(path)), "unreadable-file", sentence)])
        if path.stat().st_size > LARGEST_FILE:
            sentence = f"the file is larger than {LARGEST_FILE // 1024**2} MiB"
            raise GuidegenError([Finding(Source(str(path)), "file-size", sentence)])
        return path.read_bytes()
    except OSError as error:
        sentence = f"the file cannot be read: {error.strerror or error}"
        raise GuidegenError([Finding(Source(str(path)), "unreadable-file", sentence)]) from None
