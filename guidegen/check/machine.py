"""What the machine needs: libraries, fonts, a glyph for every character of every language; and the package that brings each."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guidegen.document.language import FontFamily, Language
from guidegen.errors import Finding, Severity, Source

PLACE = Source("machine")
# Shared library -> Debian and Ubuntu package; without the last one everything works, slowly.
LIBRARIES: Mapping[str, str] = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
MATCHER = ("fc-match", "fontconfig")
STYLES = ("regular", "bold")
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Missing:
    """Something the machine lacks, and the system package that brings it."""

    what: str
    package: str
    severity: Severity = Severity.ERROR

    def finding(self) -> Finding:
        """Return the finding that tells of it."""
        return Finding(PLACE, "missing", f"{self.what} is missing", f"install the package {self.package}", self.severity)


def missing_libraries() -> Iterator[Missing]:
    """Yield the shared libraries that WeasyPrint loads and that are not there."""
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            yield Missing(f"the library {library}", package)
    if shutil.which(MATCHER[0]) is None:
        yield Missing(f"the program {MATCHER[0]}", MATCHER[1])


def missing_fonts(languages: Iterable[Language]) -> Iterator[Missing]:
    """Yield the pinned fonts of *languages* that fontconfig does not find; nothing where there is no fontconfig to ask."""
    families = {font.family: font for language in languages for font in language.fonts.pdf}
    for font in families.values():
        for style in STYLES:
            if shutil.which(MATCHER[0]) and not font_file(font, style):
                yield Missing(f"the font {font.family} ({style})", font.package)


def font_file(font: FontFamily, style: str = "regular") -> tuple[str, int] | None:
    """Return the file of *font* and the face's number in it, or None where fontconfig offers another family instead."""
    pattern = f"{font.family}:style={style}" if style == "regular" else f"{font.family}:{style}"
    asked = [MATCHER[0], "--format=%{family}\n%{file}\n%{index}", pattern]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()  # noqa: S603
    if len(answer) != 3 or font.family not in answer[0].split(","):
        return None
    return answer[1], int(answer[2]) & 0xFFFF


def glyph_findings(language: Language, characters: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding if one of *characters* has no glyph in any pinned font of *language*."""
    covered: set[int] = set()
    for font in language.fonts.pdf:
        file = font_file(font)
        if file is None:
            return
        covered |= _covered(*file)
    lacking = sorted(character for character in characters if ord(character) not in covered and not character.isspace())
    if lacking:
        names = " ".join(f"{character} (U+{ord(character):04X})" for character in lacking[:SHOWN])
        families = ", ".join(font.family for font in language.fonts.pdf)
        place = Source(f"locales/{language.code}/conventions.yaml")
        yield Finding(place, "glyph", f"{families} have no glyph for {names}", "add a font to fonts.pdf, or change the text")


def _covered(path: str, number: int) -> set[int]:
    """Return the code points that the face *number* of the font file *path* maps."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415  (WeasyPrint's own font library)

    with TTFont(path, fontNumber=number, lazy=True) as font:
        return set(font.getBestCmap())
