"""Content controls: boxes to be ticked and lines for words, each with its tag and a name to read aloud (ECMA-376, 17.5.2)."""

from __future__ import annotations

import zlib
from dataclasses import replace

from guidegen.document.tree import Cell
from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.runs import text_run
from guidegen.renderers.docx.wordml import Xml, element, w

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
FONT = "MS Gothic"
EMPTY_BOX, CROSSED_BOX = "2610", "2612"
CHECK_BOX = element(
    "w14:checkbox",
    {"xmlns:w14": W14},
    element("w14:checked", {"w14:val": "0"}),
    element("w14:checkedState", {"w14:val": CROSSED_BOX, "w14:font": FONT}),
    element("w14:uncheckedState", {"w14:val": EMPTY_BOX, "w14:font": FONT}),
)
LARGEST_ID = 0x7FFFFFFF
LONGEST_NAME = 64


def control(cell: Cell, frame: Frame) -> Xml:
    """Return the content control of *cell*: a check box for a mark, a line of plain text for words."""
    identifier = zlib.crc32(cell.field.encode()) & LARGEST_ID
    names = (w("alias", val=cell.label), w("tag", val=cell.field[-LONGEST_NAME:]), w("id", val=identifier))
    if cell.fill == "mark":
        box = text_run(chr(int(EMPTY_BOX, 16)), replace(frame.look, face=FONT))
        return w("sdt", w("sdtPr", *names, CHECK_BOX), w("sdtContent", box))
    return w("sdt", w("sdtPr", *names, w("text", multiLine="1")), w("sdtContent", text_run(" ", frame.look)))
