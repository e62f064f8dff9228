"""The Nu checker and axe in Chromium find no fault in any HTML guide, on wide screens and on narrow ones."""

from __future__ import annotations

import json
import shutil
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from guidegen.build.matrix import GuideName
from tests.acceptance.matrix import BUILD, JUDGES, PINNED, built, run
from tests.conftest import LANGUAGES, MEETINGS

pytestmark = pytest.mark.acceptance

NU = JUDGES / "node_modules/vnu-jar/build/dist/vnu.jar"
WIDTHS = (1280, 360)
SEEN = [GuideName(meeting, language) for meeting, language in zip(cycle(MEETINGS), LANGUAGES, strict=False)]
FAULTY = '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><img src="a.png"><p style="colour: red">'


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    file = tmp_path / "faulty.html"
    file.write_text(f'{FAULTY}<span style="display: block; width: 3000px">wide</span></body></html>', encoding="utf-8")
    return file


def nu(*files: Path) -> list[str]:
    """What the Nu checker says of *files*, of their style too."""
    done = run("java", "-jar", NU, "--stdout", "--format", "json", "--exit-zero-always", *files, seconds=300)
    assert done.returncode == 0, done.stderr
    return [f"{Path(one['url']).name}: {one['message']}" for one in json.loads(done.stdout)["messages"]]


def test_the_nu_checker_says_nothing_of_any_file() -> None:
    assert nu(*built("html")) == []


def test_the_nu_checker_sees_faults_of_html_and_of_css(faulty: Path) -> None:
    said = "\n".join(nu(faulty))
    assert "alt" in said
    assert "colour" in said


def test_axe_is_shown_every_language_and_every_meeting() -> None:
    assert ({name.language for name in SEEN}, {name.meeting for name in SEEN}) == (set(LANGUAGES), set(MEETINGS))


def axe(*files: Path) -> list[dict[str, Any]]:
    """What axe says of *files* at each width, in one browser."""
    node, chromium = shutil.which("node"), shutil.which("chromium")
    assert node, "Node is missing"
    assert chromium, "Chromium is missing"
    widths = ",".join(map(str, WIDTHS))
    done = run(node, PINNED / "axe.mjs", JUDGES / "node_modules", chromium, widths, *files, seconds=900)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def judged() -> dict[tuple[str, int], dict[str, Any]]:
    return {(Path(one["file"]).name, one["width"]): one for one in axe(*(BUILD / name.file("html") for name in SEEN))}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SEEN, ids=str)
def test_axe_finds_nothing_and_nothing_leaves_the_screen(
    judged: dict[tuple[str, int], dict[str, Any]], name: GuideName, width: int
) -> None:
    said = judged[Path(name.file("html")).name, width]
    assert said["findings"] == []
    assert said["passes"] > 0
    assert said["sideways"] == 0


def test_axe_sees_a_picture_without_words_and_what_leaves_the_screen(faulty: Path) -> None:
    for said in axe(faulty):
        assert any(one.startswith("image-alt: ") for one in said["findings"])
        assert said["sideways"] > 0
