"""How far the translations are: per language, file, meeting and topic, in messages and words; what would be printed counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from guidegen.content.text import Text
from guidegen.errors import Source
from guidegen.locales.catalogues import Catalogue, Message
from guidegen.localize import placeholders, structure_findings
from guidegen.translation.messages import SourceMessage

MARKS = re.compile(r"\[[@^][^\]]*\]|\[\]\([^)]*\)|\{\w+\}")
LETTER = re.compile(r"\w")
# The folders of content/ whose files are topics of the agenda.
TOPICS = ("content/topics", "content/workshops")


class State(Enum):
    """Where a message stands in a language; only one that is translated is printed, all others fall back to the source text."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    STALE = "stale"
    FAULTY = "faulty"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Segment:
    """A message in one language: the *stem* of its catalogue, its *state*, and whether a person has *reviewed* it.

    *found* is what the catalogue has for it.
    """

    stem: str
    message: SourceMessage
    state: State
    found: Message | None = None
    reviewed: bool = False

    @property
    def words(self) -> int:
        """The words of the source text, without marks of notes, citations, references and placeholders."""
        return sum(1 for word in MARKS.sub(" ", self.message.text).split() if LETTER.search(word))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many messages, and words of the source text, are in each state, and how many of the translated are reviewed."""

    messages: Mapping[State, int]
    words: Mapping[State, int]
    reviewed_messages: int
    reviewed_words: int

    @property
    def total_messages(self) -> int:
        """All messages."""
        return sum(self.messages.values())

    @property
    def total_words(self) -> int:
        """All words of the source text."""
        return sum(self.words.values())

    @property
    def share(self) -> float:
        """The part of the words that would be printed in the language, from 0 to 1; of no words, all are."""
        return self.words[State.TRANSLATED] / self.total_words if self.total_words else 1.0


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """How far one language is: as a whole, and by the stem of a catalogue, the id of a meeting, the id of a topic."""

    language: str
    total: Tally
    files: Mapping[str, Tally]
    meetings: Mapping[str, Tally]
    topics: Mapping[str, Tally]


def segments(messages: Mapping[str, Sequence[SourceMessage]], catalogues: Mapping[str, Catalogue]) -> Iterator[Segment]:
    """Yield each of *messages* with its state in the *catalogues* of a language, both by stem.

    A message is reviewed when its catalogue says so and it would be printed.
    """
    for stem, some in messages.items():
        catalogue = catalogues.get(stem, Catalogue(stem))
        for message in some:
            found = catalogue.messages.get(message.context)
            state = state_of(message, found)
            yield Segment(stem, message, state, found, reviewed=state is State.TRANSLATED and catalogue.reviewed)


def state_of(message: SourceMessage, found: Message | None) -> State:
    """Return the state of *message*, for which *found* stands in its catalogue; of another text, it is stale, fuzzy or not."""
    if found is None or not found.string.strip():
        return State.MISSING
    if found.id != message.text:
        return State.STALE
    if found.fuzzy:
        return State.FUZZY
    return State.FAULTY if _faulty(message, found) else State.TRANSLATED


def _faulty(message: SourceMessage, found: Message) -> bool:
    """Return whether *found* cannot stand for *message*: other notes, citations, references or placeholders."""
    text = Text(message.context, message.text, Source(message.files[0]))
    return placeholders(message.text) != placeholders(found.string) or any(structure_findings(text, found))


def language_status(language: str, found: Iterable[Segment], meetings: Sequence[str]) -> LanguageStatus:
    """Return how far *language* is, of which *found* are the segments, with a row for each of *meetings*."""
    every = tuple(found)
    by_meeting = {one: tally(seg for seg in every if not seg.message.meetings or one in seg.message.meetings) for one in meetings}
    return LanguageStatus(language, tally(every), by_file(every), by_meeting, _by(every, topic_of))


def by_file(found: Iterable[Segment]) -> Mapping[str, Tally]:
    """Return the counts of *found* by the stem of a catalogue, in the order in which they come."""
    return _by(tuple(found), lambda one: one.stem)


def tally(found: Iterable[Segment]) -> Tally:
    """Return the counts of *found*."""
    messages, words, reviewed = dict.fromkeys(State, 0), dict.fromkeys(State, 0), Counter[str]()
    for segment in found:
        messages[segment.state] += 1
        words[segment.state] += segment.words
        if segment.reviewed:
            reviewed.update(messages=1, words=segment.words)
    return Tally(messages, words, reviewed["messages"], reviewed["words"])


def topic_of(segment: Segment) -> str:
    """Return the id of the topic or workshop in whose file *segment* stands; empty where it stands in another."""
    path = PurePosixPath(segment.stem)
    return path.name if str(path.parent) in TOPICS else ""


def _by(found: Sequence[Segment], key: Callable[[Segment], str]) -> Mapping[str, Tally]:
    names = dict.fromkeys(name for name in map(key, found) if name)
    return {name: tally(segment for segment in found if key(segment) == name) for name in names}
