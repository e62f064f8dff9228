"""One build: tasks to outcomes, outcomes to files, and a manifest of what stands in the output folder afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guidegen.build.executor import Work, run
from guidegen.build.manifest import MANIFEST, Entry, digest, manifest, read_manifest
from guidegen.build.outputs import prepare, remove, write_whole
from guidegen.build.task import Outcome, Task
from guidegen.errors import Finding, GuidegenError, has_errors


@dataclass(frozen=True, slots=True)
class Place:
    """Where a build writes: a *folder* below *root*, out of which no file may come; the file extension of each format."""

    root: Path
    extensions: Mapping[str, str]
    versions: Mapping[str, str]
    folder: str = ""

    @property
    def output(self) -> Path:
        """The folder of the guides and their manifest."""
        return self.root / self.folder

    def write(self, path: str, data: bytes) -> None:
        """Write the file *path* of the output folder. Raises RenderError."""
        write_whole(self.output / path, data, self.root)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: the files written, the findings (each once), and whether an output failed."""

    written: tuple[str, ...]
    findings: tuple[Finding, ...]
    output_failed: bool

    @property
    def exit_code(self) -> int:
        """0 done, 1 errors in content, 3 an output could not be rendered or written."""
        if self.output_failed:
            return 3
        return int(has_errors(self.findings))


def build(tasks: Sequence[Task], work: Work, place: Place, jobs: int, done: Callable[[Outcome], None]) -> Summary:
    """Build *tasks* by *work* and return what was done; *done* is told of each outcome.

    Only the entries of the files that were asked for are replaced in the manifest; a file that failed loses its entry and what
    an earlier build left of it.
    """
    try:
        prepare(place.output, place.root)
    except GuidegenError as error:
        return Summary((), error.findings, output_failed=True)
    written: list[str] = []
    findings: dict[Finding, None] = {}
    output_failed = False
    try:
        entries = read_manifest(place.output)
    except GuidegenError as error:
        entries, findings = {}, dict.fromkeys(error.findings)
    for outcome in run(tasks, work, jobs):
        faults = _store(outcome, place, entries, written)
        findings |= dict.fromkeys((*outcome.findings, *faults))
        output_failed |= outcome.output_failed or bool(faults)
        done(outcome)
    try:
        place.write(MANIFEST, manifest(entries.values(), place.versions))
    except GuidegenError as error:
        findings |= dict.fromkeys(error.findings)
        output_failed = True
    return Summary(tuple(sorted(written)), tuple(findings), output_failed)


def _store(outcome: Outcome, place: Place, entries: dict[str, Entry], written: list[str]) -> list[Finding]:
    """Write the files of *outcome*, remove those that failed, keep *entries* and *written* up to date; return what went wrong."""
    faults: list[Finding] = []
    for name in outcome.task.formats:
        path = outcome.task.guide.file(place.extensions[name])
        entries.pop(path, None)
        try:
            if name in outcome.files:
                place.write(path, outcome.files[name])
                entries[path] = _entry(path, name, outcome)
                written.append(path)
            else:
                remove(place.output / path, place.root)
        except GuidegenError as error:
            faults += error.findings
    return faults


def _entry(path: str, name: str, outcome: Outcome) -> Entry:
    task, facts, data = outcome.task, outcome.facts, outcome.files[name]
    return Entry(
        path=path, meeting=task.guide.meeting, language=task.guide.language, format=name, issuance=task.issuance,
        symbol=facts.symbol, status=facts.status, sha256=digest(data), bytes=len(data), pages=facts.pages,
        paragraphs=facts.paragraphs, notes=facts.notes, messages=facts.messages, untranslated=facts.untranslated,
        reviewed=facts.reviewed,
    )  # fmt: skip
