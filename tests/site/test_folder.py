"""A folder is replaced as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidegen.build.lock import alone_in
from guidegen.errors import RenderError
from guidegen.site.folder import Files, replacing


def replace_folder(target: Path, made: Files, marker: str) -> None:
    with replacing(target, marker, lambda: None) as new:
        new.fill(made)
        new.take_place()


def left(target: Path, **folders: bytes) -> Path:
    """Leave beside *target* what a killed process may: folders with a file."""
    beside = target.parent / f".{target.name}.abcd_123.part"
    for name, data in folders.items():
        (beside / name).mkdir(parents=True)
        (beside / name / "mark").write_bytes(data)
    return beside


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


def test_what_does_not_take_the_place_leaves_the_folder_before_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace_folder(site, {"mark": b"1"}, "mark")
    with replacing(site, "mark", lambda: None) as new:
        new.fill({"mark": b"2"})
    assert files(tmp_path) == {"site/mark": b"1"}


def test_the_folder_before_comes_back_where_the_new_one_never_took_its_place(tmp_path: Path) -> None:
    site = tmp_path / "site"
    left(site, old=b"1", new=b"2")
    with replacing(site, "mark", lambda: None):
        assert files(site) == {"mark": b"1"}
    assert files(tmp_path) == {"site/mark": b"1"}


@pytest.mark.parametrize("folders", [{"new": b"2"}, {"old": b"0"}, {"old": b"0", "new": b"2"}, {}])
def test_what_killed_processes_left_beside_a_folder_is_removed(tmp_path: Path, folders: dict[str, bytes]) -> None:
    site = tmp_path / "site"
    replace_folder(site, {"mark": b"1"}, "mark")
    left(site, **folders).mkdir(exist_ok=True)
    with replacing(site, "mark", lambda: None):
        assert files(site) == {"mark": b"1"}
    assert files(tmp_path) == {"site/mark": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_old_folder_whose_new_one_took_its_place_does_not_come_back(tmp_path: Path) -> None:
    left(tmp_path / "site", old=b"0")
    with replacing(tmp_path / "site", "mark", lambda: None):
        assert not (tmp_path / "site").exists()


def test_what_a_living_process_holds_stays(tmp_path: Path) -> None:
    beside = left(tmp_path / "site", old=b"1", new=b"2")
    with alone_in(beside, lambda: None):
        replace_folder(tmp_path / "site", {"mark": b"3"}, "mark")
        assert files(beside) == {"old/mark": b"1", "new/mark": b"2"}
    assert files(tmp_path / "site") == {"mark": b"3"}


@pytest.mark.parametrize("name", [".site.new.abcd_123.part", ".site.part", ".sites.abcd_123.part", "site.abcd_123.part"])
def test_what_has_another_name_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    replace_folder(tmp_path / "site", {"mark": b""}, "mark")
    assert (tmp_path / name).is_dir()


def test_what_is_not_of_this_making_stays(tmp_path: Path) -> None:
    own = left(tmp_path / "site", old=b"", mine=b"words")
    link = tmp_path / ".site.abcd_124.part"
    link.symlink_to(own, target_is_directory=True)
    replace_folder(tmp_path / "site", {"mark": b""}, "mark")
    assert files(own) == {"old/mark": b"", "mine/mark": b"words"}
    assert link.is_symlink()


def test_of_two_at_once_the_later_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with replacing(site, "mark", lambda: None) as first, replacing(site, "mark", lambda: None) as second:
        second.fill({"mark": b"2"})
        first.fill({"mark": b"1"})
        second.take_place()
        assert files(site) == {"mark": b"2"}
        first.take_place()
    assert files(tmp_path) == {"site/mark": b"1"}


def test_a_link_stays_and_the_folder_to_which_it_leads_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "served").mkdir()
    (tmp_path / "site").symlink_to("served", target_is_directory=True)
    replace_folder(tmp_path / "site", {"mark": b"1"}, "mark")
    assert (tmp_path / "site").is_symlink()
    assert files(tmp_path / "served") == {"mark": b"1"}
