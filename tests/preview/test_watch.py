"""Files that change, and the pages that are told."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import pytest

from guidegen.preview import watch
from guidegen.preview.live import LiveGuide
from guidegen.preview.watch import Channel, follow
from tests.preview.conftest import CATALOGUE

Replace = Callable[[str, str, str], None]
Write = Callable[[str, str | bytes], None]
LONGEST = 10.0


async def take(events: AsyncIterator[str]) -> str:
    return await asyncio.wait_for(anext(events), LONGEST)


def test_a_page_is_told_at_once_that_there_is_something() -> None:
    assert asyncio.run(take(Channel().events())).endswith("data: 0\n\n")


def test_every_page_is_told_of_news() -> None:
    async def told() -> list[str]:
        channel = Channel()
        pages = [channel.events(), channel.events()]
        for page in pages:
            await take(page)
        waiting = [asyncio.ensure_future(take(page)) for page in pages]
        await asyncio.sleep(0)
        channel.announce()
        return [await one for one in waiting]

    assert asyncio.run(told()) == ["retry: 500\ndata: 1\n\n"] * 2


def test_news_that_come_while_a_page_is_busy_are_not_lost() -> None:
    async def told() -> str:
        channel = Channel()
        page = channel.events()
        await take(page)
        channel.announce()
        channel.announce()
        return await take(page)

    assert asyncio.run(told()).endswith("data: 2\n\n")


def test_without_news_a_page_is_told_that_its_server_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "HEARTBEAT", 0.01)

    async def told() -> str:
        page = Channel().events()
        await take(page)
        return await take(page)

    assert asyncio.run(told()).startswith(":")


def test_a_closed_channel_lets_its_pages_go() -> None:
    async def rest() -> list[str]:
        channel = Channel()
        page = channel.events()
        await take(page)
        waiting = asyncio.ensure_future(anext(page, "gone"))
        await asyncio.sleep(0)
        channel.close()
        return [await asyncio.wait_for(waiting, LONGEST), *[event async for event in channel.events()]]

    assert asyncio.run(rest()) == ["gone"]


def followed(live: LiveGuide, change: Callable[[], None]) -> str:
    """The French page after *change*, as soon as a page is told of it."""

    async def changed() -> str:
        channel, stop = Channel(), asyncio.Event()
        page = channel.events()
        await take(page)
        following = asyncio.create_task(follow(live, channel, stop))
        await asyncio.sleep(0.3)
        change()
        await take(page)
        stop.set()
        await asyncio.wait_for(following, LONGEST)
        assert live.view.translated
        return live.view.translated.html

    return asyncio.run(changed())


def test_a_saved_catalogue_is_read_and_announced(live: LiveGuide, replace: Replace) -> None:
    assert "Le contexte" in followed(live, lambda: replace(CATALOGUE, '"Contexte"', '"Le contexte"'))


def test_a_catalogue_that_an_editor_renames_into_its_place_is_read_too(live: LiveGuide) -> None:
    def save() -> None:
        place = live.project.path(CATALOGUE)
        aside = place.with_suffix(".po.new")
        aside.write_text(place.read_text(encoding="utf-8").replace('"Contexte"', '"Le contexte"'), encoding="utf-8")
        time.sleep(0.05)
        aside.replace(place)

    assert "Le contexte" in followed(live, save)


def test_files_that_cannot_be_watched_are_a_finding(live: LiveGuide, monkeypatch: pytest.MonkeyPatch) -> None:
    def awatch(*_: object, **__: object) -> AsyncIterator[object]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(watch, "awatch", awatch)
    asyncio.run(follow(live, Channel(), asyncio.Event()))
    assert [finding.message for finding in live.view.findings] == ["the files cannot be watched: No space left on device"]
