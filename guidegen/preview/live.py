"""The guide that is previewed, kept up with the project's files: what is sound is shown, what is not is told with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from guidegen.build.matrix import GuideName
from guidegen.errors import Finding, Source
from guidegen.locales.catalogues import Catalogue, catalogue_path, read_catalogue
from guidegen.locales.glossary import Term, read_glossary
from guidegen.preview.guide import Original, Translated, read_original, translate
from guidegen.preview.kept import Kept
from guidegen.resources.project import Project
from guidegen.translation.catalogues import catalogue_folder
from guidegen.translation.status import Segment, segments

FOLDERS = ("content", "locales", "templates")
CATALOGUE = ".po"
SUFFIXES = (".md", ".yaml", ".csv", ".j2", ".css", CATALOGUE)


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows: the last sound guide on either side, the messages that it prints, its catalogues, all findings."""

    original: Original | None = None
    translated: Translated | None = None
    segments: Mapping[str, Segment] = field(default_factory=dict)
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class LiveGuide:
    """The *guide* of *project*; its *view* is replaced as a whole whenever files of the guide change."""

    project: Project
    guide: GuideName
    view: View = View()
    _original: Kept[Original | None] = field(default_factory=lambda: Kept(None))
    _translated: Kept[Translated | None] = field(default_factory=lambda: Kept(None))
    _terms: Kept[tuple[Term, ...]] = field(default_factory=lambda: Kept(()))
    _catalogues: dict[str, Kept[Catalogue]] = field(default_factory=dict)

    def read(self) -> None:
        """Read everything."""
        self._original.make(lambda: read_original(self.project, self.guide))
        self._terms.make(lambda: read_glossary(self.project))
        self._read_catalogues(self._paths())
        self._show()

    def tell(self, finding: Finding) -> None:
        """Show *finding* beside the others, until the next reading."""
        self.view = replace(self.view, findings=(*self.view.findings, finding))

    def reread(self, changed: Iterable[str]) -> bool:
        """Read what the *changed* files (paths in the project) make necessary, and say whether any is of this guide."""
        relevant = {path for path in changed if self._concerns(path)}
        catalogues = relevant & {*self._paths()}
        if relevant - catalogues:
            self.read()
        elif catalogues:
            self._read_catalogues(catalogues)
            self._show()
        return bool(relevant)

    def _concerns(self, path: str) -> bool:
        """Return whether the file *path* goes into the guide; while there is none, each may be what is missing."""
        original = self._original.value
        if original is None or not path.endswith(SUFFIXES):
            return path.endswith(SUFFIXES)
        if path.endswith(CATALOGUE):
            return path in self._paths()
        return self.guide.depends_on(Source(path), original.loaded.source_language)

    def _paths(self) -> Iterator[str]:
        """Yield the paths of the guide's catalogues, each once."""
        original = self._original.value
        if original and original.translates:
            sources = (text.source.path for text in original.messages.values())
            yield from dict.fromkeys(catalogue_path(self.guide.language, path) for path in sources)

    def _read_catalogues(self, paths: Iterable[str]) -> None:
        for path in paths:
            kept = self._catalogues.setdefault(path, Kept(Catalogue(path)))
            kept.make(lambda path=path: read_catalogue(self.project, path, self.guide.language))  # type: ignore[misc]

    def _show(self) -> None:
        """Translate what was read, and replace the view."""
        original = self._original.value
        catalogues = {path: self._catalogues[path].value for path in self._paths()}
        if original and original.translates:
            self._translated.make(lambda: translate(original, catalogues))
        findings = tuple(dict.fromkeys(self._findings()))
        self.view = View(original, self._translated.value, self._segments(catalogues), catalogues, self._terms.value, findings)

    def _segments(self, catalogues: Mapping[str, Catalogue]) -> Mapping[str, Segment]:
        """Return the messages that the guide prints, in its order, with what *catalogues* have for them."""
        original, translated = self._original.value, self._translated.value
        if original is None or translated is None:
            return {}
        folder = catalogue_folder(self.guide.language)
        by_stem = {stem: catalogues[f"{folder}/{stem}.po"] for stem, some in original.sources.items() if some}
        found = segments(original.sources, by_stem)
        by_context = {one.message.context: one for one in found if one.message.context in translated.contexts}
        return {context: by_context[context] for context in original.messages if context in by_context}

    def _findings(self) -> Iterator[Finding]:
        original, translated = self._original.value, self._translated.value
        yield from self._original.findings
        yield from (finding for path in self._paths() for finding in self._catalogues[path].findings)
        yield from self._translated.findings
        yield from self._terms.findings
        yield from translated.findings if translated else ()
        for finding in original.loaded.findings if original else ():
            if self.guide.depends_on(finding.source, original.loaded.source_language if original else ""):
                yield finding
