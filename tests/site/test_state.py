"""What has changed between two states: words, not numbers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guidegen.build.matrix import GuideName
from guidegen.document.language import Language
from guidegen.errors import GuidegenError
from guidegen.passes import run_passes
from guidegen.site.state import Change, Mark, changes, marks, read_state, state
from tests.builders import box, document, line, note, para, plain_para, point, ref, section

NORTH, SOUTH = GuideName("north", "xx"), GuideName("south", "xx")
A, B = Mark("1.", "a"), Mark("2.", "b")


def made(language: Language, *blocks: object) -> dict[str, Mark]:
    return marks(run_passes(document(language, section("one", *blocks))))  # type: ignore[arg-type]


def test_headings_paragraphs_and_boxes_have_marks_in_reading_order(english: Language) -> None:
    found = made(english, para("p", "Words."), box("b", plain_para("q", "More.")))
    assert [*found] == ["one", "p", "b", "q"]
    assert (found["p"].label, found["p"].opening) == ("1.", "Words.")


def test_a_paragraph_that_moves_keeps_its_digest(english: Language) -> None:
    before = made(english, para("p", "Words.", note("n", "A note.")), para("q", "See ", ref("p"), "."))
    after = made(
        english,
        para("new", "First.", note("m", "Another.")),
        para("p", "Words.", note("n", "A note.")),
        para("q", "See ", ref("p"), "."),
    )
    assert before["p"].label != after["p"].label
    assert [before[key].digest for key in ("p", "q")] == [after[key].digest for key in ("p", "q")]


@pytest.mark.parametrize(
    "other",
    [
        para("p", "Other words.", note("n", "A note."), points=(point("o", "A point."),)),
        para("p", "Words.", note("n", "Another note."), points=(point("o", "A point."),)),
        para("p", "Words.", note("n", "A note."), points=(point("o", "Another point."),)),
    ],
)
def test_other_words_notes_or_points_are_another_digest(english: Language, other: object) -> None:
    one = para("p", "Words.", note("n", "A note."), points=(point("o", "A point."),))
    assert made(english, one)["p"].digest != made(english, other)["p"].digest


def test_a_heading_does_not_change_with_what_stands_under_it(english: Language) -> None:
    before, after = made(english, para("p", "Words.")), made(english, para("p", "Others."))
    assert before["one"].digest == after["one"].digest
    titled = marks(run_passes(document(english, section("one", para("p", "Words."), title=line("Another")))))
    assert titled["one"].digest != before["one"].digest


def test_a_state_is_read_as_it_was_written(tmp_path: Path) -> None:
    guides = {NORTH: {"p": A}, SOUTH: {"p": A, "q": B}}
    (tmp_path / "state.json").write_bytes(state(guides))
    assert read_state(tmp_path) == read_state(tmp_path / "state.json") == guides


NO_STATES = [
    "", "[]", "{}", "[" * 200_000, '{"version": 9, "guides": {}}', '{"version": 1, "guides": {"x": {}}}',
    '{"version": 1, "guides": {"a/b": {"k": [[1], {}]}}}', '{"version": 1, "guides": {"a/b": {"k": ["\\ud800", ""]}}}',
]  # fmt: skip


@pytest.mark.parametrize("text", NO_STATES, ids=range(len(NO_STATES)))
def test_what_is_no_state_is_a_finding(tmp_path: Path, text: str) -> None:
    place = tmp_path / "state.json"
    place.write_text(text, encoding="utf-8")
    with pytest.raises(GuidegenError, match="no published state") as caught:
        read_state(place)
    assert caught.value.findings[0].source.path == str(place)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "state.json")
    with pytest.raises(GuidegenError, match="no published state"):
        read_state(tmp_path)


def test_a_folder_without_a_state_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(GuidegenError, match="no published state"):
        read_state(tmp_path)


def test_nothing_differs_from_itself() -> None:
    assert changes({NORTH: {"p": A}}, {NORTH: {"p": Mark("7.", "a")}}) == ()


def test_a_change_in_several_meetings_stands_once() -> None:
    found = changes({NORTH: {"p": A}, SOUTH: {"p": A}}, {NORTH: {"p": B}, SOUTH: {"p": B}})
    assert found == (Change("xx", "p", "changed", ("north", "south"), B),)


def test_what_is_added_and_what_is_removed_is_told() -> None:
    added, removed = changes({NORTH: {"p": A}}, {NORTH: {"q": B}})
    assert (added.id, added.kind, added.mark) == ("q", "added", B)
    assert (removed.id, removed.kind, removed.mark) == ("p", "removed", A)


def test_a_new_guide_is_one_change_and_so_is_one_that_is_gone() -> None:
    new, gone = changes({SOUTH: {"p": A}}, {NORTH: {"p": A}})
    assert (new.id, new.kind, new.meetings) == ("", "added", ("north",))
    assert (gone.id, gone.kind, gone.meetings) == ("", "removed", ("south",))
