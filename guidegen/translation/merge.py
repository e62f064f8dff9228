"""The merge of a language's catalogues with the source texts: nothing that was translated is lost or put to another's place.

All catalogues of a language are one pool. A message takes, in this order: the translation of its own context and text, wherever
it stands; that of its text under a context that is gone; that of its context, as fuzzy where the text has changed. What nobody
takes becomes obsolete and stays in its file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from guidegen.locales.po_file import DRAFT, REVIEW, Entry, PoFile
from guidegen.translation.messages import SourceMessage
from guidegen.translation.po import entry_of
from guidegen.translation.pool import NUMBERED, Found, Pool
from guidegen.translation.wording import only_retouched

GENERATED = ("md-text", "python-brace-format", "max-length:")


class Outcome(Enum):
    """What became of a message."""

    KEPT = "kept"
    RETOUCHED = "kept although spacing, quotation marks or number separators changed"
    MOVED = "found in another place"
    REVIVED = "brought back"
    FUZZY = "marked fuzzy"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the message *context* of the catalogue *path*."""

    path: str
    context: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Merged:
    """The catalogues after a merge, by stem, and what became of each message."""

    files: Mapping[str, PoFile]
    changes: tuple[Change, ...]


def merge(files: Mapping[str, PoFile], sources: Mapping[str, Sequence[SourceMessage]]) -> Merged:
    """Return the catalogues *files* of a language, by stem, with the messages of *sources*.

    Messages whose catalogue is not among *files* (a broken one) are left out; their contexts still count as there.
    """
    pool = Pool(files, sources)
    taken = {(stem, message.context): found for stem, message, found in pool.matched()}
    changes: list[Change] = []
    merged: dict[str, list[Entry]] = {stem: [] for stem in files}
    earlier: set[tuple[str, int]] = set()
    for stem, message in pool.messages():
        found = taken.get((stem, message.context))
        entry, outcome = _entry(message, found, stem)
        comments = tuple(dict.fromkeys((*entry.comments, *pool.remarks(message.context))))
        merged[stem].append(replace(entry, comments=comments))
        changes.append(Change(files[stem].path, message.context, outcome))
        if found and outcome is Outcome.FUZZY and not found.entry.fuzzy:
            earlier.add(found.where)
    written = {stem: replace(file, entries=_distinct((*merged[stem], *pool.left(stem, earlier)))) for stem, file in files.items()}
    return Merged({stem: _reviewed(files[stem], file) for stem, file in written.items()}, tuple(changes))


def _entry(message: SourceMessage, found: Found | None, stem: str) -> tuple[Entry, Outcome]:
    """Return the entry of *message* with the translation *found* for it, and what that makes of it."""
    new = entry_of(message)
    if found is None:
        return new, Outcome.NEW
    old = found.entry
    kept = tuple(flag for flag in old.flags if not flag.startswith(GENERATED))
    made = replace(new, string=old.string, comments=old.comments, flags=tuple(dict.fromkeys((*kept, *new.flags))))
    if old.fuzzy:
        made = replace(made, previous_context=old.previous_context, previous_id=old.previous_id)
    if found.doubtful:
        return replace(made.marked(fuzzy=True), previous_context=old.previous_context or old.context), Outcome.MOVED
    if old.id == message.text:
        return made, _outcome(found, message, stem)
    if only_retouched(old.id, message.text):
        return made, Outcome.RETOUCHED
    return replace(
        made.marked(fuzzy=True), previous_id=old.previous_id if old.fuzzy and old.previous_id else old.id
    ), Outcome.FUZZY


def _outcome(found: Found, message: SourceMessage, stem: str) -> Outcome:
    if found.home != message.context or (found.stem != stem and not found.entry.obsolete):
        return Outcome.MOVED
    return Outcome.REVIVED if found.entry.obsolete else Outcome.KEPT


def _distinct(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return *entries* with contexts that gettext can tell apart: a later one under a key that is taken gets a number.

    An obsolete entry that says no more than another one with its key is left out.
    """
    taken: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        first = taken.get(entry.key)
        if first and first.string == entry.string and set(entry.comments) <= set(first.comments):
            continue
        context, number = NUMBERED.sub("", entry.context), 2
        while (entry.context, entry.id) in taken:
            entry = replace(entry, context=f"{context}~{number}")  # noqa: PLW2901  (a name is sought)
            number += 1
        taken[entry.key] = entry
    return tuple(taken.values())


def _reviewed(before: PoFile, after: PoFile) -> PoFile:
    """Return *after*, a draft where one of its messages is another than *before*."""
    return after.with_field(REVIEW, DRAFT) if before.reviewed and _said(before) != _said(after) else after


def _said(file: PoFile) -> set[tuple[str, str, str, bool]]:
    return {(entry.context, entry.id, entry.string, entry.fuzzy) for entry in file.live}
