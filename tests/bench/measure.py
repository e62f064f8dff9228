"""Whole processes measured in alternation: seconds by the clock, seconds of processor, the most memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """One run, or the medians of several: *clock* and *processor* in seconds, *memory* of the largest process in MB."""

    clock: float
    processor: float
    memory: float = 0.0

    def ratio(self, other: Run) -> str:
        """Return how this run compares with *other*: by the clock and by the processor."""
        return f"{self.clock / other.clock:6.2f}  {self.processor / other.processor:6.2f}"

    def by_the_clock(self, other: Run) -> str:
        """Return the ratio by the clock alone: the system does not count the processor's seconds of workers to a build."""
        return f"{self.clock / other.clock:6.2f}  {'-':>6}"

    def after(self, other: Run) -> Run:
        """Return this run and *other*, one behind the other."""
        return Run(self.clock + other.clock, self.processor + other.processor, max(self.memory, other.memory))


Contestant = Callable[[], Run]


def process(command: Sequence[str | Path], folder: Path) -> Run:
    """Return what running *command* in *folder* took, its own processes included.

    Raises CalledProcessError with what it said.
    """
    begun = time.perf_counter()
    with (
        tempfile.TemporaryFile("w+") as said,
        subprocess.Popen([*map(str, command)], cwd=folder, stdout=said, stderr=said, env=environment(folder)) as running,
    ):
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(running.returncode, [*map(str, command)], said.read())
    return Run(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of what is measured: the modules of the checkout in *folder*, which Python compiles once."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(folder)}


def alternate(contestants: Mapping[str, Contestant], rounds: int) -> dict[str, Run]:
    """Return the medians of *rounds* runs of each of *contestants*, which take turns; one more before them warms the disk."""
    runs: dict[str, list[Run]] = {name: [] for name in contestants}
    for _ in range(rounds + 1):
        for name, contestant in contestants.items():
            runs[name].append(contestant())
    return {name: median(some[1:] or some) for name, some in runs.items()}


def median(runs: Sequence[Run]) -> Run:
    """Return the medians of *runs*."""
    return Run(*(statistics.median(column) for column in zip(*map(astuple, runs), strict=True)))
