"""Runs builds in processes of their own and kills them; started once, so that each build begins with its libraries loaded.

Reads requests as lines of JSON: the arguments of guidegen, and when to kill the build, ``after`` seconds or ``at`` one of its
calls that write; its workers are left to themselves. Answers with the signal that ended it (0 for none), how many calls that
write there were, and how many of its processes did not end with it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from importlib import import_module
from itertools import repeat
from pathlib import Path

from guidegen.cli import main
from guidegen.cli.build import HEAVY

CHANGING = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "tempfile.mkstemp", "fcntl.flock"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
PATIENCE = 5.0  # seconds in which workers must have ended


def build(arguments: list[str], at: int | None, counted: int) -> None:
    """Build in this process, a group of its own; say at each call that writes how many there were."""
    os.setsid()
    calls = 0

    def hear(event: str, details: tuple[object, ...]) -> None:
        nonlocal calls
        if event in CHANGING or (event == "open" and isinstance(details[2], int) and details[2] & WRITING):
            calls += 1
            os.pwrite(counted, str(calls).encode(), 0)
            if calls == at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)
    main(arguments, standalone_mode=False)


def survivors(group: int) -> int:
    """Return how many processes of *group* are still there when they should have ended."""
    end = time.monotonic() + PATIENCE
    while (living := sum(map(_lives, Path("/proc").glob("[0-9]*/stat"), repeat(group)))) and time.monotonic() < end:
        time.sleep(0.01)
    return living


def _lives(stat: Path, group: int) -> bool:
    """Return whether the process of *stat* is one of *group* and not only waits to be counted as dead (proc(5))."""
    try:
        state, _, its_group, *_ = stat.read_text(errors="replace").rpartition(")")[2].split()
    except (OSError, ValueError):
        return False
    return int(its_group) == group and state not in "ZX"


def answer(request: dict[str, object]) -> dict[str, int]:
    """Do what *request* asks for."""
    counted = os.memfd_create("calls")
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_RDWR), 1)
        try:
            build(request["arguments"], request["at"], counted)  # type: ignore[arg-type]
        finally:
            os._exit(0)
    if request["after"] is not None:
        time.sleep(float(request["after"]))  # type: ignore[arg-type]
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    calls = int(os.pread(counted, 20, 0) or b"0")
    os.close(counted)
    return {"signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, "calls": calls, "left": survivors(child)}


if __name__ == "__main__":
    for name in HEAVY:
        import_module(name)
    for line in sys.stdin:
        sys.stdout.write(f"{json.dumps(answer(json.loads(line)))}\n")
        sys.stdout.flush()
