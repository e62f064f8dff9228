"""All translations of a language, live and obsolete, of every catalogue: where a message finds its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from guidegen.locales.po_file import FUZZY, Entry, PoFile
from guidegen.translation.messages import SourceMessage

NUMBERED = re.compile(r"~\d+$")


@dataclass(frozen=True, slots=True)
class Found:
    """A translation of the pool: its entry, the *stem* of its catalogue, and its *place* among the entries there.

    *doubtful* is set where another one would have been as near.
    """

    entry: Entry
    stem: str
    place: int
    doubtful: bool = False

    @property
    def home(self) -> str:
        """The context that it belongs to, without the number of an obsolete one."""
        return NUMBERED.sub("", self.entry.context) if self.entry.obsolete else self.entry.context

    @property
    def where(self) -> tuple[str, int]:
        """What tells it from all others."""
        return self.stem, self.place


Rank = Callable[[Found], tuple[int, ...]]


class Pool:
    """The translations that messages take from, each of which is taken once."""

    def __init__(self, files: Mapping[str, PoFile], sources: Mapping[str, Sequence[SourceMessage]]) -> None:
        self.files = files
        self.sources = {stem: sources.get(stem, ()) for stem in files}
        self.alive = {message.context for messages in sources.values() for message in messages}
        self.contexts = {message.context for messages in self.sources.values() for message in messages}
        self.taken: dict[tuple[str, int], Found] = {}
        self.by_context: dict[str, list[Found]] = defaultdict(list)
        self.by_text: dict[str, list[Found]] = defaultdict(list)
        self.unsaid: dict[str, list[str]] = defaultdict(list)
        for stem, file in files.items():
            for place, entry in enumerate(file.entries):
                self._add(Found(entry, stem, place))

    def _add(self, found: Found) -> None:
        if found.entry.translated:
            self.by_context[found.home].append(found)
            self.by_text[found.entry.id].append(found)
        elif found.home in self.contexts:
            self.unsaid[found.home].extend(found.entry.comments)

    def messages(self) -> Iterator[tuple[str, SourceMessage]]:
        """Yield each message with the stem of its catalogue."""
        yield from ((stem, message) for stem, messages in self.sources.items() for message in messages)

    def matched(self) -> Iterator[tuple[str, SourceMessage, Found]]:
        """Yield each message that finds a translation: first all that find their own, then the others."""
        wanted = list(self.messages())
        for search in (self._exact, self._gone, self._changed):
            missed = []
            for stem, message in wanted:
                found = search(stem, message)
                if found is None:
                    missed.append((stem, message))
                    continue
                self.taken[found.where] = found
                yield stem, message, found
            wanted = missed

    def _exact(self, stem: str, message: SourceMessage) -> Found | None:
        """Return the translation of the message's own context and text: a live one, of its own file, a sure one first."""
        own = (found for found in self.by_context[message.context] if found.entry.id == message.text)
        return self._first(own, lambda one: (one.entry.obsolete, one.stem != stem, one.entry.fuzzy))

    def _gone(self, stem: str, message: SourceMessage) -> Found | None:
        """Return the translation of the message's text under a context that no message has any more: the nearest one."""
        distance: Rank = partial(_distance, stem, message.context)
        orphans = [one for one in self.by_text[message.text] if one.home not in self.alive and one.where not in self.taken]
        nearest = self._first(orphans, distance)
        if nearest is None:
            return None
        rivals = {one.entry.string for one in orphans if distance(one) == distance(nearest)}
        return replace(nearest, doubtful=len(rivals) > 1)

    def _changed(self, stem: str, message: SourceMessage) -> Found | None:
        """Return the translation of an earlier text of the message: the live one, else the latest."""
        earlier = self.by_context[message.context]
        return self._first(earlier, lambda one: (one.entry.obsolete, one.stem != stem, one.entry.fuzzy, -one.place))

    def _first(self, candidates: Iterable[Found], rank: Rank) -> Found | None:
        return min((one for one in candidates if one.where not in self.taken), key=rank, default=None)

    def remarks(self, context: str) -> Sequence[str]:
        """Return what translators remarked on *context* where there is no translation."""
        return self.unsaid[context]

    def left(self, stem: str, earlier: Collection[tuple[str, int]]) -> Iterator[Entry]:
        """Yield what the catalogue *stem* keeps as obsolete: what nobody took, and of what was taken the *earlier* texts."""
        for place, entry in enumerate(self.files[stem].entries):
            found = Found(entry, stem, place)
            taken = found.where in self.taken if entry.translated else found.home in self.contexts
            if not taken or found.where in earlier:
                yield from (entry,) if entry.obsolete else obsolete(entry)


def _distance(stem: str, context: str, found: Found) -> tuple[int, ...]:
    """Return how far *found* is from *context* in *stem*: another name, another file, obsolete, fuzzy."""
    another = found.home.rpartition(".")[2] != context.rpartition(".")[2]
    return another, found.stem != stem, found.entry.obsolete, found.entry.fuzzy


def obsolete(entry: Entry) -> Iterator[Entry]:
    """Yield *entry* as an obsolete one, if there is anything in it to keep."""
    if entry.translated or entry.comments:
        flags = (FUZZY,) if entry.fuzzy else ()
        yield replace(entry, flags=flags, extracted=(), references=(), obsolete=True)
