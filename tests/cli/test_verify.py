"""guidegen verify, on the starter project: what is named, and the exit code."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from guidegen.resources.project import Project

Run = Callable[..., Result]
Replace = Callable[[str, str, str], None]

FILE = "capital-city/discussion-guide-capital-city-{}"


@pytest.fixture
def out(guidegen: Run, starter: Project, tmp_path: Path) -> Path:
    """A build of the French guide."""
    formats = [word for name in ("docx", "pdf", "text") for word in ("--format", name)]
    where = ("--project", starter.root, "--output", tmp_path / "out")
    assert guidegen("build", *where, "--language", "fr", "--jobs", "1", *formats).exit_code == 0
    return tmp_path / "out"


@pytest.fixture
def verify(guidegen: Run, starter: Project, out: Path) -> Callable[[], Result]:
    return lambda: guidegen("verify", out / "manifest.json", "--project", starter.root, "--jobs", "1")


def test_a_build_left_alone_is_verified(verify: Callable[[], Result]):
    result = verify()
    assert (result.exit_code, result.stdout, result.stderr) == (0, "3 files, all verified\n", "")


def test_a_file_that_is_missing_and_one_that_is_extra_are_named(verify: Callable[[], Result], out: Path):
    (out / FILE.format("fr.txt")).rename(out / "notes.txt")
    result = verify()
    assert (result.exit_code, result.stdout) == (1, "3 files, 2 findings\n")
    assert f"{out / FILE.format('fr.txt')}: error: this file of the manifest is missing [file-missing]" in result.stderr
    assert f"{out / 'notes.txt'}: error: this file is not in the manifest [file-extra]" in result.stderr


def test_a_word_changed_in_a_docx_is_named_by_part_and_element(verify: Callable[[], Result], out: Path):
    place = out / FILE.format("fr.docx")
    with zipfile.ZipFile(place) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("prévention".encode(), b"prevention", 1)
    with zipfile.ZipFile(place, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    result = verify()
    assert result.exit_code == 1
    assert f"{place}: error: not as the rebuild makes it: word/document.xml: /w:document/w:body/" in result.stderr
    assert "[file-changed]" in result.stderr


def test_a_byte_changed_in_a_pdf_is_named_by_offset_and_object(verify: Callable[[], Result], out: Path):
    place = out / FILE.format("fr.pdf")
    data = place.read_bytes()
    place.write_bytes(data.replace(b"0 0 595", b"0 0 596", 1) if b"0 0 595" in data else data[:-9] + b"#" + data[-8:])
    result = verify()
    assert result.exit_code == 1
    assert f"{place}: error: not as the rebuild makes it: offset " in result.stderr


def test_content_that_has_changed_since_is_named_by_line(verify: Callable[[], Result], out: Path, replace: Replace):
    replace("locales/fr/LC_MESSAGES/content/topics/prevention.po", 'msgstr "Contexte"', 'msgstr "Cadre"')
    result = verify()
    assert result.exit_code == 1
    assert "fr.txt: error: a rebuild makes another file: line " in result.stderr
    assert "Contexte" in result.stderr
    assert "the project, or SOURCE_DATE_EPOCH, has changed since it was built" in result.stderr


def test_a_guide_that_the_project_does_not_have_is_told_and_the_others_are_verified(verify: Callable[[], Result], out: Path):
    place = out / "manifest.json"
    place.write_text(place.read_text(encoding="utf-8").replace('"language": "fr"', '"language": "xx"', 1), encoding="utf-8")
    result = verify()
    assert (result.exit_code, result.stdout) == (1, "3 files, 1 finding\n")
    assert "the project has no such guide: capital-city, xx, issuance draft" in result.stderr


def test_a_manifest_that_is_none_is_told(guidegen: Run, starter: Project, tmp_path: Path):
    (tmp_path / "manifest.json").write_text("[]", encoding="utf-8")
    result = guidegen("verify", tmp_path / "manifest.json", "--project", starter.root)
    assert result.exit_code == 1
    assert "not a manifest of this version of guidegen" in result.stderr


def test_no_manifest_is_a_usage_error(guidegen: Run, tmp_path: Path):
    assert guidegen("verify", tmp_path / "manifest.json").exit_code == 2
