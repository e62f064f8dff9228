"""A command that builds: answered from memory where nothing has changed, else built, alone in its output folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from guidegen.build.lock import alone_in
from guidegen.build.manifest import MANIFEST
from guidegen.build.memory import Memory
from guidegen.build.outputs import leftovers, prepare, sweep
from guidegen.build.record import Answer
from guidegen.build.run import Place, Summary
from guidegen.errors import GuidegenError


@dataclass(frozen=True, slots=True)
class Command:
    """What was asked for, by a digest of its options, and the folder it is asked for in."""

    name: str
    root: Path
    memory: Memory

    def answer(self) -> Summary | None:
        """Return what the command comes to where nothing has changed since it was done, or None: then it is to be run.

        So it is where something half-written stands in the folder: only who is alone there can tell whose it is.
        """
        self.memory.look()
        answer = self.memory.answer(self.name, self.root)
        if answer is None or leftovers(self.root / answer.folder):
            return None
        files = tuple(path for path in answer.files if Path(path).name != MANIFEST)
        return Summary((), answer.findings, output_failed=False, kept=files, folder=answer.folder)

    def run(self, build: Callable[[], Summary], place: Place, waiting: Callable[[], None]) -> Summary:
        """Return what *build* did in *place*; *waiting* is called where another build is to be waited for.

        What was done is remembered as the answer if nothing was touched since the command began to look.
        """
        begun, world = self.memory.stamps, self.memory.world()
        try:
            prepare(place.output, place.root)
        except GuidegenError as error:
            return Summary((), error.findings, output_failed=True)
        with alone_in(place.root, waiting) as alone:
            if alone:
                sweep(place.output)
            summary = build()
            files = [place.below_root(path) for path in (*summary.written, *summary.kept)]
            known = summary.exit_code == 0 and all(path in self.memory.record.made for path in files)
            if known and self.memory.untouched(begun):
                self._remember(world, (*files, place.below_root(MANIFEST)), summary)
        return summary

    def _remember(self, world: str, files: Sequence[str], summary: Summary) -> None:
        with suppress(OSError):
            digests = self.memory.digests(files, self.root)
            self.memory.remember_answer(self.name, Answer(world, digests, summary.findings, summary.folder))
            self.memory.keep()
