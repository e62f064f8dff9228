"""The Nu checker and axe in Chromium find no fault in any HTML guide, on wide screens and on narrow ones."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from guidegen.build.matrix import GuideName
from tests.acceptance.matrix import BUILD, JUDGES, built, run
from tests.conftest import LANGUAGES, MEETINGS

pytestmark = pytest.mark.acceptance

AXE = JUDGES / "node_modules/axe-core/axe.min.js"
SIDEWAYS = """() => {
    const root = document.documentElement;
    const fixed = [...document.querySelectorAll("main *")].filter((one) => !one.parentElement.closest("[role=region]"));
    const lefts = fixed.map((one) => one.getBoundingClientRect().left);
    return Math.max(root.scrollWidth - root.clientWidth, Math.ceil(-Math.min(0, ...lefts)));
}"""
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "Chromium is missing"
    with sync_playwright() as playwright:
        # As root it starts only without its sandbox; the pages are the project's own and fetch nothing.
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@dataclass(frozen=True)
class Judgement:
    """What axe found, by how many rules it found nothing, and how far the page can be moved sideways."""

    findings: list[str]
    passed: int
    sideways: int


def axe(browser: Browser, file: Path, width: int) -> Judgement:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(file.as_uri())
    page.add_script_tag(path=AXE)
    said = page.evaluate("() => axe.run(document)")
    sideways = page.evaluate(SIDEWAYS)
    page.close()
    found = [f"{rule['id']}: {rule['help']}: {node['html']}" for rule in said["violations"] for node in rule["nodes"]]
    return Judgement(found, len(said["passes"]), sideways)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SEEN, ids=str)
def test_axe_finds_nothing_and_nothing_leaves_the_screen(browser: Browser, name: GuideName, width: int) -> None:
    said = axe(browser, BUILD / name.file("html"), width)
    assert said.findings == []
    assert said.passed > 0
    assert said.sideways == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_sees_a_picture_without_words_and_what_leaves_the_screen(browser: Browser, faulty: Path, width: int) -> None:
    said = axe(browser, faulty, width)
    assert any(one.startswith("image-alt: ") for one in said.findings)
    assert said.sideways > 0
