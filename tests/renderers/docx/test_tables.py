"""Tables: heads that are repeated, cells as wide as their columns."""

from __future__ import annotations

import pytest

from guidegen.document.language import Language
from guidegen.document.tree import Section, Table
from guidegen.renderers.docx.ooxml import Element
from guidegen.renderers.docx.tables import table as make
from tests.conftest import LANGUAGES
from tests.renderers.docx.parts import child, frame_of, names, out_of_order, read, value, w, words
from tests.renderers.samples import table


def made(language: Language) -> Element:
    frame = frame_of(language, table())
    (section,) = frame.document.children
    (node,) = section.children
    assert isinstance(section, Section)
    assert isinstance(node, Table)
    return read(next(make(node, frame)))


def rows(root: Element) -> list[Element]:
    return list(root.iter(w("tr")))


def width(cell: Element) -> int:
    return int(str(child(cell, "tcPr/tcW").get(w("w"))))


def test_the_head_is_repeated_on_every_page(english: Language):
    assert [names(child(row, "trPr")) for row in rows(made(english))] == [
        ["cantSplit", "tblHeader"], ["cantSplit"], ["cantSplit"], ["cantSplit"], ["cantSplit"],
    ]  # fmt: skip


def test_marks_of_a_row_are_bare_elements(english: Language):
    """Word's validator refuses a w:val on them."""
    marks = [one for row in rows(made(english)) for one in child(row, "trPr")]
    assert [dict(one.attrib) for one in marks] == [{}] * 6


def test_a_table_is_named_for_those_who_listen(english: Language):
    assert value(made(english), "tblPr/tblCaption") == "A form"


def test_a_cell_is_as_wide_as_the_columns_it_stands_in(english: Language):
    root = made(english)
    columns = [int(str(column.get(w("w")))) for column in child(root, "tblGrid")]
    assert [width(cell) for cell in rows(root)[0].iter(w("tc"))] == columns
    assert [width(cell) for cell in rows(root)[1].iter(w("tc"))] == [sum(columns)]
    assert value(rows(root)[1], "tc/tcPr/gridSpan") == "3"


def test_every_row_is_as_wide_as_the_table(english: Language):
    root = made(english)
    total = int(str(child(root, "tblPr/tblW").get(w("w"))))
    assert {sum(map(width, row.iter(w("tc")))) for row in rows(root)} == {total}


def test_every_cell_ends_with_a_paragraph(english: Language):
    assert {names(cell)[-1] for cell in made(english).iter(w("tc"))} == {"p"}


def test_heads_and_groups_are_bold_and_shaded(english: Language):
    root = made(english)
    bold = [[words(run) for run in row.iter(w("r")) if run.find(f"{w('rPr')}/{w('b')}") is not None] for row in rows(root)]
    assert bold == [["Question", "Yes", "Remarks"], ["First group"], [], ["Second group"], []]
    assert ["shd" in names(child(row, "tc/tcPr")) for row in rows(root)] == [True, True, False, True, False]


def test_the_heading_of_a_group_stays_with_its_first_row(english: Language):
    assert ["keepNext" in names(child(row, "tc/p/pPr")) for row in rows(made(english))] == [False, True, False, True, False]


@pytest.mark.parametrize(("code", "mirrored"), [("en", False), ("ar", True)])
def test_a_table_is_mirrored_where_the_language_is(languages: dict[str, Language], code: str, mirrored: bool):
    assert ("bidiVisual" in names(child(made(languages[code]), "tblPr"))) is mirrored


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_table_is_in_the_order_of_the_schema(languages: dict[str, Language], code: str):
    assert out_of_order(made(languages[code])) == []
