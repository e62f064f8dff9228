"""Translators' own programs: OmegaT, translate-toolkit and LibreOffice take what is exported and give it back."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from lxml import etree

from guidegen.locales.po_file import Entry, PoFile, po_bytes
from guidegen.locales.po_reader import read_po_file
from guidegen.resources.project import Project
from guidegen.translation.catalogues import Sources, read_sources, update
from guidegen.translation.exchange.imports import Import
from guidegen.translation.exchange.incoming import Terms
from guidegen.translation.exchange.memory import memory_files
from guidegen.translation.exchange.outgoing import Export, first_day, read_export
from guidegen.translation.exchange.units import UnitFile
from guidegen.translation.exchange.word_table import word_files
from guidegen.translation.exchange.xliff import xliff, xliff_files
from tests.translation.exchange.conftest import DRAFT_STEM, REVIEWED_STEM, TARGETS, UNTRANSLATED, path_of, write_both_states

pytestmark = pytest.mark.acceptance

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / ".cache/guidegen/judges/debian/usr/share/php/Symfony/Component/Translation/Resources/schemas"
PROGRAMS = Path(sys.executable).parent
TIMEOUT = 300
# What pofilter holds to the capitals, points and sentences of English, or does better guidegen translate check.
OF_ENGLISH = (
    "acronyms", "brackets", "doublequoting", "endpunc", "numbers", "puncspacing", "sentencecount", "short", "simplecaps",
    "startcaps", "startpunc", "unchanged",
)  # fmt: skip
FILTERS = ("--progress=none", *(f"--excludefilter={name}" for name in OF_ENGLISH))
# What it says of the one fuzzy and the one untranslated message of a catalogue.
GAPS = {"hassuggestion", "isfuzzy", "untranslated"}
OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>EN</source_lang><target_lang>{language}</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
creationtoolversion="3.6.0" segtype="paragraph" srclang="EN"/><body>
<tu><tuv lang="EN"><seg>{text}</seg></tuv><tuv lang="{language}"><seg>{translation}</seg></tuv></tu></body></tmx>
"""
Omegat = Callable[..., bytes]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A reviewed catalogue and a draft, each with gaps, in every language."""
    return write_both_states(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def sources(project: Project) -> Sources:
    return read_sources(project)


@pytest.fixture(scope="module")
def export(project: Project, sources: Sources) -> Export:
    return read_export(project, sources, TARGETS)


def run(*command: str | Path) -> None:
    done = subprocess.run(list(map(str, command)), capture_output=True, check=False, timeout=TIMEOUT)
    assert done.returncode == 0, done.stderr.decode()


def units_of(export: Export, language: str, stem: str) -> UnitFile:
    return next(file for file in export.units() if (file.language, file.stem) == (language, stem))


@pytest.fixture
def omegat(tmp_path: Path) -> Omegat:
    """Let OmegaT translate a file by what its user has translated (*done*), or by a *memory* that lies beside it."""

    def translate(name: str, data: bytes, language: str, *, done: tuple[str, str] | None = None, memory: bytes = b"") -> bytes:
        root = tmp_path / "omegat"
        for folder in ("source", "target", "omegat", "tm/auto", "glossary", "dictionary"):
            (root / folder).mkdir(parents=True, exist_ok=True)
        (root / "omegat.project").write_text(OMEGAT.format(language=language.upper()))
        (root / "source" / name).write_bytes(data)
        if done:
            text, translation = map(escape, done)
            saved = MEMORY.format(text=text, translation=translation, language=language.upper())
            (root / "omegat/project_save.tmx").write_text(saved, encoding="utf-8")
        if memory:
            (root / "tm/auto/memory.tmx").write_bytes(memory)
        environment = {**os.environ, "JAVA_TOOL_OPTIONS": "-Djava.awt.headless=true"}
        command = ["omegat", str(root), "--mode=console-translate", f"--config-dir={tmp_path / 'config'}"]
        subprocess.run(command, capture_output=True, check=True, env=environment, timeout=TIMEOUT)
        return (root / "target" / name).read_bytes()

    return translate


def test_every_xliff_file_is_valid_by_the_strict_schema_of_oasis(export: Export, tmp_path: Path) -> None:
    for name in ("xliff-core-1.2-strict.xsd", "xml.xsd"):
        text = (SCHEMAS / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("http://www.w3.org/2001/xml.xsd", "xml.xsd"), encoding="utf-8")
    schema = etree.XMLSchema(etree.parse(tmp_path / "xliff-core-1.2-strict.xsd"))
    for _, data in xliff_files(export):
        schema.assertValid(etree.fromstring(data))
    broken = next(data for _, data in xliff_files(export)).replace(b'state="', b'state="almost-')
    assert not schema.validate(etree.fromstring(broken))


def said(entries: tuple[Entry, ...]) -> list[tuple[str, str, bool]]:
    return [(entry.id, entry.string, entry.fuzzy) for entry in entries]


@pytest.mark.parametrize("stem", [REVIEWED_STEM, DRAFT_STEM])
@pytest.mark.parametrize("language", TARGETS)
def test_a_catalogue_goes_through_the_toolkits_xliff_with_all_texts_and_states(
    project: Project, tmp_path: Path, language: str, stem: str
) -> None:
    """po2xliff knows no contexts, so they are not compared."""
    path = path_of(language, stem)
    there, back = tmp_path / "there.xlf", Project(tmp_path)
    run(PROGRAMS / "po2xliff", "--progress=none", project.path(path), there)
    run(PROGRAMS / "xliff2po", "--progress=none", "--duplicates=msgctxt", there, tmp_path / "back.po")
    assert said(read_po_file(back, "back.po", language).live) == said(read_po_file(project, path, language).live)


@pytest.mark.parametrize("language", TARGETS)
def test_the_toolkit_reads_our_xliff_with_all_texts(export: Export, tmp_path: Path, language: str) -> None:
    """What is not approved is fuzzy to the toolkit; what is final is approved."""
    file = units_of(export, language, REVIEWED_STEM)
    (tmp_path / "there.xlf").write_bytes(xliff(file))
    run(PROGRAMS / "xliff2po", "--progress=none", "--duplicates=msgctxt", tmp_path / "there.xlf", tmp_path / "back.po")
    back = read_po_file(Project(tmp_path), "back.po").live
    assert said(back) == [(unit.source, unit.target, unit.state.value == "needs review") for unit in file.units]


@pytest.mark.parametrize("language", TARGETS)
def test_pofilter_finds_the_gaps_and_no_fault(project: Project, tmp_path: Path, language: str) -> None:
    folder = project.path(f"locales/{language}/LC_MESSAGES")
    run(PROGRAMS / "pofilter", *FILTERS, folder, tmp_path / "found")
    text = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "found").rglob("*.po"))
    assert set(re.findall(r"\(pofilter\) (\w+)", text)) == GAPS


def test_pofilter_finds_a_doubled_word(project: Project, tmp_path: Path) -> None:
    file = read_po_file(project, path_of("fr", DRAFT_STEM), "fr")
    first = replace(file.entries[0], string=f"{file.entries[0].string} mot mot")
    (tmp_path / "a.po").write_bytes(po_bytes(replace(file, entries=(first, *file.entries[1:]))))
    run(PROGRAMS / "pofilter", *FILTERS, tmp_path / "a.po", tmp_path / "found.po")
    assert "(pofilter) doublewords" in (tmp_path / "found.po").read_text(encoding="utf-8")


def updated(project: Project, sources: Sources, language: str, stem: str) -> PoFile:
    made = update(project, language, sources, first_day(sources))
    return next(file for file in made.files if file.path == path_of(language, stem))


@pytest.mark.parametrize("language", TARGETS)
def test_a_catalogue_comes_back_from_omegat_with_one_translation_more(
    project: Project, sources: Sources, omegat: Omegat, language: str
) -> None:
    """OmegaT leaves out what is fuzzy: it is untranslated then, never taken for a translation."""
    path = path_of(language, DRAFT_STEM)
    before = project.path(path).read_bytes()
    file = read_po_file(project, path, language)
    gap = file.entries[UNTRANSLATED]
    try:
        project.path(path).write_bytes(omegat("a.po", before, language, done=(gap.id, f"{gap.id} +")))
        after = updated(project, sources, language, DRAFT_STEM)
    finally:
        project.path(path).write_bytes(before)
    without = [replace(one, string="", previous_id="").marked(fuzzy=False) if one.fuzzy else one for one in file.entries]
    expected = tuple(replace(one, string=f"{gap.id} +") if one is gap else one for one in without)
    assert po_bytes(after) == po_bytes(replace(file, entries=expected))


@pytest.mark.parametrize("language", TARGETS)
def test_xliff_comes_back_from_omegat_with_exactly_what_was_edited(
    *, project: Project, sources: Sources, export: Export, omegat: Omegat, tmp_path: Path, language: str
) -> None:
    """This version of OmegaT offers the target, not the source, for translation."""
    file = units_of(export, language, DRAFT_STEM)
    first = file.units[0]
    (tmp_path / "a.xlf").write_bytes(omegat("a.xlf", xliff(file), language, done=(first.target, f"{first.target} +")))
    made = Import(project, sources, TARGETS, Terms()).file(tmp_path / "a.xlf")
    assert (made.changed, made.findings) == (1, ())
    before = read_po_file(project, path_of(language, DRAFT_STEM), language)
    changed = [(new.context, new.string) for new, old in zip(made.files[0].entries, before.entries, strict=True) if new != old]
    assert changed == [(first.context, f"{first.target} +")]


@pytest.mark.parametrize("language", TARGETS)
def test_omegat_translates_by_our_memory(project: Project, export: Export, omegat: Omegat, tmp_path: Path, language: str) -> None:
    file = read_po_file(project, path_of(language, REVIEWED_STEM), language)
    empty = replace(file, entries=tuple(replace(entry, string="").marked(fuzzy=False) for entry in file.entries))
    memory = dict(memory_files(export))[f"{language}.tmx"]
    (tmp_path / "back.po").write_bytes(omegat("a.po", po_bytes(empty), language, memory=memory))
    back = {entry.context: entry.string for entry in read_po_file(Project(tmp_path), "back.po", language).live}
    final = {entry.context: entry.string for entry in file.live if entry.translated and not entry.fuzzy}
    assert {context: back[context] for context in final} == final


@pytest.mark.parametrize("language", TARGETS)
def test_a_table_that_libreoffice_saves_comes_back_and_changes_nothing(
    project: Project, sources: Sources, export: Export, tmp_path: Path, language: str
) -> None:
    files = dict(word_files(Export(project, sources, [one for one in export.files if one[0] == language])))
    stems = (REVIEWED_STEM, DRAFT_STEM)
    sent = [tmp_path / f"{Path(stem).name}.docx" for stem in stems]
    for path, stem in zip(sent, stems, strict=True):
        path.write_bytes(files[f"{language}/{stem}.docx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "docx", "--outdir", tmp_path / "saved", *sent)
    work = Import(project, sources, TARGETS, Terms())
    for path in sent:
        made = work.file(tmp_path / "saved" / path.name)
        assert (made.changed, made.findings) == (0, ())
        assert made.units > UNTRANSLATED
