"""guidegen preview: which guide is shown, and what is refused."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from guidegen.build.matrix import GuideName
from guidegen.cli.preview import PreviewOptions, guide_of
from guidegen.loading import load
from guidegen.preview import server
from guidegen.resources.project import Project

Run = Callable[..., Result]
Replace = Callable[[str, str, str], None]


def options(region: str | None = None, language: str | None = None) -> PreviewOptions:
    return {
        "project": None, "quiet": False, "verbose": False, "region": region, "language": language, "address": "", "port": 0
    }  # fmt: skip


def test_without_options_the_first_translation_is_shown(starter: Project) -> None:
    assert guide_of(load(starter), options()) == GuideName("capital-city", "fr")


def test_the_guide_asked_for_is_shown(starter: Project) -> None:
    assert guide_of(load(starter), options("capital-city", "en")) == GuideName("capital-city", "en")


def test_a_project_in_one_language_is_shown_in_it(starter: Project, replace: Replace) -> None:
    replace("content/meetings/capital-city/meeting.yaml", "languages: [en, fr]", "languages: [en]")
    assert guide_of(load(starter), options()) == GuideName("capital-city", "en")


@pytest.mark.parametrize(("option", "name"), [("--region", "nowhere"), ("--language", "xx")])
def test_what_there_is_not_is_a_usage_error(guidegen: Run, starter: Project, option: str, name: str) -> None:
    result = guidegen("preview", "--project", starter.root, option, name)
    assert result.exit_code == 2
    assert f'there is no "{name}"' in result.stderr


def test_an_address_that_others_can_reach_is_refused(guidegen: Run, starter: Project) -> None:
    result = guidegen("preview", "--project", starter.root, "--address", "0.0.0.0")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "0.0.0.0 is not an address of this machine alone" in result.stderr


@pytest.mark.parametrize("module", ["starlette", "uvicorn", "watchfiles"])
def test_without_its_libraries_it_says_how_to_get_them(
    guidegen: Run, starter: Project, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == module or name.startswith("guidegen.preview")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    result = guidegen("preview", "--project", starter.root)
    assert result.exit_code == 1
    assert result.stderr == f"Error: the preview needs {module}; type: pip install 'guidegen[preview]'\n"


def test_findings_are_told_and_the_address_of_the_page(
    guidegen: Run, starter: Project, replace: Replace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "serve", lambda preview, listening: None)
    replace("content/topics/prevention.md", "{#background}\n", "")
    result = guidegen("preview", "--project", starter.root, "--port", "0")
    assert result.exit_code == 0
    assert result.stdout.startswith("http://127.0.0.1:")
    assert result.stderr.startswith("content/topics/prevention.md:7")


def test_a_folder_that_is_no_project_is_a_usage_error(guidegen: Run, tmp_path: Path) -> None:
    assert guidegen("preview", "--project", tmp_path).exit_code == 2
