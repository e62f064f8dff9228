"""Fields of tables: an id of their own, and words that name them."""

from __future__ import annotations

from guidegen.document.language import Language
from guidegen.document.tree import Cell, Row, Table
from guidegen.document.walk import walk
from guidegen.passes.fields import name_fields
from tests.builders import document, line, section

HEAD = Row((Cell(line("Question")), Cell(line("Yes")), Cell(line("Remarks"))), "head")
FILLED_IN = Row((Cell(line("Is there a plan?")), Cell(fill="mark"), Cell(fill="words")), id="list.plan")


def named(language: Language, *rows: Row) -> list[tuple[str, str]]:
    made = name_fields(document(language, section("s", Table(line("A list"), (60, 10, 30), rows, id="t"))))
    return [(cell.field, cell.label) for cell in walk(made) if isinstance(cell, Cell) and cell.fill]


def test_a_field_is_named_by_its_row_and_its_place_in_it(english: Language) -> None:
    assert [field for field, _ in named(english, HEAD, FILLED_IN)] == ["list.plan.1", "list.plan.2"]


def test_a_field_is_read_aloud_as_its_column_and_its_row(english: Language) -> None:
    labels = [label for _, label in named(english, HEAD, FILLED_IN)]
    assert labels == ["Yes – Is there a plan?", "Remarks – Is there a plan?"]


def test_a_table_without_a_head_names_fields_by_their_row(english: Language) -> None:
    assert {label for _, label in named(english, FILLED_IN)} == {"Is there a plan?"}


def test_cells_that_are_not_filled_in_have_no_field(english: Language) -> None:
    made = name_fields(document(english, section("s", Table(line("A list"), (1,), (HEAD,), id="t"))))
    assert not any(cell.field for cell in walk(made) if isinstance(cell, Cell))
