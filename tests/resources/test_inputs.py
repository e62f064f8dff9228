"""What guides are made of: the project's own files, the shipped templates that it has not replaced, guidegen's own code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guidegen.resources.inputs import cache_folder, code_files, input_files
from guidegen.resources.project import PACKAGE, Project, shipped_root


def test_every_file_that_a_build_may_read_is_an_input(starter: Project):
    names = {
        "content/congress.yaml",
        "content/meetings/capital-city/focus.md",
        "locales/fr/conventions.yaml",
        "locales/fr/LC_MESSAGES/content/meetings/capital-city/focus.po",
        "templates/guide/guide.xml.j2",
        "templates/docx/reference.docx",
        "templates/skin.yaml",
    }
    assert names <= input_files(starter).keys()


def test_a_template_of_the_project_stands_for_the_shipped_one(starter: Project, write: Callable[[str, str], None]):
    name = "templates/html/guide.css"
    assert input_files(starter)[name] == shipped_root() / name
    write(name, "p { color: black }")
    assert input_files(starter)[name] == starter.path(name)


def test_a_folder_is_an_input_since_an_empty_one_of_a_meeting_is_a_mistake_to_tell(starter: Project):
    starter.path("content/meetings/north").mkdir()
    assert "content/meetings/north" in input_files(starter)


@pytest.mark.parametrize("name", ["content/.hidden.md", "content/.git/config", "locales/pot/guide.pot", "notes.md"])
def test_hidden_files_and_those_that_no_build_reads_are_none(starter: Project, write: Callable[[str, str], None], name: str):
    write(name, "words")
    assert name not in input_files(starter)


def test_the_starter_project_is_no_input_of_another():
    assert not [name for name in input_files(Project(shipped_root())) if name.startswith("templates/starter")]


def test_the_code_is_guidegens_own():
    files = code_files()
    assert files["guidegen/pipeline.py"] == PACKAGE / "pipeline.py"
    assert not [name for name in files if "__pycache__" in name or not name.startswith("guidegen/")]


def test_what_is_remembered_stands_in_the_project(starter: Project, tmp_path: Path):
    assert cache_folder(starter, tmp_path / "out") == starter.root / ".cache" / "guidegen"


@pytest.mark.parametrize("root", [PACKAGE / "_shipped", Path("/nowhere")])
def test_what_is_remembered_of_a_project_that_is_not_the_users_stands_in_the_output_folder(root: Path, tmp_path: Path):
    assert cache_folder(Project(root), tmp_path / "out") == tmp_path / "out" / ".cache" / "guidegen"


def test_links_in_circles_are_walked_once_and_links_out_not_at_all(starter: Project, tmp_path: Path):
    before = input_files(starter)
    for name in ("one", "other"):
        starter.path(f"content/{name}").symlink_to(".")
    starter.path("content/away").symlink_to(tmp_path)
    assert input_files(starter) == before
