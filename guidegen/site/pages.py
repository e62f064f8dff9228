"""The files of the site: its pages in every language, the guides, and what says whether they arrived whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from guidegen.build.manifest import MANIFEST, manifest
from guidegen.build.stamps import digest
from guidegen.document.language import Language
from guidegen.localize import Translator
from guidegen.site.folder import Files
from guidegen.site.publication import GUIDES, Publication
from guidegen.site.state import STATE, state
from guidegen.site.tables import Tables
from guidegen.site.words import Words
from guidegen.templates.environment import Sandbox, environment, render
from guidegen.templates.filters import language_filters
from guidegen.templates.skin import read_asset

PAGES = ("index", "translation", "findings", "changes", "checksums")
ENTRANCE = "index.html"
STYLE = "site.css"
SUMS = "SHA256SUMS"


def site(publication: Publication) -> Files:
    """Return the files of the site of *publication*, by path. Raises GuidegenError at a fault of a template."""
    files: dict[str, bytes | Path] = {name: text.encode() for name, text in _pages(publication)}
    files[STYLE] = read_asset(publication.loaded.project, f"site/{STYLE}").encode()
    files[STATE] = state(publication.state)
    built = publication.manifest
    files[f"{GUIDES}/{MANIFEST}"] = manifest(built.entries.values(), built.toolchains)
    sums = {name: digest(data) for name, data in files.items() if isinstance(data, bytes)}
    for path, entry in built.entries.items():
        files[f"{GUIDES}/{path}"] = publication.built / path
        sums[f"{GUIDES}/{path}"] = entry.sha256
    files[SUMS] = checksums(sums)
    return files


def checksums(digests: Mapping[str, str]) -> bytes:
    """Return *digests*, by path, as the file that ``sha256sum --check`` reads."""
    return "".join(f"{value}  {path}\n" for path, value in sorted(digests.items())).encode()


def _pages(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the path and the HTML of every page."""
    source = publication.loaded.languages[publication.loaded.source_language]
    titles = []
    for language in publication.languages:
        words = Words(Translator(publication.loaded.project, language, source))
        titles.append((language, words.text(publication.content.congress.guide_title)))
        jinja, context = _prepared(publication, words)
        for page in PAGES:
            yield f"{language.code}/{page}.html", render(jinja, f"site/{page}.html.j2", {**context, "page": page})
    entrance = {"language": source, "titles": titles, "entrance": ENTRANCE}
    yield ENTRANCE, render(environment(publication.loaded.project, {}), "site/entrance.html.j2", entrance)


def _prepared(publication: Publication, words: Words) -> tuple[Sandbox, dict[str, Any]]:
    """Return the environment and the values of the pages in the language of *words*."""
    tables, verdict = Tables(publication, words), publication.verdict
    language: Language = words.language
    context = {
        "language": language,
        "languages": publication.languages,
        "source_language": publication.loaded.languages[publication.loaded.source_language],
        "title": words.text(publication.content.congress.guide_title),
        "pgettext": words.pgettext,
        "shelves": tables.shelves(),
        "formats": publication.formats,
        "translation": tables.translation(),
        "findings": [(one, str(one.source), one.severity.value) for one in verdict.findings],
        "ignored": len(verdict.ignored),
        "unchecked": ", ".join(verdict.unchecked),
        "compared": publication.changes is not None,
        "changes": tables.changes(),
        "files": [*publication.manifest.entries.values()],
    }
    return environment(publication.loaded.project, language_filters(language)), context
