from __future__ import annotations

from pathlib import Path

from guidegen.loading import load
from guidegen.resources.project import Project, shipped_root
from guidegen.resources.starter import starter_files, write_starter
from tests.marked import findings


def test_a_starter_project_has_no_findings_and_builds_on_two_languages(starter: Project) -> None:
    loaded = load(starter)
    assert loaded.findings == ()
    assert loaded.content is not None
    assert set(loaded.languages) == {
        language for meeting in loaded.content.meetings.values() for language in meeting.facts.languages
    }


def test_a_starter_project_takes_only_the_languages_of_its_meetings() -> None:
    shared = {name.split("/")[1] for name in starter_files() if name.startswith("locales/")}
    assert shared
    assert shared < set(Project(shipped_root()).languages())


def test_what_is_written_is_what_is_told(tmp_path: Path) -> None:
    written = write_starter(tmp_path / "new" / "project")
    assert sorted(written) == sorted(str(path) for path in tmp_path.rglob("*") if path.is_file())
    assert len(written) == len(starter_files())


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    assert write_starter(tmp_path)


def test_a_folder_with_files_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    (finding,) = findings(lambda: write_starter(tmp_path))
    assert finding.message == "the folder is not empty"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text("mine", encoding="utf-8")
    for target in (file, file / "project"):
        (finding,) = findings(lambda target=target: write_starter(target))  # type: ignore[misc]
        assert finding.message == "the project cannot be written: Not a directory"
    assert file.read_text(encoding="utf-8") == "mine"
