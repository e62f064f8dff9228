"""guidegen translate export: files for translators' tools, on disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from guidegen.cli.translate_export import FORMATS
from guidegen.resources.project import Project
from guidegen.translation.exchange.table import WRITERS

Run = Callable[..., Result]
Write = Callable[[str, str | bytes], None]
PREVENTION = "locales/fr/LC_MESSAGES/content/topics/prevention.po"
GLOSSARY = "id,en,fr\nstate,State,État\n"


def test_the_formats_of_the_command_line_are_those_of_the_table() -> None:
    assert tuple(WRITERS) == FORMATS


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("xliff", "fr/content/topics/prevention.xlf"),
        ("docx", "fr/content/topics/prevention.docx"),
        ("tbx", "glossary.tbx"),
        ("tmx", "fr.tmx"),
    ],
)
def test_every_format_is_written_the_same_bytes_each_time(
    *, guidegen: Run, starter: Project, write: Write, tmp_path: Path, name: str, file: str
) -> None:
    write("locales/glossary.csv", GLOSSARY)
    write(PREVENTION, starter.path(PREVENTION).read_bytes().replace(b"X-Review-Status: draft", b"X-Review-Status: reviewed"))
    for output in ("one", "two"):
        result = guidegen("translate", "export", "--to", name, "--output", tmp_path / output, "--project", starter.root)
        assert (result.exit_code, result.stderr) == (0, "")
    found = {path.relative_to(tmp_path / "one"): path.read_bytes() for path in (tmp_path / "one").rglob("*.*")}
    assert Path(file) in found
    assert found == {path.relative_to(tmp_path / "two"): path.read_bytes() for path in (tmp_path / "two").rglob("*.*")}
    assert result.stdout == f"{len(found)} file{'s' if len(found) > 1 else ''} in {tmp_path / 'two'}\n"


def test_the_files_are_named_when_more_is_to_be_said_and_not_when_less(guidegen: Run, starter: Project, tmp_path: Path) -> None:
    export = ("translate", "export", "--to", "xliff", "-o", tmp_path / "out", "--language", "fr", "--project", starter.root)
    assert "fr/content/topics/prevention.xlf\n" in guidegen(*export, "--verbose").stdout
    assert guidegen(*export, "--quiet").stdout == ""


def test_a_broken_catalogue_is_told_and_the_others_are_written(
    guidegen: Run, starter: Project, write: Write, tmp_path: Path
) -> None:
    write(PREVENTION, "nonsense\n")
    result = guidegen("translate", "export", "--to", "xliff", "-o", tmp_path / "out", "--project", starter.root)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{PREVENTION}:1")
    assert (tmp_path / "out/fr/content/congress.xlf").is_file()
    assert not (tmp_path / "out/fr/content/topics/prevention.xlf").exists()


def test_broken_content_and_a_memory_of_nothing_end_with_1(guidegen: Run, starter: Project, write: Write, tmp_path: Path) -> None:
    export = ("-o", tmp_path / "out", "--project", starter.root)
    assert guidegen("translate", "export", "--to", "tmx", *export).exit_code == 1
    write("content/congress.yaml", "broken: [\n")
    result = guidegen("translate", "export", "--to", "xliff", *export)
    assert (result.exit_code, (tmp_path / "out").exists()) == (1, False)
    assert result.stderr.startswith("content/congress.yaml:")


def test_a_folder_that_cannot_be_written_in_ends_with_3(guidegen: Run, starter: Project, tmp_path: Path) -> None:
    (tmp_path / "fr").write_text("a file")
    result = guidegen("translate", "export", "--to", "docx", "-o", tmp_path, "--project", starter.root)
    assert result.exit_code == 3
    assert "cannot be written" in result.stderr


def test_an_unknown_language_or_format_is_a_usage_error(guidegen: Run, starter: Project, tmp_path: Path) -> None:
    export = ("translate", "export", "-o", tmp_path, "--project", starter.root, "--to")
    assert guidegen(*export, "xliff", "-l", "en").exit_code == 2
    assert guidegen(*export, "xlsx").exit_code == 2
