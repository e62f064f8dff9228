"""guidegen publish, on the starter project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import html

from guidegen.resources.project import Project

Run = Callable[..., Result]
Replace = Callable[[str, str, str], None]


@pytest.fixture
def publish(guidegen: Run, starter: Project, tmp_path: Path) -> Callable[..., Result]:
    where = ("--project", starter.root, "--built", tmp_path / "build", "--output", tmp_path / "site", "--jobs", "1")
    return lambda *more: guidegen("publish", *where, *more)


def rows(page: Path) -> list[str]:
    return [" ".join(row.text_content().split()) for row in html.parse(page).getroot().xpath("//tbody/tr")]


def test_an_edited_paragraph_is_the_change_in_its_languages(
    publish: Callable[..., Result], replace: Replace, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    first = publish()
    assert (first.exit_code, first.stdout, first.stderr) == (0, f"21 files in {site}\n", "")
    assert "no earlier state" in (site / "en/changes.html").read_text(encoding="utf-8")
    site.rename(tmp_path / "before")
    replace("content/topics/prevention.md", "public policy", "policy")
    again = publish("--previous", tmp_path / "before", "--quiet")
    assert (again.exit_code, again.stdout) == (0, "")
    said = rows(site / "en/changes.html")
    assert said
    assert all(row.startswith("changed") for row in said)
    before, after = (json.loads((folder / "state.json").read_text(encoding="utf-8")) for folder in (tmp_path / "before", site))
    assert before["guides"].keys() == after["guides"].keys()
    same = publish("--previous", site, "--quiet")
    assert same.exit_code == 0
    assert "Nothing has changed." in (site / "en/changes.html").read_text(encoding="utf-8")


def test_a_broken_catalogue_leaves_its_guides_out_and_the_others_in(
    publish: Callable[..., Result], write: Callable[[str, str], None], tmp_path: Path
) -> None:
    write("locales/fr/LC_MESSAGES/content/congress.po", "nothing of the kind")
    result = publish()
    assert result.exit_code == 1
    assert "locales/fr/LC_MESSAGES/content/congress.po" in result.stderr
    names = {path.name for path in (tmp_path / "site/guides/capital-city").iterdir()}
    assert names == {f"discussion-guide-capital-city-en.{one}" for one in ("docx", "html", "pdf")}
    assert any(row.startswith("error") for row in rows(tmp_path / "site/en/findings.html"))


def test_broken_content_publishes_nothing(
    publish: Callable[..., Result], write: Callable[[str, str], None], tmp_path: Path
) -> None:
    write("content/congress.yaml", "number: one")
    result = publish()
    assert result.exit_code == 1
    assert "content/congress.yaml" in result.stderr
    assert not (tmp_path / "site").exists()


def test_guides_that_cannot_be_written_are_not_published(publish: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file", encoding="utf-8")
    assert publish().exit_code == 3
    assert not (tmp_path / "site").exists()


def test_a_folder_of_somebody_elses_is_left_alone(publish: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/notes.txt").write_text("mine", encoding="utf-8")
    result = publish()
    assert result.exit_code == 3
    assert "not a published site" in result.stderr
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["notes.txt"]


def test_a_state_that_is_none_and_a_summary_that_cannot_be_written_are_told(
    publish: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    result = publish("--previous", tmp_path / "other.json")
    assert (result.exit_code, "no published state" in result.stderr) == (1, True)
    result = publish("--summary", tmp_path / "nowhere/summary.md")
    assert (result.exit_code, "the summary cannot be written" in result.stderr) == (3, True)


def test_a_site_in_the_folder_of_the_build_that_was_lost_between_two_names_is_what_the_next_one_is_compared_with(
    publish: Callable[..., Result], tmp_path: Path
) -> None:
    site = tmp_path / "build/site"
    assert publish("--output", site).exit_code == 0
    beside = tmp_path / "build/.site.abcd_123.part"
    (beside / "new").mkdir(parents=True)
    site.rename(beside / "old")
    assert publish("--output", site, "--previous", site).exit_code == 0
    assert "Nothing has changed." in (site / "en/changes.html").read_text(encoding="utf-8")
    assert not beside.exists()
