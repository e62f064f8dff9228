"""The site of all drafts: the Nu checker and axe find no fault in any page, from a file and from a folder of a server."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guidegen.site.pages import PAGES
from guidegen.site.state import STATE
from tests.acceptance.matrix import BUILD, ROOT, run
from tests.acceptance.test_html_judges import NU, WIDTHS, axe, browser, nu
from tests.conftest import LANGUAGES

pytestmark = pytest.mark.acceptance

__all__ = ["browser"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the built guides, with paragraphs that were added, changed and removed since a state before."""
    folder = tmp_path_factory.mktemp("site")
    publish = (
        sys.executable,
        "-m",
        "guidegen",
        "publish",
        "--project",
        ROOT,
        "--built",
        BUILD,
        "--output",
        folder / "drafts/site",
    )
    first = run(*publish, seconds=1800)
    assert first.returncode == 0, first.stderr
    state = json.loads((folder / "drafts/site" / STATE).read_text(encoding="utf-8"))
    for rows in state["guides"].values():
        added, changed, *_ = rows
        rows["gone"] = rows.pop(added)
        rows[changed][1] = ""
    (folder / STATE).write_text(json.dumps(state), encoding="utf-8")
    second = run(*publish, "--previous", folder / STATE, seconds=600)
    assert second.returncode == 0, second.stderr
    return folder / "drafts/site"


def test_the_nu_checker_says_nothing_of_any_page(site: Path) -> None:
    pages = [*site.glob("*.html"), *(site / code / f"{page}.html" for code in LANGUAGES for page in PAGES)]
    assert nu(*pages) == []
    done = run("java", "-jar", NU, "--css", "--stdout", site / "site.css")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing_and_nothing_leaves_the_screen(browser: Browser, site: Path, code: str, width: int) -> None:
    for page in (site / "index.html", *(site / code / f"{name}.html" for name in PAGES)):
        said = axe(browser, page, width)
        assert (page.name, said.findings, said.sideways) == (page.name, [], 0)
        assert said.passed > 0


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """The address at which the site stands below two folders of a server."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site.parents[1])) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/drafts/site"
        server.shutdown()
        thread.join()


def test_a_guide_is_found_from_the_entrance_below_any_folder_without_a_script(browser: Browser, site: Path, address: str) -> None:
    for start in (address, site.as_uri()):
        context = browser.new_context(java_script_enabled=False)
        page, asked = context.new_page(), []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(f"{start}/index.html")
        page.click("a[href='ar/index.html']")
        assert page.locator("html").get_attribute("dir") == "rtl"
        page.click("td a[href$='-ar.html'] >> nth=0")
        assert page.url.endswith("-ar.html")
        assert all(url.startswith((start, "data:")) for url in asked)
        context.close()
