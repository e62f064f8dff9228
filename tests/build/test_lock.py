"""One build at a time into a folder, and none that waits for the dead."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from guidegen.build.lock import alone_in, if_free

HOLDER = """
import sys
from pathlib import Path
from guidegen.build.lock import alone_in
with alone_in(Path(sys.argv[1]), lambda: print("waiting", flush=True)):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        process.communicate()


def test_a_second_build_says_that_it_waits_and_goes_on_when_the_first_has_ended(tmp_path: Path):
    first = holder(tmp_path)
    assert said(first) == "held"
    second = holder(tmp_path)
    assert said(second) == "waiting"
    end(first)
    assert said(second) == "held"
    end(second)


def test_a_build_that_was_killed_holds_nothing(tmp_path: Path):
    first = holder(tmp_path)
    assert said(first) == "held"
    first.send_signal(signal.SIGKILL)
    end(first)
    waited: list[str] = []
    with alone_in(tmp_path, lambda: waited.append("waiting")):
        assert waited == []


def test_builds_into_two_folders_do_not_wait_for_each_other(tmp_path: Path):
    (tmp_path / "other").mkdir()
    first, second = holder(tmp_path), holder(tmp_path / "other")
    assert said(first) == said(second) == "held"
    end(first, second)


def test_no_file_is_left_in_the_folder(tmp_path: Path):
    with alone_in(tmp_path, lambda: None):
        assert list(tmp_path.iterdir()) == []


def test_a_lock_that_another_holds_is_not_waited_for_where_nobody_wants_to_wait(tmp_path: Path):
    first = holder(tmp_path)
    assert said(first) == "held"
    with if_free(tmp_path) as free:
        assert not free
    end(first)
    with if_free(tmp_path) as free:
        assert free
        with if_free(tmp_path) as again:
            assert not again
