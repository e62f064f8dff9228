"""Which messages stand in which element of the HTML page: the tree knows the ids of the page and the places of the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from guidegen.content.texts import texts
from guidegen.document.inlines import Citation, Node, Note
from guidegen.document.tree import Box, Cover, Document, Paragraph, Point, Section, Table
from guidegen.document.walk import walk
from guidegen.errors import Source
from guidegen.localize import GuideContent


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the page, the one with the number *index* among those that *selector* (CSS) finds, and its messages."""

    selector: str
    index: int
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The contexts of the content's texts: by their place, notes by themselves, and of each source that is cited."""

    at: Mapping[Source, str]
    notes: Mapping[Source, str]
    cited: Mapping[str, tuple[str, ...]]


def elements(document: Document, content: GuideContent) -> tuple[Element, ...]:
    """Return the elements of the page of *document* that show texts of *content*, both in the source language, in reading order.

    Ids are equal in all languages, and so the elements are.
    """
    translatable = [text for text in texts(content) if text.translatable]
    at = {text.source: text.context for text in translatable}
    notes = {note.text.source: note.text.context for text in translatable for note in text.notes}
    cited = {name: tuple(text.context for text in texts(source) if text.translatable) for name, source in content.sources.items()}
    words = _Words(at, notes, cited)
    nodes = chain.from_iterable(walk(section) for section in document.children)
    found = chain(_cover(document.cover, words), chain.from_iterable(_of(node, words) for node in nodes))
    return tuple(element for element in found if element.contexts)


def _cover(cover: Cover, words: _Words) -> Iterator[Element]:
    """Yield the lines of the cover: the last class of each is its name."""
    seen: dict[str, int] = {}
    for line in cover.fields:
        index = seen.get(line.name, 0)
        seen[line.name] = index + 1
        yield Element(f"header :is([class='{line.name}'], [class$=' {line.name}'])", index, _own(line, words))


def _of(node: Node, words: _Words) -> Iterator[Element]:
    """Yield the elements of *node* itself: of a section or a box its heading, of a table its cells."""
    if isinstance(node, Section):
        yield Element(f"[id='{node.id}'] > :first-child", 0, _own(node, words))
    elif isinstance(node, Box):
        yield Element(f"[id='{node.id}-title']", 0, _own(node, words))
    elif isinstance(node, Paragraph | Point):
        yield Element(f"[id='{node.id}']", 0, _own(node, words))
    elif isinstance(node, Note):
        yield Element(f"[id='{node.id}']", 0, _note(node, words))
    elif isinstance(node, Table):
        cells = [cell for row in node.rows for cell in row.cells]
        for index, cell in enumerate(cells):
            yield Element(f"[id='{node.id}'] :is(th, td)", index, () if cell.fill else _own(cell, words))


def _own(node: Node, words: _Words) -> tuple[str, ...]:
    return (words.at[node.source],) if node.source in words.at else ()


def _note(note: Note, words: _Words) -> tuple[str, ...]:
    """Return the contexts of a note: that of its own words, and those of the sources that it cites.

    A note that is nothing but a citation has no words of its own, and stands where its paragraph stands.
    """
    cited = [context for node in walk(note) if isinstance(node, Citation) for context in words.cited.get(node.cited, ())]
    own = (words.notes[note.source],) if note.source in words.notes else ()
    return tuple(dict.fromkeys([*own, *cited]))
