"""guidegen translate extract: templates on disk."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

from guidegen.resources.project import Project

Run = Callable[..., Result]
Write = Callable[[str, str | bytes], None]


def pots(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.path("locales/pot").rglob("*") if path.is_file()}


def test_templates_are_written_once_and_a_second_run_changes_nothing(guidegen: Run, starter: Project) -> None:
    first = guidegen("translate", "extract", "--project", starter.root)
    before = pots(starter)
    second = guidegen("translate", "extract", "--project", starter.root)
    assert (first.exit_code, second.exit_code, second.stderr) == (0, 0, "")
    assert "guide.pot" in before
    assert pots(starter) == before
    assert second.stdout.endswith(" 0 of them changed\n")


def test_a_template_whose_source_is_gone_is_removed(guidegen: Run, starter: Project, write: Write) -> None:
    write("locales/pot/content/topics/old.pot", "x")
    guidegen("translate", "extract", "--project", starter.root)
    assert "old.pot" not in pots(starter)


def test_the_files_that_changed_are_named_where_more_is_wanted(guidegen: Run, starter: Project) -> None:
    assert "locales/pot/guide.pot\n" in guidegen("translate", "extract", "--verbose", "--project", starter.root).stdout
    assert guidegen("translate", "extract", "--quiet", "--project", starter.root).stdout == ""


def test_broken_content_is_told_and_nothing_is_written(guidegen: Run, starter: Project, write: Write) -> None:
    write("content/congress.yaml", "number: one\n")
    result = guidegen("translate", "extract", "--project", starter.root)
    assert result.exit_code == 1
    assert "content/congress.yaml:1" in result.stderr
    assert pots(starter) == {}
