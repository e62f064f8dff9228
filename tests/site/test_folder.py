"""A folder is replaced as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidegen.errors import RenderError
from guidegen.site.folder import replace_folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_are_written_and_copied_below_the_folder(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"copied")
    replace_folder(tmp_path / "new/site", {"mark": b"", "a/b.txt": b"written", "a/c.txt": other}, "mark")
    assert files(tmp_path / "new/site") == {"mark": b"", "a/b.txt": b"written", "a/c.txt": b"copied"}


def test_nothing_of_the_folder_before_is_left_and_nothing_beside_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace_folder(site, {"mark": b"1", "old": b""}, "mark")
    replace_folder(site, {"mark": b"2"}, "mark")
    assert files(site) == {"mark": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    replace_folder(tmp_path, {"mark": b""}, "mark")
    assert files(tmp_path) == {"mark": b""}


@pytest.mark.parametrize("name", ["folder/notes.txt", "file"])
def test_what_was_not_written_here_is_left_alone(tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    place.parent.mkdir(exist_ok=True)
    place.write_text("mine", encoding="utf-8")
    with pytest.raises(RenderError, match="not a published site"):
        replace_folder(tmp_path / name.partition("/")[0], {"mark": b""}, "mark")
    assert place.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["../out", "/out"])
def test_a_file_outside_the_folder_leaves_the_one_before_as_it_was(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    replace_folder(site, {"mark": b"1"}, "mark")
    with pytest.raises(RenderError, match="outside the folder"):
        replace_folder(site, {"mark": b"2", name: b""}, "mark")
    assert files(site) == {"mark": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_that_cannot_be_copied_leaves_the_folder_before_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace_folder(site, {"mark": b"1"}, "mark")
    with pytest.raises(RenderError, match="cannot be written"):
        replace_folder(site, {"mark": b"2", "a": tmp_path / "missing"}, "mark")
    assert files(site) == {"mark": b"1"}
