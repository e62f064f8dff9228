"""A project with both kinds of catalogues in every language: a reviewed one and a draft, each with gaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guidegen.locales.po_file import DRAFT, REVIEW, REVIEWED, Entry, PoFile, po_bytes
from guidegen.locales.po_reader import read_po_file
from guidegen.resources.project import Project
from guidegen.translation.catalogues import Sources, read_sources, update
from guidegen.translation.exchange.outgoing import first_day
from tests.conftest import LANGUAGES, copy_checkout

TARGETS = tuple(code for code in LANGUAGES if code != "en")
REVIEWED_STEM, DRAFT_STEM = "content/topics/youth", "content/topics/cyber"
FUZZY, UNTRANSLATED = 3, 5


def path_of(language: str, stem: str) -> str:
    return f"locales/{language}/LC_MESSAGES/{stem}.po"


def with_gaps(file: PoFile, status: str) -> PoFile:
    """Return *file* with one message fuzzy and one without a translation."""
    entries = list(file.entries)
    entries[FUZZY] = replace(entries[FUZZY], previous_id="An earlier text.").marked(fuzzy=True)
    entries[UNTRANSLATED] = replace(entries[UNTRANSLATED], string="")
    return replace(file, entries=tuple(entries)).with_field(REVIEW, status)


def write_both_states(target: Path) -> Project:
    """Return a copy of the shipped project in *target*: in every language a reviewed catalogue and a draft, each with gaps."""
    project = copy_checkout(target)
    sources = read_sources(project)
    for language in TARGETS:
        made = {file.path: file for file in update(project, language, sources, first_day(sources)).files}
        for stem, status in ((REVIEWED_STEM, REVIEWED), (DRAFT_STEM, DRAFT)):
            made[path_of(language, stem)] = with_gaps(made[path_of(language, stem)], status)
        for path, file in made.items():
            project.path(path).write_bytes(po_bytes(file))
    return project


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project, which no test changes."""
    return write_both_states(tmp_path_factory.mktemp("exchange"))


@pytest.fixture(scope="session")
def sources(shared: Project) -> Sources:
    return read_sources(shared)


@pytest.fixture
def entries(shared: Project) -> Callable[[str, str], dict[str, Entry]]:
    """The messages of a catalogue as they are on disk, by context."""

    def read(language: str, stem: str) -> dict[str, Entry]:
        return {entry.context: entry for entry in read_po_file(shared, path_of(language, stem), language).live}

    return read


@pytest.fixture
def save(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Write a file as a translator sends it."""

    def write(name: str, data: bytes) -> Path:
        place = tmp_path / name
        place.write_bytes(data)
        return place

    return write
