"""Content controls: boxes to be ticked and lines for words, each with its tag and a name to read aloud (ECMA-376, 17.5.2)."""

from __future__ import annotations

import zlib
from dataclasses import replace

from lxml import etree

from guidegen.document.tree import Cell
from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.ooxml import Element, w
from guidegen.renderers.docx.runs import own_look, text_run

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
FONT = "MS Gothic"
EMPTY_BOX, CROSSED_BOX = "2610", "2612"
LARGEST_ID = 0x7FFFFFFF
LONGEST_NAME = 64


def control(cell: Cell, frame: Frame) -> Element:
    """Return the content control of *cell*: a check box for a mark, a line of plain text for words."""
    identifier = zlib.crc32(cell.field.encode()) & LARGEST_ID
    names = (w("alias", val=cell.label), w("tag", val=cell.field[-LONGEST_NAME:]), w("id", val=identifier))
    if cell.fill == "mark":
        box = text_run(chr(int(EMPTY_BOX, 16)), replace(own_look(frame), face=FONT))
        return w("sdt", w("sdtPr", *names, _check_box()), w("sdtContent", box))
    return w("sdt", w("sdtPr", *names, w("text", multiLine="1")), w("sdtContent", text_run(" ", own_look(frame))))


def _check_box() -> Element:
    box = etree.Element(f"{{{W14}}}checkbox", nsmap={"w14": W14})
    for name, attributes in {
        "checked": {"val": "0"},
        "checkedState": {"val": CROSSED_BOX, "font": FONT},
        "uncheckedState": {"val": EMPTY_BOX, "font": FONT},
    }.items():
        etree.SubElement(box, f"{{{W14}}}{name}", {f"{{{W14}}}{key}": value for key, value in attributes.items()})
    return box
