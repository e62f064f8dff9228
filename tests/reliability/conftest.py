"""What a build may touch: a project between files and a server of others, all watched while it is built."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import Result

from guidegen.resources.project import Project
from tests.reliability.contents import contents

SECRET = "the-words-of-somebody-else"


@dataclass
class World:
    """A starter *project*, an output folder, a *secret* file that is none of the project's, an *address* that nobody may ask."""

    project: Project
    out: Path
    secret: Path
    address: str
    asked: list[str]
    run: Callable[..., Result]
    formats: list[str] = field(default_factory=lambda: ["text", "html"])

    def build(self) -> Result:
        """Build the guides in English and return the result; nothing outside is read, written or asked."""
        before = self.around()
        formats = [word for name in self.formats for word in ("--format", name)]
        options = ("--project", self.project.root, "--output", self.out, "--jobs", "1", "--language", "en", "--force", "--quiet")
        result = self.run("build", *options, *formats)
        assert self.around() == before
        assert self.asked == []
        assert SECRET not in result.output
        assert not [name for name, data in contents(self.out).items() if SECRET.encode() in unpacked(data)]
        assert "please report this" not in result.output
        return result

    def around(self) -> dict[str, bytes]:
        """Return all that stands around the output folder, but for what the project remembers of its builds."""
        own = (self.out, self.project.path(".cache"))
        found = contents(self.project.root.parent)
        return {name: data for name, data in found.items() if not any(Path(name).is_relative_to(folder) for folder in own)}

    def rules(self) -> dict[str, str]:
        """Return the findings of a build that fails: where each rule is broken first."""
        result = self.build()
        assert result.exit_code in {1, 3}, result.output
        lines = [line for line in result.stderr.splitlines() if line.endswith("]")]
        return {line[line.rindex("[") + 1 : -1]: line.partition(": error")[0] for line in reversed(lines)}


def unpacked(data: bytes) -> bytes:
    """Return *data*, or, where it is an archive, what is in it."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}", asked
        serving.shutdown()


@pytest.fixture
def world(starter: Project, tmp_path: Path, server: tuple[str, list[str]], guidegen: Callable[..., Result]) -> World:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    return World(starter, tmp_path / "out", secret, *server, guidegen)
