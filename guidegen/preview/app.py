"""The page as an ASGI application. It answers a closed list of addresses; none of them is the path of a file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from guidegen.preview.guard import LoopbackOnly, guide_policy
from guidegen.preview.live import LiveGuide
from guidegen.preview.report import message, pages, state
from guidegen.preview.watch import Channel, follow
from guidegen.templates.environment import environment, render
from guidegen.templates.skin import read_asset

PAGE = "preview/page.html.j2"
ASSETS: Mapping[str, str] = {"page.css": "text/css", "guide.css": "text/css", "page.js": "text/javascript"}


@dataclass(slots=True)
class Preview:
    """The page that shows *live*; news of it come over *channel*."""

    live: LiveGuide
    channel: Channel = field(default_factory=Channel)

    def application(self, port: int) -> Starlette:
        """Return the application, to be served on *port* of this machine's own address; it follows the files while it runs."""
        routes = [
            Route("/", self.page),
            Route("/guide/{side}", self.guide),
            Route("/state", self.state),
            Route("/message", self.message),
            Route("/events", self.events),
            Route("/{asset}", self.asset),
        ]
        return Starlette(routes=routes, middleware=[Middleware(LoopbackOnly, port=port)], lifespan=self._following)

    @asynccontextmanager
    async def _following(self, _: Starlette) -> AsyncIterator[None]:
        stop = asyncio.Event()
        following = asyncio.create_task(follow(self.live, self.channel, stop))
        yield
        stop.set()
        await following

    def page(self, _: Request) -> Response:
        """Answer with the page around the two sides of the guide."""
        guide, original = self.live.guide, self.live.view.original
        language = original.loaded.languages[guide.language].name if original else guide.language
        meeting = original.content.meetings[guide.meeting].facts.region.text if original else guide.meeting
        context = {"meeting": meeting, "language": language, "translates": original is None or original.translates}
        return HTMLResponse(render(environment(self.live.project, {}), PAGE, context))

    def guide(self, request: Request) -> Response:
        """Answer with one side of the guide: the very page that ``guidegen build --format html`` writes."""
        html = pages(self.live.view).get(request.path_params["side"])
        return HTMLResponse(html, headers={"content-security-policy": guide_policy(html)}) if html else _nothing()

    def state(self, _: Request) -> Response:
        """Answer with the state of the guide."""
        return JSONResponse(state(self.live.view))

    def message(self, request: Request) -> Response:
        """Answer with all there is to know of one message."""
        found = message(self.live.view, request.query_params.get("context", ""))
        return JSONResponse(found) if found else _nothing()

    async def events(self, _: Request) -> Response:
        """Answer with news for as long as there is any."""
        return StreamingResponse(self.channel.events(), media_type="text/event-stream")

    def asset(self, request: Request) -> Response:
        """Answer with a style sheet or the script of the page."""
        name = request.path_params["asset"]
        if name not in ASSETS:
            return _nothing()
        return Response(read_asset(self.live.project, f"preview/{name}"), media_type=ASSETS[name])


def _nothing() -> Response:
    return PlainTextResponse("There is nothing here.\n", 404)
