"""Units: what a stamp tells when a file comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.locales.po_file import Entry
from guidegen.translation.exchange.units import Unit, UnitState, digest, stamp, state_of, unit_of
from guidegen.translation.messages import SourceMessage

STATES = st.sampled_from(UnitState)
LEFT = Unit("a", "Text", "Texte", UnitState.REVIEW)
BACK = replace(LEFT, stamp=stamp(LEFT))


@given(st.text(), st.text(), STATES, st.text(), STATES)
def test_a_unit_is_untouched_exactly_when_its_translation_and_state_are_those_of_the_export(
    source: str, target: str, state: UnitState, other: str, other_state: UnitState
) -> None:
    left = Unit("a", source, target, state)
    back = replace(left, stamp=stamp(left), target=other, state=other_state)
    assert back.untouched == ((target, state) == (other, other_state))
    assert back.reworded == (target != other)
    assert back.source_kept
    assert not replace(back, source=source + "!").source_kept


@pytest.mark.parametrize(
    ("target", "state", "settled"),
    [
        ("Texte", UnitState.REVIEW, UnitState.REVIEW),
        ("Texte", UnitState.TRANSLATED, UnitState.TRANSLATED),
        ("Autre texte", UnitState.REVIEW, UnitState.TRANSLATED),
        ("Autre texte", UnitState.UNTRANSLATED, UnitState.TRANSLATED),
        ("Autre texte", UnitState.FINAL, UnitState.FINAL),
    ],
)
def test_a_new_translation_whose_state_was_left_alone_is_a_translation(target: str, state: UnitState, settled: UnitState) -> None:
    assert replace(BACK, target=target, state=state).settled is settled


def test_without_a_stamp_the_state_is_believed() -> None:
    assert LEFT.settled is UnitState.REVIEW
    assert LEFT.source_kept
    assert LEFT.reworded
    assert not LEFT.untouched


def test_a_unit_knows_the_translation_that_it_left_with() -> None:
    assert BACK.left_with("Texte")
    assert not BACK.left_with("Autre texte")
    assert not LEFT.left_with("Texte")


def test_a_digest_is_short_and_the_same_each_time() -> None:
    assert digest("x") == digest("x") != digest("y")
    assert len(digest("x")) == 10


@pytest.mark.parametrize(
    ("entry", "reviewed", "expected"),
    [
        (Entry("a", "Text", "Texte"), True, UnitState.FINAL),
        (Entry("a", "Text", "Texte"), False, UnitState.TRANSLATED),
        (Entry("a", "Text", "Texte", flags=("fuzzy",)), True, UnitState.REVIEW),
        (Entry("a", "Text", " "), True, UnitState.UNTRANSLATED),
    ],
)
def test_a_message_is_final_when_its_catalogue_is_reviewed_and_it_is_not_fuzzy(
    entry: Entry, reviewed: bool, expected: UnitState
) -> None:
    assert state_of(entry, reviewed=reviewed) is expected


def test_the_notes_of_a_unit_say_where_it_stands_what_its_text_was_and_what_translators_remarked() -> None:
    message = SourceMessage("a", "Text", "Youth › Background", ("content/topics/youth.md",), limit=12)
    entry = Entry("a", "Text", "Texte", flags=("fuzzy",), comments=("a remark", ""), previous_id="Old")
    unit = unit_of(entry, message, reviewed=False)
    assert unit.notes == (
        "Youth › Background", "In every guide", "At most 12 characters", "Translated when the text was: Old", "a remark",
    )  # fmt: skip
    assert unit.limit == 12
