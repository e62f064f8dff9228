"""The live page in Chromium: a paragraph chosen, a catalogue saved, a mistake made, all with the shipped guides."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect, sync_playwright

from guidegen.resources.project import Project
from tests.conftest import MEETINGS, copy_checkout

pytestmark = pytest.mark.acceptance

CHROMIUM = shutil.which("chromium")
CONTEXT = "topics.youth.standards"
PARAGRAPH = "[id='youth.standards']"
LONGEST = 30_000
IN_TIME = 1.0
TOP = "() => document.getElementById('translation').contentDocument.scrollingElement.scrollTop"
# When the words given are in the guide, in milliseconds.
WAITING = """(words) => {
  const page = document.getElementById("translation").contentDocument;
  const when = new Promise((resolve) => {
    const look = () => page.body.textContent.includes(words) && resolve(Date.now());
    new MutationObserver(look).observe(page, { childList: true, subtree: true });
  });
  return { when };
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Chromium is missing"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the shipped project, to be edited."""
    return copy_checkout(tmp_path_factory.mktemp("project"))


@contextmanager
def served(project: Project, language: str) -> Iterator[str]:
    """Serve the page of the first meeting's guide; give its address."""
    asked = ["--region", MEETINGS[0], "--language", language, "--port", "0", "--project", str(project.root)]
    with subprocess.Popen([sys.executable, "-m", "guidegen", "preview", *asked], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().split()[0]
        process.send_signal(signal.SIGINT)


@pytest.fixture(scope="module", params=["ar", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def address(project: Project, language: str) -> Iterator[str]:
    with served(project, language) as url:
        yield url


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, up to date; it may neither complain nor ask for anything but itself."""
    page = browser.new_page(viewport={"width": 1600, "height": 900})
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((address, "data:")) else faults.append(request.url))
    page.goto(address)
    expect(page.locator("#news")).to_have_text("Up to date.", timeout=LONGEST)
    yield page
    page.close()
    assert faults == []


@pytest.fixture
def catalogue(project: Project, language: str) -> Iterator[Path]:
    """The catalogue of a topic; put back after the test."""
    place = project.path(f"locales/{language}/LC_MESSAGES/content/topics/youth.po")
    before = place.read_bytes()
    yield place
    place.write_bytes(before)


def entry(catalogue: Path) -> tuple[str, str, str]:
    """What stands before, in and after the chosen message of *catalogue*."""
    before, start, rest = catalogue.read_text(encoding="utf-8").partition(f'msgctxt "{CONTEXT}"')
    inside, end, after = rest.partition("\n\n")
    flags = before.rindex("#,")
    return before[:flags], before[flags:] + start + inside, end + after


def change(catalogue: Path, how: Callable[[str], str]) -> float:
    """Change the chosen message and return when it was saved."""
    before, message, after = entry(catalogue)
    catalogue.write_text(before + how(message) + after, encoding="utf-8")
    return time.time()


def beginning_with(words: str) -> Callable[[str], str]:
    return lambda message: re.sub(r'(msgstr ""\n")', rf"\g<1>{words} ", message)


def side(page: Page, name: str = "translation") -> FrameLocator:
    return page.frame_locator(f"#{name}")


def test_the_page_shows_both_sides_with_their_styles(page: Page, language: str) -> None:
    assert side(page).locator("html").get_attribute("lang", timeout=LONGEST).startswith(language)  # type: ignore[union-attr]
    for name in ("original", "translation"):
        expect(side(page, name).locator("h1.title")).to_have_css("font-weight", "700")
        assert side(page, name).locator("[data-preview]").count() > 600


def test_every_element_that_the_page_names_is_there(page: Page) -> None:
    named = page.evaluate("async () => (await (await fetch('/state')).json()).elements.length")
    for name in ("original", "translation"):
        assert side(page, name).locator("[data-preview]").count() == named


def test_a_click_on_a_paragraph_tells_its_message_and_shows_it_on_both_sides(
    page: Page, language: str, project: Project, catalogue: Path
) -> None:
    side(page).locator(PARAGRAPH).click(position={"x": 40, "y": 10})
    told = page.locator("#message")
    expect(told).to_contain_text(CONTEXT)
    expect(told).to_contain_text(re.compile(rf"{catalogue.relative_to(project.root)}:\d+"))
    expect(told).to_contain_text("content/topics/youth.md:12")
    expect(told).to_contain_text("Convention on the Rights of the Child:")
    for name in ("original", "translation"):
        expect(side(page, name).locator(PARAGRAPH)).to_have_attribute("data-chosen", "")
        expect(side(page, name).locator(PARAGRAPH)).to_be_in_viewport()
    direction = side(page).locator("html").get_attribute("dir")
    translation = told.locator("blockquote").nth(1)
    assert translation.get_attribute("dir") == direction
    assert translation.locator("bdi[dir=ltr]").all_inner_texts() == ["[@crc, arts. 37 and 40]"]


def test_a_saved_catalogue_shows_within_a_second_and_the_page_stays_where_it_is(page: Page, catalogue: Path) -> None:
    paragraph = side(page).locator(PARAGRAPH)
    paragraph.click(position={"x": 40, "y": 10})
    before, times = page.evaluate(TOP), []
    for number in range(5):
        shown = page.evaluate_handle(WAITING, f"Seen{number}")
        saved = change(catalogue, beginning_with(f"Seen{number}"))
        times.append(shown.evaluate("async (shown) => await shown.when") / 1000 - saved)
        expect(paragraph).to_contain_text(f"Seen{number}")
    assert min(times) < IN_TIME, times
    assert page.evaluate(TOP) > 0
    assert abs(page.evaluate(TOP) - before) < 40
    expect(page.locator("#message")).to_contain_text("Seen4")


def test_what_is_fuzzy_is_coloured_told_and_can_be_gone_to(page: Page, catalogue: Path) -> None:
    paragraph = side(page).locator(PARAGRAPH)
    change(catalogue, lambda message: message.replace("#, md-text", "#, fuzzy, md-text"))
    expect(paragraph).to_have_attribute("data-status", "fuzzy")
    expect(paragraph).to_have_css("outline-style", "dotted")
    expect(page.locator("#totals")).to_have_text(re.compile(r"^(\d+) of (\d+) messages"))
    page.get_by_role("button", name="Next to do").click()
    expect(page.locator("#message")).to_contain_text("Translation: fuzzy")
    page.get_by_role("button", name="Previous").click()
    page.get_by_role("button", name=f"{CONTEXT} (fuzzy)").click()
    expect(paragraph).to_be_in_viewport()


def test_a_broken_catalogue_is_told_with_its_line_and_the_page_stays(page: Page, catalogue: Path) -> None:
    expect(side(page).locator(PARAGRAPH)).not_to_have_attribute("data-status", "fuzzy")  # as the test before left it
    before = side(page).locator(PARAGRAPH).inner_text()
    change(catalogue, lambda message: message.replace('msgstr ""', 'msgstr "'))
    expect(page.locator("#findings")).to_contain_text(re.compile(r"youth\.po:\d+ error: not a valid catalogue"))
    expect(page.locator("#news")).to_contain_text("Errors: 1.")
    assert side(page).locator(PARAGRAPH).inner_text() == before


def test_a_mistake_in_a_message_is_told_at_its_paragraph(page: Page, catalogue: Path) -> None:
    change(catalogue, lambda message: re.sub(r"(msgstr(?:.|\n)*)\[@crc, ?(?:\"\n\")?arts\.", r"\1[@crc, chap.", message))
    expect(side(page).locator(PARAGRAPH)).to_have_attribute("data-status", "wrong")
    side(page).locator(PARAGRAPH).click(position={"x": 40, "y": 10})
    expect(page.locator("#message")).to_contain_text("the note marks, citations or references differ")


def test_the_keyboard_is_enough(page: Page) -> None:
    focused = "() => document.getElementById('translation').contentDocument.activeElement.dataset.preview"
    side(page).locator("[data-preview='0']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_contain_text("Context")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(focused) == "2"
    page.keyboard.press("k")
    assert page.evaluate(focused) == "1"
    expect(side(page).locator("[data-chosen]")).to_have_attribute("aria-current", "true")
    assert side(page).locator("[data-preview][tabindex='0']").count() == 1


def test_changed_content_shows_on_both_sides(page: Page, project: Project) -> None:
    place = project.path("content/topics/youth.md")
    before = place.read_bytes()
    place.write_bytes(before.replace(b"is the starting point for this item", b"is where this item begins"))
    for name in ("original", "translation"):
        expect(side(page, name).locator(PARAGRAPH)).to_contain_text("is where this item begins", timeout=LONGEST)
    expect(side(page).locator(PARAGRAPH)).to_have_attribute("data-status", "stale")
    place.write_bytes(before)


def test_another_sites_name_for_this_machine_is_refused(browser: Browser, address: str) -> None:
    page = browser.new_page()
    answer = page.request.get(address, headers={"host": "attacker.example"})
    assert answer.status == 421
    page.close()
