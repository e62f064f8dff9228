"""How runs are set, apart from their paragraphs' styles: language, direction, emphasis."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from guidegen.document.language import Language
from guidegen.renderers.docx.wordml import Xml, flag, w

SLOTS = {"latin": "val", "east_asian": "eastAsia", "complex": "bidi"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is set, apart from its paragraph's style. *language* is a tag for ``w:lang``; empty means no proofing at all."""

    language: str
    slot: str = "val"
    latin: str = ""
    right_to_left: bool = False
    italic: bool = False
    bold: bool = False
    style: str = ""
    raised: bool = False
    face: str = ""

    def lifted(self) -> Look:
        """Return this look, raised: that of a note mark."""
        return replace(self, raised=True)

    def properties(self) -> Xml:
        """Return ``w:rPr``."""
        return _properties(self)


def look_of(language: Language) -> Look:
    """Return the look of plain text in a guide in *language*."""
    word = language.word
    return Look(word.tag, SLOTS[word.slot], word.latin, language.direction == "rtl")


@lru_cache(maxsize=256)
def _properties(look: Look) -> Xml:
    """Return ``w:rPr`` of a look, its properties in the schema's order: a guide has a few looks and thousands of runs."""
    languages = {"val": look.latin or look.language, look.slot: look.language} if look.language else {}
    return w(
        "rPr",
        w("rStyle", val=look.style) if look.style else None,
        w("rFonts", ascii=look.face, hAnsi=look.face, eastAsia=look.face) if look.face else None,
        flag("b", look.bold),
        flag("bCs", look.bold),
        flag("i", look.italic),
        flag("iCs", look.italic),
        flag("noProof", not look.language),
        w("vertAlign", val="superscript") if look.raised else None,
        flag("rtl", look.right_to_left),
        w("lang", **languages) if languages else None,
    )
