"""What is exchanged: the messages of one catalogue as units, each with a stamp of what it was when it left.

By the stamp it is known, when the file comes back, what a translator changed and what has changed here meanwhile.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from guidegen.errors import Source
from guidegen.locales.po_file import Entry
from guidegen.translation.messages import SourceMessage

DIGITS = 10
NOWHERE = Source("")


class UnitState(Enum):
    """How far a unit is; a *final* one has been reviewed by a person."""

    UNTRANSLATED = "untranslated"
    REVIEW = "needs review"
    TRANSLATED = "translated"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Unit:
    """A message in exchange: its *context* (id), its text, its translation and state.

    *notes* are for the translator, *limit* is the most characters that a translation may have (0: any number), *stamp* is what
    :func:`stamp` gave when the unit left, empty where a tool lost it; *place* is where it was read.
    """

    context: str
    source: str
    target: str
    state: UnitState
    notes: tuple[str, ...] = ()
    limit: int = 0
    stamp: str = ""
    place: Source = NOWHERE

    @property
    def source_kept(self) -> bool:
        """Whether the text is that of the export; believed where there is no stamp."""
        return not self.stamp or self.stamp.partition("-")[0] == digest(self.source)

    @property
    def untouched(self) -> bool:
        """Whether nobody changed the unit since the export."""
        return self.stamp == stamp(self)

    @property
    def reworded(self) -> bool:
        """Whether the translation is another than that of the export, or there is no telling."""
        return not self.left_with(self.target)

    @property
    def settled(self) -> UnitState:
        """The state of the unit as its translator means it.

        Many tools leave the state as it was when a translation is written: a new one is a translation then.
        """
        kept = self.stamp.endswith(f"-{self.state.name.lower()}")
        return UnitState.TRANSLATED if self.state is UnitState.UNTRANSLATED or (kept and self.reworded) else self.state

    def left_with(self, target: str) -> bool:
        """Return whether the unit had the translation *target* when it left."""
        return self.stamp.split("-")[1:2] == [digest(target)]


@dataclass(frozen=True, slots=True)
class UnitFile:
    """The units of one catalogue, which is named by *project* (the congress), *language* and *stem* (its path, no suffix)."""

    project: str
    stem: str
    source_language: str
    language: str
    units: Sequence[Unit]
    place: Source = NOWHERE


def digest(text: str) -> str:
    """Return what tells *text* from others, in a few characters."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def stamp(unit: Unit) -> str:
    """Return the stamp of *unit*: its text, its translation and its state."""
    return f"{digest(unit.source)}-{digest(unit.target)}-{unit.state.name.lower()}"


def unit_of(entry: Entry, message: SourceMessage, *, reviewed: bool) -> Unit:
    """Return *message* and its *entry*, in a catalogue that a person has *reviewed* or not, as a unit."""
    earlier = (f"Translated when the text was: {entry.previous_id}",) if entry.previous_id else ()
    notes = (*message.comments, *earlier, *(line for line in entry.comments if line))
    return Unit(entry.context, entry.id, entry.string, state_of(entry, reviewed=reviewed), notes, message.limit)


def state_of(entry: Entry, *, reviewed: bool) -> UnitState:
    """Return the state of *entry*: it is final when its catalogue is *reviewed* and it is not fuzzy."""
    if not entry.translated:
        return UnitState.UNTRANSLATED
    if entry.fuzzy:
        return UnitState.REVIEW
    return UnitState.FINAL if reviewed else UnitState.TRANSLATED
