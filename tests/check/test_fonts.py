"""The files of the pinned fonts, and what they have glyphs for."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from guidegen.check.fonts import coverage, font_file, font_files
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


def test_what_a_language_covers_is_what_any_of_its_fonts_has(arabic: Language) -> None:
    covered = coverage(arabic)
    assert covered is not None
    assert {"ش", "é", "“"} <= covered
    assert "预" not in covered


def test_a_language_with_a_font_missing_covers_nothing_that_is_known(english: Language) -> None:
    assert coverage(replace(english, fonts=replace(english.fonts, pdf=(*english.fonts.pdf, NO_FONT)))) is None
