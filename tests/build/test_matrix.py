"""The names of guides, and which files go into which guide."""

from __future__ import annotations

import pytest

from guidegen.build.matrix import GuideName, owner_of
from guidegen.errors import Source

GUIDE = GuideName("east", "xx")


def test_a_guides_file_is_named_by_meeting_and_language():
    assert GUIDE.file("akn.xml") == "east/discussion-guide-east-xx.akn.xml"


def test_guides_are_sorted_by_meeting_then_language():
    names = [GuideName("b", "a"), GuideName("a", "b"), GuideName("a", "a")]
    assert sorted(names) == [GuideName("a", "a"), GuideName("a", "b"), GuideName("b", "a")]


@pytest.mark.parametrize(
    "path",
    [
        "content/congress.yaml",
        "content/topics/youth.md",
        "content/meetings/east/meeting.yaml",
        "content/meetings/east/focus.md",
        "templates/meetings/east/guide.xml.j2",
        "templates/guide/cover.xml.j2",
        "templates/skin.yaml",
        "locales/xx/conventions.yaml",
        "locales/xx/LC_MESSAGES/content/topics/youth.po",
        "locales/xx/LC_MESSAGES/content/meetings/east/focus.po",
        "locales/en/conventions.yaml",
        "locales/glossary.csv",
        "",
    ],
)
def test_a_guide_depends_on_common_files_its_meetings_its_languages_and_the_source_languages(path: str):
    assert GUIDE.depends_on(Source(path, 3), "en")


@pytest.mark.parametrize(
    "path",
    [
        "content/meetings/west/meeting.yaml",
        "templates/meetings/west/guide.xml.j2",
        "locales/yy/conventions.yaml",
        "locales/yy/LC_MESSAGES/guide.po",
        "locales/yy/LC_MESSAGES/content/meetings/east/focus.po",
        "locales/xx/LC_MESSAGES/content/meetings/west/focus.po",
    ],
)
def test_a_guide_does_not_depend_on_other_meetings_and_languages(path: str):
    assert not GUIDE.depends_on(Source(path, 3), "en")


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("content/meetings/east/meeting.yaml", {"meeting": "east"}),
        ("locales/xx/LC_MESSAGES/guide.po", {"language": "xx"}),
        ("locales/xx/LC_MESSAGES/content/meetings/east/focus.po", {"language": "xx", "meeting": "east"}),
        ("locales/pot/guide.pot", {}),
        ("content/meetings.yaml", {}),
        ("meetings/east/x/y", {}),
    ],
)
def test_a_file_belongs_to_a_meeting_a_language_both_or_all_guides(path: str, owner: dict[str, str]):
    assert owner_of(path) == owner
