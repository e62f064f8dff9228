"""What the machine needs: libraries, fonts, a glyph for every character of every language; and the package that brings each."""

from __future__ import annotations

import ctypes
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidegen import versions
from guidegen.build.cluster import Toolchain
from guidegen.check.fonts import MATCHER, STYLES, font_file, font_files, without_glyph
from guidegen.document.language import Language
from guidegen.errors import Finding, Severity, Source

PLACE = Source("machine")
# Shared library -> Debian and Ubuntu package; without the last one everything works, slowly.
LIBRARIES: Mapping[str, str] = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
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
    if shutil.which(MATCHER) is None:
        yield Missing(f"the program {MATCHER}", "fontconfig")


def missing_fonts(languages: Iterable[Language]) -> Iterator[Missing]:
    """Yield the pinned fonts of *languages* that fontconfig does not find; where there is no fontconfig, none is found."""
    families = {font.family: font for language in languages for font in language.fonts.pdf}
    for font in families.values():
        for style in STYLES:
            if not (shutil.which(MATCHER) and font_file(font, style)):
                yield Missing(f"the font {font.family} ({style})", font.package)


def other_files(languages: Iterable[Language]) -> Iterator[Finding]:
    """Yield a finding for each pinned font of *languages* that fontconfig finds in another file than the conventions name."""
    for language in languages:
        place = Source(f"locales/{language.code}/conventions.yaml")
        for font in language.fonts.pdf:
            for style, name in font.files.items():
                found = font_file(font, style)
                if found and Path(found.path).name != name:
                    message = f"{font.family} ({style}) is in {found.path}, and not in {name}: pages may break elsewhere"
                    yield Finding(place, "font-file", message, f"install {font.package}, or correct fonts.pdf", Severity.WARNING)


def toolchain(languages: Collection[Language]) -> Toolchain:
    """Return what shapes the guides in *languages* on this machine."""
    fonts = {name: file.sha256 for name, file in font_files(languages).items()}
    return Toolchain(versions.toolchain(), fonts)


def glyph_findings(language: Language, characters: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding if one of *characters* has no glyph in any pinned font of *language*."""
    lacking = sorted(without_glyph(language, (one for one in characters if not one.isspace())))
    if lacking:
        names = " ".join(f"{character} (U+{ord(character):04X})" for character in lacking[:SHOWN])
        families = ", ".join(font.family for font in language.fonts.pdf)
        place = Source(f"locales/{language.code}/conventions.yaml")
        yield Finding(place, "glyph", f"{families} have no glyph for {names}", "add a font to fonts.pdf, or change the text")
