"""What the rules about texts read."""

from __future__ import annotations

from collections.abc import Callable

from guidegen.check.manuscript import Manuscript, emphasized, topics, vocabulary, words_alone
from guidegen.content.text import Text
from guidegen.errors import Source

Read = Callable[..., Manuscript]
Replace = Callable[[str, str, str], None]
PROSE = "content/topics/prevention.md"


def text(words: str) -> Text:
    return Text("c", words, Source("f"))


def test_the_words_of_a_text_are_those_of_its_own_language():
    marked = "The [loi]{lang=fr} of 1955[@crc, art. 3],[^note] see [](#a.b)."
    assert words_alone(text(marked)) == "The  of 1955, see ."


def test_the_vocabulary_has_what_is_common_and_what_always_has_a_capital(read: Read):
    common, names = vocabulary(read())
    assert {"government", "plans", "cities"} <= common
    assert "Crime" in names
    assert "Who" not in names


def test_headings_and_italics_are_no_part_of_the_vocabulary(read: Read, replace: Replace):
    replace(PROSE, "plans that rest", "*zappa* plans that rest")
    replace(PROSE, "## Background", "## Background zippo")
    common, _ = vocabulary(read())
    assert not {"zappa", "zippo"} & common


def test_italics_are_found_and_words_of_another_language_are_not_emphasis():
    assert list(emphasized(text("a *b c* d _e_ [*f*]{lang=fr}"))) == ["b c", "e"]


def test_headings_are_those_of_outline_prose_and_boxes(read: Read):
    words = [heading.text for heading in read().headings()]
    assert {"Topics of the Congress", "Crime prevention as public policy", "Background", "A plan for the capital"} <= set(words)


def test_questions_are_those_of_topics_and_boxes_and_checklists(read: Read, write: Callable[[str, str], None]):
    columns = 'columns: {question: Q, "yes": Y, partly: P, "no": N, remarks: R}'
    checklist = f"title: A list\nintroduction: {{a: Words.}}\n{columns}\ngroups: {{prevention: {{q: 'Is there one?'}}}}\n"
    write("content/annexes/list.yaml", checklist)
    asked = [question.text for question in read().questions()]
    assert len(asked) == 4
    assert asked[-1] == "Is there one?"


def test_lists_are_found_at_every_depth(read: Read, replace: Replace):
    replace(PROSE, "- {#q-cities}", "  - {#q-inner}\n    Inner?\n- {#q-cities}")
    assert sorted(len(points) for points in read().lists()) == [1, 1, 2]


def test_topics_are_items_and_workshops(read: Read):
    assert [topic.id for topic in topics(read().content)] == ["prevention"]


def test_a_text_that_fell_back_to_the_source_language_is_not_read(read: Read, replace: Replace):
    before = len(list(read("fr").texts()))
    replace("locales/fr/LC_MESSAGES/content/topics/prevention.po", 'msgctxt "topics.prevention.q-cities"', 'msgctxt "old"')
    assert len(list(read("fr").texts())) == before - 1
