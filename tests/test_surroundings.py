"""What shapes a guide on this machine: told the same while nothing changes, and another when it does."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from guidegen import surroundings as module
from guidegen.surroundings import fonts, packages, surroundings, text_libraries

CONFIGURATION = "<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
LIBERATION = next(Path("/usr/share/fonts").rglob("LiberationSerif-Regular.ttf"))


@pytest.fixture
def font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A font that is the only one the system has."""
    (tmp_path / "fonts.conf").write_text(CONFIGURATION.format(folder=tmp_path), encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    return Path(shutil.copy(LIBERATION, tmp_path / "a.ttf"))


def test_the_same_machine_is_told_the_same():
    assert surroundings() == surroundings()


def test_the_libraries_that_lay_text_out_tell_their_versions():
    assert text_libraries().keys() == {"Pango", "HarfBuzz", "Fontconfig"}
    assert text_libraries()["Pango"].startswith("1.")


def test_a_library_that_cannot_be_loaded_is_left_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "TEXT_LIBRARIES", {"libnothing.so.9": ("Nothing", "version", None)})
    assert text_libraries() == {}


def test_a_changed_font_is_another_digest(font: Path):
    before = fonts()
    assert fonts() == before
    font.write_bytes(LIBERATION.read_bytes() + b"\0")
    assert fonts() != before


def test_a_new_font_is_another_digest(font: Path):
    before = fonts()
    shutil.copy(font, font.with_name("b.ttf"))
    assert fonts() != before


def test_a_changed_rule_is_another_digest(font: Path):
    before = fonts()
    rules = font.with_name("fonts.conf")
    rules.write_text(rules.read_text(encoding="utf-8").replace("<dir>", "<!-- a rule --><dir>"), encoding="utf-8")
    assert fonts() != before


def test_where_there_is_no_fontconfig_to_ask_the_fonts_never_count_as_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    assert fonts() != fonts()


def test_another_version_of_a_package_is_another_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    digests = [packages()]
    for name in ("nowhere-70.0.dist-info", "nowhere-70.1.dist-info"):
        (tmp_path / name).mkdir()
        digests.append(packages())
    assert len(set(digests)) == 3
