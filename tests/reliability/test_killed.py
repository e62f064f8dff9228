"""A build killed at any moment leaves whole files, of before or of after, and the next build gives the right result."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from guidegen.resources.starter import write_starter
from tests.reliability.contents import contents

TOPIC = "content/topics/prevention.md"
# Parts of a build; at the first FEW of each kind, one by two workers is killed.
SECONDS = [random.Random(seed).random() for seed in range(15)]
CALLS = [random.Random(seed).random() for seed in range(15, 30)]
FEW = 3

Ask = Callable[..., dict[str, int]]


@dataclass(frozen=True)
class Asked:
    """What is built, and by how many workers."""

    jobs: int
    languages: tuple[str, ...]
    formats: tuple[str, ...]

    def arguments(self, folder: Path) -> list[str]:
        """Return the command that builds the project in *folder*."""
        places = ["--project", str(folder), "--output", str(folder / "build")]
        several = [("--language", self.languages), ("--format", self.formats)]
        options = [word for name, values in several for value in values for word in (name, value)]
        return ["build", *places, "--jobs", str(self.jobs), "--quiet", *options]


ONE_WORKER = Asked(1, ("en",), ("docx", "html", "text", "pdf"))
TWO_WORKERS = Asked(2, ("en", "fr"), ("html", "text"))


@dataclass(frozen=True)
class Builds:
    """A project that was built and then changed: its folder with the output in it, what stands there before and after a build."""

    asked: Asked
    folder: Path
    before: dict[str, bytes]
    after: dict[str, bytes]
    seconds: float
    calls: int


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """Ask for a build of the project in a folder, killed at some moment or not."""
    command = [sys.executable, "-m", "tests.reliability.killer"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as killer:

        def request(asked: Asked, folder: Path, after: float | None = None, at: int | None = None) -> dict[str, int]:
            assert killer.stdin is not None
            assert killer.stdout is not None
            wanted = {"arguments": asked.arguments(folder), "after": after, "at": at}
            killer.stdin.write(f"{json.dumps(wanted)}\n")
            killer.stdin.flush()
            answer: dict[str, int] = json.loads(killer.stdout.readline())
            assert answer["left"] == 0
            return answer

        yield request
        assert killer.stdin is not None
        killer.stdin.close()


@pytest.fixture(scope="module")
def builds(ask: Ask, tmp_path_factory: pytest.TempPathFactory) -> Builds:
    return prepared(ONE_WORKER, ask, tmp_path_factory.mktemp("killed") / "project")


@pytest.fixture(scope="module")
def parallel_builds(ask: Ask, tmp_path_factory: pytest.TempPathFactory) -> Builds:
    return prepared(TWO_WORKERS, ask, tmp_path_factory.mktemp("killed") / "project")


def prepared(asked: Asked, ask: Ask, folder: Path) -> Builds:
    """Return builds as *asked* of a project in *folder*."""
    write_starter(folder)
    assert ask(asked, folder)["signal"] == 0
    before = built(folder)
    shutil.copytree(folder, folder.parent / "changed")
    place = folder.parent / "changed" / TOPIC
    place.write_text(place.read_text(encoding="utf-8").replace("What do cities need", "What do towns need"), encoding="utf-8")
    shutil.copytree(folder.parent / "changed", folder.parent / "clean", ignore=shutil.ignore_patterns("build", ".cache"))
    begun = time.monotonic()
    answer = ask(asked, folder.parent / "clean")
    return Builds(
        asked, folder.parent / "changed", before, built(folder.parent / "clean"), time.monotonic() - begun, answer["calls"]
    )


def built(folder: Path) -> dict[str, bytes]:
    """Return all that stands in the output folder, by path."""
    output = folder / "build"
    return {str(Path(name).relative_to(output)): data for name, data in contents(output).items()}


@pytest.mark.parametrize("fixture", ["builds", "parallel_builds"])
def test_the_two_texts_make_different_files(request: pytest.FixtureRequest, fixture: str):
    builds: Builds = request.getfixturevalue(fixture)
    assert len(builds.before) == len(builds.after) == len(builds.asked.languages) * len(builds.asked.formats) + 1
    assert all(builds.before[name] != data for name, data in builds.after.items())


@pytest.mark.parametrize("part", SECONDS[FEW:], ids="{:.3f}".format)
def test_a_build_killed_after_a_part_of_its_time(builds: Builds, ask: Ask, tmp_path: Path, part: float):
    shutil.copytree(builds.folder, tmp_path / "project")
    assert ask(builds.asked, tmp_path / "project", after=part * builds.seconds)["signal"] in {0, 9}
    assert_whole(builds, ask, tmp_path / "project")


@pytest.mark.parametrize("part", CALLS[FEW:], ids="{:.3f}".format)
def test_a_build_killed_at_a_call_that_writes(builds: Builds, ask: Ask, tmp_path: Path, part: float):
    shutil.copytree(builds.folder, tmp_path / "project")
    assert ask(builds.asked, tmp_path / "project", at=1 + int(part * builds.calls))["signal"] == 9
    assert_whole(builds, ask, tmp_path / "project")


@pytest.mark.parametrize("part", SECONDS[:FEW], ids="{:.3f}".format)
def test_a_build_by_two_workers_killed_after_a_part_of_its_time(parallel_builds: Builds, ask: Ask, tmp_path: Path, part: float):
    test_a_build_killed_after_a_part_of_its_time(parallel_builds, ask, tmp_path, part)


@pytest.mark.parametrize("part", CALLS[:FEW], ids="{:.3f}".format)
def test_a_build_by_two_workers_killed_at_a_call_that_writes(parallel_builds: Builds, ask: Ask, tmp_path: Path, part: float):
    test_a_build_killed_at_a_call_that_writes(parallel_builds, ask, tmp_path, part)


def assert_whole(builds: Builds, ask: Ask, folder: Path) -> None:
    """Hold that each file is that of before or of after, that nothing else has a final name, and that a build mends the rest."""
    left = {name: data for name, data in built(folder).items() if not name.endswith(".part")}
    assert left.keys() == builds.after.keys()
    assert all(data in (builds.before[name], builds.after[name]) for name, data in left.items())
    assert ask(replace(builds.asked, jobs=1), folder)["signal"] == 0
    assert built(folder) == builds.after
