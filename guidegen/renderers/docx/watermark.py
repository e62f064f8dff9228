"""The draft watermark: a word across the page behind the text, in the head of every kind of page.

Word draws watermarks as VML shapes in heads (ECMA-376 part 4, 19.1), and so does LibreOffice.
"""

from __future__ import annotations

import unicodedata

from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.runs import run
from guidegen.renderers.docx.wordml import Xml, element, w

VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
NAMESPACES = {"xmlns:v": VML, "xmlns:o": OFFICE}
LONGEST, HIGHEST = 380.0, 130.0  # points: what fits slanting between the margins of a page
WIDE, NARROW = 1.0, 0.55  # the width of a letter in parts of its height
FIRST_SHAPE = 2049  # as Word numbers the shapes of heads
TEXT_SHAPE = "_x0000_t136"
STYLE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width:g}pt;height:{height:g}pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def watermark(frame: Frame, number: int) -> list[Xml]:
    """Return the run with the watermark of a draft, none of any other guide; *number* tells the shapes of the heads apart."""
    words = frame.document.meta.get("watermark", "") if frame.document.draft else ""
    if not words:
        return []
    return [run(frame.look, w("pict", _shape_type(), _shape(words, frame, number)))]


def _shape_type() -> Xml:
    """Return the definition of text along a line (ECMA-376 part 4, 20.1.2.10, text box shape 136)."""
    attributes = {"id": TEXT_SHAPE, "coordsize": "21600,21600", "path": "m0,0l21600,0m0,21600l21600,21600e", "o:spt": "136"}
    return element(
        "v:shapetype",
        NAMESPACES | attributes,
        element("v:path", {"textpathok": "t"}),
        element("v:textpath", {"on": "t", "fitshape": "t"}),
    )


def _shape(words: str, frame: Frame, number: int) -> Xml:
    width, height = _size(words)
    face = frame.language.fonts.word
    family = {"latin": face.latin, "east_asian": face.east_asian, "complex": face.complex}[frame.language.word.slot]
    attributes = {
        "id": f"Watermark{number}", "type": f"#{TEXT_SHAPE}", "alt": words, "style": STYLE.format(width=width, height=height),
        "fillcolor": "#ececec", "stroked": "f", "o:spid": f"_x0000_s{FIRST_SHAPE + number}", "o:allowincell": "f",
    }  # fmt: skip
    path = element("v:textpath", {"style": f"font-family:'{family}';font-size:1pt", "string": words})
    return element("v:shape", NAMESPACES | attributes, path)


def _size(words: str) -> tuple[float, float]:
    """Return width and height in points at which the letters of *words* keep their proportions."""
    letters = sum(WIDE if unicodedata.east_asian_width(one) in "WF" else NARROW for one in words)
    height = min(HIGHEST, LONGEST / letters)
    return round(letters * height), round(height)
