"""How far a translation is: each message by itself, and each catalogue in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from guidegen.content.text import Text
from guidegen.locales.catalogues import Catalogue, Message


class Status(Enum):
    """What a catalogue has for a text: its translation; one marked fuzzy; one of a former text; none."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class State:
    """A text of the source language, the path of the catalogue that translates it, and what that catalogue has for it."""

    text: Text
    catalogue: str
    message: Message | None

    @property
    def status(self) -> Status:
        """How far the translation is. Fuzzy and stale ones are not printed."""
        if self.message is None or not self.message.string.strip():
            return Status.MISSING
        if self.message.id != self.text.text:
            return Status.STALE
        return Status.FUZZY if self.message.fuzzy else Status.TRANSLATED


@dataclass(frozen=True, slots=True)
class Progress:
    """How many messages of the catalogue *path* are how far, and whether a person has *reviewed* it."""

    path: str
    counts: Mapping[Status, int]
    reviewed: bool


def progress(states: Iterable[State], catalogues: Mapping[str, Catalogue]) -> tuple[Progress, ...]:
    """Return the progress of each catalogue of *states*, in their order: they are the messages that the guide prints."""
    counts: dict[str, Counter[Status]] = {}
    for state in states:
        counts.setdefault(state.catalogue, Counter())[state.status] += 1
    return tuple(Progress(path, {one: count[one] for one in Status}, catalogues[path].reviewed) for path, count in counts.items())
