"""Compares a build with its manifest, and with a rebuild: nothing missing, changed or extra, and the same again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from guidegen.build.difference import difference
from guidegen.build.executor import Crew
from guidegen.build.manifest import MANIFEST, Entry, Manifest
from guidegen.build.matrix import GuideName
from guidegen.build.outputs import OUTSIDE, OutsideError, read_whole
from guidegen.build.stamps import digest
from guidegen.build.task import Outcome, Task
from guidegen.errors import Finding, Source


@dataclass(frozen=True, slots=True)
class Verification:
    """A *manifest* and the *folder* of its files; the *project* of which they are said to be made.

    *inputs_of* tells the digest of what goes into a task today, *versions* are those of the toolchain of today, *drafts* are the
    issuances that are drafts without being marked as such.
    """

    folder: Path
    manifest: Manifest
    project: Path
    inputs_of: Callable[[Task], str]
    versions: Mapping[str, str]
    drafts: Collection[str] = ()

    def on_disk(self) -> Iterator[Finding]:
        """Yield what is missing, changed or extra on disk."""
        for path, entry in self.manifest.entries.items():
            yield from self._file(path, entry)
        for path in sorted(_files(self.folder) - self.manifest.entries.keys() - {MANIFEST}):
            yield self._finding(path, "file-extra", "this file is not in the manifest")

    def _file(self, path: str, entry: Entry) -> Iterator[Finding]:
        try:
            if digest(self._read(path)) != entry.sha256:
                yield self._finding(path, "file-changed", "this file is not the one that the manifest names: another digest")
        except OutsideError as error:
            yield self._finding(path, "file-outside", f"the file {error}")
        except ValueError as error:
            yield self._finding(path, "file-missing", f"this file of the manifest {error}")

    def tasks(self) -> dict[Task, list[Entry]]:
        """Return the tasks by which the files of the manifest are made again, with their entries: one a guide and issuance."""
        found: dict[Task, list[Entry]] = {}
        for entry in self.manifest.entries.values():
            draft = entry.status == "draft" and entry.issuance not in self.drafts
            task = Task(self.project, GuideName(entry.meeting, entry.language), (), entry.issuance, draft)
            found.setdefault(task, []).append(entry)
        return {_whole(task, entries): entries for task, entries in found.items()}

    def rebuilt(self, crew: Crew, tasks: Mapping[Task, Collection[Entry]]) -> Iterator[Finding]:
        """Yield in what the files on disk differ from those that *crew* makes of *tasks*, and what kept it from making them."""
        for outcome in crew([*tasks]):
            yield from outcome.findings
            for entry in tasks[outcome.task]:
                yield from self._again(entry, outcome)

    def _again(self, entry: Entry, outcome: Outcome) -> Iterator[Finding]:
        made = outcome.files.get(entry.format)
        if made is None:
            yield self._finding(entry.path, "file-rebuilt", "this file could not be built again")
        elif digest(made) != entry.sha256:
            said = self._difference(entry, made) or "the manifest names one with another digest"
            yield self._finding(
                entry.path, "file-rebuilt", f"a rebuild makes another file: {said}", self._why(entry, outcome.task)
            )
        elif said := self._difference(entry, made):
            yield self._finding(entry.path, "file-rebuilt", f"not as the rebuild makes it: {said}")

    def _difference(self, entry: Entry, made: bytes) -> str:
        """Return where the file of *entry* differs from *made*; empty where it does not, or where there is none to compare."""
        try:
            return difference(self._read(entry.path), made)
        except ValueError:
            return ""

    def _read(self, path: str) -> bytes:
        """Return the file *path*, which the manifest gives. Raises ValueError where it cannot be read: it says what it is."""
        if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            raise OutsideError(OUTSIDE)
        return read_whole(self.folder / path, self.folder)

    def _why(self, entry: Entry, task: Task) -> str:
        """Return why a rebuild may differ, as far as the manifest tells."""
        then = self.manifest.toolchains.get(entry.toolchain, {})
        odd = [name for name in sorted({*then, *self.versions}) if then.get(name) != self.versions.get(name)]
        if odd:
            return f"it was built by other versions of {', '.join(odd)}"
        return "" if entry.inputs == self.inputs_of(task) else "the project, or SOURCE_DATE_EPOCH, has changed since it was built"

    def _finding(self, path: str, rule: str, message: str, hint: str = "") -> Finding:
        return Finding(Source(str(self.folder / path)), rule, message, hint)


def _whole(task: Task, entries: Collection[Entry]) -> Task:
    """Return *task* with the formats of *entries* and the kind of PDF that they name."""
    variant = "".join(entry.variant for entry in entries)
    return replace(task, formats=tuple(dict.fromkeys(entry.format for entry in entries)), pdf_variant=variant)


def _files(folder: Path) -> set[str]:
    """Return the files below *folder* by path, but for hidden ones and for folders that have a manifest of their own."""
    found: set[str] = set()
    others = {place.parent for place in folder.glob(f"*/**/{MANIFEST}")}
    for place in folder.rglob("*"):
        path = place.relative_to(folder)
        hidden = any(part.startswith(".") for part in path.parts)
        if place.is_file() and not hidden and not others.intersection(place.parents):
            found.add(path.as_posix())
    return found
