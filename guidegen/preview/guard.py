"""What keeps the page to this machine and to itself: the Host header, requests of other sites, the Content-Security-Policy.

A page of another site may point a name of its own at 127.0.0.1 (DNS rebinding); its requests then bear that name as their host.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import lru_cache

from lxml import html
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost", "[::1]")
OWN_SITES = ("", "same-origin", "none")
HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'none'"
PAGE_POLICY = "; ".join(
    [
        NOTHING_ELSE,
        *(f"{kind}-src 'self'" for kind in ("script", "style", "connect", "frame")),
        "img-src data:",  # the empty icon
        "frame-ancestors 'none'",
    ]
)


class LoopbackOnly:
    """Refuses requests whose Host is not this machine's own name with *port*, and requests that other sites make."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self.app = app
        self.hosts = frozenset(f"{name}:{port}" for name in NAMES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif self._admits(Headers(scope=scope)):
            await self.app(scope, receive, _with_headers(send))
        else:
            await PlainTextResponse("This page is for this machine alone.\n", 421)(scope, receive, send)

    def _admits(self, headers: Headers) -> bool:
        own = headers.getlist("host")
        return len(own) == 1 and own[0].lower() in self.hosts and headers.get("sec-fetch-site", "") in OWN_SITES


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        """Send *message*; with the headers where it begins an answer."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in {**HEADERS, "content-security-policy": PAGE_POLICY}.items():
                headers.setdefault(name, value)
        await send(message)

    return sending


@lru_cache(maxsize=4)
def guide_policy(page: str) -> str:
    """Return the policy for the guide *page*: its own styles, by their hashes, and no script; shown in this page alone."""
    tree = html.document_fromstring(page)
    sheets = _hashes(str(sheet.text) for sheet in tree.iter("style"))
    attributes = _hashes(str(element.attrib["style"]) for element in tree.iter() if "style" in element.attrib)
    styles = f"style-src-elem 'self' {sheets}; style-src-attr 'unsafe-hashes' {attributes}"
    return f"{NOTHING_ELSE}; {styles}; frame-ancestors 'self'"


def _hashes(texts: Iterable[str]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in dict.fromkeys(texts))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
