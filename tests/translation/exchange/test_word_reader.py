"""Bilingual tables that come back: what Word makes of them, and what cannot be taken."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidegen.build.archives import parts_of
from guidegen.document.language import Language
from guidegen.errors import Finding, GuidegenError
from guidegen.renderers.docx.archive import write_archive
from guidegen.renderers.docx.ooxml import Element, qualified, w
from guidegen.translation.exchange.units import Unit, UnitState, stamp
from guidegen.translation.exchange.word_parts import DOCUMENT, PROPERTIES
from guidegen.translation.exchange.word_reader import read_word
from tests.translation.exchange.test_xliff_reader import TEXTS
from tests.translation.exchange.word import cell, changed, say, table

UNITS = (
    Unit("a.one", "Text[^n]", "Texte[^n]", UnitState.REVIEW, ("Where",)),
    Unit("a.two", "Other", "", UnitState.UNTRANSLATED),
)
Change = Callable[[Element], object]


def back(data: bytes) -> list[Unit]:
    [file] = read_word("a.docx", data)
    return list(file.units)


def fault(data: bytes) -> Finding:
    with pytest.raises(GuidegenError) as error:
        read_word("a.docx", data)
    [finding] = error.value.findings
    assert finding.source.path == "a.docx"
    return finding


@given(source=TEXTS.map(lambda text: text.replace("\n", "") + "."), target=TEXTS, state=st.sampled_from(UnitState))
def test_what_was_written_is_read(languages: dict[str, Language], source: str, target: str, state: UnitState) -> None:
    left = Unit("a.b", source, target, state)
    [read] = read_word("a.docx", table(languages, left))
    [unit] = read.units
    assert replace(unit, place=left.place) == replace(left, stamp=stamp(left))
    assert unit.untouched
    assert (read.project, read.stem, read.source_language, read.language) == ("Congress", "content/topics/youth", "en", "fr")


def test_a_translation_is_what_a_person_types_in_however_many_runs(languages: dict[str, Language]) -> None:
    first, second = back(changed(table(languages, *UNITS), lambda root: say(root, 2, 2, "Autre texte")))
    assert first.untouched
    assert (second.target, second.settled) == ("Autre texte", UnitState.TRANSLATED)


def test_a_state_may_be_written_in_capitals(languages: dict[str, Language]) -> None:
    first, _ = back(changed(table(languages, *UNITS), lambda root: say(root, 1, 3, "Translated ")))
    assert (first.state, first.settled) == (UnitState.TRANSLATED, UnitState.TRANSLATED)


def test_empty_paragraphs_around_a_translation_are_left_out(languages: dict[str, Language]) -> None:
    def enter(root: Element) -> None:
        cell(root, 1, 2).append(w("p"))
        say(root, 1, 2, "Nouveau[^n]")

    assert back(changed(table(languages, *UNITS), enter))[0].target == "Nouveau[^n]"


def test_characters_that_word_writes_as_elements_are_kept(languages: dict[str, Language]) -> None:
    def insert(root: Element) -> None:
        run = next(cell(root, 1, 2).iter(qualified("r")))
        run.extend(w(name) for name in ("noBreakHyphen", "softHyphen", "tab"))

    assert back(changed(table(languages, *UNITS), insert))[0].target == "Texte\u2011\u00ad\t[^n]"


def test_what_python_docx_saves_is_read(languages: dict[str, Language]) -> None:
    opened = docx.Document(BytesIO(table(languages, *UNITS)))
    opened.tables[0].rows[2].cells[2].paragraphs[0].add_run("Autre")
    buffer = BytesIO()
    opened.save(buffer)
    assert [unit.target for unit in back(buffer.getvalue())] == ["Texte[^n]", "Autre"]


def wrap(name: str) -> Change:
    """Track a change: put the runs of a translation into ``w:ins`` or its like."""

    def change(root: Element) -> None:
        paragraph = next(cell(root, 1, 2).iter(qualified("p")))
        runs = list(paragraph.iterchildren(qualified("r")))
        paragraph.append(w(name, *runs, id="1", author="A"))

    return change


def track_row(root: Element) -> None:
    next(cell(root, 1, 0).itersiblings(qualified("trPr"), preceding=True)).append(w("del", id="1", author="A"))


@pytest.mark.parametrize("change", [*map(wrap, ("ins", "del", "moveFrom", "moveTo")), track_row])
def test_tracked_changes_are_told_by_their_row(languages: dict[str, Language], change: Change) -> None:
    finding = fault(changed(table(languages, *UNITS), change))
    assert (finding.rule, finding.message) == ("exchange-tracked", 'row 1 ("a.one"): changes are tracked in it')


def merge_cells(root: Element) -> None:
    one = cell(root, 2, 1)
    one.getparent().remove(one)


def add_picture(root: Element) -> None:
    next(cell(root, 2, 2).iter(qualified("p"))).append(w("r", w("drawing")))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (merge_cells, 'row 2 ("a.two"): it has 3 cells and should have 4'),
        (add_picture, 'row 2 ("a.two"): there is a picture, a symbol, a field or a note in the translation'),
        (lambda root: say(root, 2, 3, "done"), 'row 2 ("a.two"): "done" is no state'),
        (lambda root: say(root, 0, 0, "Nachricht"), "there is no table of guidegen's in the document"),
        (lambda root: root[0].remove(root[0].find(qualified("tbl"))), "there is no table of guidegen's in the document"),
    ],
)
def test_a_table_that_was_changed_is_told(languages: dict[str, Language], change: Change, sentence: str) -> None:
    finding = fault(changed(table(languages, *UNITS), change))
    assert (finding.rule, finding.message) == ("exchange-table", sentence)


def without(data: bytes, name: str) -> bytes:
    return write_archive({part: blob for part, blob in parts_of(data).items() if part != name})


def with_entities(data: bytes) -> bytes:
    return write_archive({**parts_of(data), DOCUMENT: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (lambda data: b"no archive", "exchange-format"),
        (lambda data: data[:200], "exchange-format"),
        (lambda data: without(data, DOCUMENT), "exchange-table"),
        (lambda data: without(data, PROPERTIES), "exchange-table"),
        (with_entities, "exchange-entities"),
        (lambda data: write_archive({**parts_of(data), DOCUMENT: b"<a>"}), "exchange-syntax"),
    ],
)
def test_what_is_no_document_of_ours_is_told(languages: dict[str, Language], broken: Callable[[bytes], bytes], rule: str) -> None:
    assert fault(broken(table(languages, *UNITS))).rule == rule


def test_a_part_that_would_fill_the_memory_is_refused(languages: dict[str, Language]) -> None:
    buffer = BytesIO(without(table(languages, *UNITS), DOCUMENT))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(DOCUMENT, "w") as part:
        for _ in range(33):
            part.write(bytes(1024 * 1024))
    assert fault(buffer.getvalue()).rule == "file-size"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_document_packed_as_none_is_packed_is_told(languages: dict[str, Language], method: int) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, part in parts_of(table(languages, *UNITS)).items():
            archive.writestr(name, part)
    data = bytearray(buffer.getvalue())
    place = data.index(DOCUMENT.encode(), 100) + len(DOCUMENT)
    data[place : place + 60] = b"\xff" * 60
    finding = fault(bytes(data))
    assert (finding.rule, f"is packed by method {method}" in finding.message) == ("exchange-format", True)


def test_a_damaged_part_is_told(languages: dict[str, Language]) -> None:
    data = bytearray(table(languages, *UNITS))
    place = data.index(b"word/document.xml") + len("word/document.xml") + 20
    data[place : place + 8] = bytes(8)
    assert fault(bytes(data)).rule == "exchange-format"


def test_a_new_file_of_word_is_none_of_ours() -> None:
    buffer = BytesIO()
    docx.Document().save(buffer)
    assert fault(buffer.getvalue()).rule == "exchange-table"


def test_comments_in_the_xml_are_no_text(languages: dict[str, Language]) -> None:
    def remark(root: Element) -> None:
        next(cell(root, 1, 2).iter(qualified("t"))).append(etree.Comment("no"))

    assert back(changed(table(languages, *UNITS), remark))[0].untouched
