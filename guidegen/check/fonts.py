"""The pinned fonts of the languages: their files on this machine, and the characters that they have glyphs for."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from guidegen.document.language import FontFamily, Language
from guidegen.resources.files import digest_of_file

MATCHER = "fc-match"
STYLES = ("regular", "bold")


@dataclass(frozen=True, slots=True)
class FontFile:
    """A face on this machine: its file, its number in it, from 0, and the code points of its glyphs as spans, in order."""

    path: str
    face: int
    charset: tuple[tuple[int, int], ...] = field(repr=False)

    def draws(self, character: str) -> bool:
        """Return whether the face has a glyph for *character*."""
        code = ord(character)
        behind = bisect_right(self.charset, (code, sys.maxunicode))
        return behind > 0 and code <= self.charset[behind - 1][1]

    @property
    def sha256(self) -> str:
        """The digest of the file."""
        return digest_of_file(Path(self.path))

    @property
    def version(self) -> str:
        """The version that the face gives itself (``head.fontRevision``)."""
        return _version(self.path, self.face)


def font_file(font: FontFamily, style: str = "regular") -> FontFile | None:
    """Return the face of *font* in *style*, or None where fontconfig offers another family instead."""
    return _matched(font.family, style)


def font_files(languages: Iterable[Language]) -> Mapping[str, FontFile]:
    """Return the faces of the pinned fonts of *languages* that are there, by family and style: ``Amiri (bold)``."""
    fonts = {font.family: font for language in languages for font in language.fonts.pdf}
    named = {(family, style): font_file(font, style) for family, font in fonts.items() for style in font.files or STYLES}
    return {f"{family} ({style})": file for (family, style), file in named.items() if file}


@cache
def _matched(family: str, style: str) -> FontFile | None:
    import subprocess  # noqa: PLC0415  (asked once a face, and not for every guide)

    pattern = f"{family}:style={style}" if style == "regular" else f"{family}:{style}"
    asked = [MATCHER, "--format=%{family}\n%{file}\n%{index}\n%{charset}", pattern]
    try:
        answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()  # noqa: S603
    except OSError:
        return None
    if len(answer) != 4 or family not in answer[0].split(","):
        return None
    return FontFile(answer[1], int(answer[2]) & 0xFFFF, tuple(_spans(answer[3])))


def _spans(charset: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of *charset*, as fontconfig writes it: ``20-7e a0``."""
    for span in charset.split():
        first, _, last = span.partition("-")
        yield int(first, 16), int(last or first, 16)


def without_glyph(language: Language, characters: Iterable[str]) -> frozenset[str]:
    """Return those of *characters* for which no pinned font of *language* has a glyph.

    Nothing is returned where one of the fonts is missing: then the machine is at fault, and every character would be.
    """
    files = [font_file(font) for font in language.fonts.pdf]
    found = [file for file in files if file is not None]
    if len(found) < len(files):
        return frozenset()
    return frozenset(one for one in characters if not any(file.draws(one) for file in found))


@cache
def _version(path: str, face: int) -> str:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415  (WeasyPrint's own font library)

    with TTFont(path, fontNumber=face, lazy=True) as font:
        return f"{font['head'].fontRevision:.3f}"
