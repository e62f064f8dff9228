"""Translation memories: of what is reviewed, and nothing else."""

from __future__ import annotations

import sys

import pytest
from translate.storage.tmx import tmxfile

from guidegen.errors import GuidegenError
from guidegen.resources.project import Project
from guidegen.translation.catalogues import Sources, read_sources
from guidegen.translation.exchange.memory import memory, memory_files
from guidegen.translation.exchange.outgoing import Export, read_export
from guidegen.translation.exchange.units import Unit, UnitFile, UnitState
from tests.translation.exchange.conftest import REVIEWED_STEM, TARGETS

UNIT = Unit("a.b", "Text & more", "Texte", UnitState.FINAL)
FILE = UnitFile("Congress", "content/topics/youth", "en", "fr", (UNIT,))


def test_a_memory_has_all_that_is_reviewed_in_every_language(shared: Project, sources: Sources) -> None:
    export = read_export(shared, sources, TARGETS)
    files = dict(memory_files(export))
    assert set(files) == {f"{language}.tmx" for language in TARGETS}
    for language in TARGETS:
        [file] = [one for one in export.units() if (one.language, one.stem) == (language, REVIEWED_STEM)]
        final = [(unit.context, unit.source, unit.target) for unit in file.units if unit.state is UnitState.FINAL]
        store = tmxfile.parsestring(files[f"{language}.tmx"], "en", language)
        assert [(unit.getcontext(), unit.source, unit.target) for unit in store.units] == final
        assert len(final) == len(file.units) - 2


def test_a_memory_is_the_same_bytes_each_time() -> None:
    assert memory([(FILE, UNIT)]) == memory([(FILE, UNIT)])


def test_a_unit_of_a_memory_says_where_it_is_from() -> None:
    [unit] = tmxfile.parsestring(memory([(FILE, UNIT)]), "en", "fr").units
    assert (unit.getnotes(), unit.getcontext()) == ("content/topics/youth", "a.b")


def test_where_nothing_is_reviewed_there_is_no_memory(starter: Project) -> None:
    export = read_export(starter, read_sources(starter), ("fr",))
    with pytest.raises(GuidegenError, match="no catalogue is reviewed"):
        dict(memory_files(export))


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, shared: Project, sources: Sources) -> None:
    monkeypatch.setitem(sys.modules, "translate.storage.tmx", None)
    export = read_export(shared, sources, TARGETS[:1])
    with pytest.raises(GuidegenError) as error:
        dict(memory_files(Export(shared, sources, export.files)))
    assert error.value.findings[0].hint == 'pip install "guidegen[exchange]"'
