"""Runs builds in processes of their own and kills them; started once, so that each build begins with its libraries loaded.

Reads requests as lines of JSON: the arguments of guidegen, and when to kill the build, ``after`` seconds or ``at`` one of its
calls that write. Answers with the signal that ended it (0 for none) and how many calls that write there were.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from importlib import import_module

from guidegen.cli import main
from guidegen.cli.build import HEAVY

CHANGING = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "tempfile.mkstemp", "fcntl.flock"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


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
                os.killpg(0, signal.SIGKILL)

    sys.addaudithook(hear)
    main(arguments, standalone_mode=False)


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
    return {"signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, "calls": calls}


if __name__ == "__main__":
    for name in HEAVY:
        import_module(name)
    for line in sys.stdin:
        sys.stdout.write(f"{json.dumps(answer(json.loads(line)))}\n")
        sys.stdout.flush()
