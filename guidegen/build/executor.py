"""Runs tasks one after the other or in worker processes, and gives each outcome as soon as it is there.

A worker that dies takes its task with it and no other: each has a pool of its own, since a pool breaks as a whole. A worker is
also made anew when it has done its share, so that no library's memory grows for the length of a build. Where the system can, new
workers are forks of a process that has imported all they need: they begin at once and share its memory.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from queue import SimpleQueue

from guidegen.build.task import Outcome, Task, failed
from guidegen.garbage import look_seldom

Work = Callable[[Task], Outcome]
Crew = Callable[[Sequence[Task]], Iterator[Outcome]]

TASKS_A_WORKER = 8
FORKING = "forkserver"


@dataclass(frozen=True, slots=True)
class Local:
    """Workers of this machine: *jobs* tasks are worked on at once; *modules* are imported once, before all work."""

    work: Work
    jobs: int
    modules: tuple[str, ...] = ()

    def __call__(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Yield the outcome of each of *tasks*, in the order they finish."""
        if self.jobs == 1 or len(tasks) < 2:
            yield from (self.work(task) for task in tasks)
            return
        context = _context(self.modules)
        workers = [_Worker(self.work, context) for _ in range(min(self.jobs, len(tasks)))]
        threads = ThreadPoolExecutor(len(workers))
        try:
            yield from as_they_come(_submitted(tasks, workers, threads))
        finally:
            threads.shutdown(cancel_futures=True)
            for worker in workers:
                worker.stop()


def as_they_come(futures: Sequence[Future[Outcome]]) -> Iterator[Outcome]:
    """Yield what *futures* give, in the order they finish."""
    yield from (future.result() for future in as_completed(futures))


def _context(modules: tuple[str, ...]) -> BaseContext:
    """Return how worker processes begin: forked from one that has imported *modules*, or from nothing where that cannot be."""
    if FORKING not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context(FORKING)
    context.set_forkserver_preload([*modules])
    return context


def _submitted(tasks: Sequence[Task], workers: Sequence[_Worker], threads: ThreadPoolExecutor) -> list[Future[Outcome]]:
    idle: SimpleQueue[_Worker] = SimpleQueue()
    for worker in workers:
        idle.put(worker)
    return [threads.submit(_by_an_idle_worker, idle, task) for task in tasks]


def _by_an_idle_worker(idle: SimpleQueue[_Worker], task: Task) -> Outcome:
    worker = idle.get()
    try:
        return worker.outcome(task)
    finally:
        idle.put(worker)


def _begin() -> None:
    """Let this worker look for garbage seldom, and end as soon as its build does: one that is killed cannot tell its workers."""
    look_seldom()
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    build = multiprocessing.parent_process()
    if build is not None:
        build.join()
        os._exit(1)


class _Worker:
    """One process that does one task at a time."""

    def __init__(self, work: Work, context: BaseContext) -> None:
        self.work = work
        self.context = context
        self.pool: ProcessPoolExecutor | None = None
        self.tasks = 0

    def outcome(self, task: Task) -> Outcome:
        """Return what came of *task*; where the process dies over it, that it failed."""
        self.pool = self.pool or ProcessPoolExecutor(1, self.context, _begin)
        self.tasks += 1
        try:
            return self.pool.submit(self.work, task).result()
        except BrokenProcessPool:
            self.stop()
            return failed(task, "worker", "the worker process died before this guide was finished")
        finally:
            if self.tasks == TASKS_A_WORKER:
                self.stop()

    def stop(self) -> None:
        """End the process; the next task gets another."""
        if self.pool:
            self.pool.shutdown()
        self.pool, self.tasks = None, 0
