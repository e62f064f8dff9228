"""Files are written whole or not at all, and inside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidegen.errors import RenderError
from guidegen.resources.project import Project
from guidegen.resources.writing import remove_file, replace_file, write_file


def test_a_file_is_written_with_its_folders_and_nothing_else(tmp_path: Path) -> None:
    assert write_file(Project(tmp_path), "locales/pot/guide.pot", b"data")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["guide.pot"]
    assert (tmp_path / "locales/pot/guide.pot").read_bytes() == b"data"


def test_a_file_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    write_file(Project(tmp_path), "a.po", b"data")
    before = (tmp_path / "a.po").stat()
    assert not write_file(Project(tmp_path), "a.po", b"data")
    assert (tmp_path / "a.po").stat().st_mtime_ns == before.st_mtime_ns
    assert (tmp_path / "a.po").stat().st_ino == before.st_ino


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"a long old text")
    replace_file(tmp_path / "a.po", b"new")
    assert (tmp_path / "a.po").read_bytes() == b"new"


@pytest.mark.parametrize("path", ["../a.po", "locales/../../a.po", "/etc/a.po"])
def test_a_path_that_leaves_the_project_is_refused(tmp_path: Path, path: str) -> None:
    (tmp_path / "project").mkdir()
    with pytest.raises(RenderError, match="outside the project"):
        write_file(Project(tmp_path / "project"), path, b"data")
    assert not (tmp_path / "a.po").exists()


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.po").mkdir()
    (tmp_path / "a.po" / "b").write_bytes(b"old")
    with pytest.raises(RenderError, match=r"a\.po: error: the file cannot be written"):
        write_file(Project(tmp_path), "a.po", b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["a.po"]


def test_a_file_is_removed_and_one_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"old")
    remove_file(Project(tmp_path), "a.po")
    remove_file(Project(tmp_path), "a.po")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_removed_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.po").mkdir()
    with pytest.raises(RenderError, match="the old file cannot be removed"):
        remove_file(Project(tmp_path), "a.po")
