"""Round trips in every language, and files that cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from guidegen.document.language import Language
from guidegen.errors import Finding
from guidegen.locales.po_file import Entry
from guidegen.resources.project import Project
from guidegen.translation.catalogues import Sources, read_sources
from guidegen.translation.exchange.imports import Import, Imported, read_units, repeated
from guidegen.translation.exchange.incoming import Terms
from guidegen.translation.exchange.outgoing import read_export
from guidegen.translation.exchange.table import WRITERS
from guidegen.translation.exchange.units import UnitFile
from guidegen.translation.exchange.word_table import word_table
from guidegen.translation.exchange.xliff import xliff
from tests.translation.exchange.conftest import DRAFT_STEM, FUZZY, REVIEWED_STEM, TARGETS, UNTRANSLATED
from tests.translation.exchange.word import changed as document_changed
from tests.translation.exchange.word import say

Save = Callable[[str, bytes], Path]
Entries = Callable[[str, str], dict[str, Entry]]
SUFFIXES = (".xlf", ".docx")
Write = Callable[[str, UnitFile], bytes]


@pytest.fixture
def written(languages: dict[str, Language]) -> Write:
    """A file with units, by extension."""
    return lambda suffix, file: xliff(file) if suffix == ".xlf" else word_table(file, languages)


def importing(project: Project, sources: Sources, languages: Sequence[str] = TARGETS, terms: Terms | None = None) -> Import:
    return Import(project, sources, languages, terms or Terms())


def exported(project: Project, sources: Sources, language: str, stem: str) -> UnitFile:
    [file] = [one for one in read_export(project, sources, (language,)).units() if one.stem == stem]
    return file


def edited(data: bytes, suffix: str, language: str, row: int, words: str) -> bytes:
    """*data* with *words* as the translation in *row*, as a person writes them in a tool."""
    if suffix == ".docx":
        return document_changed(data, lambda root: say(root, row + 1, 2, words))
    head, *units = data.split(b"<trans-unit ")
    before, _, rest = units[row].partition(b"<target")
    state, _, after = rest.partition(b">")
    after = after if state.endswith(b"/") else after.partition(b"</target>")[2]
    units[row] = before + b"<target" + state.removesuffix(b"/") + b">" + words.encode() + b"</target>" + after
    return b"<trans-unit ".join([head, *units])


@pytest.mark.parametrize("name", ["xliff", "docx"])
@pytest.mark.parametrize("language", TARGETS)
def test_all_catalogues_of_a_language_come_back_and_change_nothing(
    shared: Project, sources: Sources, save: Save, language: str, name: str
) -> None:
    work = importing(shared, sources)
    for path, data in WRITERS[name](read_export(shared, sources, (language,))):
        made = work.file(save(path.replace("/", "-"), data))
        assert (made.files, made.changed, made.findings) == ((), 0, ())
        assert made.units > 0


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("row", [FUZZY, UNTRANSLATED, 0])
@pytest.mark.parametrize("language", TARGETS)
def test_one_edit_changes_exactly_one_message(
    *, shared: Project, sources: Sources, entries: Entries, save: Save, written: Write, language: str, row: int, suffix: str
) -> None:
    file = exported(shared, sources, language, DRAFT_STEM)
    words = f"{file.units[row].source} +"
    made = importing(shared, sources).file(save(f"a{suffix}", edited(written(suffix, file), suffix, language, row, words)))
    assert (made.changed, made.findings) == (1, ())
    [after] = made.files
    before = entries(language, DRAFT_STEM)
    context = file.units[row].context
    expected = replace(before[context], string=words, previous_id="").marked(fuzzy=False)
    assert {entry.context: entry for entry in after.live} == {**before, context: expected}
    assert not after.reviewed


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("language", TARGETS)
def test_a_reviewed_catalogue_takes_what_fills_its_gaps_and_nothing_else(
    *, shared: Project, sources: Sources, save: Save, written: Write, language: str, suffix: str
) -> None:
    file = exported(shared, sources, language, REVIEWED_STEM)
    data = written(suffix, file)
    for row in (0, UNTRANSLATED):
        data = edited(data, suffix, language, row, f"{file.units[row].source} +")
    path = save(f"a{suffix}", data)
    made = importing(shared, sources).file(path)
    assert [(finding.rule, finding.source.path) for finding in made.findings] == [("exchange-reviewed", str(path))]
    assert (made.changed, made.files[0].reviewed) == (1, False)
    forced = importing(shared, sources, terms=Terms(replace_reviewed=True)).file(path)
    assert (forced.changed, forced.findings) == (2, ())


def test_the_states_of_a_file_make_a_catalogue_reviewed_where_they_are_believed(
    shared: Project, sources: Sources, save: Save
) -> None:
    file = exported(shared, sources, TARGETS[0], DRAFT_STEM)
    data = edited(xliff(file), ".xlf", TARGETS[0], UNTRANSLATED, f"{file.units[UNTRANSLATED].source} +")
    path = save("a.xlf", re.sub(rb'<target state="[a-z-]+"', b'<target state="final"', data))
    believed = importing(shared, sources, terms=Terms(believe_review=True)).file(path)
    assert (believed.files[0].reviewed, believed.changed, believed.findings) == (True, 2, ())
    assert not importing(shared, sources).file(path).files[0].reviewed


def test_a_second_file_meets_the_catalogue_as_the_first_one_left_it(
    shared: Project, sources: Sources, save: Save, written: Write
) -> None:
    language = TARGETS[0]
    file = exported(shared, sources, language, DRAFT_STEM)
    work = importing(shared, sources)
    first = work.file(save("a.xlf", edited(xliff(file), ".xlf", language, UNTRANSLATED, file.units[UNTRANSLATED].source)))
    data = edited(written(".docx", file), ".docx", language, 0, f"{file.units[0].source} +")
    second = work.file(save("b.docx", data))
    assert (first.changed, second.changed) == (1, 1)
    strings = {entry.context: entry.string for entry in second.files[0].live}
    assert strings[file.units[UNTRANSLATED].context] == file.units[UNTRANSLATED].source
    third = work.file(save("c.xlf", edited(xliff(file), ".xlf", language, 0, f"{file.units[0].source} -")))
    assert [finding.rule for finding in third.findings] == ["exchange-conflict"]


def refused(made: Imported) -> Finding:
    """The finding of a file of which nothing was taken."""
    assert (made.files, made.changed) == ((), 0)
    return made.findings[0]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    ("strange", "rule"),
    [
        ({"project": "Another congress"}, "exchange-project"),
        ({"source_language": "fr"}, "exchange-language"),
        ({"language": "en"}, "exchange-language"),
        ({"language": TARGETS[1]}, "exchange-language"),
        ({"stem": "content/topics/yuoth"}, "exchange-catalogue"),
        ({"stem": "../../../../etc/passwd"}, "exchange-catalogue"),
    ],
)
def test_a_file_of_another_project_language_or_catalogue_is_told(
    *, shared: Project, sources: Sources, save: Save, written: Write, strange: dict[str, str], rule: str, suffix: str
) -> None:
    file = replace(exported(shared, sources, TARGETS[0], DRAFT_STEM), **strange)
    path = save(f"a{suffix}", written(suffix, file))
    finding = refused(importing(shared, sources, TARGETS[:1]).file(path))
    assert (finding.rule, finding.source.path) == (rule, str(path))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_whose_source_texts_were_changed_in_it_is_not_taken_at_all(
    shared: Project, sources: Sources, save: Save, written: Write, suffix: str
) -> None:
    language = TARGETS[0]
    file = exported(shared, sources, language, DRAFT_STEM)
    data = edited(written(suffix, file), suffix, language, 0, f"{file.units[0].source} +")
    if suffix == ".docx":
        data = document_changed(data, lambda root: say(root, 2, 1, "Another text"))
    else:
        data = data.replace(f"<source>{file.units[1].source}".encode(), b"<source>Another text", 1)
    finding = refused(importing(shared, sources).file(save(f"a{suffix}", data)))
    assert finding.rule == "exchange-altered"
    assert finding.message.startswith(f'"{file.units[1].context}": ')


def test_a_text_that_changed_in_the_content_is_refused_and_the_others_are_taken(
    starter: Project, write: Callable[[str, str | bytes], None], save: Save
) -> None:
    file = exported(starter, read_sources(starter), "fr", "content/topics/prevention")
    data = edited(edited(xliff(file), ".xlf", "fr", 0, "Prévention"), ".xlf", "fr", 1, "Généralités nouvelles")
    path = "content/topics/prevention.md"
    write(path, starter.path(path).read_bytes().replace(b"as public policy", b"as a policy", 1))
    made = importing(starter, read_sources(starter), ("fr",)).file(save("a.xlf", data))
    assert [finding.rule for finding in made.findings] == ["exchange-source"]
    assert made.changed == 1


def test_a_duplicated_id_is_told_with_its_line(shared: Project, sources: Sources, save: Save) -> None:
    data = xliff(exported(shared, sources, TARGETS[0], DRAFT_STEM))
    unit = data[data.index(b"<trans-unit ") : data.index(b"</trans-unit>") + len(b"</trans-unit>")]
    path = save("a.xlf", data.replace(b"</body>", unit + b"</body>"))
    made = importing(shared, sources).file(path)
    assert refused(made).rule == "exchange-duplicate"
    assert {finding.source.line > 0 for finding in made.findings} == {True}


def test_a_catalogue_that_stands_twice_in_a_file_is_told() -> None:
    file = UnitFile("Congress", "guide", "en", "fr", ())
    other = UnitFile("Congress", "guide", "en", "es", ())
    assert [finding.rule for finding in repeated([file, other, file])] == ["exchange-duplicate"]


def test_a_broken_catalogue_is_told_by_its_own_line_and_other_languages_are_taken(
    starter: Project, write: Callable[[str, str | bytes], None], save: Save
) -> None:
    sources = read_sources(starter)
    file = exported(starter, sources, "fr", "content/topics/prevention")
    path = save("a.xlf", edited(xliff(file), ".xlf", "fr", 0, "Prévention"))
    broken = "locales/fr/LC_MESSAGES/content/topics/prevention.po"
    write(broken, starter.path(broken).read_bytes() + b"\nnonsense\n")
    finding = refused(importing(starter, sources, ("fr",)).file(path))
    assert (finding.source.path, finding.rule) == (broken, "catalogue-syntax")
    write("locales/es/conventions.yaml", starter.path("locales/fr/conventions.yaml").read_bytes())
    spanish = replace(file, language="es", units=tuple(replace(one, target="") for one in file.units))
    data = edited(xliff(spanish), ".xlf", "es", 0, "Prevención")
    assert importing(starter, sources, ("fr", "es")).file(save("b.xlf", data)).changed == 1


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("a.xlf", b"<xliff", "exchange-syntax"),
        ("a.xliff", b"", "exchange-syntax"),
        ("a.docx", b"PK", "exchange-format"),
        ("a.tmx", b"<tmx/>", "exchange-format"),
        ("a", b"", "exchange-format"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    *, shared: Project, sources: Sources, save: Save, name: str, data: bytes, rule: str
) -> None:
    path = save(name, data)
    finding = refused(importing(shared, sources).file(path))
    assert (finding.rule, finding.source.path) == (rule, str(path))


def test_a_file_that_is_not_there_or_too_large_is_told(
    shared: Project, sources: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = importing(shared, sources)
    assert refused(work.file(tmp_path / "none.xlf")).rule == "unreadable-file"
    large = tmp_path / "large.xlf"
    with large.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    assert refused(work.file(large)).rule == "file-size"


def test_the_format_is_known_by_the_extension_in_any_case(shared: Project, sources: Sources, save: Save) -> None:
    file = exported(shared, sources, TARGETS[0], DRAFT_STEM)
    assert [one.stem for one in read_units(save("A.XLF", xliff(file)))] == [DRAFT_STEM]
