"""Paragraph 23 is paragraph 23 in every language and for every meeting."""

from __future__ import annotations

import pytest

from guidegen.document.inlines import Note, Reference
from guidegen.document.tree import Box, Paragraph, Section, Table
from guidegen.document.walk import walk
from tests.agreement.conftest import Guides, common, marks, outline
from tests.conftest import LANGUAGES, MEETINGS

FIRST = MEETINGS[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meeting", MEETINGS)
def test_the_common_text_has_the_same_kinds_ids_and_ordinals(guides: Guides, meeting: str, language: str) -> None:
    assert outline(guides[meeting, language]) == outline(guides[FIRST, LANGUAGES[0]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_paragraphs_and_notes_are_counted_without_a_gap(guides: Guides, language: str) -> None:
    nodes = list(common(guides[FIRST, language]))
    paragraphs = [node.ordinal for node in nodes if isinstance(node, Paragraph)]
    notes = [node.ordinal for node in nodes if isinstance(node, Note)]
    assert paragraphs == list(range(1, len(paragraphs) + 1))
    assert notes == list(range(1, len(notes) + 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meeting", MEETINGS)
def test_the_boxes_of_a_meeting_are_the_same_in_every_language(guides: Guides, meeting: str, language: str) -> None:
    def boxes(code: str) -> list[tuple[str, list[str], list[str]]]:
        found = [node for node in walk(guides[meeting, code]) if isinstance(node, Box)]
        return [(box.id, [note.label for note in box.notes] and [note.id for note in box.notes], marks(box)) for box in found]

    assert boxes(language) == boxes(LANGUAGES[0])


@pytest.mark.parametrize("meeting", MEETINGS)
def test_every_topic_has_its_box(guides: Guides, meeting: str) -> None:
    document = guides[meeting, LANGUAGES[0]]
    given = [node for node in walk(document) if isinstance(node, Section) and node.counting == "given" and node.level == 2]
    assert given
    assert all(isinstance(topic.children[-1], Box) for topic in given)


@pytest.mark.parametrize("language", LANGUAGES)
def test_references_point_at_the_same_numbers(guides: Guides, language: str) -> None:
    def references(code: str) -> list[tuple[str, str]]:
        found = [node for node in common(guides[FIRST, code]) if isinstance(node, Reference)]
        return sorted((node.target, node.number) for node in found)

    assert references(language) == references(LANGUAGES[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_the_same_shape(guides: Guides, language: str) -> None:
    def shapes(code: str) -> list[list[tuple[str, int, str]]]:
        tables = [node for node in common(guides[FIRST, code]) if isinstance(node, Table)]
        return [[(row.kind, cell.span, cell.fill) for row in table.rows for cell in row.cells] for table in tables]

    assert shapes(language) == shapes(LANGUAGES[0])
    assert shapes(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_list_the_same_paragraphs(guides: Guides, language: str) -> None:
    def entries(code: str) -> list[tuple[str, int | None, int | None]]:
        contents = guides[FIRST, code].contents
        assert contents is not None
        return [(entry.target, entry.first, entry.last) for entry in contents.entries]

    assert entries(language) == entries(LANGUAGES[0])
