"""The live page among requests and files that mean harm: it answers, tells, and goes on."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from guidegen.build.matrix import GuideName
from guidegen.preview.live import LiveGuide
from guidegen.preview.report import message, state
from guidegen.resources.project import PACKAGE, Project
from guidegen.resources.starter import write_starter
from tests.reliability.conftest import SECRET

GUIDE = GuideName("capital-city", "fr")
PROSE = "content/topics/prevention.md"
CATALOGUE = "locales/fr/LC_MESSAGES/content/topics/prevention.po"
FOUND, NOT_FOUND, NOT_ALLOWED, NOT_UNDERSTOOD, NOT_HERE = 200, 404, 405, 400, 421
MEBIBYTE = 1024 * 1024
LARGEST_MEMORY = 400 * 1024  # KiB


def request(target: str, headers: str = "", method: str = "GET", body: bytes = b"") -> bytes:
    """Return a request as it is sent; PORT is put in its place."""
    return f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n{headers}\r\n".encode("latin-1") + body


REQUESTS: dict[str, tuple[bytes, int]] = {
    "the page": (request("/"), FOUND),
    "up": (request("/../../../../etc/passwd"), NOT_FOUND),
    "up from a page": (request("/guide/../../content/congress.yaml"), NOT_FOUND),
    "up, escaped": (request("/%2e%2e%2f%2e%2e%2fsecret.txt"), NOT_FOUND),
    "up, backwards": (request("/..\\..\\secret.txt"), NOT_FOUND),
    "an absolute path": (request("//etc/passwd"), NOT_FOUND),
    "a file": (request("file:///etc/passwd"), NOT_FOUND),
    "a whole address": (request("http://127.0.0.1:PORT/content/congress.yaml"), NOT_FOUND),
    "another machine": (request("example.org:443", method="CONNECT"), NOT_FOUND),
    "a null byte": (request("/%00"), NOT_FOUND),
    "a null byte as it is": (request("/a\0b"), NOT_UNDERSTOOD),
    "a control character": (request("/a\x1b[2J"), NOT_UNDERSTOOD),
    "a line end": (request("/x%0d%0aSet-Cookie:%20a=b"), NOT_FOUND),
    "no UTF-8": (request("/message?context=%ff%fe"), NOT_FOUND),
    "a context that leads out": (request("/message?context=../../secret.txt"), NOT_FOUND),
    "control characters in a context": (request("/message?context=%00%1b[2J%e2%80%ae"), NOT_FOUND),
    "a long context": (request(f"/message?context={'x' * 50_000}"), NOT_FOUND),
    "a long address": (request(f"/{'x' * 5 * MEBIBYTE}"), NOT_UNDERSTOOD),
    "many headers": (request("/", "".join(f"X-{number}: y\r\n" for number in range(20_000))), NOT_UNDERSTOOD),
    "a huge body": (request("/state", f"Content-Length: {50 * MEBIBYTE}\r\n", body=bytes(50 * MEBIBYTE)), FOUND),
    "a huge body that is posted": (
        request("/state", f"Content-Length: {50 * MEBIBYTE}\r\n", "POST", bytes(50 * MEBIBYTE)),
        NOT_ALLOWED,
    ),
    "a body without end": (request("/state", f"Content-Length: {'9' * 5000}\r\n", body=b"x"), NOT_UNDERSTOOD),
    "a body that is less than nothing": (request("/", "Content-Length: -5\r\n"), NOT_UNDERSTOOD),
    "a body of two lengths": (request("/", "Content-Length: 1\r\nContent-Length: 2\r\n", body=b"x"), NOT_UNDERSTOOD),
    "a method that is none": (request("/", method="A" * 500), NOT_ALLOWED),
    "another protocol": (b"\x16\x03\x01\x02\x00\x01\xff\r\n\r\n", NOT_UNDERSTOOD),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", NOT_UNDERSTOOD),
    "another host": (b"GET / HTTP/1.1\r\nHost: attacker.example:PORT\r\nConnection: close\r\n\r\n", NOT_HERE),
    "another site": (request("/state", "Sec-Fetch-Site: cross-site\r\n"), NOT_HERE),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """The page of a project beside a secret; it ends as if nothing had happened."""
    folder = tmp_path_factory.mktemp("preview")
    write_starter(folder / "project")
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    command = [sys.executable, "-m", "guidegen", "preview", "--project", str(folder / "project"), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)
        assert (process.returncode, told) == (0, "")


@pytest.fixture(scope="module")
def port(server: subprocess.Popen[str]) -> int:
    assert server.stdout is not None
    return int(server.stdout.readline().split()[0].rstrip("/").rpartition(":")[2])


def answered(port: int, asked: bytes) -> bytes:
    """Return what is answered to *asked*, of which the server may read as much as it likes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        with suppress(ConnectionError):
            connection.sendall(asked.replace(b"PORT", str(port).encode()))
        answer = b""
        with suppress(ConnectionError):
            while part := connection.recv(MEBIBYTE):
                answer += part
        return answer


