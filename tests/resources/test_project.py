from __future__ import annotations

from pathlib import Path

import pytest

from guidegen.resources.project import Project, find_project, is_below, shipped_root
from tests.marked import findings


def touch(root: Path, *paths: str) -> Project:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x", encoding="utf-8")
    return Project(root)


def test_the_shipped_project_has_its_three_folders() -> None:
    assert all((shipped_root() / folder).is_dir() for folder in ("content", "locales", "templates"))


def test_a_language_is_a_folder_of_locales_with_conventions(tmp_path: Path) -> None:
    project = touch(
        tmp_path, "locales/xx/conventions.yaml", "locales/aa/conventions.yaml", "locales/pot/guide.pot", "locales/glossary.csv"
    )
    assert project.languages() == ("aa", "xx")


def test_a_meeting_is_a_folder_even_before_it_has_files(tmp_path: Path) -> None:
    project = touch(tmp_path, "content/meetings/south/meeting.yaml", "content/meetings/readme.txt")
    (tmp_path / "content/meetings/north").mkdir()
    assert project.meetings() == ("north", "south")


def test_a_project_without_folders_has_no_languages_and_no_meetings(tmp_path: Path) -> None:
    assert Project(tmp_path).languages() == ()
    assert Project(tmp_path).meetings() == ()
    assert Project(tmp_path).files("content/topics", ".md") == ()


def test_files_are_those_of_the_folder_itself_sorted(tmp_path: Path) -> None:
    project = touch(tmp_path, "content/topics/b.md", "content/topics/a.md", "content/topics/a.yaml", "content/topics/old/c.md")
    assert project.files("content/topics", ".md") == ("content/topics/a.md", "content/topics/b.md")


def test_what_editors_and_archives_hide_is_no_content(tmp_path: Path) -> None:
    project = touch(
        tmp_path, "content/topics/._a.md", "content/topics/.#b.md", "content/meetings/.cache/x", "locales/.old/conventions.yaml"
    )
    assert project.files("content/topics", ".md") == ()
    assert project.meetings() == ()
    assert project.languages() == ()


def test_the_project_s_own_template_wins_over_the_shipped_one(tmp_path: Path) -> None:
    shipped = shipped_root() / "templates/guide/guide.xml.j2"
    assert Project(tmp_path).template_path("guide/guide.xml.j2") == shipped
    own = touch(tmp_path, "templates/guide/guide.xml.j2").template_path("guide/guide.xml.j2")
    assert own == tmp_path / "templates/guide/guide.xml.j2"


def test_the_project_is_the_folder_named(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert find_project(tmp_path).root == tmp_path.resolve()


def test_the_project_is_the_current_folder_if_it_has_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    assert find_project().root == tmp_path.resolve()


def test_the_project_is_the_shipped_one_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_project().root == shipped_root().resolve()


def test_a_folder_named_that_is_no_project_is_told(tmp_path: Path) -> None:
    (finding,) = findings(lambda: find_project(tmp_path))
    assert str(finding) == f"{tmp_path}: error: no project here: the folder has no content/ (see guidegen init) [project]"


def test_a_link_out_of_the_project_is_none_of_its_files(tmp_path: Path) -> None:
    project = touch(tmp_path / "own", "content/a.md", "templates/b.j2")
    touch(tmp_path, "c.j2")
    project.path("templates/c.j2").symlink_to(tmp_path / "c.j2")
    assert project.holds(project.path("content/a.md"))
    assert not project.holds(project.path("templates/c.j2"))
    assert project.template_path("b.j2") == tmp_path / "own" / "templates" / "b.j2"
    assert [one.rule for one in findings(lambda: project.template_path("c.j2"))] == ["outside-link"]


def test_a_project_that_is_reached_by_a_link_holds_its_files(tmp_path: Path) -> None:
    touch(tmp_path / "own", "content/a.md")
    (tmp_path / "link").symlink_to("own")
    project = Project(tmp_path / "link")
    assert project.holds(project.path("content/a.md"))


def test_a_link_in_a_circle_stands_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")
    assert is_below(tmp_path / "round", tmp_path)
    assert not is_below(tmp_path / ".." / "x", tmp_path)
