"""The frame of a rendering: names and numbers of bookmarks, lists that begin anew."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from guidegen.document.language import Language
from guidegen.renderers.docx.frame import FIRST_RESTART, LONGEST_BOOKMARK, bookmark_name
from tests.builders import box, para, plain_para, point
from tests.renderers.docx.parts import SKIN, frame_of, framed
from tests.renderers.samples import everything

PART = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)
IDS = st.lists(PART, min_size=1, max_size=4).map(".".join)


@given(IDS)
@settings(max_examples=20)
def test_a_bookmarks_name_is_one_that_word_takes(identifier: str):
    """A letter, then letters, digits and underscores, forty at most."""
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", bookmark_name(identifier))


@given(st.sets(IDS, min_size=2, max_size=4))
@settings(max_examples=20)
def test_different_ids_have_different_bookmarks(identifiers: set[str]):
    assert len({bookmark_name(one).lower() for one in identifiers}) == len(identifiers)


def test_a_point_and_a_hyphen_are_told_apart():
    assert bookmark_name("urban-crime.x") != bookmark_name("urban.crime-x")


def test_long_ids_that_begin_alike_are_told_apart():
    one, other = (bookmark_name("workshop." + "very-" * 10 + end) for end in ("a", "b"))
    assert one != other
    assert len(one) == len(other) == LONGEST_BOOKMARK


def test_everything_that_can_be_referred_to_has_a_number_of_its_own(english: Language):
    numbers = framed(everything(english)).bookmarks
    assert {"chapter", "chapter.p", "chapter.a-inner", "item.under", "annex"} <= numbers.keys()
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))


def test_bookmarks_of_a_guide_have_different_names(english: Language):
    bookmarks = framed(everything(english)).bookmarks
    assert len(set(map(bookmark_name, bookmarks))) == len(bookmarks)


def test_headings_under_a_given_number_count_anew(english: Language):
    assert "item" in framed(everything(english)).lists
    assert "chapter" not in framed(everything(english)).lists


def test_a_given_number_without_headings_below_needs_no_list(english: Language):
    assert "annex" not in framed(everything(english)).lists


def test_the_points_of_each_paragraph_of_a_box_count_anew(english: Language):
    made = frame_of(english, box("b", plain_para("b.p", "x", points=(point("b.a", "y"),)), plain_para("b.q", "z")))
    assert list(made.lists) == ["b.p"]


def test_the_points_of_the_text_do_not_need_a_list_of_their_own(english: Language):
    assert frame_of(english, para("p", "x", points=(point("a", "y"),))).lists == {}


def test_lists_that_begin_anew_are_numbered_behind_the_two_of_the_text(english: Language):
    numbers = list(framed(everything(english)).lists.values())
    assert numbers == list(range(FIRST_RESTART, FIRST_RESTART + len(numbers)))


def test_the_text_is_as_wide_as_the_page_without_its_margins(english: Language):
    assert framed(everything(english)).text_width() == SKIN.page.width - 2 * SKIN.page.side


def test_a_frame_knows_its_language_and_direction(english: Language, arabic: Language):
    assert (frame_of(english).language, frame_of(english).right_to_left) == (english, False)
    assert (frame_of(arabic).language, frame_of(arabic).right_to_left) == (arabic, True)
