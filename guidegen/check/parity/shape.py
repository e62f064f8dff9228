"""The shape of a guide, the same in every language, meeting and format: ordinals, notes, references and tables, without words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from guidegen.document.counters import CounterFormat
from guidegen.document.language import Language

HIGHEST = 999
LABEL_WORDS = 3
GIVEN = re.compile(r"\d+")
Value = tuple[object, ...]


@dataclass(slots=True)
class Readback:
    """What one file says, in reading order, boxes left out; None where its format does not tell.

    *headings* are levels and words, label first, with the number where the format counts; *paragraphs* and *notes* are labels or
    numbers; *points* are levels and labels or numbers; *references* are targets and printed numbers; *tables* are rows by the
    number of their cells.
    """

    headings: list[tuple[int, str, int | None]] = field(default_factory=list)
    paragraphs: list[str | int] = field(default_factory=list)
    points: list[tuple[int, str | int]] | None = field(default_factory=list)
    notes: list[str | int] = field(default_factory=list)
    references: list[tuple[str, str]] | None = field(default_factory=list)
    tables: list[tuple[int, ...]] = field(default_factory=list)


def shape(read: Readback, language: Language) -> Mapping[str, Value]:
    """Return the aspects of *read* by name, its labels turned into ordinals by the conventions of *language*."""
    numbering = language.numbering
    aspects: dict[str, Value] = {
        "headings": tuple(_headings(read.headings, language)),
        "paragraphs": tuple(_ordinals(read.paragraphs, numbering.paragraph, language)),
        "notes": tuple(_ordinals(read.notes, numbering.note, language)),
        "tables": tuple(read.tables),
    }
    if read.points is not None:
        formats = numbering.points
        counted = ((level, [label], formats[min(level, len(formats)) - 1]) for level, label in read.points)
        aspects["points"] = tuple((level, *_ordinals(label, counter, language)) for level, label, counter in counted)
    if read.references is not None:
        aspects["targets"] = tuple(sorted(target for target, _ in read.references))
        aspects["printed"] = tuple(sorted(number for _, number in read.references))
    return aspects


def _ordinals(labels: Iterable[str | int], counter: CounterFormat, language: Language) -> Iterator[str | int]:
    """Yield the number of each label; one that the counter does not write stays as it is, and is a difference."""
    known = _numbers(counter, language)
    for label in labels:
        yield known.get(_key(label), label) if isinstance(label, str) else label


def _numbers(counter: CounterFormat, language: Language) -> Mapping[str, int]:
    """Return the number of every label that *counter* writes, by the key of the label."""
    write = language.counter(counter).label
    return _by_label(tuple(map(write, range(1, HIGHEST + 1))))


@lru_cache(maxsize=64)
def _by_label(labels: tuple[str, ...]) -> Mapping[str, int]:
    return {_key(label): number for number, label in reversed(list(enumerate(labels, 1)))}


def _key(label: str) -> str:
    """Return *label* with its signs behind: extractors give the signs of a right-to-left label in either order, or mirrored."""
    signs = sorted(character for character in label if not character.isalnum())
    return "".join(character for character in label if character.isalnum()) + "".join(signs)


def _headings(headings: Iterable[tuple[int, str, int | None]], language: Language) -> Iterator[tuple[int, int]]:
    """Yield level and number of each heading; of one that is not counted, the number in its first words, or 0."""
    last: dict[int, int] = {}
    for level, words, known in headings:
        number = known if known is not None else _heading_number(words, last.get(level, 0), language)
        last = {above: seen for above, seen in last.items() if above < level} | {level: number}
        yield level, number


def _heading_number(words: str, before: int, language: Language) -> int:
    """Return the number that begins *words*. What can be read in two ways, I. or I., is what follows the number *before*."""
    read = {
        numbers[_key(label)]
        for numbers in (_numbers(counter, language) for counter in language.numbering.headings)
        for label in _beginnings(words)
        if _key(label) in numbers
    }
    if read:
        return next((number for number in (before + 1, 1) if number in read), min(read))
    found = GIVEN.search(" ".join(words.split()[:LABEL_WORDS]))
    return int(found[0]) if found else 0


def _beginnings(words: str) -> Iterator[str]:
    parts = words.split()
    yield from (" ".join(parts[:count]) for count in range(1, LABEL_WORDS + 1))


def paragraph_label(words: str, language: Language) -> str | None:
    """Return the paragraph label that begins *words*, or None."""
    first = next(_beginnings(words), "")
    return first if _key(first) in _numbers(language.numbering.paragraph, language) else None


def note_label(words: str, language: Language) -> str | None:
    """Return *words* if they are the label of a note of the text, or None."""
    return words if _key(words) in _numbers(language.numbering.note, language) else None
