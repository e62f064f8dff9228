"""Runs tasks one after the other or in worker processes, and gives each outcome as soon as it is there.

A worker that dies takes its task with it and no other: what was not finished is reported as failed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from guidegen.build.task import Outcome, Task
from guidegen.errors import Finding, Source

Work = Callable[[Task], Outcome]

TASKS_A_WORKER = 12


def run(tasks: Sequence[Task], work: Work, jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each of *tasks*, in the order they finish; *jobs* of them are worked on at once."""
    if jobs == 1 or len(tasks) < 2:
        yield from (work(task) for task in tasks)
        return
    context = get_context("spawn")
    workers = min(jobs, len(tasks))
    with ProcessPoolExecutor(workers, mp_context=context, max_tasks_per_child=TASKS_A_WORKER) as pool:
        futures = {pool.submit(work, task): task for task in tasks}
        try:
            for future in as_completed(futures):
                yield _outcome(future, futures[future])
        finally:
            pool.shutdown(cancel_futures=True)


def _outcome(future: Future[Outcome], task: Task) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        finding = Finding(Source(task.guide.file("*")), "worker", "the worker process died before this guide was finished")
        return Outcome(task, findings=(finding,), output_failed=True)
