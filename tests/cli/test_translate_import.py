"""guidegen translate import: what comes back goes into the catalogues on disk, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from guidegen.resources.project import Project

Run = Callable[..., Result]
Write = Callable[[str, str | bytes], None]
PREVENTION = "locales/fr/LC_MESSAGES/content/topics/prevention.po"


def catalogues(project: Project) -> dict[str, bytes]:
    return {path.relative_to(project.root).as_posix(): path.read_bytes() for path in project.path("locales").rglob("*.po")}


@pytest.fixture
def project(guidegen: Run, starter: Project) -> Project:
    """The starter project, its catalogues up to date."""
    guidegen("translate", "update", "--project", starter.root)
    return starter


@pytest.fixture
def sent(guidegen: Run, project: Project, tmp_path: Path) -> Path:
    """The XLIFF file of the topic, as it left."""
    guidegen("translate", "export", "--to", "xliff", "-o", tmp_path / "out", "--project", project.root)
    return tmp_path / "out/fr/content/topics/prevention.xlf"


def change(sent: Path, old: str, new: str) -> None:
    text = sent.read_text(encoding="utf-8")
    assert old in text
    sent.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_nobody_changed_changes_no_file(guidegen: Run, project: Project, sent: Path) -> None:
    before = catalogues(project)
    result = guidegen("translate", "import", sent, "--project", project.root)
    assert (result.exit_code, result.stderr, catalogues(project)) == (0, "", before)
    assert result.stdout.startswith(f"{sent}: 0 of ")


def title_of(project: Project) -> str:
    text = project.path(PREVENTION).read_text(encoding="utf-8")
    return text[text.index('msgctxt "topics.prevention.title"') :].split('msgstr "', 2)[1].partition('"')[0]


def test_one_changed_translation_changes_one_line_of_one_file(guidegen: Run, project: Project, sent: Path) -> None:
    before, old = catalogues(project), title_of(project)
    change(sent, f">{old}<", ">Prévenir<")
    result = guidegen("translate", "import", sent, "--project", project.root)
    assert (result.exit_code, result.stderr) == (0, "")
    after = catalogues(project)
    assert {path for path in after if after[path] != before[path]} == {PREVENTION}
    assert after[PREVENTION] == before[PREVENTION].replace(f'msgstr "{old}"'.encode(), 'msgstr "Prévenir"'.encode())


def test_what_is_refused_is_told_with_its_line_and_ends_with_1(guidegen: Run, project: Project, sent: Path, write: Write) -> None:
    change(sent, f">{title_of(project)}<", ">Prévenir[^none]<")
    before = catalogues(project)
    result = guidegen("translate", "import", sent, "--project", project.root)
    assert (result.exit_code, catalogues(project)) == (1, before)
    assert result.stderr.startswith(f'{sent}:8: error: "topics.prevention.title": the note marks')


def test_a_reviewed_translation_is_replaced_only_where_that_is_asked_for(
    guidegen: Run, project: Project, sent: Path, write: Write
) -> None:
    write(PREVENTION, project.path(PREVENTION).read_bytes().replace(b"X-Review-Status: draft", b"X-Review-Status: reviewed"))
    change(sent, f">{title_of(project)}<", ">Prévenir<")
    before = catalogues(project)
    refused = guidegen("translate", "import", sent, "--project", project.root)
    assert (refused.exit_code, catalogues(project)) == (1, before)
    assert "[exchange-reviewed]" in refused.stderr
    assert guidegen("translate", "import", sent, "--replace-reviewed", "--project", project.root).exit_code == 0
    assert (title_of(project), b"X-Review-Status: draft" in catalogues(project)[PREVENTION]) == ("Prévenir", True)


def test_a_bad_file_changes_nothing_and_the_next_one_is_taken(
    guidegen: Run, project: Project, sent: Path, tmp_path: Path
) -> None:
    change(sent, f">{title_of(project)}<", ">Prévenir<")
    bad = tmp_path / "bad.xlf"
    bad.write_bytes(sent.read_bytes()[:-40])
    result = guidegen("translate", "import", bad, sent, "--project", project.root)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{bad}:")
    assert title_of(project) == "Prévenir"


def test_a_file_of_a_language_that_was_not_asked_for_is_refused(
    guidegen: Run, project: Project, sent: Path, write: Write
) -> None:
    write("locales/es/conventions.yaml", project.path("locales/fr/conventions.yaml").read_bytes())
    result = guidegen("translate", "import", sent, "--language", "es", "--project", project.root)
    assert result.exit_code == 1
    assert "[exchange-language]" in result.stderr


def test_broken_content_lets_nothing_in(guidegen: Run, project: Project, sent: Path, write: Write) -> None:
    write("content/congress.yaml", "broken: [\n")
    result = guidegen("translate", "import", sent, "--project", project.root)
    assert result.exit_code == 1
    assert result.stderr.startswith("content/congress.yaml:")


def test_a_file_that_is_not_there_is_a_usage_error(guidegen: Run, project: Project) -> None:
    assert guidegen("translate", "import", "none.xlf", "--project", project.root).exit_code == 2
    assert guidegen("translate", "import", "--project", project.root).exit_code == 2
