"""The labels that a reader sees in HTML and PDF are those of the tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import takewhile

import pypdfium2
import pytest
from lxml import html

from guidegen.document.inlines import Note, Numbered
from guidegen.document.tree import Document, Paragraph, Point, Section
from guidegen.document.walk import plain, walk
from guidegen.errors import Source
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf import lay_out
from tests.agreement.conftest import Guides
from tests.conftest import CHECKOUT, LANGUAGES, MEETINGS

MEETING = MEETINGS[0]
ENOUGH = 12
LONGEST_LINE = 100
STRAY = "\u01b1\u01b0\u01b2"  # what PDFium makes of some stacked Arabic vowel signs


@pytest.fixture(scope="module", params=LANGUAGES)
def guide(request: pytest.FixtureRequest, guides: Guides) -> tuple[Document, str]:
    """A guide in each language, and its page."""
    document = guides[MEETING, request.param]
    return document, render_html(document, CHECKOUT)


def labelled(document: Document) -> Iterator[tuple[str, str, str]]:
    """Id, label and first words of everything that bears a label."""
    for section in document.children:
        for node in walk(section):
            if isinstance(node, Section | Paragraph | Point) and node.label:
                words = node.title if isinstance(node, Section) else node.children
                yield node.id, node.label, plain(tuple(takewhile(lambda inline: not isinstance(inline, Note), words)))


def squeezed(text: str) -> str:
    """*text* without white space, vowel signs and marks of direction: what extractors agree on."""
    letters = (one for one in unicodedata.normalize("NFC", text) if not one.isspace())
    return "".join(one for one in letters if unicodedata.category(one) not in {"Mn", "Cf", "Cn", "Co"} and one not in STRAY)


def test_html_shows_the_labels_of_the_tree(guide: tuple[Document, str]) -> None:
    document, page = guide
    labels = (element for element in html.fromstring(page).iter("span") if element.get("class") == "label")
    shown = {element.getparent(): (element.text or "").removesuffix(" ") for element in labels}
    by_id = {(parent.get("id") or parent.getparent().get("id")): label for parent, label in shown.items() if parent.tag != "a"}
    expected = {identifier: label for identifier, label, _ in labelled(document)}
    assert by_id == expected


def test_pdf_shows_the_labels_of_the_tree_in_order(guide: tuple[Document, str]) -> None:
    document, page = guide
    with pypdfium2.PdfDocument(lay_out(page, Source("test")).write()) as pdf:
        pages = [squeezed(sheet.get_textpage().get_text_range()) for sheet in pdf]
    text = "".join(pages)
    start = text.index(squeezed(next(labelled(document))[2]), len(pages[0]))
    turned = document.language.direction == "rtl"
    for identifier, label, words in labelled(document):
        sought = sought_in(squeezed(label), squeezed(words)[:ENOUGH], turned=turned)
        found = re.compile(sought).search(text, max(0, start - 200))
        assert found, f"{identifier}: {label} {words[:40]}"
        start = found.start()


def sought_in(label: str, words: str, *, turned: bool) -> str:
    """The pattern of a label before its words.

    Extractors give the signs of a right-to-left label in either order, and the whole label before or behind its line.
    """
    if not turned:
        return re.escape(label) + re.escape(words)
    signs = "[" + re.escape(label) + "]" + "{" + str(len(label)) + "}"
    first = re.escape(words[:4])
    return f"{signs}.{{0,2}}{first}|{first}.{{0,{LONGEST_LINE}}}?{signs}"


def test_every_numbered_thing_can_be_linked_to(guide: tuple[Document, str]) -> None:
    document, page = guide
    ids = {element.get("id") for element in html.fromstring(page).iter() if element.get("id")}
    named = {node.id for section in document.children for node in walk(section) if isinstance(node, Numbered)}
    assert named <= ids
