"""One job or several give the same outcomes; a worker that dies takes one task with it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from guidegen.build.executor import TASKS_A_WORKER, Local
from guidegen.build.matrix import GuideName
from guidegen.build.task import Outcome, Task

DEADLY = "deadly"
ROOT = Path(__file__).resolve().parents[2]


ENDLESS = """
import os, sys, time
from pathlib import Path
from guidegen.build.executor import Local
from guidegen.build.matrix import GuideName
from guidegen.build.task import Task

def work(task):
    print(os.getpid(), flush=True)
    time.sleep(600)

if __name__ == "__main__":
    list(Local(work, 2)([Task(Path(), GuideName(name, "xx"), (), "draft") for name in "ab"]))
"""


def tasks(*meetings: str) -> list[Task]:
    return [Task(Path(), GuideName(meeting, "xx"), ("text",), "draft") for meeting in meetings]


def work(task: Task) -> Outcome:
    """Return a file that names its guide, and the process that made it; die where the meeting says so."""
    if task.guide.meeting == DEADLY:
        os._exit(9)
    return Outcome(task, {"text": task.guide.meeting.encode(), "process": str(os.getpid()).encode()})


def run(several: list[Task], jobs: int) -> Iterator[Outcome]:
    return Local(work, jobs)(several)


def texts(outcomes: list[Outcome]) -> dict[str, bytes]:
    return {outcome.task.guide.meeting: outcome.files.get("text", b"") for outcome in outcomes}


def processes(outcomes: list[Outcome]) -> set[bytes]:
    return {outcome.files["process"] for outcome in outcomes}


def test_one_job_works_in_this_process_and_in_order():
    outcomes = list(run(tasks("b", "a", "c"), 1))
    assert [outcome.task.guide.meeting for outcome in outcomes] == ["b", "a", "c"]
    assert processes(outcomes) == {str(os.getpid()).encode()}


def test_a_single_task_needs_no_other_process():
    assert processes(list(run(tasks("a"), 8))) == {str(os.getpid()).encode()}


def test_no_tasks_have_no_outcomes():
    assert list(run([], 2)) == []


def test_two_jobs_give_the_outcomes_of_one_from_two_processes():
    several = tasks(*"abcdef")
    outcomes = list(run(several, 2))
    assert texts(outcomes) == texts(list(run(several, 1)))
    assert len(processes(outcomes)) <= 2
    assert str(os.getpid()).encode() not in processes(outcomes)


def test_more_tasks_than_the_workers_share_are_done_by_new_workers():
    """A worker does eight guides; a build of thirty by two workers must not wait for a third that nobody starts."""
    many = [f"meeting-{number}" for number in range(2 * TASKS_A_WORKER + 2)]
    outcomes = list(run(tasks(*many), 2))
    assert texts(outcomes) == {name: name.encode() for name in many}
    assert len(processes(outcomes)) > 2


def test_a_worker_that_dies_fails_its_own_task_only_and_is_told_by_the_name_of_its_guide():
    outcomes = list(run(tasks("a", DEADLY, "b", "c"), 2))
    assert texts(outcomes) == {"a": b"a", "b": b"b", "c": b"c", DEADLY: b""}
    (dead,) = (outcome for outcome in outcomes if outcome.output_failed)
    assert [str(finding) for finding in dead.findings] == [
        "deadly/discussion-guide-deadly-xx.*: error: the worker process died before this guide was finished [worker]"
    ]


def test_an_outcome_comes_before_all_are_done():
    outcomes = run(tasks(*"abcd"), 2)
    assert next(outcomes).task.guide.meeting in "abcd"
    outcomes.close()


def test_workers_end_when_their_build_is_killed(tmp_path: Path):
    (tmp_path / "endless.py").write_text(ENDLESS, encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    build = subprocess.Popen([sys.executable, tmp_path / "endless.py"], stdout=subprocess.PIPE, text=True, env=environ)
    assert build.stdout is not None
    assert len({build.stdout.readline() for _ in range(2)}) == 2
    build.kill()
    assert build.communicate(timeout=60) == ("", None)  # ends when no worker holds the pipe any more
