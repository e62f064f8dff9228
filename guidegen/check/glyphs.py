"""Characters of a guide that no pinned font has a glyph for, found before anything is drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from guidegen.check.fonts import without_glyph
from guidegen.document.inlines import Node, Numbered, Text
from guidegen.document.tree import Document
from guidegen.document.walk import walk
from guidegen.errors import Finding

INVISIBLE = {"Cc", "Cf", "Zl", "Zp", "Zs"}
SHOWN = 12


def glyph_findings(document: Document) -> Iterator[Finding]:
    """Yield a finding for each text and label of *document* with characters that would be drawn as empty boxes.

    Nothing is said where a pinned font is missing: then the machine is at fault, and every character would be.
    """
    texts = [(node, set(_characters(node))) for node in walk(document)]
    shown = {one for one in set().union(*(some for _, some in texts)) if unicodedata.category(one) not in INVISIBLE}
    odd = without_glyph(document.language, shown)
    families = ", ".join(font.family for font in document.language.fonts.pdf)
    for node, characters in texts:
        lacking = sorted(characters & odd)
        if lacking:
            names = ", ".join(f"{one} (U+{ord(one):04X})" for one in lacking[:SHOWN])
            message = f"no font of this language has a glyph for {names}"
            yield Finding(node.source, "glyph", message, f"change the text, or add a font beside {families} to fonts.pdf")


def _characters(node: Node) -> str:
    if isinstance(node, Text):
        return node.value
    return node.label if isinstance(node, Numbered) else ""
