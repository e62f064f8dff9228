"""Serves the page on this machine's own address, and on no other."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from types import FrameType

import uvicorn

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.preview.app import Preview
from guidegen.preview.watch import Channel

# Seconds that open pages are given when the server stops.
PARTING = 1


class _Server(uvicorn.Server):
    """A server that sends its pages away when it is told to stop; they would wait for news."""

    def __init__(self, config: uvicorn.Config, channel: Channel) -> None:
        super().__init__(config)
        self.channel = channel

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop."""
        self.channel.close()
        super().handle_exit(sig, frame)


def listen(address: str, port: int) -> socket.socket:
    """Return a socket that listens at *port* of *address*; any free port where it is 0.

    Raises GuidegenError for an address that other machines can reach, and for a port that is taken.
    """
    place = Source(f"{address}:{port}")
    if not _is_loopback(address):
        message = f"{address} is not an address of this machine alone"
        raise GuidegenError([Finding(place, "loopback", message, "the page shows drafts, and anyone could read them")])
    try:
        return socket.create_server((address, port), reuse_port=False)
    except OSError as error:
        message = f"the port cannot be had: {error.strerror or error}"
        raise GuidegenError([Finding(place, "port", message, "name another with --port")]) from None


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.IPv4Address(address).is_loopback
    except ValueError:
        return False


def serve(preview: Preview, listening: socket.socket) -> None:
    """Serve *preview* on the socket *listening* until the process is told to stop."""
    app = preview.application(listening.getsockname()[1])
    config = uvicorn.Config(app, log_level="critical", access_log=False, server_header=False, timeout_graceful_shutdown=PARTING)
    with contextlib.suppress(KeyboardInterrupt):  # uvicorn stops, and then passes the signal on
        _Server(config, preview.channel).run(sockets=[listening])
