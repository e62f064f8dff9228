"""Pages of the shipped guides, measured: labels of the language, tables and cover without words that meet."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from guidegen.document.tree import Document, Paragraph, Section, Table
from guidegen.document.walk import walk
from tests.agreement.conftest import Guides
from tests.conftest import LANGUAGES, MEETINGS
from tests.renderers.pdf.boxes_of import boxes, layout_of


def only(document: Document, kind: type) -> Document:
    """The guide with its cover, and of its chapters and contents only the last that has one of *kind*."""
    chapter = [one for one in document.children if any(isinstance(node, kind) for node in walk(one))][-1]
    assert document.contents is not None
    entries = tuple(entry for entry in document.contents.entries if entry.target == chapter.id)
    return replace(document, children=(chapter,), contents=replace(document.contents, entries=entries))


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_words_of_cover_contents_and_checklist_meet(guides: Guides, code: str) -> None:
    found = boxes(layout_of(only(guides[MEETINGS[0], code], Table)))
    pages = range(1, max(box.page for box in found) + 1)
    on = {page: [box for box in found if box.page == page] for page in pages}
    assert [(page, a.words, b.words) for page in pages for a, b in combinations(on[page], 2) if a.overlaps(b)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_sub_paragraphs_bear_the_marks_of_the_language_on_the_page(guides: Guides, code: str) -> None:
    document = guides[MEETINGS[0], code]
    paragraphs = [node for node in walk(document) if isinstance(node, Paragraph) and node.counted and len(node.points) > 2]
    section = Section((), (paragraphs[0],), "none", id="s")
    shown = [box.words.strip() for box in boxes(layout_of(replace(document, children=(section,), contents=None)))]
    counter = document.language.counter(document.language.numbering.points[0])
    assert [label for label in map(counter.label, (1, 2, 3)) if label not in shown] == []


@pytest.mark.parametrize(
    ("code", "label"), [("fr", "a)"), ("es", "a)"), ("ru", "a)"), ("en", "(a)"), ("zh", "(a)"), ("ar", "(أ)")]
)
def test_the_first_sub_paragraph_is_marked_as_in_documents_of_the_united_nations(guides: Guides, code: str, label: str) -> None:
    points = [node.points[0] for node in walk(guides[MEETINGS[0], code]) if isinstance(node, Paragraph) and node.points]
    assert {point.label for point in points if point.label} >= {label}
