"""Content controls."""

from __future__ import annotations

import pytest

from guidegen.document.language import Language
from guidegen.document.tree import Cell
from guidegen.renderers.docx.controls import W14, control
from guidegen.renderers.docx.ooxml import Element
from tests.conftest import LANGUAGES
from tests.renderers.docx.parts import framed, read, value, w, words
from tests.renderers.samples import everything


def made(language: Language, fill: str) -> Element:
    cell = Cell(fill=fill, field=f"list.plan.{fill}", label="Yes – Is there a plan?")  # type: ignore[arg-type]
    return read(control(cell, framed(everything(language))))


def test_a_mark_is_a_check_box_that_is_not_ticked(english: Language) -> None:
    box = made(english, "mark")
    assert words(box) == "☐"
    (checked,) = box.iter(f"{{{W14}}}checked")
    assert checked.get(f"{{{W14}}}val") == "0"


def test_words_are_a_plain_text_control(english: Language) -> None:
    assert made(english, "words").find(f"{w('sdtPr')}/{w('text')}") is not None


@pytest.mark.parametrize("fill", ["mark", "words"])
def test_a_control_has_a_name_to_read_aloud_and_a_tag(english: Language, fill: str) -> None:
    one = made(english, fill)
    assert value(one, "sdtPr/alias") == "Yes – Is there a plan?"
    assert value(one, "sdtPr/tag") == f"list.plan.{fill}"


def test_controls_have_ids_of_their_own_that_are_the_same_each_time(english: Language) -> None:
    first, second = value(made(english, "mark"), "sdtPr/id"), value(made(english, "words"), "sdtPr/id")
    assert first != second
    assert first == value(made(english, "mark"), "sdtPr/id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_run_in_a_control_has_the_direction_of_its_language(languages: dict[str, Language], language: str) -> None:
    right_to_left = made(languages[language], "mark").find(f".//{w('rtl')}") is not None
    assert right_to_left == (languages[language].direction == "rtl")
