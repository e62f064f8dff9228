"""What every part of one DOCX is written with: the document, its pages, and the ids that Word wants for bookmarks and lists."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidegen.document.counters import CounterFormat
from guidegen.document.inlines import Note, Reference
from guidegen.document.language import Language
from guidegen.document.tree import Block, Box, Document, Paragraph, Point, Section
from guidegen.document.walk import walk
from guidegen.renderers.docx.look import Look, look_of
from guidegen.templates.skin import Skin

LONGEST_BOOKMARK = 40
TEXT_LIST, HEADING_LIST, FIRST_RESTART = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Frame:
    """The surroundings of one rendering.

    *pages* are the layout's, by id; *bookmarks* number each id that can be referred to; *called* is what references call those
    that they name; *lists* name the ``w:num`` of what begins its counting anew: the headings under a given number, by the id of
    their section, and the points of a box, by its id. *counted* maps the ids that Word counts to the labels it shows. *notes* are
    those of the text, in reading order; *look* is that of plain text.
    """

    document: Document
    skin: Skin
    pages: Mapping[str, int]
    bookmarks: Mapping[str, int]
    lists: Mapping[str, int]
    called: Mapping[str, str]
    counted: Mapping[str, str]
    notes: tuple[Note, ...]
    look: Look

    @property
    def language(self) -> Language:
        """The language of the guide."""
        return self.document.language

    @property
    def right_to_left(self) -> bool:
        """Whether the guide is written from right to left."""
        return self.language.direction == "rtl"

    def text_width(self) -> float:
        """Return the width between the margins of the page, in millimetres."""
        return self.skin.page.width - 2 * self.skin.page.side


def frame(document: Document, skin: Skin, pages: Mapping[str, int]) -> Frame:
    """Return the frame in which *document* is rendered."""
    text = [node for section in document.children for node in walk(section)]
    opening = [node for part in (document.cover, document.contents) if part for node in walk(part)]
    targets = [node for node in text if isinstance(node, Section | Paragraph | Point)]
    references = [node for node in (*opening, *text) if isinstance(node, Reference)]
    restarts = list(_restarts(document.children))
    return Frame(
        document,
        skin,
        pages,
        bookmarks={node.id: number for number, node in enumerate(targets, 1)},
        lists={identifier: number for number, identifier in enumerate(restarts, FIRST_RESTART)},
        called={part.target: part.text for node in references for part in node.parts if part.target},
        counted={
            node.id: node.label for node in targets if word_counts(counter_format(node, document.language), document.language)
        },
        notes=tuple(node for node in text if isinstance(node, Note) and node.series == "text"),
        look=look_of(document.language),
    )


def counter_format(node: Section | Paragraph | Point, language: Language) -> CounterFormat | None:
    """Return the counter format in which *node* is numbered; None where its number is given or it has none."""
    if isinstance(node, Paragraph):
        return language.numbering.paragraph if node.counted else None
    if isinstance(node, Section):
        return _of_level(language.numbering.headings, node.numbering_level) if node.counting == "counted" else None
    return _of_level(language.numbering.points, node.level)


def _of_level(formats: tuple[CounterFormat, ...], level: int) -> CounterFormat:
    return formats[min(level, len(formats)) - 1]


def word_counts(counter: CounterFormat | None, language: Language) -> bool:
    """Return whether Word has the number format of *counter*; without one a label is literal text."""
    return counter is not None and bool(language.counter(counter).style.word)


def _restarts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the ids of the sections under which headings count anew, and of the boxes and their paragraphs that have points."""
    for block in blocks:
        if isinstance(block, Section):
            counted = any(isinstance(child, Section) and child.counting == "counted" for child in block.children)
            if block.counting != "counted" and counted:
                yield block.id
            yield from _restarts(block.children)
        elif isinstance(block, Box):
            yield from (paragraph.id for paragraph in block.children if paragraph.points)


def reference_field(target: str, frame: Frame) -> str:
    r"""Return the instruction of the field that shows the number of *target*; empty where no field shows what references call it.

    Word and LibreOffice show the label of a paragraph that they count without the full stop at its end (17.16.5.51, switch
    ``\n``), but with any other sign: ``23-``. A literal number is shown from a bookmark of its own.
    """
    label = frame.counted.get(target)
    if label is None:
        return rf"REF {number_bookmark(target)} \h"
    return rf"REF {bookmark_name(target)} \n \h" if label.rstrip(".") == frame.called[target] else ""


def number_bookmark(identifier: str) -> str:
    """Return the name of the bookmark around the literal number of *identifier*; no id has two points in it."""
    return bookmark_name(f"{identifier}..number")


def bookmark_name(identifier: str) -> str:
    """Return *identifier* as the name of a bookmark: letters, digits and underscores, at most forty.

    A point is two underscores, a hyphen one, so that ``urban-crime.x`` and ``urban.crime-x`` keep names of their own.
    """
    name = re.sub(r"\W", "_", identifier.replace(".", "__"))
    if len(name) <= LONGEST_BOOKMARK:
        return name
    return f"{name[: LONGEST_BOOKMARK - 9]}_{zlib.crc32(identifier.encode()):08x}"
