"""Runs tasks on a Dask cluster, an executor like the local one.

A parcel carries all that its task needs and what comes back are bytes: workers share no disk with this machine. The scheduler
gives the task of a worker that died to another.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from guidegen.build.executor import Work, as_they_come
from guidegen.build.task import Outcome, Task, failed
from guidegen.errors import Finding, RenderError, Source

PATIENCE = 10  # seconds in which a scheduler must answer
STAMPED = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Toolchain:
    """What shapes a guide on a machine: the *versions* of libraries, and the digests of the files of *fonts*; by name."""

    versions: Mapping[str, str]
    fonts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes to a worker with each task: the *work*, and the *project*, packed by :func:`archive`.

    *toolchain* tells that of the machine on which it is called; it must be that of the sender, *expected*.
    """

    work: Work
    project: bytes
    toolchain: Callable[[], Toolchain]
    expected: Toolchain


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of the Dask scheduler at *address*."""

    address: str
    parcel: Parcel

    def __call__(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Yield the outcome of each of *tasks*, in the order they finish. Raises RenderError where no scheduler answers."""
        with _client(self.address) as client:
            executor = client.get_executor(pure=False)
            yield from as_they_come([self._sent(executor, task) for task in tasks])

    def _sent(self, executor: Executor, task: Task) -> Future[Outcome]:
        """Return what will come of *task*, even where the cluster gives it up: then that it failed."""
        result: Future[Outcome] = Future()
        executor.submit(unpacked, self.parcel, task).add_done_callback(lambda sent: result.set_result(_received(sent, task)))
        return result


def _client(address: str) -> Any:
    """Return a client of the scheduler at *address*. Raises RenderError where there is none, or no library to ask it with."""
    try:
        from distributed import Client  # noqa: PLC0415  (an extra)

        return Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except ImportError:
        message, hint = "builds on a cluster need Dask", "pip install guidegen[cluster]"
    except (OSError, ValueError) as error:
        message, hint = f"no Dask scheduler answers: {error}", "start one with: dask scheduler"
    raise RenderError([Finding(Source(address), "scheduler", message, hint)])


def _received(sent: Future[Outcome], task: Task) -> Outcome:
    """Return what *sent* gives for *task*."""
    try:
        return replace(sent.result(), task=task)
    except Exception as error:
        return failed(task, "worker", f"the cluster gave this guide up: {error}")


def archive(files: Mapping[str, Path]) -> bytes:
    """Return *files*, by their paths in the project, as a ZIP archive: the same files are the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, path in sorted((name, path) for name, path in files.items() if path.is_file()):
            made.writestr(zipfile.ZipInfo(name, STAMPED), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _refused(parcel: Parcel, task: Task) -> Outcome | None:
    """Return that *task* failed where this machine would make another guide than the sender of *parcel*."""
    here, hint = parcel.toolchain(), "install the same on both"
    if odd := _odd(here.versions, parcel.expected.versions):
        return failed(task, "worker-versions", f"a worker of the cluster has other versions of {odd}", hint)
    if odd := _odd(here.fonts, parcel.expected.fonts):
        return failed(task, "worker-fonts", f"a worker of the cluster has other files of the fonts, or none: {odd}", hint)
    return None


def _odd(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """Return the names under which *here* and *there* do not say the same."""
    return ", ".join(name for name in sorted({*here, *there}) if here.get(name) != there.get(name))


def unpacked(parcel: Parcel, task: Task) -> Outcome:
    """Return what comes of *task* where its project is unpacked into a folder of its own: what a worker does."""
    refused = _refused(parcel, task)
    if refused:
        return refused
    with tempfile.TemporaryDirectory(prefix="guidegen-") as folder:
        with zipfile.ZipFile(io.BytesIO(parcel.project)) as packed:
            packed.extractall(folder)
        return parcel.work(replace(task, project=Path(folder)))
