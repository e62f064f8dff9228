"""Follows the project's files, and tells the open pages when their guide has changed."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import awatch

from guidegen.errors import Finding, Source
from guidegen.preview.live import FOLDERS, LiveGuide

# Milliseconds: changes are looked for every STEP, and those that go on are read together after DEBOUNCE at the latest.
STEP, DEBOUNCE = 20, 100
# Seconds after which a page is told that its server is still there.
HEARTBEAT = 15.0


@dataclass(slots=True)
class Channel:
    """Tells every open page that there is something new, or that nothing more will come."""

    closed: bool = False
    _number: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def announce(self) -> None:
        """Tell that there is something new."""
        self._number += 1
        news, self._news = self._news, asyncio.Event()
        news.set()

    def close(self) -> None:
        """Tell that nothing more will come."""
        self.closed = True
        self.announce()

    async def events(self) -> AsyncIterator[str]:
        """Yield server-sent events (HTML, section 9.2): one at the beginning and one at news, comments while there is none."""
        seen = -1
        while not self.closed:
            if seen == self._number:
                yield ": still here\n\n"
            else:
                seen = self._number
                yield f"retry: 500\ndata: {seen}\n\n"
            await self._wait(seen)

    async def _wait(self, seen: int) -> None:
        """Wait for what is newer than *seen*, but not longer than a page wants to be left alone."""
        if seen == self._number:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), HEARTBEAT)


async def follow(live: LiveGuide, channel: Channel, stop: asyncio.Event) -> None:
    """Keep *live* up with the files of its project, and announce each change on *channel*, until *stop*."""
    root = live.project.root
    folders = [root / name for name in FOLDERS if (root / name).is_dir()]
    try:
        async for changes in awatch(*folders, step=STEP, debounce=DEBOUNCE, stop_event=stop):
            paths = {Path(path).relative_to(root).as_posix() for _, path in changes}
            if await asyncio.to_thread(live.reread, paths):
                channel.announce()
    except OSError as error:
        message = f"the files cannot be watched: {error.strerror or error}"
        live.tell(Finding(Source("preview"), "watch", message, "set WATCHFILES_FORCE_POLLING=1"))
        channel.announce()
