"""What the machine lacks, with the package that brings it."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from guidegen.check.machine import LIBRARIES, Missing, glyph_findings, missing_fonts, missing_libraries, other_files, toolchain
from guidegen.document.language import FontFamily, Language
from guidegen.errors import Severity

AMIRI = next(Path("/usr/share/fonts").rglob("Amiri-Bold.ttf"))
NO_FONT = FontFamily("No Such Family", "fonts-no-such-family")


def with_fonts(language: Language, *fonts: FontFamily) -> Language:
    return replace(language, fonts=replace(language.fonts, pdf=fonts))


def test_a_machine_that_builds_guides_lacks_no_library():
    assert list(missing_libraries()) == []


def test_a_library_that_is_missing_is_told_with_its_package(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(LIBRARIES, "libnosuch.so.7", "libnosuch7")  # type: ignore[arg-type]
    assert [(one.what, one.package) for one in missing_libraries()] == [("the library libnosuch.so.7", "libnosuch7")]


def test_a_machine_without_fontconfig_is_told_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert [one.package for one in missing_libraries()] == ["fontconfig"]


def test_a_machine_without_fontconfig_finds_no_font(monkeypatch: pytest.MonkeyPatch, english: Language):
    """All that a bare machine lacks is told at once, so that one round of installing brings it."""
    monkeypatch.setenv("PATH", "/nowhere")
    assert {one.package for one in missing_fonts([english])} == {font.package for font in english.fonts.pdf}


def test_the_pinned_fonts_of_all_languages_are_there(languages: dict[str, Language]):
    assert list(missing_fonts(languages.values())) == []


def test_a_font_that_is_missing_is_told_once_with_its_weights(english: Language):
    twice = [with_fonts(english, NO_FONT), with_fonts(english, NO_FONT)]
    assert [one.what for one in missing_fonts(twice)] == [
        "the font No Such Family (regular)",
        "the font No Such Family (bold)",
    ]


def test_the_pinned_fonts_are_the_files_that_the_conventions_name(languages: dict[str, Language]):
    assert list(other_files(languages.values())) == []


def test_a_font_in_another_file_is_a_warning(english: Language):
    (font,) = english.fonts.pdf
    (finding,) = other_files([with_fonts(english, replace(font, files={"regular": "Other.ttf"}))])
    assert (finding.rule, finding.severity, finding.source.path) == ("font-file", Severity.WARNING, "locales/en/conventions.yaml")
    assert "Liberation Serif (regular)" in finding.message
    assert "not in Other.ttf" in finding.message


def test_what_is_missing_is_a_finding_with_the_package_to_install():
    finding = Missing("the font A", "fonts-a", Severity.WARNING).finding()
    assert str(finding) == "machine: warning: the font A is missing (install the package fonts-a) [missing]"


@pytest.mark.parametrize(("code", "characters"), [("en", "Aé…ł"), ("ru", "Жё"), ("ar", "شA’"), ("zh", "预防A")])
def test_a_character_of_the_language_has_a_glyph(languages: dict[str, Language], code: str, characters: str):
    assert list(glyph_findings(languages[code], frozenset(characters))) == []


def test_a_character_without_glyph_is_told_with_its_number_and_its_language(english: Language):
    (finding,) = glyph_findings(english, frozenset("aሀ预"))
    assert finding.source.path == "locales/en/conventions.yaml"
    assert "have no glyph for ሀ (U+1200) 预 (U+9884)" in finding.message


def test_white_space_needs_no_glyph(english: Language):
    assert list(glyph_findings(english, frozenset(" \n\u00a0\u2003"))) == []


def test_only_the_first_dozen_of_lacking_characters_are_named(english: Language):
    (finding,) = glyph_findings(english, frozenset(map(chr, range(0x1200, 0x1240))))
    assert finding.message.count("U+") == 12


def test_glyphs_are_not_judged_while_a_font_is_missing(english: Language):
    assert list(glyph_findings(with_fonts(english, *english.fonts.pdf, NO_FONT), frozenset("ሀ"))) == []


def test_a_toolchain_has_libraries_and_the_digests_of_the_fonts_and_can_be_asked_for_on_another_machine(arabic: Language):
    asked = pickle.loads(pickle.dumps(partial(toolchain, (arabic,))))
    here = toolchain((arabic,))
    assert asked() == here
    assert {"guidegen", "weasyprint", "Pango"} <= here.versions.keys()
    assert here.fonts["Amiri (bold)"] == hashlib.sha256(AMIRI.read_bytes()).hexdigest()


def test_a_font_that_is_missing_is_none_of_the_toolchain(arabic: Language):
    assert toolchain((with_fonts(arabic, NO_FONT),)).fonts == {}
