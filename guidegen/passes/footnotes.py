"""Places note marks at the punctuation as the language has it, and numbers the notes.

The notes of the text bear numbers; those of each box, and of each annex that asks for it, letters of their own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from guidegen.document.counters import Counter
from guidegen.document.inlines import Inline, Node, Note, NoteMark, Text
from guidegen.document.tree import Box, Document, Section
from guidegen.document.walk import rebuild, rebuild_runs, walk

SPACES = " \u00a0\u202f"


def place_notes(document: Document) -> Document:
    """Return *document* with every note mark before or after the punctuation beside it, as the language's conventions say."""
    language = document.language
    place = _before if language.note_position == "before_punctuation" else _after
    return rebuild_runs(document, lambda run: _placed(run, place, language.punctuation))


def _placed(run: tuple[Inline, ...], place: object, punctuation: str) -> tuple[Inline, ...]:
    """Return *run* with each group of notes and the texts around it put in order by *place*."""
    if not any(isinstance(inline, Note) for inline in run):
        return run
    placed = list(run)
    groups = [start for start in range(len(placed)) if _begins_group(placed, start)]
    for start in reversed(groups):
        end = next((at for at in range(start, len(placed)) if not isinstance(placed[at], Note)), len(placed))
        before = placed[start - 1] if start else None
        after = placed[end] if end < len(placed) else None
        if place is _before and isinstance(before, Text) and (start > 1 or before.value.strip(punctuation)):
            placed[start - 1 : end] = _before(before, placed[start:end], punctuation)
        elif place is _after and isinstance(after, Text):
            placed[start : end + 1] = _after(after, placed[start:end], punctuation)
    return tuple(inline for inline in placed if not (isinstance(inline, Text) and not inline.value))


def _begins_group(run: list[Inline], start: int) -> bool:
    return isinstance(run[start], Note) and not (start and isinstance(run[start - 1], Note))


def _before(text: Text, notes: list[Inline], punctuation: str) -> list[Inline]:
    """Return *text* and *notes* with the punctuation that ends *text*, and the space before it, behind the notes."""
    kept = text.value.rstrip(punctuation)
    kept = kept.rstrip(SPACES) if kept != text.value else kept
    return [replace(text, value=kept), *notes, replace(text, value=text.value[len(kept) :])]


def _after(text: Text, notes: list[Inline], punctuation: str) -> list[Inline]:
    """Return *notes* and *text* with the punctuation that begins *text* before the notes."""
    kept = text.value.lstrip(punctuation)
    moved = text.value[: len(text.value) - len(kept)]
    return [replace(text, value=moved), *notes, replace(text, value=kept)]


def separate_notes(document: Document) -> Document:
    """Return *document* with the language's separator on every note mark that directly follows another."""
    separator = document.language.numbering.note_separator

    def change(run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return *run* with separators between marks that meet."""
        follows = (isinstance(one, Note) and number > 0 and isinstance(run[number - 1], Note) for number, one in enumerate(run))
        return tuple(
            replace(inline, separator=separator) if after and isinstance(inline, Note) else inline
            for inline, after in zip(run, follows, strict=True)
        )

    return rebuild_runs(document, change)


def number_notes(document: Document) -> Document:
    """Return *document* with its notes numbered in reading order; boxes and lettered sections have their own at their foot."""
    numbering = document.language.numbering
    lettered = rebuild(document, lambda node: _with_foot(node, document.language.counter(numbering.box_note)))
    counter = document.language.counter(numbering.note)
    notes = (node for section in lettered.children for node in walk(section) if isinstance(node, Note))
    ordinals = dict(zip((note.id for note in notes if note.series == "text"), count(1)))

    def change(node: Node) -> Node:
        """Return a note of the text with its number."""
        if isinstance(node, Note) and node.series == "text" and node.id in ordinals:
            return _numbered(node, ordinals[node.id], counter)
        return node

    return rebuild(lettered, change)


def _numbered(note: Note, ordinal: int, counter: Counter) -> Note:
    return replace(note, ordinal=ordinal, number=counter.number(ordinal), label=counter.label(ordinal))


def _with_foot(node: Node, counter: Counter) -> Node:
    """Return a box or lettered section with marks where its notes are called and the notes at its foot; others as they are."""
    if not (isinstance(node, Box) or (isinstance(node, Section) and node.lettered)):
        return node
    called = [inner for inner in walk(node) if isinstance(inner, Note)]
    foot = {note.id: _numbered(replace(note, series="box"), number, counter) for number, note in enumerate(called, 1)}

    def mark(inner: Node) -> Node:
        """Return the mark of a note in its place."""
        if isinstance(inner, Note):
            return NoteMark(inner.id, foot[inner.id].label, inner.separator, source=inner.source)
        return inner

    return replace(rebuild(node, mark), notes=tuple(foot.values()))
