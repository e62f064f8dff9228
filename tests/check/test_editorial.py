"""The rules of the Editorial Manual, on both sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.check import editorial
from tests.check.conftest import Rule, Told

Replace = Callable[[str, str, str], None]
PROSE = "content/topics/prevention.md"
RULES = (
    editorial.headings_in_sentence_case,
    editorial.italics_are_no_emphasis,
    editorial.bullets_have_no_stops,
    editorial.wording_is_the_houses,
    editorial.resolutions_in_house_form,
    editorial.resolutions_have_numbers,
    editorial.symbols_are_well_formed,
    editorial.dates_in_house_form,
)
SENTENCE = "leadership, coordination, and plans"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_starter_project_keeps_the_rule(told: Told, rule: Rule, code: str):
    assert told(rule, code) == []


@pytest.mark.parametrize(
    ("heading", "raised"),
    [
        ("Plans and Cities", "Cities"),
        ("How Cities Plan Together", "Cities, Plan"),
        ("Plans and cities", ""),
        ("Crime, Guidelines and cities", ""),
        ("Plans of UNICRI", ""),
        ("Cities", ""),
    ],
)
def test_a_heading_has_no_capitals_of_its_own(told: Told, replace: Replace, heading: str, raised: str):
    replace(PROSE, "## Background", f"## {heading}")
    expected = [f'{PROSE}:8:1: "{heading}" has capitals within: {raised} [heading-case]'] if raised else []
    assert told(editorial.headings_in_sentence_case) == expected


def test_a_language_that_says_nothing_of_sentence_case_is_not_held_to_it(told: Told, replace: Replace):
    replace(PROSE, "## Background", "## Plans and Cities")
    replace("locales/en/conventions.yaml", "sentence_case: true", "sentence_case: false")
    assert told(editorial.headings_in_sentence_case) == []


@pytest.mark.parametrize(
    ("italics", "emphasis"),
    [
        ("*plans*", True),
        ("*rest on evidence*", True),
        ("*Treaty Series*", False),
        ("*hawala*", False),
        ("[*plans*]{lang=fr}", False),
    ],
)
def test_italics_are_for_titles_and_foreign_words(told: Told, replace: Replace, italics: str, emphasis: bool):
    replace(PROSE, "What do cities need", f"What do {italics}, plans that rest on evidence, need")
    assert len(told(editorial.italics_are_no_emphasis)) == emphasis


@pytest.mark.parametrize(
    ("first", "second", "findings"),
    [
        ("Police;", "Courts.", 2),
        ("Police", "Courts.", 1),
        ("Police", "Courts", 0),
        ("What the police of a city can do;", "Courts.", 0),
    ],
)
def test_short_items_end_without_punctuation(told: Told, replace: Replace, first: str, second: str, findings: int):
    replace(PROSE, "Who is responsible for the national plan, and how is its progress measured?", first)
    replace(PROSE, "What do cities need from the national level in order to act?", second)
    assert len(told(editorial.bullets_have_no_stops)) == findings


def test_a_bullet_that_is_typed_is_told(told: Told, replace: Replace):
    replace(PROSE, "plans that rest", "• plans that rest")
    assert told(editorial.bullets_have_no_stops) == [f"{PROSE}:11:1: a bullet typed by hand [bullet-punctuation]"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("30%", "%"), ("30 %", "%"), ("30 percent", "percent"), ("30 per cent", ""), ("Per cent", ""), ("percentage", ""),
        ("co-operation", "co-operation"), ("cooperation", ""), ("member states", "member states"), ("Member States", ""),
        ("a judgment", "judgment"), ("a judgement", ""),
    ],
)  # fmt: skip
def test_words_are_those_of_the_house(told: Told, replace: Replace, words: str, found: str):
    replace(PROSE, SENTENCE, f"{words}, {SENTENCE}")
    lines = told(editorial.wording_is_the_houses)
    assert [line for line in lines if f': "{found}" is written otherwise: ' in line] == lines
    assert bool(lines) is bool(found)


def test_what_is_not_used_stands_in_the_conventions_of_the_language(told: Told, replace: Replace):
    replace("locales/fr/conventions.yaml", "editorial: {", "editorial: {wording: [{find: ville, use: cité, why: so}], ")
    assert all(line.startswith("locales/fr/") for line in told(editorial.wording_is_the_houses, "fr"))
    assert told(editorial.wording_is_the_houses, "fr")
    assert told(editorial.wording_is_the_houses, "en") == []


@pytest.mark.parametrize(
    ("words", "findings"),
    [
        ("GA resolution 63/193", 1), ("ECOSOC Res. 2007/17", 2), ("A/RES/63/193", 1), ("resolution No. 63/193", 1),
        ("resolution 63/193 of the General Assembly", 1), ("General Assembly resolution 63/193", 0),
        ("Economic and Social Council resolution 2007/17", 0), ("its resolutions 415 (V) and 46/152", 0), ("UNGASS", 0),
    ],
)  # fmt: skip
def test_resolutions_are_named_by_organ_and_number(told: Told, replace: Replace, words: str, findings: int):
    replace(PROSE, SENTENCE, f"{words}, {SENTENCE}")
    assert len(told(editorial.resolutions_in_house_form)) == findings


@pytest.mark.parametrize("number", ["63/193", "57/270 B", "S-20/4 C", "415 (V)", "155 C (VII)", "1373 (2001)", "2002/13"])
def test_the_number_of_a_resolution_is_one(told: Told, replace: Replace, number: str):
    replace("content/sources.yaml", "number: 2002/13", f"number: {number}")
    assert told(editorial.resolutions_have_numbers) == []


@pytest.mark.parametrize("number", ["63-193", "A/RES/63/193", "No. 63/193", "415(V)", "63/193B"])
def test_what_is_no_number_of_a_resolution_is_told(told: Told, replace: Replace, number: str):
    replace("content/sources.yaml", "number: 2002/13", f"number: {number}")
    (finding,) = told(editorial.resolutions_have_numbers)
    assert finding.startswith(f'content/sources.yaml:4:11: "{number}" is no number of a resolution')


def test_symbols_are_held_to_their_form_wherever_they_stand(told: Told, replace: Replace):
    replace("content/issuances.yaml", "MODEL/2009/CRP.1", "MODEL 2009/CRP.1")
    replace(PROSE, "numbers: {congress: 3}", "numbers: {congress: 3}\ndocuments: [A/CONF213/4]")
    replace(PROSE, SENTENCE, f"(A/63/add.1) {SENTENCE}")
    found = [line.partition(": ")[2].partition('"')[2].partition('"')[0] for line in told(editorial.symbols_are_well_formed)]
    assert found == ["MODEL 2009/CRP.1", "A/CONF213/4", "A/63/add.1"]


def test_a_date_in_another_form_is_told_with_its_line(told: Told, replace: Replace):
    replace(PROSE, "plans that rest", "plans of February 27th, 2009 that rest")
    assert told(editorial.dates_in_house_form) == [
        f'{PROSE}:11:1: "February 27th, 2009" is not how dates are written in English [date-form]'
    ]
