"""The numbered trees of every guide, made once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from guidegen.build.matrix import GuideName
from guidegen.build.task import Task
from guidegen.document.inlines import Node, Note, NoteMark, Numbered
from guidegen.document.tree import Box, Document
from guidegen.document.walk import children
from guidegen.loading import Loaded
from guidegen.pipeline import localized, numbered
from tests.conftest import LANGUAGES, MEETINGS

Guides = dict[tuple[str, str], Document]


@pytest.fixture(scope="package")
def guides(checkout: Loaded) -> Guides:
    """Every guide of the default issuance, by meeting and language."""
    assert checkout.content is not None
    made: Guides = {}
    for meeting in MEETINGS:
        for language in LANGUAGES:
            task = Task(checkout.project.root, GuideName(meeting, language), (), checkout.content.default_issuance())
            translator, content = localized(checkout, task)
            made[meeting, language] = numbered(checkout.project, content, translator, task)
    return made


def common(document: Document) -> Iterator[Node]:
    """Every node of the common text, in reading order: all but what stands in boxes."""
    for section in document.children:
        yield from _common(section)


def _common(node: Node) -> Iterator[Node]:
    if not isinstance(node, Box):
        yield node
        for child in children(node):
            yield from _common(child)


def outline(document: Document) -> list[tuple[str, str, int | None]]:
    """Kind, id and ordinal of everything numbered in the common text."""
    return [(type(node).__name__, node.id, node.ordinal) for node in common(document) if isinstance(node, Numbered)]


def marks(node: Node) -> list[str]:
    """The ids of the notes called in *node*, in order."""
    called = [node.id] if isinstance(node, Note) else [node.note] if isinstance(node, NoteMark) else []
    return called + [mark for child in children(node) for mark in marks(child)]
