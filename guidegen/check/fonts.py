"""The pinned fonts of the languages: their files on this machine, and the characters that they have glyphs for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guidegen.document.language import FontFamily, Language

MATCHER = "fc-match"
STYLES = ("regular", "bold")


@dataclass(frozen=True, slots=True)
class FontFile:
    """A face on this machine: its file and its number in it, from 0."""

    path: str
    face: int

    @property
    def sha256(self) -> str:
        """The digest of the file."""
        return _digest(self.path)

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
    asked = [MATCHER, "--format=%{family}\n%{file}\n%{index}", pattern]
    try:
        answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()  # noqa: S603
    except OSError:
        return None
    if len(answer) != 3 or family not in answer[0].split(","):
        return None
    return FontFile(answer[1], int(answer[2]) & 0xFFFF)


def coverage(language: Language) -> frozenset[str] | None:
    """Return the characters for which the pinned fonts of *language* have glyphs, or None where one of them is missing."""
    files = [font_file(font) for font in language.fonts.pdf]
    found = [file for file in files if file is not None]
    if len(found) < len(files):
        return None
    return frozenset().union(*map(_covered, found))


@cache
def _covered(file: FontFile) -> frozenset[str]:
    """Return the characters that *file* maps, read once in a process."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415  (WeasyPrint's own font library)

    with TTFont(file.path, fontNumber=file.face, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@cache
def _digest(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


@cache
def _version(path: str, face: int) -> str:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(path, fontNumber=face, lazy=True) as font:
        return f"{font['head'].fontRevision:.3f}"
