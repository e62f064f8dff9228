"""LibreOffice opens every DOCX of the built matrix and shows what the tree says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pypdfium2
import pytest

from guidegen.build.manifest import read_manifest
from guidegen.build.matrix import GuideName
from guidegen.document.inlines import Note, Reference
from guidegen.document.tree import Document, Paragraph, Point, Section
from guidegen.document.walk import plain, walk
from guidegen.loading import Loaded
from tests.acceptance.matrix import BUILD, NAMES, built, tree
from tests.acceptance.office import convert

pytestmark = pytest.mark.acceptance

TARGETS = {"pdf": "pdf", "txt": "txt:Text (encoded):UTF8"}
CLOSE = 0.10
ENOUGH = 24


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders with what LibreOffice made of every DOCX: as PDF, and as text with its own numbers."""
    folders = {kind: tmp_path_factory.mktemp(kind) for kind in TARGETS}
    for kind, target in TARGETS.items():
        convert(built("docx"), target, folders[kind])
    return folders


def opened(folder: Path, name: GuideName, suffix: str) -> Path:
    return folder / Path(name.file(suffix)).name


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_libreoffice_opens_it_with_about_as_many_pages_as_the_pdf(office: dict[str, Path], name: GuideName) -> None:
    with pypdfium2.PdfDocument(opened(office["pdf"], name, "pdf")) as pdf:
        pages = len(pdf)
    expected = read_manifest(BUILD).entries[name.file("pdf")].pages
    assert abs(pages - expected) <= CLOSE * expected


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_libreoffice_shows_the_labels_of_the_tree_in_order(office: dict[str, Path], checkout: Loaded, name: GuideName) -> None:
    lines = opened(office["txt"], name, "txt").read_text(encoding="utf-8-sig").splitlines()
    shown = iter([squeezed(line) for line in lines])
    for identifier, label, words in labelled(tree(checkout, name)):
        sought = squeezed(label) + squeezed(words)[:ENOUGH]
        assert any(line.startswith(sought) for line in shown), f"{identifier}: {label} {words[:40]}"


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_libreoffice_shows_the_numbers_of_references(office: dict[str, Path], checkout: Loaded, name: GuideName) -> None:
    shown = squeezed(opened(office["txt"], name, "txt").read_text(encoding="utf-8-sig"))
    sought = [squeezed(words) for words in referring(tree(checkout, name))]
    assert len(sought) > ENOUGH // 2
    assert [words for words in sought if words not in shown] == []


def referring(document: Document) -> Iterator[str]:
    """The words around each reference, as far as the nearest notes."""
    for section in document.children:
        for node in walk(section):
            line = tuple(getattr(node, "children", ())) if isinstance(node, Paragraph | Point) else ()
            for at, inline in enumerate(line):
                if isinstance(inline, Reference):
                    before = takewhile(lambda one: not isinstance(one, Note), reversed(line[:at]))
                    behind = takewhile(lambda one: not isinstance(one, Note), line[at:])
                    yield plain((*reversed(tuple(before)), *behind))


def labelled(document: Document) -> Iterator[tuple[str, str, str]]:
    """Id, label and first words of everything that bears a label, boxes included."""
    for section in document.children:
        for node in walk(section):
            if isinstance(node, Section | Paragraph | Point) and node.label:
                words = node.title if isinstance(node, Section) else node.children
                yield node.id, node.label, plain(tuple(takewhile(lambda inline: not isinstance(inline, Note), words)))


def squeezed(text: str) -> str:
    """*text* without white space and marks of direction."""
    return "".join(one for one in text if not one.isspace() and unicodedata.category(one) != "Cf")
