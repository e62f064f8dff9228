"""Where the page is served: on this machine's own address, and on no other."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from guidegen.errors import GuidegenError
from guidegen.preview.server import listen
from guidegen.resources.project import Project


@pytest.mark.parametrize("address", ["0.0.0.0", "192.0.2.1", "10.0.0.1", "::", "", "example.org", "127.0.0.1.example.org"])
def test_an_address_that_others_can_reach_is_refused(address: str) -> None:
    with pytest.raises(GuidegenError, match="is not an address of this machine alone"):
        listen(address, 0)


def test_a_free_port_is_taken_at_the_loopback_address() -> None:
    with listen("127.0.0.1", 0) as listening:
        address, port = listening.getsockname()
        assert (address, port > 0) == ("127.0.0.1", True)
        socket.create_connection((address, port)).close()


def test_a_port_that_is_taken_is_told() -> None:
    with listen("127.0.0.1", 0) as first, pytest.raises(GuidegenError, match=r"the port cannot be had.*--port"):
        listen("127.0.0.1", first.getsockname()[1])


def test_it_serves_until_it_is_told_to_stop_even_while_a_page_waits_for_news(starter: Project) -> None:
    command = [sys.executable, "-m", "guidegen", "preview", "--project", str(starter.root), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        url = process.stdout.readline().split()[0]
        with urllib.request.urlopen(f"{url}events", timeout=20) as waiting:
            assert waiting.readline() == b"retry: 500\n"
            process.send_signal(signal.SIGINT)
            assert (process.wait(20), process.stderr.read()) == (0, "")
