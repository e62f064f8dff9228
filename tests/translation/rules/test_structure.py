"""Rules about placeholders, Markdown, marks, italics and length."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guidegen.translation.rules import structure
from guidegen.translation.rules.segment import Segment
from tests.translation.rules.segments import Rule, found, segment

SIDES = [
    (structure.placeholder_names, "Annex {number}", "Annexe {number}", "Annexe {numéro}"),
    (structure.placeholder_names, "{place}, {dates}", "{dates}, {place}", "{place}"),
    (structure.markdown, "The *Report*", "Le *Rapport*", "Le **Rapport**"),
    (structure.marks, "law[@crc, art. 40]", "droit[@crc, art. 40]", "droit[@crc, art. 41]"),
    (structure.marks, "see [](#youth.a)", "voir [](#youth.a)", "voir"),
    (structure.note_order, "a[@crc] b[^one]", "a[@crc] b[^one]", "b[^one] a[@crc]"),
    (structure.italics, "*Treaty Series*", "*Recueil des Traités*", "Recueil des Traités"),
    (structure.italics, "Series", "Recueil", "*Recueil*"),
    (structure.italics, "*Series*, 1", "*Recueil*, 1", "*Recueil, 1"),
    (structure.italics, "Series", "Recueil", "Recueil*"),
]


@pytest.mark.parametrize(("rule", "source", "right", "wrong"), SIDES)
def test_a_rule_passes_what_is_right_and_finds_what_is_wrong(rule: Rule, source: str, right: str, wrong: str) -> None:
    assert found(rule, source, right) == []
    assert len(found(rule, source, wrong)) == 1


def test_a_language_without_italics_has_none() -> None:
    assert found(structure.italics, "*Treaty Series*", "《条约汇编》", "zh") == []
    assert found(structure.italics, "*Treaty Series*", "*条约汇编*", "zh") == ["passages in italics: 1, and there should be 0"]


@pytest.mark.parametrize(("target", "sentences"), [("Projet", 0), ("Projet[@crc]", 0), ("Projets", 1)])
def test_a_text_is_as_long_as_its_place_allows_and_note_marks_do_not_count(target: str, sentences: int) -> None:
    one = segment("Draft", target)
    limited = Segment(replace(one.message, flags=("md-text", "max-length:6")), one.languages)
    assert len(list(structure.length(limited))) == sentences


def test_the_placeholders_that_should_stand_are_named() -> None:
    assert found(structure.placeholder_names, "{b} {a}", "{a}") == [
        "the placeholders differ from those of the source text ({a}, {b})"
    ]
