"""XLIFF that comes back: what tools make of it, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.errors import GuidegenError, Source
from guidegen.translation.exchange.units import Unit, UnitFile, UnitState, stamp
from guidegen.translation.exchange.xliff import xliff
from guidegen.translation.exchange.xliff_reader import read_xliff

HEAD = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
FILE = '<file original="guide.po" source-language="en" target-language="fr" datatype="plaintext"><body>'
LETTERS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff\u2028\u2029\ufeff"))
TEXTS = st.lists(st.one_of(LETTERS, st.sampled_from(["[@crc, art. 40]", "[^n]", "{date}", "[](#a.b)", "*", "\n"]))).map("".join)


def units(body: str) -> list[Unit]:
    [file] = read_xliff("a.xlf", f"{HEAD}\n{FILE}\n{body}\n</body></file></xliff>".encode())
    return list(file.units)


def unit(target: str, attributes: str = "") -> Unit:
    [one] = units(f'<trans-unit id="a" {attributes}><source>Text</source>{target}</trans-unit>')
    return one


@given(TEXTS, TEXTS, st.sampled_from(UnitState))
def test_what_was_written_is_read(source: str, target: str, state: UnitState) -> None:
    state = state if target.strip() else UnitState.UNTRANSLATED
    left = Unit("a.b", source, target, state)
    file = UnitFile("Congress", "content/topics/youth", "en", "fr", (left,))
    [read] = read_xliff("a.xlf", xliff(file))
    [back] = read.units
    assert replace(back, place=left.place) == replace(left, stamp=stamp(left))
    assert back.untouched
    assert replace(read, units=(), place=file.place) == replace(file, units=())


@pytest.mark.parametrize(
    ("target", "attributes", "state"),
    [
        ("", "", UnitState.UNTRANSLATED),
        ("<target/>", "", UnitState.UNTRANSLATED),
        ('<target state="final"> </target>', "", UnitState.UNTRANSLATED),
        ("<target>Texte</target>", "", UnitState.TRANSLATED),
        ("<target>Texte</target>", 'approved="yes"', UnitState.FINAL),
        ("<target>Texte</target>", 'approved="no"', UnitState.TRANSLATED),
        ('<target state="new">Texte</target>', "", UnitState.UNTRANSLATED),
        ('<target state="needs-translation">Texte</target>', "", UnitState.UNTRANSLATED),
        ('<target state="needs-l10n">Texte</target>', "", UnitState.REVIEW),
        ('<target state="needs-review-translation">Texte</target>', 'approved="yes"', UnitState.REVIEW),
        ('<target state="signed-off">Texte</target>', "", UnitState.FINAL),
        ('<target state="final">Texte</target>', "", UnitState.FINAL),
        ('<target state="x-own">Texte</target>', "", UnitState.TRANSLATED),
    ],
)
def test_the_states_of_tools_are_understood(target: str, attributes: str, state: UnitState) -> None:
    assert unit(target, attributes).state is state


def test_segments_marks_and_inline_elements_are_text() -> None:
    first, second = (
        '<mrk mtype="seg" mid="0">Un <g id="1">mot</g>.</mrk>',
        '<mrk mtype="seg" mid="1">Deux<ph id="2">[^n]</ph></mrk>',
    )
    assert unit(f"<seg-source>Text</seg-source><target>{first} {second}</target>").target == "Un mot. Deux[^n]"


def test_units_in_groups_are_found_and_alternatives_are_no_translations() -> None:
    alternative = "<alt-trans><target>Autre</target></alt-trans>"
    [one] = units(f'<group><trans-unit id="a"><source>Text</source>{alternative}</trans-unit></group>')
    assert one.target == ""


def test_a_unit_knows_its_line() -> None:
    body = '<trans-unit id="a"><source>A</source></trans-unit>\n<trans-unit id="b"><source>B</source></trans-unit>'
    assert [one.place for one in units(body)] == [Source("a.xlf", 3), Source("a.xlf", 4)]


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ('<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', "exchange-format", "XLIFF 2.0"),
        ('<tmx version="1.4"/>', "exchange-format", "another kind of XML"),
        (f"{HEAD}</xliff>", "exchange-format", "no catalogue"),
        (f"{HEAD}{FILE}", "exchange-syntax", "not well-formed"),
        (f'<!DOCTYPE xliff [<!ENTITY a "b">]>{HEAD}{FILE}</body></file></xliff>', "exchange-entities", "document type"),
        ("", "exchange-syntax", "not well-formed"),
    ],
)
def test_what_is_no_xliff_is_told(text: str, rule: str, words: str) -> None:
    with pytest.raises(GuidegenError) as error:
        read_xliff("a.xlf", text.encode())
    [finding] = error.value.findings
    assert (finding.source.path, finding.rule) == ("a.xlf", rule)
    assert finding.source.line > 0
    assert words in finding.message
