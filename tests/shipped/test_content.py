"""The shipped content: whole, within its limits, and speaking as of its day."""

from __future__ import annotations

import datetime
import re

import pytest

from guidegen.check.manuscript import Manuscript
from guidegen.check.rules import CONTENT_RULES, TEXT_RULES
from guidegen.content.prose import BlockText, Prose, SectionText
from guidegen.content.reader import Content
from guidegen.content.texts import replace_texts
from guidegen.loading import Loaded
from guidegen.localize import Translator
from tests.conftest import LANGUAGES, MEETINGS

PROSE_WORDS, BOX_WORDS = range(500, 751), range(60, 111)
QUESTIONS, BOX_QUESTIONS = range(5, 9), 2
TOKENS = re.compile(r"\[@[^\]]+\]|\[\^[^\]]+\]|\[\]\([^)]+\)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@pytest.fixture
def content(checkout: Loaded) -> Content:
    assert checkout.content is not None
    return checkout.content


def topics(content: Content) -> list[Prose]:
    return [*content.topics.values(), *content.workshops.values()]


def words(text: str) -> int:
    return len(re.findall(r"\w[\w’'-]*", TOKENS.sub(" ", text)))


def block_words(block: BlockText) -> int:
    return words(block.text.text) + sum(map(block_words, block.points))


def section_words(section: SectionText) -> int:
    return sum(map(block_words, section.blocks)) + sum(map(section_words, section.sections))


def test_nothing_is_wrong_with_it(checkout: Loaded) -> None:
    assert checkout.findings == ()


def test_no_source_is_later_than_the_day_of_the_guide(content: Content) -> None:
    assert content.congress.as_of == datetime.date(2009, 2, 27)


def test_it_keeps_every_rule(checkout: Loaded, content: Content) -> None:
    manuscript = Manuscript(content, checkout.languages[checkout.source_language])
    assert [str(finding) for rule in (*CONTENT_RULES, *TEXT_RULES) for finding in rule(manuscript)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_translations_keep_the_rules_of_their_languages(checkout: Loaded, content: Content, code: str) -> None:
    translator = Translator(checkout.project, checkout.languages[code], checkout.languages[checkout.source_language])
    manuscript = Manuscript(replace_texts(content, translator.text), checkout.languages[code])
    assert [str(finding) for rule in TEXT_RULES for finding in rule(manuscript)] == []


def test_there_are_eight_items_five_workshops_and_five_meetings(content: Content) -> None:
    assert sorted(topic.facts.numbers.congress for topic in content.topics.values()) == list(range(3, 11))
    assert len(content.topics) == 8
    assert len(content.workshops) == 5
    assert len(content.meetings) == 5


def test_each_topic_keeps_to_its_length_and_asks_five_to_eight_questions(content: Content) -> None:
    for topic in topics(content):
        length = sum(section_words(section) for section in topic.sections if section.role != "questions")
        assert length in PROSE_WORDS, f"{topic.id}: {length} words"
        assert len(topic.questions) in QUESTIONS, topic.id
        assert all(question.text.text.endswith("?") and "q-" in question.id for question in topic.questions), topic.id


def test_no_subheading_stands_alone(content: Content) -> None:
    for prose in content.prose():
        assert len(prose.sections) != 1, prose.id
        assert all(len(section.sections) != 1 for section in prose.sections), prose.id


@pytest.mark.parametrize("meeting", MEETINGS)
def test_each_meeting_has_a_box_for_each_topic(content: Content, meeting: str) -> None:
    focus = content.meetings[meeting].focus
    assert list(focus) == [*content.outline.topics, *content.outline.workshops]
    for name, box in focus.items():
        (paragraph,) = box.blocks
        length = words(paragraph.text.text)
        assert length in BOX_WORDS, f"{name}: {length} words"
        assert len(paragraph.points) == BOX_QUESTIONS, name


def test_the_meeting_of_the_least_developed_countries_is_pending(content: Content) -> None:
    facts = content.meetings["least-developed-countries"].facts
    assert facts.place == "pending"
    assert facts.dates == "pending"


def test_the_symbol_of_the_issued_document_stands_on_drafts_only(content: Content) -> None:
    reserved = [issuance for issuance in content.issuances.values() if issuance.symbol == "A/CONF.213/PM.1"]
    assert reserved
    assert all(issuance.reserved and issuance.status == "draft" for issuance in reserved)


def test_every_cited_source_is_cited_and_every_topic_cites_two_to_six(content: Content) -> None:
    cited: set[str] = set()
    for topic in topics(content):
        own = set(re.findall(r"\[@([\w-]+)", repr(topic.sections)))
        assert 2 <= len(own) <= 6, f"{topic.id}: {len(own)} sources"
        cited |= own
    others = repr((content.introduction.sections, content.annexes, [meeting.focus for meeting in content.meetings.values()]))
    cited |= set(re.findall(r"\[@([\w-]+)", others))
    within = {source.within for source in content.sources.values() if source.type == "annex"}
    assert content.sources.keys() == cited | within
