"""What a glyph says when its text is copied or searched for (ISO 32000-1, 9.10.3).

WeasyPrint gives a letter and the vowel sign above it, drawn by two glyphs, to the sign alone, and nothing to the letter. Here
each of the two says its own character, as the font names it (Adobe Glyph List).
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any


def mend_extraction(fonts: Mapping[str, Any]) -> None:
    """Give each glyph of WeasyPrint's *fonts* that shares its characters with another the ones that it draws."""
    for font in fonts.values():
        if any(map(is_shared, font.to_unicode.values())):
            font.to_unicode |= dict(_named(font))


def is_shared(text: str) -> bool:
    """Return whether *text* may be that of several glyphs: it has a mark above or below a letter, or nothing was left of it."""
    return not text or any(unicodedata.category(character) == "Mn" for character in text)


def _named(font: Any) -> Iterator[tuple[int, str]]:
    """Yield the glyphs of *font* that share their text, and the characters of which their names speak."""
    from fontTools.agl import toUnicode  # type: ignore[import-untyped]  # noqa: PLC0415  (WeasyPrint's own font library)
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    with TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True) as read:
        for glyph, text in font.to_unicode.items():
            named = toUnicode(read.getGlyphName(glyph)) if is_shared(text) else ""
            if named:
                yield glyph, named
