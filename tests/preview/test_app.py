"""The addresses of the page."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from lxml import html
from starlette.testclient import TestClient

from guidegen.preview.app import ASSETS, Preview
from guidegen.preview.live import LiveGuide
from tests.preview.conftest import CATALOGUE, FRENCH, PROSE

Replace = Callable[[str, str, str], None]

PORT = 8043
LONGEST = 10.0


@pytest.fixture
def preview(live: LiveGuide) -> Preview:
    return Preview(live)


@pytest.fixture
def client(preview: Preview) -> TestClient:
    """A browser, without the lifespan: nothing follows the files."""
    return TestClient(preview.application(PORT), base_url=f"http://127.0.0.1:{PORT}")


@pytest.fixture
def following(preview: Preview) -> Iterator[TestClient]:
    """A browser, while the files are followed."""
    with TestClient(preview.application(PORT), base_url=f"http://127.0.0.1:{PORT}") as client:
        yield client


def test_the_page_names_the_meeting_and_the_language_and_has_both_sides(client: TestClient) -> None:
    page = html.document_fromstring(client.get("/").text)
    assert page.findtext(".//h1") == "Capital City, French"
    assert [frame.get("id") for frame in page.iter("iframe")] == ["original", "translation"]


def test_everything_on_the_page_that_can_be_used_has_a_name(client: TestClient) -> None:
    page = html.document_fromstring(client.get("/").text)
    assert page.get("lang")
    assert all(frame.get("title") for frame in page.iter("iframe"))
    assert all(button.text_content().strip() for button in page.iter("button"))
    assert all(field.getparent().tag == "label" for field in page.iter("input"))
    ids = {element.get("id") for element in page.iter()}
    assert {element.get("aria-labelledby") for element in page.iter() if element.get("aria-labelledby")} <= ids


def test_the_page_runs_nothing_but_its_own_script(client: TestClient) -> None:
    page = html.document_fromstring(client.get("/").text)
    assert [script.get("src") for script in page.iter("script")] == ["/page.js"]
    assert not [element for element in page.iter() for name in element.attrib if name.startswith("on") or name == "style"]


def test_the_page_of_the_source_language_has_one_side(preview: Preview) -> None:
    live = LiveGuide(preview.live.project, FRENCH.__class__(FRENCH.meeting, "en"))
    live.read()
    page = TestClient(Preview(live).application(PORT), base_url=f"http://127.0.0.1:{PORT}").get("/").text
    assert [frame.get("id") for frame in html.document_fromstring(page).iter("iframe")] == ["original"]


@pytest.mark.parametrize("side", ["original", "translation"])
def test_each_side_is_the_guide_as_it_is_built(client: TestClient, preview: Preview, side: str) -> None:
    view = preview.live.view
    made = view.original if side == "original" else view.translated
    answer = client.get(f"/guide/{side}")
    assert made
    assert answer.text == made.html
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("asset", ASSETS)
def test_styles_and_script_are_there(client: TestClient, asset: str) -> None:
    answer = client.get(f"/{asset}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(ASSETS[asset])


def test_state_and_message_are_json(client: TestClient) -> None:
    assert client.get("/state").json()["findings"] == []
    assert client.get("/message?context=topics.prevention.background").json()["source"]["text"] == "Background"


@pytest.mark.parametrize(
    "address",
    [
        "/message",
        "/message?context=nothing",
        "/guide/other",
        "/guide/..%2f..%2fsetup.cfg",
        f"/{quote(CATALOGUE, safe='')}",
        f"/{CATALOGUE}",
        "/content/congress.yaml",
        "/page.html.j2",
        "/../../etc/passwd",
        "/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/%2fetc%2fpasswd",
    ],
)
def test_no_file_is_served(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "msgid" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_sent(client: TestClient, method: str) -> None:
    assert client.request(method, "/state").status_code == 405


def test_the_guard_stands_before_every_address(client: TestClient) -> None:
    for address in ("/", "/state", "/events", "/guide/original", "/page.js", "/nothing"):
        assert client.get(address, headers={"host": "attacker.example"}).status_code == 421


def test_events_are_server_sent_events(client: TestClient, preview: Preview) -> None:
    preview.channel.close()
    answer = client.get("/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.text == ""


def until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def test_while_it_runs_the_page_follows_the_catalogues(following: TestClient, replace: Replace) -> None:
    time.sleep(0.3)
    replace(CATALOGUE, '"Contexte"', '"Le contexte"')
    assert until(lambda: "Le contexte" in following.get("/guide/translation").text)


def test_broken_content_is_told_on_the_page_which_stays(following: TestClient, replace: Replace) -> None:
    before = following.get("/guide/original").text
    time.sleep(0.3)
    replace(PROSE, "{#background}\n", "")
    assert until(lambda: bool(following.get("/state").json()["findings"]))
    assert following.get("/state").json()["findings"][0]["place"].startswith(f"{PROSE}:7")
    assert following.get("/guide/original").text == before


def test_without_a_sound_guide_there_is_a_page_with_the_findings(preview: Preview, replace: Replace) -> None:
    replace(PROSE, "{#background}\n", "")
    live = LiveGuide(preview.live.project, FRENCH)
    live.read()
    client = TestClient(Preview(live).application(PORT), base_url=f"http://127.0.0.1:{PORT}")
    assert client.get("/").status_code == 200
    assert client.get("/guide/original").status_code == 404
    assert [finding["rule"] for finding in client.get("/state").json()["findings"]] == ["id-missing"]
