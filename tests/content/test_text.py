from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.content.text import Text, context_of, one_line
from guidegen.errors import Source
from guidegen.resources.yaml_reader import LocatedText

HERE = Source("content/topics/youth.md", 3)


@pytest.mark.parametrize(
    ("text", "translatable"), [("Youth", True), ("155 C (VII)", True), ("中文", True), ("40/33", False), ("", False)]
)
def test_a_text_with_a_letter_is_a_message(text: str, translatable: bool) -> None:
    assert Text("c", text, HERE).translatable is translatable


def test_a_text_prints_in_a_template_as_markup() -> None:
    assert Text("c", "a *b* < c", HERE).__html__() == "a <em>b</em> &lt; c"


def test_an_empty_text_is_false() -> None:
    assert Text("c", "a", HERE)
    assert not Text("c", "", HERE)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\n  b\n\nc", "a b c"), ("  a  ", "a"), ("a\u00a0 b\u00a0", "a\u00a0 b\u00a0"), ("\u202fa", "\u202fa"), ("", "")],
)
def test_a_line_has_single_spaces_and_keeps_its_no_break_spaces(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text())
def test_a_line_stays_as_it_is(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    ("file", "path", "context"),
    [
        ("content/sources.yaml", ("crc", "title"), "sources.crc.title"),
        ("content/annexes/checklist.yaml", ("groups", "youth", "q"), "annexes.checklist.groups.youth.q"),
        ("content/outline.yaml", ("chapters", 0, "title"), "outline.chapters.0.title"),
        ("content/meetings/africa/meeting.yaml", ("place",), "meetings.africa.meeting.place"),
    ],
)
def test_the_context_of_a_yaml_text_is_its_file_and_its_keys(file: str, path: tuple[str | int, ...], context: str) -> None:
    assert context_of(LocatedText.at("words", Source(file, 1), path)) == context
