"""What may be left as it is: the files of which guides are made, as they are now, against what the record says they were.

A command whose whole world is as it was has nothing to do. Otherwise a guide is left alone whose own inputs are as they were; and
one whose inputs changed is made as far as its tree, and rendered only where that is another.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path

from guidegen.build.record import Answer, Made, Record, read_record, write_record
from guidegen.build.stamps import FOLDER, Stamp, digest_of_all, is_still, stamp, stamps
from guidegen.build.task import Task
from guidegen.errors import RenderError, Source

CODE = "guidegen/"
TEMPLATES = "templates/"
IN_THE_TREE = ("templates/guide/", "templates/meetings/")
NO_OPTIONS = {"project", "guide", "formats", "known"}


@dataclass(frozen=True, slots=True)
class Origins:
    """Of what guides are made: *files* lists the project's files and guidegen's own by their names, whenever it is called.

    *surroundings* are what else shapes a guide, as fonts do; *packages* is the digest of all that is installed.
    """

    files: Callable[[], Mapping[str, Path]]
    surroundings: Mapping[str, str] = field(default_factory=dict)
    packages: str = ""


@dataclass(slots=True)
class Memory:
    """The record in the file *place* beside what is there now. With *force* nothing counts as made.

    *source_language* is that of the content, to be set before guides are asked about.
    """

    place: Path
    origins: Origins
    force: bool = False
    source_language: str = ""
    record: Record = field(default_factory=Record)
    stamps: dict[str, Stamp] = field(default_factory=dict)

    def look(self) -> None:
        """Read the record, and look at all files anew."""
        self.record = read_record(self.place)
        self.stamps = self._now(self.record.inputs)

    def _now(self, known: Mapping[str, Stamp]) -> dict[str, Stamp]:
        return stamps(self.origins.files(), known)

    def world(self) -> str:
        """Return the digest of all that any guide may be made of."""
        return digest_of_all({**_digests(self.stamps), **self.origins.surroundings, "packages": self.origins.packages})

    def ground(self, versions: Mapping[str, str]) -> str:
        """Return the digest of what makes files of trees: code and skins, the *versions* of libraries, the surroundings."""
        files = {name: one for name, one in self.stamps.items() if _makes_files(name)}
        return digest_of_all({**_digests(files), **versions, **self.origins.surroundings})

    def inputs_of(self, task: Task) -> str:
        """Return the digest of the project's files that may go into the guide of *task*, and of the task's options."""
        options = {one.name: str(getattr(task, one.name)) for one in fields(task) if one.name not in NO_OPTIONS}
        return digest_of_all({**_digests(self._inputs(task)), **options})

    def _inputs(self, task: Task) -> dict[str, Stamp]:
        names = (name for name, one in self.stamps.items() if not name.startswith(CODE) and one.sha256 != FOLDER)
        mine = (name for name in names if task.guide.depends_on(Source(name), self.source_language))
        return {name: self.stamps[name] for name in mine}

    def untouched(self, since: Mapping[str, Stamp], task: Task | None = None) -> bool:
        """Return whether nothing that is looked at, or that goes into *task*, was touched *since* it had these stamps."""
        now = self._now(since)
        names = self._inputs(task) if task else since
        return since.keys() == now.keys() and all(_untouched(since[name], now[name]) for name in names)

    def standing(self, root: Path, path: str, ground: str) -> Made | None:
        """Return what is known of the file *path* below *root* where it was made on *ground* and stands there as it was made."""
        made, known = self.record.made.get(path), self.record.outputs.get(path)
        if self.force or made is None or known is None or made.ground != ground or known.sha256 != made.entry.sha256:
            return None
        return made if is_still(root / path, known) else None

    def answer(self, command: str, root: Path) -> Answer | None:
        """Return what *command* came to where all is as it was when it ended, its files below *root* too."""
        answer, outputs = self.record.answers.get(command), self.record.outputs
        if self.force or answer is None or answer.world != self.world():
            return None
        same = all(path in outputs and outputs[path].sha256 == sha256 for path, sha256 in answer.files.items())
        return answer if same and all(is_still(root / path, outputs[path]) for path in answer.files) else None

    def remember(self, path: str, made: Made, root: Path) -> None:
        """Remember that the file *path* below *root* was made, if that is what stands there."""
        with suppress(OSError):
            known = stamp(root / path)
            if known.sha256 == made.entry.sha256:
                self.record.made[path], self.record.outputs[path] = made, known

    def remember_answer(self, command: str, answer: Answer) -> None:
        """Remember what *command* came to, and no answers of other worlds."""
        for old in [name for name, one in self.record.answers.items() if one.world != answer.world]:
            del self.record.answers[old]
        self.record.answers[command] = answer

    def digests(self, paths: Collection[str], root: Path) -> dict[str, str]:
        """Return the digests of the files *paths* below *root*: as they were made; as they are now where no task made them.

        Raises OSError.
        """
        self.record.outputs.update({path: stamp(root / path) for path in paths if path not in self.record.made})
        return {path: self.record.outputs[path].sha256 for path in paths}

    def forget(self, path: str) -> None:
        """Forget the file *path*."""
        self.record.made.pop(path, None)
        self.record.outputs.pop(path, None)

    def keep(self) -> None:
        """Write the record; where that cannot be, the next build knows less and does more."""
        self.record.inputs.clear()
        self.record.inputs.update(self.stamps)
        with suppress(RenderError):
            write_record(self.place, self.record)

    def size(self, task: Task) -> tuple[bool, float]:
        """Return how long *task* may take, to sort by: as its language's guides did, else longest, by its inputs' size."""
        mine = [made.seconds for made in self.record.made.values() if made.entry.language == task.guide.language]
        if mine:
            return False, max(mine)
        return True, float(sum(sum(one.numbers[:1]) for one in self._inputs(task).values()))


def _digests(files: Mapping[str, Stamp]) -> dict[str, str]:
    return {name: one.sha256 for name, one in files.items()}


def _untouched(before: Stamp, now: Stamp) -> bool:
    return (before.sha256, before.numbers) == (now.sha256, now.numbers)


def _makes_files(name: str) -> bool:
    """Return whether the file *name* makes files of trees; what makes the tree itself is known by the tree."""
    return name.startswith(CODE) or (name.startswith(TEMPLATES) and not name.startswith(IN_THE_TREE))
