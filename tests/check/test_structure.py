"""The rules about the shape of the content, on both sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.check import structure
from tests.check.conftest import Rule, Told

Replace = Callable[[str, str, str], None]
PROSE, FOCUS = "content/topics/prevention.md", "content/meetings/capital-city/focus.md"
RULES = (
    structure.headings_have_company,
    structure.sections_are_filled,
    structure.topics_ask,
    structure.questions_end_as_such,
    structure.sources_are_cited,
    structure.institutes_are_named,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_starter_project_keeps_the_rule(told: Told, rule: Rule):
    assert told(rule) == []


def test_a_single_subheading_is_told(told: Told, replace: Replace):
    replace(PROSE, "[^evidence]: On", "{#alone}\n### Alone\n\n{#alone-text}\nWords.\n\n[^evidence]: On")
    assert told(structure.headings_have_company) == [
        f'{PROSE}:15:1: "Alone" is the only heading under "Background" [lone-heading]'
    ]


def test_two_subheadings_are_in_order(told: Told, replace: Replace):
    both = "{#one}\n### One\n\n{#one-text}\nWords.\n\n{#two}\n### Two\n\n{#two-text}\nWords.\n\n[^evidence]: On"
    replace(PROSE, "[^evidence]: On", both)
    assert told(structure.headings_have_company) == []


def test_a_topic_with_one_section_is_told(told: Told, replace: Replace):
    replace(PROSE, "{#background}\n## Background\n\n{#guidelines}", "{#questions-before .questions}\n## Before\n\n{#guidelines}")
    replace(PROSE, "{#questions .questions}\n## Questions for discussion\n\n", "")
    (finding,) = told(structure.headings_have_company)
    assert '"Before" is the only heading under "Crime prevention as public policy"' in finding


def test_a_heading_with_nothing_under_it_is_told(told: Told, replace: Replace):
    replace(PROSE, "{#questions .questions}", "{#nothing}\n## Nothing\n\n{#questions .questions}")
    assert told(structure.sections_are_filled) == [f'{PROSE}:17:1: nothing stands under "Nothing" [empty-section]']


def test_a_topic_without_any_section_is_told(told: Told, write: Callable[[str, str], None]):
    write(PROSE, "---\ntitle: Crime prevention\nnumbers: {congress: 3}\n---\n")
    assert told(structure.sections_are_filled) == [f'{PROSE}:2:8: nothing stands under "Crime prevention" [empty-section]']


def test_a_topic_that_asks_nothing_is_told(told: Told, replace: Replace):
    replace(PROSE, "{#questions .questions}", "{#questions}")
    assert told(structure.topics_ask) == [f'{PROSE}:1: "Crime prevention as public policy" asks no question [no-question]']


def test_a_question_without_its_mark_is_told_with_its_line(told: Told, replace: Replace):
    replace(PROSE, "in order to act?", "in order to act.")
    (finding,) = told(structure.questions_end_as_such)
    assert finding.startswith(f"{PROSE}:25:3: ")
    assert finding.endswith("is no question: it needs …? [question-mark]")


def test_a_question_of_a_box_is_held_to_the_rule_too(told: Told, replace: Replace):
    replace(FOCUS, "for themselves?", "for themselves.")
    assert [line.partition(":")[0] for line in told(structure.questions_end_as_such)] == [FOCUS]


def test_a_citation_behind_the_mark_changes_nothing(told: Told, replace: Replace):
    replace(PROSE, "in order to act?", "in order to act?[@crime-prevention-guidelines]")
    assert told(structure.questions_end_as_such) == []


@pytest.mark.parametrize(
    ("opening", "closing", "words", "right"),
    [
        ("", "؟", "ما هي؟", True),
        ("", "؟", "ما هي?", False),
        ("", "？", "什么？", True),
        ("", "？", "什么?", False),
        ("¿", "?", "¿Qué hacer?", True),
        ("¿", "?", "En la región, ¿qué hacer?", True),
        ("¿", "?", "Qué hacer?", False),
        ("", "?", "Que faire\u00a0?", True),
    ],
)
def test_each_language_asks_in_its_own_way(told: Told, replace: Replace, opening: str, closing: str, words: str, right: bool):
    replace("locales/en/conventions.yaml", 'question: ["", "?"]', f'question: ["{opening}", "{closing}"]')
    replace(PROSE, "What do cities need from the national level in order to act?", words)
    found = [line for line in told(structure.questions_end_as_such) if ":25:" in line]
    assert bool(found) is not right


def test_a_translation_is_held_to_its_own_conventions(told: Told, replace: Replace):
    assert told(structure.questions_end_as_such, "fr") == []
    replace("locales/fr/conventions.yaml", 'question: ["", "?"]', 'question: ["¿", "?"]')
    found = told(structure.questions_end_as_such, "fr")
    assert found
    assert all(line.startswith("locales/fr/LC_MESSAGES/") for line in found)


def test_a_text_without_translation_is_not_held_to_the_conventions_of_the_language(told: Told, replace: Replace):
    replace("locales/fr/LC_MESSAGES/content/topics/prevention.po", 'msgctxt "topics.prevention.q-cities"', 'msgctxt "old"')
    replace("locales/fr/conventions.yaml", 'question: ["", "?"]', 'question: ["¿", "?"]')
    assert not any(PROSE in line for line in told(structure.questions_end_as_such, "fr"))


def test_a_source_that_nothing_cites_is_told(told: Told, replace: Replace):
    more = "other:\n  type: document\n  symbol: A/63/1\n  date: 2008-01-01\ncrime-prevention-resolution:"
    replace("content/sources.yaml", "crime-prevention-resolution:", more)
    assert told(structure.sources_are_cited) == ['content/sources.yaml:2:3: nothing cites the source "other" [unused-source]']


def test_a_resolution_is_cited_by_what_is_annexed_to_it(told: Told, replace: Replace):
    assert told(structure.sources_are_cited) == []
    replace("content/sources.yaml", "  in: crime-prevention-resolution", "  in: crime-prevention-guidelines")
    assert [line for line in told(structure.sources_are_cited) if "crime-prevention-resolution" in line]


def test_an_institute_that_nothing_names_is_told(told: Told, replace: Replace):
    more = "other:\n  name: Other Institute\n  place: Elsewhere\nmodel-institute:"
    replace("content/institutes.yaml", "model-institute:", more)
    replace("content/introduction.md", " list=institutes", "")
    assert told(structure.institutes_are_named) == [
        'content/institutes.yaml:2:3: nothing names the institute "other" [unused-institute]'
    ]


def test_a_list_of_all_institutes_names_them_all(told: Told, replace: Replace):
    replace("content/institutes.yaml", "model-institute:", "other:\n  name: Other\n  place: Elsewhere\nmodel-institute:")
    assert told(structure.institutes_are_named) == []
