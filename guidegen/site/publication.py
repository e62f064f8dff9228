"""What a site is made of: a build, the state of the translations, a check, and what has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidegen.build.manifest import Entry, Manifest
from guidegen.build.matrix import GuideName
from guidegen.build.outputs import read_whole
from guidegen.build.stamps import digest
from guidegen.build.task import Task
from guidegen.check.configuration import Verdict
from guidegen.content.reader import Content
from guidegen.document.language import Language
from guidegen.errors import Finding, GuidegenError, Source
from guidegen.loading import Loaded
from guidegen.pipeline import localized, numbered
from guidegen.site.state import Change, Guides, Mark, marks
from guidegen.translation.catalogues import read_sources, read_status
from guidegen.translation.status import LanguageStatus

GUIDES = "guides"
FORMATS = {"html": "HTML", "pdf": "PDF", "docx": "DOCX", "akn": "Akoma Ntoso", "text": "TXT"}


@dataclass(frozen=True, slots=True)
class Publication:
    """A site before it is written: the project, the build in the folder *built*, a check, how far each language is.

    *state* are the paragraphs of today; *changes* what differs from an earlier state, None where there is none to compare with.
    """

    loaded: Loaded
    content: Content
    built: Path
    manifest: Manifest
    verdict: Verdict
    statuses: Mapping[str, LanguageStatus]
    state: Guides
    changes: tuple[Change, ...] | None

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site: those of the project whose conventions could be read."""
        return tuple(self.loaded.languages.values())

    @property
    def formats(self) -> dict[str, str]:
        """The names of the formats that there are."""
        used = {entry.format for entry in self.manifest.entries.values()}
        return {key: name for key, name in FORMATS.items() if key in used}

    def files(self, name: GuideName) -> tuple[Entry, ...]:
        """Return the files of the guide *name*."""
        entries = self.manifest.entries.values()
        return tuple(one for one in entries if (one.meeting, one.language) == (name.meeting, name.language))

    def findings(self, name: GuideName) -> tuple[Finding, ...]:
        """Return the findings of files that go into the guide *name*."""
        source_language = self.loaded.source_language
        return tuple(one for one in self.verdict.findings if name.depends_on(one.source, source_language))

    def guides(self) -> Iterator[GuideName]:
        """Yield the guides that there should be: of every meeting in its languages."""
        for meeting, one in self.content.meetings.items():
            yield from (GuideName(meeting, code) for code in self.loaded.languages if code in one.facts.languages)


def sound(manifest: Manifest, folder: Path, names: Collection[GuideName]) -> tuple[Manifest, tuple[Finding, ...]]:
    """Return *manifest* with the files of the guides *names* alone, and a finding for each that is not in *folder* as it says."""
    wanted = {path: one for path, one in manifest.entries.items() if GuideName(one.meeting, one.language) in names}
    whole = {path: entry for path, entry in wanted.items() if _stands(folder, entry)}
    message = "not the file of the manifest: it is not published"
    odd = [Finding(Source(str(folder / path)), "file-changed", message) for path in wanted if path not in whole]
    return Manifest(whole, manifest.toolchains), tuple(odd)


def _stands(folder: Path, entry: Entry) -> bool:
    try:
        return ".." not in Path(entry.path).parts and digest(read_whole(folder / entry.path, folder)) == entry.sha256
    except ValueError:
        return False


def statuses(loaded: Loaded) -> Mapping[str, LanguageStatus]:
    """Return how far each language but that of the content is. Raises GuidegenError where the content is broken."""
    sources = read_sources(loaded.project)
    targets = (code for code in loaded.languages if code != loaded.source_language)
    return {code: read_status(loaded.project, code, sources)[0] for code in targets}


def paragraphs(loaded: Loaded, names: Collection[GuideName], issuance: str) -> dict[GuideName, dict[str, Mark]]:
    """Return the paragraphs of the guides *names* as *issuance* has them; a guide that cannot be made has none."""
    found: dict[GuideName, dict[str, Mark]] = {}
    for name in names:
        task = Task(loaded.project.root, name, (), issuance)
        try:
            translator, content = localized(loaded, task)
            found[name] = marks(numbered(loaded.project, content, translator, task))
        except GuidegenError:
            continue
    return found
