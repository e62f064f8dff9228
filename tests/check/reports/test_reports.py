"""The table of report forms, and the paths in them."""

from __future__ import annotations

from pathlib import Path

from guidegen.check.reports import REPORTS, prefix_of
from guidegen.cli.check import FORMS


def test_the_forms_are_those_of_the_command_line() -> None:
    assert ("text", *REPORTS) == FORMS


def test_paths_begin_at_the_top_of_the_repository(tmp_path: Path) -> None:
    project = tmp_path / "guides" / "twelfth"
    project.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    assert prefix_of(project) == "guides/twelfth/"
    assert prefix_of(tmp_path) == ""


def test_a_work_tree_whose_git_is_a_file_is_one_too(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: elsewhere")
    assert prefix_of(tmp_path / "guides") == "guides/"
