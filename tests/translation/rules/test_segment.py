"""What a rule sees of a text."""

from __future__ import annotations

import pytest

from guidegen.translation.rules.segment import listed, printed, without_marks, words_of
from tests.translation.rules.segments import CONVENTIONS, segment


def test_a_segment_has_both_texts_and_what_the_language_is_checked_by() -> None:
    one = segment("Youth", "Jeunes")
    assert (one.source, one.target) == ("Youth", "Jeunes")
    assert one.proofreading == CONVENTIONS["fr"].proofreading


def test_marks_leave_room_between_words() -> None:
    assert without_marks("a[@crc, art. 40] b[^note] c [](#youth.standards)").split() == ["a", "b", "c"]


def test_words_are_neither_placeholders_nor_of_another_language() -> None:
    assert words_of("le {number} [hawala]{lang=ar} de[@crc]").split() == ["le", "de"]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("pénal[@crc, art. 40].", "pénal."),
        ("pénal[^note][@crc].", "pénal."),
        ("Voir [@crc, art. 9] et [@untoc].", "Voir 0 et 0."),
        ("le paragraphe [](#youth.standards).", "le paragraphe 0."),
    ],
)
def test_a_note_mark_takes_no_room_and_a_reference_that_of_a_figure(text: str, page: str) -> None:
    assert printed(text) == page


def test_items_are_listed_in_quotation_marks() -> None:
    assert listed(["a", "b"]) == '"a", "b"'
