"""Elements of the page and the messages that stand in them."""

from __future__ import annotations

import re

import pytest
from lxml import html

from guidegen.build.matrix import GuideName
from guidegen.preview.elements import Element
from guidegen.preview.guide import Original, read_original
from guidegen.preview.live import LiveGuide
from tests.conftest import CHECKOUT, MEETINGS


@pytest.fixture
def found(live: LiveGuide) -> dict[str, Element]:
    """The elements of the starter project's guide by their first context."""
    assert live.view.original
    return {element.contexts[0]: element for element in live.view.original.elements}


def test_a_paragraph_and_a_point_are_found_by_their_ids(found: dict[str, Element]) -> None:
    assert found["topics.prevention.guidelines"].selector == "[id='prevention.guidelines']"
    assert found["topics.prevention.q-plan"].selector == "[id='prevention.q-plan']"


def test_a_section_and_a_box_are_chosen_at_their_headings(found: dict[str, Element]) -> None:
    assert found["topics.prevention.background"].selector == "[id='prevention.background'] > :first-child"
    assert found["meetings.capital-city.focus.prevention"].selector == "[id='focus.prevention-title']"


def test_a_line_of_the_cover_is_found_by_its_name(found: dict[str, Element]) -> None:
    assert found["congress.guide_title"].selector == "header :is([class='title'], [class$=' title'])"


def test_a_note_with_words_has_its_own_message(found: dict[str, Element]) -> None:
    assert found["topics.prevention.guidelines.note-evidence"].selector == "[id='prevention.note-evidence']"


@pytest.fixture(scope="module")
def shipped() -> Original:
    return read_original(CHECKOUT, GuideName(MEETINGS[0], "ar"))


def test_every_element_is_on_the_page_of_the_shipped_guide(shipped: Original) -> None:
    ids = {str(element.get("id")) for element in html.document_fromstring(shipped.html).iter() if element.get("id")}
    named = {match[1] for element in shipped.elements if (match := re.match(r"\[id='([^']+)'\]", element.selector))}
    assert len(named) > 400
    assert named <= ids


def test_every_text_of_the_prose_is_on_the_page_of_the_shipped_guide(shipped: Original) -> None:
    shown = {context for element in shipped.elements for context in element.contexts}
    prose = {context for context, text in shipped.messages.items() if text.source.path.endswith(".md")}
    assert prose - shown <= {"introduction.title"}


def test_the_cells_of_a_table_are_counted_in_reading_order_and_those_to_fill_in_are_none_of_them(shipped: Original) -> None:
    cells = [element for element in shipped.elements if element.selector.endswith(":is(th, td)")]
    page = html.document_fromstring(shipped.html)
    identifier = cells[0].selector.partition("'")[2].partition("'")[0]
    printed = [" ".join(cell.text_content().split()) for cell in page.get_element_by_id(identifier).iter("th", "td")]
    for cell in cells:
        assert shipped.messages[cell.contexts[0]].text == printed[cell.index]


def test_a_note_has_the_messages_of_the_sources_that_it_cites_and_none_of_its_paragraph(shipped: Original) -> None:
    (note,) = [element for element in shipped.elements if element.selector == "[id='topics.youth.standards.crc']"]
    assert note.contexts
    assert all(context.startswith("sources.crc.") for context in note.contexts)
