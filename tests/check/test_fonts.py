"""The files of the pinned fonts, and what they have glyphs for."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from guidegen.check.fonts import font_file, font_files, without_glyph
from guidegen.document.language import FontFamily, Language
from tests.conftest import LANGUAGES

NO_FONT = FontFamily("No Such Family", "fonts-no-such-family")


def test_another_family_in_the_place_of_a_font_does_not_count() -> None:
    assert font_file(NO_FONT) is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_pinned_font_has_a_file_for_each_style_and_a_script_to_serve(languages: dict[str, Language], code: str) -> None:
    for font in languages[code].fonts.pdf:
        assert {"regular", "bold"} <= font.files.keys()
        assert font.scripts
        files = {style: font_file(font, style) for style in font.files}
        assert {style: Path(file.path).name for style, file in files.items() if file} == font.files


def test_the_files_of_languages_are_listed_once_by_family_and_style(languages: dict[str, Language]) -> None:
    files = font_files([languages["ar"], languages["en"], languages["ar"]])
    assert list(files) == [
        "Amiri (regular)", "Amiri (bold)", "Liberation Serif (regular)", "Liberation Serif (bold)", "Liberation Serif (italic)",
    ]  # fmt: skip


def test_a_face_has_its_number_its_version_and_the_digest_of_its_file(languages: dict[str, Language]) -> None:
    face = font_files([languages["zh"]])["Noto Serif CJK SC (regular)"]
    assert face.path.endswith(".ttc")
    assert face.face > 0
    assert float(face.version) >= 1
    assert face.sha256 == hashlib.sha256(Path(face.path).read_bytes()).hexdigest()


def test_a_font_that_is_missing_has_no_file_in_the_list(english: Language) -> None:
    assert dict(font_files([replace(english, fonts=replace(english.fonts, pdf=(NO_FONT,)))])) == {}


def test_a_character_has_a_glyph_where_any_of_the_fonts_of_its_language_has_one(arabic: Language) -> None:
    assert without_glyph(arabic, "شé“预") == {"预"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_font_has_the_glyphs_that_its_own_table_of_characters_names(languages: dict[str, Language], code: str) -> None:
    for name, file in font_files([languages[code]]).items():
        with TTFont(file.path, fontNumber=file.face, lazy=True) as font:
            own = {*font.getBestCmap()}
        odd = {chr(code) for code in range(0x20, 0x10000) if file.draws(chr(code)) != (code in own)}
        assert {one for one in odd if one.isprintable()} == set(), name


def test_nothing_is_said_of_glyphs_while_a_font_is_missing(english: Language) -> None:
    assert without_glyph(replace(english, fonts=replace(english.fonts, pdf=(*english.fonts.pdf, NO_FONT))), "ሀ") == frozenset()
