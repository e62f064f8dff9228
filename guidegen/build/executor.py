"""Runs tasks one after the other or in worker processes, and gives each outcome as soon as it is there.

A worker that dies takes its task with it and no other: each has a pool of its own, since a pool breaks as a whole. A worker is
also made anew when it has done its share, so that no library's memory grows for the length of a build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from queue import SimpleQueue

from guidegen.build.task import Outcome, Task
from guidegen.errors import Finding, Source

Work = Callable[[Task], Outcome]

TASKS_A_WORKER = 12


def run(tasks: Sequence[Task], work: Work, jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each of *tasks*, in the order they finish; *jobs* of them are worked on at once."""
    if jobs == 1 or len(tasks) < 2:
        yield from (work(task) for task in tasks)
        return
    workers = [_Worker(work) for _ in range(min(jobs, len(tasks)))]
    idle: SimpleQueue[_Worker] = SimpleQueue()
    for worker in workers:
        idle.put(worker)
    threads = ThreadPoolExecutor(len(workers))
    try:
        futures = [threads.submit(_by_an_idle_worker, idle, task) for task in tasks]
        yield from (future.result() for future in as_completed(futures))
    finally:
        threads.shutdown(cancel_futures=True)
        for worker in workers:
            worker.stop()


def _by_an_idle_worker(idle: SimpleQueue[_Worker], task: Task) -> Outcome:
    worker = idle.get()
    try:
        return worker.outcome(task)
    finally:
        idle.put(worker)


class _Worker:
    """One process that does one task at a time."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.pool: ProcessPoolExecutor | None = None
        self.tasks = 0

    def outcome(self, task: Task) -> Outcome:
        """Return what came of *task*; where the process dies over it, that it failed."""
        self.pool = self.pool or ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        self.tasks += 1
        try:
            return self.pool.submit(self.work, task).result()
        except BrokenProcessPool:
            self.stop()
            finding = Finding(Source(task.guide.file("*")), "worker", "the worker process died before this guide was finished")
            return Outcome(task, findings=(finding,), output_failed=True)
        finally:
            if self.tasks == TASKS_A_WORKER:
                self.stop()

    def stop(self) -> None:
        """End the process; the next task gets another."""
        if self.pool:
            self.pool.shutdown()
        self.pool, self.tasks = None, 0