@pytest.mark.parametrize(("asked", "status"), REQUESTS.values(), ids=REQUESTS)
def test_a_request_gets_a_clear_answer(port: int, asked: bytes, status: int) -> None:
    answer = answered(port, asked)
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert SECRET.encode() not in answer
    assert b"root:" not in answer
    assert b"Traceback" not in answer
    assert b"set-cookie" not in answer.lower().partition(b"\r\n\r\n")[0]


def test_a_page_that_never_ends_its_request_leaves_others_alone(server: subprocess.Popen[str], port: int) -> None:
    waiting = [socket.create_connection(("127.0.0.1", port)) for _ in range(50)]
    for connection in waiting:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: ")
    assert answered(port, request("/state")).startswith(b"HTTP/1.1 200 ")
    for connection in waiting:
        connection.close()
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
    assert int(status.partition("VmHWM:")[2].split()[0]) < LARGEST_MEMORY


# -- files that break while it runs --------------------------------------------------------------------------------------------


def nothing(place: Path) -> None:
    place.unlink()


def outside(place: Path) -> None:
    place.unlink()
    place.symlink_to(place.parents[-1] / "etc" / "passwd")


def circle(place: Path) -> None:
    place.unlink()
    place.symlink_to(place)


def folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


def pipe(place: Path) -> None:
    place.unlink()
    os.mkfifo(place)


def parent(place: Path) -> None:
    shutil.rmtree(place.parent)


def words(data: bytes) -> Callable[[Path], None]:
    def written(place: Path) -> None:
        place.write_bytes(data)

    return written


BREAKS: dict[str, Callable[[Path], None]] = {
    "gone": nothing,
    "with its folder gone": parent,
    "a link out of the project": outside,
    "a link in a circle": circle,
    "a folder": folder,
    "a pipe": pipe,
    "empty": words(b""),
    "no UTF-8": words(b"\xff\xfe\0"),
    "too large": words(b"#" * (2 * MEBIBYTE)),
    "one long line": words(b'msgid "' + b"[" * 500_000),
    "deep": words(b"> " * 20_000 + b"x"),
    "a conflict": words(b"<<<<<<< mine\n=======\n>>>>>>> yours\n"),
}


@pytest.mark.parametrize("change", BREAKS.values(), ids=BREAKS)
def test_a_file_that_breaks_is_told_and_comes_back(starter: Project, tmp_path: Path, change: Callable[[Path], None]) -> None:
    live = LiveGuide(starter, GUIDE)
    live.read()
    right = state(live.view)
    shutil.copytree(starter.root, tmp_path / "right")
    for path in (PROSE, CATALOGUE):
        change(starter.path(path))
        live.reread([path])
        assert "root:" not in str(state(live.view))
        assert "internal" not in {finding.rule for finding in live.view.findings}
        assert live.view.original
        assert message(live.view, "topics.prevention.background")
        shutil.rmtree(starter.root)
        shutil.copytree(tmp_path / "right", starter.root)
        live.reread([path])
        assert state(live.view) == right
