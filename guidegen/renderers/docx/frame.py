"""What every part of one DOCX is written with: the document, its pages, and the ids that Word wants for bookmarks and lists."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidegen.document.language import Language
from guidegen.document.tree import Block, Box, Document, Paragraph, Point, Section
from guidegen.document.walk import walk
from guidegen.templates.skin import Skin

LONGEST_BOOKMARK = 40
TEXT_LIST, HEADING_LIST, FIRST_RESTART = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Frame:
    """The surroundings of one rendering.

    *pages* are the layout's, by id; *bookmarks* number each id that can be referred to; *lists* name the ``w:num`` of what begins
    its counting anew: the headings under a given number, by the id of their section, and the points of a box, by its id.
    """

    document: Document
    skin: Skin
    pages: Mapping[str, int]
    bookmarks: Mapping[str, int]
    lists: Mapping[str, int]

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
    targets = [
        node.id for section in document.children for node in walk(section) if isinstance(node, Section | Paragraph | Point)
    ]
    restarts = list(_restarts(document.children))
    return Frame(
        document,
        skin,
        pages,
        bookmarks={identifier: number for number, identifier in enumerate(targets, 1)},
        lists={identifier: number for number, identifier in enumerate(restarts, FIRST_RESTART)},
    )


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


def bookmark_name(identifier: str) -> str:
    """Return *identifier* as the name of a bookmark: letters, digits and underscores, at most forty.

    A point is two underscores, a hyphen one, so that ``urban-crime.x`` and ``urban.crime-x`` keep names of their own.
    """
    name = re.sub(r"\W", "_", identifier.replace(".", "__"))
    if len(name) <= LONGEST_BOOKMARK:
        return name
    return f"{name[: LONGEST_BOOKMARK - 9]}_{zlib.crc32(identifier.encode()):08x}"
