"""A Dask cluster builds what this machine would: nothing is lost and nothing doubled when a worker dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from guidegen.build.cluster import Cluster, Parcel, Toolchain, archive, unpacked
from guidegen.build.matrix import GuideName
from guidegen.build.task import Outcome, Task
from guidegen.errors import RenderError

ROOT = Path(__file__).resolve().parents[2]
SERVER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


def same_toolchain() -> Toolchain:
    return Toolchain({"guidegen": "0"}, {"A Font (bold)": "12"})


def other_versions() -> Toolchain:
    return replace(same_toolchain(), versions={"guidegen": "1", "lxml": "6"})


def other_fonts() -> Toolchain:
    return replace(same_toolchain(), fonts={"A Font (bold)": "13"})


def no_fonts() -> Toolchain:
    return replace(same_toolchain(), fonts={})


def work(task: Task) -> Outcome:
    """Return what the project says, and the process that read it."""
    words = (task.project / "content" / "words.md").read_bytes()
    return Outcome(task, {"text": words + task.guide.meeting.encode(), "process": str(os.getpid()).encode()})


def slow_work(task: Task) -> Outcome:
    """Take a while."""
    time.sleep(0.3)
    return work(task)


def failing_work(task: Task) -> Outcome:
    raise ValueError(task.guide.meeting)


def deadly_work(task: Task) -> Outcome:
    """Kill the first worker that takes the guide of the north; the second lives."""
    if task.guide.meeting == "north" and not Path(task.issuance).exists():
        Path(task.issuance).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return slow_work(task)


def tasks(*meetings: str, issuance: str = "draft") -> list[Task]:
    return [Task(Path("here"), GuideName(meeting, "xx"), ("text",), issuance) for meeting in meetings]


@pytest.fixture
def parcel(tmp_path: Path) -> Parcel:
    (tmp_path / "words.md").write_bytes(b"words of ")
    return Parcel(work, archive({"content/words.md": tmp_path / "words.md"}), same_toolchain, same_toolchain())


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler with two workers on this machine, all processes of their own; one that dies is started again."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "ignore", "-c", SERVER]
    server = subprocess.Popen(
        command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert server.stdout is not None
    yield server.stdout.readline().strip()
    server.communicate()


def texts(outcomes: list[Outcome]) -> dict[str, bytes]:
    return {outcome.task.guide.meeting: outcome.files["text"] for outcome in outcomes}


def expected(*meetings: str) -> dict[str, bytes]:
    return {meeting: f"words of {meeting}".encode() for meeting in meetings}


def test_an_archive_of_the_same_files_is_the_same_bytes(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"one")
    (tmp_path / "b").write_bytes(b"two")
    files = {"content/a": tmp_path / "a", "b": tmp_path / "b"}
    packed = archive(files)
    os.utime(tmp_path / "a", (0, 0))
    assert archive(dict(reversed(files.items()))) == packed
    with zipfile.ZipFile(BytesIO(packed)) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == {"content/a": b"one", "b": b"two"}


def test_folders_are_left_out_of_an_archive(tmp_path: Path):
    with zipfile.ZipFile(BytesIO(archive({"content": tmp_path}))) as opened:
        assert opened.namelist() == []


def test_a_worker_works_in_a_folder_of_its_own_and_leaves_none(parcel: Parcel):
    outcome = unpacked(parcel, tasks("east")[0])
    assert outcome.files["text"] == b"words of east"
    assert not outcome.task.project.exists()


def test_a_worker_with_other_versions_refuses_and_says_which(parcel: Parcel):
    outcome = unpacked(replace(parcel, toolchain=other_versions), tasks("east")[0])
    assert outcome.output_failed
    assert [finding.message for finding in outcome.findings] == ["a worker of the cluster has other versions of guidegen, lxml"]


@pytest.mark.parametrize("fonts", [other_fonts, no_fonts])
def test_a_worker_with_other_fonts_or_none_refuses_and_says_which(parcel: Parcel, fonts: Callable[[], Toolchain]):
    outcome = unpacked(replace(parcel, toolchain=fonts), tasks("east")[0])
    assert outcome.output_failed
    assert [(finding.rule, finding.message) for finding in outcome.findings] == [
        ("worker-fonts", "a worker of the cluster has other files of the fonts, or none: A Font (bold)")
    ]


def test_a_cluster_gives_the_outcomes_of_its_workers(scheduler: str, parcel: Parcel):
    several = tasks("north", "south", "east", "west")
    outcomes = list(Cluster(scheduler, parcel)(several))
    assert texts(outcomes) == expected("north", "south", "east", "west")
    assert {outcome.task for outcome in outcomes} == {*several}
    assert str(os.getpid()).encode() not in {outcome.files["process"] for outcome in outcomes}


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(scheduler: str, parcel: Parcel, tmp_path: Path):
    meetings = ("north", *"abcdefgh")
    issuance = str(tmp_path / "killed")
    outcomes = list(Cluster(scheduler, replace(parcel, work=deadly_work))(tasks(*meetings, issuance=issuance)))
    assert Path(issuance).exists()
    assert sorted(outcome.task.guide.meeting for outcome in outcomes) == sorted(meetings)
    assert texts(outcomes) == expected(*meetings)
    assert not [outcome for outcome in outcomes if outcome.output_failed]


def test_work_that_fails_is_told_by_the_name_of_its_guide_and_fails_alone(scheduler: str, parcel: Parcel):
    (outcome,) = Cluster(scheduler, replace(parcel, work=failing_work))(tasks("east"))
    assert [str(finding) for finding in outcome.findings] == [
        "east/discussion-guide-east-xx.*: error: the cluster gave this guide up: east [worker]"
    ]


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nowhere at all"])
def test_an_address_where_no_scheduler_answers_is_told(parcel: Parcel, address: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("guidegen.build.cluster.PATIENCE", 1)
    with pytest.raises(RenderError, match="no Dask scheduler answers") as caught:
        list(Cluster(address, parcel)(tasks("east")))
    assert caught.value.findings[0].source.path == address


def test_without_dask_it_is_said_how_to_get_it(parcel: Parcel, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RenderError, match=r"pip install guidegen\[cluster\]"):
        list(Cluster("tcp://127.0.0.1:9", parcel)(tasks("east")))
