"""guidegen init: a project that builds at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_a_new_project_says_how_to_go_on(guidegen: Run, tmp_path: Path):
    result = guidegen("init", tmp_path / "new")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(f"files in {tmp_path / 'new'}; now: guidegen build --project {tmp_path / 'new'}\n")


def test_a_new_project_has_no_findings(guidegen: Run, tmp_path: Path):
    guidegen("init", tmp_path / "new")
    assert guidegen("check", "--project", tmp_path / "new").stdout.startswith("0 findings\n")


def test_an_empty_folder_is_as_good_as_a_new_one(guidegen: Run, tmp_path: Path):
    assert guidegen("init", tmp_path).exit_code == 0


def test_quiet_says_nothing(guidegen: Run, tmp_path: Path):
    assert guidegen("init", tmp_path / "new", "--quiet").output == ""


def test_verbose_names_every_file(guidegen: Run, tmp_path: Path):
    printed = guidegen("init", tmp_path / "new", "--verbose").stdout.splitlines()[1:]
    assert sorted(printed) == sorted(str(path) for path in (tmp_path / "new").rglob("*") if path.is_file())


def test_a_folder_with_files_is_refused_and_left_as_it_is(guidegen: Run, tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = guidegen("init", tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "error: the folder is not empty (name a new one) [init]" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_no_folder(guidegen: Run, tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert guidegen("init", tmp_path / "mine.txt").exit_code == 2


def test_a_place_where_no_folder_can_be_made_is_told_in_a_sentence(guidegen: Run, tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = guidegen("init", tmp_path / "mine.txt" / "new")
    assert result.exit_code == 3
    assert "the project cannot be written: Not a directory" in result.stderr
