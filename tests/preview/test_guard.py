"""Who may ask for the page, and what the page may do."""

from __future__ import annotations

import base64
import hashlib

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from guidegen.preview.guard import LoopbackOnly, guide_policy

PORT = 8043


def answer(_: Request) -> Response:
    return PlainTextResponse("answer")


@pytest.fixture
def client() -> TestClient:
    app = Starlette(routes=[Route("/", answer)], middleware=[Middleware(LoopbackOnly, port=PORT)])
    return TestClient(app, base_url=f"http://127.0.0.1:{PORT}")


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"LOCALHOST:{PORT}", f"[::1]:{PORT}"])
def test_this_machine_is_answered_by_its_own_names(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).text == "answer"


@pytest.mark.parametrize(
    "host",
    [
        "attacker.example",
        f"attacker.example:{PORT}",
        f"127.0.0.1.attacker.example:{PORT}",
        f"localhost.attacker.example:{PORT}",
        f"127.0.0.1:{PORT}@attacker.example",
        "127.0.0.1",
        "127.0.0.1:80",
        f"0.0.0.0:{PORT}",
        f"127.0.0.2:{PORT}",
        "",
    ],
)
def test_a_name_that_another_site_may_have_pointed_here_is_refused(client: TestClient, host: str) -> None:
    refused = client.get("/", headers={"host": host})
    assert (refused.status_code, "answer" in refused.text) == (421, False)


def test_a_request_with_two_hosts_is_refused(client: TestClient) -> None:
    hosts = [("host", f"127.0.0.1:{PORT}"), ("host", "attacker.example")]
    assert client.get("/", headers=hosts).status_code == 421


@pytest.mark.parametrize(("site", "status"), [("same-origin", 200), ("none", 200), ("cross-site", 421), ("same-site", 421)])
def test_a_request_that_another_site_makes_is_refused(client: TestClient, site: str, status: int) -> None:
    assert client.get("/", headers={"sec-fetch-site": site}).status_code == status


def test_every_answer_has_a_strict_policy(client: TestClient) -> None:
    headers = client.get("/").headers
    policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


def named(style: str) -> str:
    """The source expression of a style (Content Security Policy, level 3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


def test_a_guide_may_use_its_own_styles_and_nothing_else() -> None:
    policy = guide_policy('<html><head><style>a { color: red }</style></head><body><p style="width: 5%">x</p></body></html>')
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["style-src-elem"] == f"'self' {named('a { color: red }')}"
    assert rules["style-src-attr"] == f"'unsafe-hashes' {named('width: 5%')}"
    assert {*rules} == {"default-src", "base-uri", "form-action", "style-src-elem", "style-src-attr", "frame-ancestors"}


def test_an_equal_style_is_named_once() -> None:
    assert guide_policy('<html><body><p style="width: 5%">x</p><p style="width: 5%">y</p></body></html>').count("'sha256-") == 1
