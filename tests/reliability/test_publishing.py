"""A site is whole, whoever publishes or builds at the same time and whenever a process is killed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guidegen.build.lock import alone_in
from guidegen.resources.project import PACKAGE
from guidegen.resources.starter import write_starter
from tests.reliability.contents import contents

TOPIC = "content/topics/prevention.md"
# Replaces a folder, and is killed at one of its calls that change something.
KILLED = """
import os, signal, sys
from pathlib import Path
from guidegen.site.folder import replacing
CHANGING = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"}
site, number, calls = Path(sys.argv[1]), int(sys.argv[2]), 0
def hear(event, details):
    global calls
    if event in CHANGING or (event == "open" and details[2] & os.O_CREAT):
        calls += 1
        if calls == number:
            os.kill(os.getpid(), signal.SIGKILL)
with replacing(site, "mark", lambda: None) as new:
    sys.addaudithook(hear)
    new.fill({"mark": b"2", "folder/b": b"2"})
    new.take_place()
"""
# Replaces a folder, and is interrupted by its user at the second rename.
INTERRUPTED = """
import sys
from pathlib import Path
from guidegen.site.folder import replacing
renames = []
def hear(event, details):
    if event == "os.rename":
        renames.append(details)
        if len(renames) == 2:
            raise KeyboardInterrupt
with replacing(Path(sys.argv[1]), "mark", lambda: None) as new:
    sys.addaudithook(hear)
    new.fill({"mark": b"2"})
    new.take_place()
"""
BEFORE, AFTER = {"mark": b"1", "a": b"1"}, {"mark": b"2", "folder/b": b"2"}
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}


def files(folder: Path) -> dict[str, bytes]:
    return {Path(name).relative_to(folder).as_posix(): data for name, data in contents(folder).items()}


def replaced(site: Path, killed_at: int) -> int:
    return subprocess.run([sys.executable, "-c", KILLED, site, str(killed_at)], env=ENVIRONMENT, check=False).returncode


def test_a_replacement_killed_at_any_of_its_calls_leaves_a_whole_folder_or_gives_it_back(tmp_path: Path) -> None:
    left = []
    for number in range(1, 30):
        site = tmp_path / str(number) / "site"
        for name, data in BEFORE.items():
            site.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(data)
        ended = replaced(site, number)
        if ended == 0:
            break
        assert ended == -9
        left.append(files(site) if site.exists() else {})
        assert left[-1] in (BEFORE, AFTER, {})
        assert replaced(site, 0) == 0
        assert files(site.parent) == {f"site/{name}": data for name, data in AFTER.items()}
    assert {len(one) for one in left} == {len(BEFORE), 0}
    assert BEFORE in left
    assert AFTER in left


def test_a_replacement_that_is_interrupted_between_its_renames_gives_the_folder_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "mark").write_bytes(b"1")
    ended = subprocess.run([sys.executable, "-c", INTERRUPTED, site], env=ENVIRONMENT, capture_output=True, check=False)
    assert b"KeyboardInterrupt" in ended.stderr
    assert files(tmp_path) == {"site/mark": b"1"}


# -- at once -------------------------------------------------------------------------------------------------------------------


def started(command: str, project: Path, *options: str | Path) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-m", "guidegen", command, "--project", project, "--jobs", "1", *options]
    return subprocess.Popen(arguments, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def publishing(project: Path, site: Path) -> subprocess.Popen[str]:
    return started("publish", project, "--built", project / "build", "--output", site)


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Return how *process* ended, and what it told but for that it waited."""
    _, told = process.communicate()
    lines = (line for line in told.splitlines() if not line.startswith("waiting for another build"))
    return process.returncode, "\n".join(lines)


def assert_whole(site: Path, build: Path) -> None:
    """Hold that *site* has the guides of *build*, and that each is the one of its checksum and its manifest."""
    found, built = files(site / "guides"), files(build)
    assert {name for name in built if not name.startswith(".cache")} == found.keys()
    sums = (site / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}
    assert {f"{digest}  guides/{name}" for name, digest in digests.items()} <= {*sums}
    entries = json.loads(found["manifest.json"])["files"]
    assert {one["path"]: one["sha256"] for one in entries} == {name: one for name, one in digests.items() if "/" in name}


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A project that was built, and another that says something else and was not."""
    folder = tmp_path_factory.mktemp("publishing")
    write_starter(folder / "one")
    write_starter(folder / "other")
    place = folder / "other" / TOPIC
    place.write_text(place.read_text(encoding="utf-8").replace("do cities need", "do towns need"), encoding="utf-8")
    assert ended(publishing(folder / "one", folder / "right")) == (0, "")
    return folder / "one", folder / "other"


def test_of_several_publishing_into_one_folder_at_once_one_is_there_whole(projects: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = projects
    site = tmp_path / "site"
    processes = [publishing(project, site) for project in (one, other, one)]
    assert [ended(process) for process in processes] == [(0, "")] * 3
    if files(site) != files(one.parent / "right"):
        assert_whole(site, other / "build")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_build_into_the_folder_and_what_is_published_of_it_wait_for_each_other(
    projects: tuple[Path, Path], tmp_path: Path
) -> None:
    shutil.copytree(projects[0], tmp_path / "project")
    project, site = tmp_path / "project", tmp_path / "site"
    with alone_in(project / "build", lambda: None):
        building = started("build", project, "--output", project / "build", "--draft", "--format", "html")
        processes = [publishing(project, site), building]
        for process in processes:
            assert process.stderr is not None
            assert process.stderr.readline() == "waiting for another build into the same folder\n"
        assert not site.exists()
    assert [ended(process) for process in processes] == [(0, "")] * 2
    assert_whole(site, project / "build")
