"""One build: tasks to outcomes, outcomes to files, and a manifest of what stands in the output folder afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from guidegen.build.executor import Crew
from guidegen.build.manifest import MANIFEST, Entry, Manifest, manifest, read_manifest
from guidegen.build.memory import Memory
from guidegen.build.outputs import prepare, remove, write_whole
from guidegen.build.record import Made
from guidegen.build.stamps import digest, digest_of_all
from guidegen.build.task import Outcome, Task
from guidegen.errors import Finding, GuidegenError, has_errors

SHORT = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a build writes: a *folder* below *root*, out of which no file may come; the file extension of each format.

    *versions* are those of the toolchain, *paged* the formats that have pages.
    """

    root: Path
    extensions: Mapping[str, str]
    versions: Mapping[str, str]
    folder: str = ""
    paged: Collection[str] = ()

    @property
    def output(self) -> Path:
        """The folder of the guides and their manifest."""
        return self.root / self.folder

    @property
    def toolchain(self) -> str:
        """The short name of the toolchain."""
        return digest_of_all(self.versions)[:SHORT]

    def path(self, task: Task, name: str) -> str:
        """Return the path of the file in the format *name* of *task*, from the output folder."""
        return task.guide.file(self.extensions[name])

    def below_root(self, path: str) -> str:
        """Return *path*, which is from the output folder, from the root."""
        return f"{self.folder}/{path}" if self.folder else path

    def write(self, path: str, data: bytes) -> None:
        """Write the file *path* of the output folder. Raises RenderError."""
        write_whole(self.output / path, data, self.root)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: the files written, those that were right already, the findings (each once), whether an output failed.

    *folder* is that of the files, from the output folder asked for.
    """

    written: tuple[str, ...]
    findings: tuple[Finding, ...]
    output_failed: bool
    kept: tuple[str, ...] = ()
    folder: str = ""

    @property
    def exit_code(self) -> int:
        """0 done, 1 errors in content, 3 an output could not be rendered or written."""
        if self.output_failed:
            return 3
        return int(has_errors(self.findings))


def build(tasks: Sequence[Task], crew: Crew, place: Place, memory: Memory, done: Callable[[Outcome], None]) -> Summary:
    """Build what *memory* does not know to be right of *tasks*, by *crew*, and return what was done.

    *done* is told of each outcome. Only the entries of the files that were asked for are replaced in the manifest; a file that
    failed loses its entry and what an earlier build left of it. To be called by one build at a time.
    """
    try:
        prepare(place.output, place.root)
    except GuidegenError as error:
        return Summary((), error.findings, output_failed=True)
    building = _Building(place, memory)
    try:
        building.begin(read_manifest(place.output))
    except GuidegenError as error:
        building.begin(Manifest({}, {}))
        building.tell(error.findings)
    rests = building.to_do(tasks)
    guides = {rest.guide for rest in rests}
    for task in tasks:
        if task.guide not in guides:
            done(Outcome(task, unchanged=True))
    try:
        for outcome in crew(rests) if rests else ():
            building.store(outcome)
            done(outcome)
    except GuidegenError as error:
        building.fail(error.findings)
    return building.end()


@dataclass(slots=True)
class _Building:
    """A build while it goes on."""

    place: Place
    memory: Memory
    ground: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)
    toolchains: dict[str, Mapping[str, str]] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    findings: dict[Finding, None] = field(default_factory=dict)
    output_failed: bool = False

    def begin(self, found: Manifest) -> None:
        """Begin with the manifest that was *found*."""
        self.memory.look()
        self.ground = self.memory.ground(self.place.versions)
        self.entries = {**found.entries}
        self.toolchains = {**found.toolchains, self.place.toolchain: self.place.versions}

    def tell(self, findings: Collection[Finding]) -> None:
        """Add *findings* to those of the build, each once."""
        self.findings |= dict.fromkeys(findings)

    def fail(self, findings: Collection[Finding]) -> None:
        """Add *findings* that tell of an output that failed."""
        self.tell(findings)
        self.output_failed |= bool(findings)

    def to_do(self, tasks: Sequence[Task]) -> list[Task]:
        """Return what is to be done of *tasks*, the longest first; keep what is right."""
        rests = [rest for rest in map(self._rest, tasks) if rest.formats]
        return sorted(rests, key=self.memory.size, reverse=True)

    def _rest(self, task: Task) -> Task:
        """Return *task* with the formats that are to be made; with the tree of their files where those still are of one."""
        inputs = self.memory.inputs_of(task)
        made = {name: self._standing(task, name) for name in task.formats}
        right = {name: one for name, one in made.items() if one and one.entry.inputs == inputs}
        for name, kept in right.items():
            self._keep(self.place.path(task, name), kept)
        rest = tuple(name for name in task.formats if name not in right)
        trees = {one.tree if (one := made[name]) and not one.findings else "" for name in rest}
        return replace(task, formats=rest, known=trees.pop() if len(trees) == 1 else "")

    def _standing(self, task: Task, name: str) -> Made | None:
        path = self.place.below_root(self.place.path(task, name))
        return self.memory.standing(self.place.root, path, self.ground)

    def _keep(self, path: str, made: Made) -> None:
        self.entries[path] = made.entry
        self.kept.append(path)
        self.tell(made.findings)

    def store(self, outcome: Outcome) -> None:
        """Write the files of *outcome*, remove those that failed, and remember what was made of files that nobody touched."""
        inputs = self.memory.inputs_of(outcome.task)
        made = {name: self._made(outcome, name, inputs) for name in outcome.task.formats}
        for name, one in made.items():
            self._store(self.place.path(outcome.task, name), one, outcome.files.get(name))
        self.tell(outcome.findings)
        self.output_failed |= outcome.output_failed
        if self.memory.untouched(self.memory.stamps, outcome.task):
            for one in filter(None, made.values()):
                self.memory.remember(self.place.below_root(one.entry.path), one, self.place.root)
        self.memory.keep()

    def _made(self, outcome: Outcome, name: str, inputs: str) -> Made | None:
        """Return what is to be remembered of the file in the format *name*, or None where it was not made."""
        path = self.place.path(outcome.task, name)
        if outcome.unchanged:
            before = self.memory.record.made[self.place.below_root(path)]
            return replace(before, entry=replace(before.entry, inputs=inputs))
        if name not in outcome.files:
            return None
        return Made(_entry(path, name, outcome, self.place, inputs), self.ground, outcome.tree, outcome.seconds, outcome.findings)

    def _store(self, path: str, made: Made | None, data: bytes | None) -> None:
        """Write *data* as the file *path*; without data keep the file that stands there if it is *made*, else remove it."""
        self.memory.forget(self.place.below_root(path))
        self.entries.pop(path, None)
        try:
            if made is None:
                remove(self.place.output / path, self.place.root)
                return
            if data is not None:
                self.place.write(path, data)
            self.entries[path] = made.entry
            (self.kept if data is None else self.written).append(path)
        except GuidegenError as error:
            self.fail(error.findings)

    def end(self) -> Summary:
        """Write the manifest and return what was done."""
        data = manifest(self.entries.values(), self.toolchains)
        try:
            self.place.write(MANIFEST, data)
        except GuidegenError as error:
            self.fail(error.findings)
        self.memory.keep()
        written, kept = tuple(sorted(self.written)), tuple(sorted(self.kept))
        return Summary(written, tuple(self.findings), self.output_failed, kept, self.place.folder)


def _entry(path: str, name: str, outcome: Outcome, place: Place, inputs: str) -> Entry:
    task, facts, data = outcome.task, outcome.facts, outcome.files[name]
    return Entry(
        path=path, meeting=task.guide.meeting, language=task.guide.language, format=name,
        variant=task.pdf_variant if name in outcome.fonts else "", issuance=task.issuance,
        symbol=facts.symbol, status=facts.status, sha256=digest(data), bytes=len(data),
        pages=facts.pages if name in place.paged else 0, paragraphs=facts.paragraphs, words=facts.words, notes=facts.notes,
        messages=facts.messages, untranslated=facts.untranslated, translated=_share(facts.untranslated, facts.messages),
        reviewed=facts.reviewed, fonts=outcome.fonts.get(name, ()), inputs=inputs, toolchain=place.toolchain,
    )  # fmt: skip


def _share(untranslated: int, messages: int) -> float:
    return round(1 - untranslated / messages, 4) if messages else 1.0
