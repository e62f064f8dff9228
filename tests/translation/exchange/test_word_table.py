"""The bilingual table as it is written: languages, directions, heads, hidden stamps; the same bytes each time."""

from __future__ import annotations

import io

import docx

from guidegen.check.wordprocessing import package_findings
from guidegen.document.language import Language
from guidegen.errors import Source
from guidegen.renderers.docx.ooxml import qualified
from guidegen.resources.project import Project
from guidegen.translation.catalogues import Sources
from guidegen.translation.exchange.outgoing import read_export
from guidegen.translation.exchange.units import Unit, UnitState, stamp
from guidegen.translation.exchange.word_table import word_files
from tests.translation.exchange.conftest import TARGETS
from tests.translation.exchange.word import cell, document, table

UNIT = Unit("a.b", "Text[^n]", "Texte[^n]", UnitState.REVIEW, ("Where", "Remark"))


def test_a_row_has_id_and_notes_text_translation_and_state(languages: dict[str, Language]) -> None:
    opened = docx.Document(io.BytesIO(table(languages, UNIT)))
    rows = [[one.text for one in row.cells] for row in opened.tables[0].rows]
    assert rows == [
        ["Message", "English (en)", "French (fr)", "State"],
        [f"a.b {stamp(UNIT)}\nWhere\nRemark", "Text[^n]", "Texte[^n]", "needs review"],
    ]
    assert opened.core_properties.title == "content/topics/youth (fr)"


def test_the_head_is_repeated_and_no_row_is_cut_by_a_page(languages: dict[str, Language]) -> None:
    rows = list(document(table(languages, UNIT)).iter(qualified("tr")))
    assert [row.find(f"{qualified('trPr')}/{qualified('tblHeader')}") is not None for row in rows] == [True, False]
    assert all(row.find(f"{qualified('trPr')}/{qualified('cantSplit')}") is not None for row in rows)


def test_the_stamp_is_hidden(languages: dict[str, Language]) -> None:
    runs = list(cell(document(table(languages, UNIT)), 1, 0).iter(qualified("r")))
    hidden = [run for run in runs if run.find(f"{qualified('rPr')}/{qualified('vanish')}") is not None]
    assert ["".join(run.itertext()) for run in hidden] == [f" {stamp(UNIT)}"]


def test_arabic_stands_from_right_to_left_and_its_marks_from_left_to_right(languages: dict[str, Language]) -> None:
    root = document(table(languages, UNIT, language="ar"))
    target, source = cell(root, 1, 2), cell(root, 1, 1)
    right_to_left = f"{qualified('rPr')}/{qualified('rtl')}"
    assert target.find(f".//{qualified('bidi')}") is not None
    assert [run.find(right_to_left) is not None for run in target.iter(qualified("r"))] == [True, False]
    assert source.find(f".//{qualified('bidi')}") is None
    assert all(run.find(right_to_left) is None for run in source.iter(qualified("r")))


def test_what_is_typed_into_an_empty_cell_has_the_direction_of_the_language(languages: dict[str, Language]) -> None:
    empty = Unit("a", "Text", "", UnitState.UNTRANSLATED)
    paragraph = next(cell(document(table(languages, empty, language="ar")), 1, 2).iter(qualified("p")))
    assert [child.tag for child in paragraph] == [qualified("pPr")]
    assert paragraph.find(f"{qualified('pPr')}/{qualified('rPr')}/{qualified('rtl')}") is not None


def test_every_run_has_its_language(languages: dict[str, Language]) -> None:
    for language in TARGETS:
        root = document(table(languages, UNIT, language=language))
        tags = [list(run.find(f"{qualified('rPr')}/{qualified('lang')}").attrib.values()) for run in root.iter(qualified("r"))]
        assert {tag for [tag] in tags} == {languages["en"].word.tag, languages[language].word.tag}


def test_there_is_a_file_for_each_catalogue_the_same_bytes_each_time(shared: Project, sources: Sources) -> None:
    export = read_export(shared, sources, TARGETS[:2])
    files = dict(word_files(export))
    assert set(files) == {f"{language}/{stem}.docx" for language in TARGETS[:2] for stem in sources.messages}
    assert dict(word_files(export)) == files


def test_word_has_nothing_to_repair(languages: dict[str, Language]) -> None:
    for language in TARGETS:
        assert list(package_findings(table(languages, UNIT, language=language), Source("a.docx"))) == []
