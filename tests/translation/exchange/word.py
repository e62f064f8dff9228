"""What tests do to a bilingual table: write it, change cells, break it."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from guidegen.build.archives import parts_of
from guidegen.document.language import Language
from guidegen.renderers.docx.archive import write_archive
from guidegen.renderers.docx.ooxml import Element, qualified
from guidegen.translation.exchange.units import Unit, UnitFile
from guidegen.translation.exchange.word_parts import DOCUMENT
from guidegen.translation.exchange.word_table import word_table


def table(languages: dict[str, Language], *units: Unit, language: str = "fr") -> bytes:
    """A Word document with *units*."""
    return word_table(UnitFile("Congress", "content/topics/youth", "en", language, units), languages)


def document(data: bytes) -> Element:
    return etree.fromstring(parts_of(data)[DOCUMENT])


def changed(data: bytes, change: Callable[[Element], object]) -> bytes:
    """*data* after *change* was made to its document."""
    parts = parts_of(data)
    root = etree.fromstring(parts[DOCUMENT])
    change(root)
    return write_archive({**parts, DOCUMENT: etree.tostring(root)})


def cell(root: Element, row: int, column: int) -> Element:
    return list(list(root.iter(qualified("tr")))[row].iter(qualified("tc")))[column]


def say(root: Element, row: int, column: int, words: str) -> None:
    """Write *words* into a cell, in the place of what is written there, as Word does: cut into several runs."""
    paragraph = next(cell(root, row, column).iter(qualified("p")))
    for run in list(paragraph.iter(qualified("r"))):
        paragraph.remove(run)
    for part in (words[:2], words[2:]):
        run = etree.SubElement(paragraph, qualified("r"))
        etree.SubElement(run, qualified("t")).text = part
