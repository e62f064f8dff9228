"""Isolates phrases of the other direction, so that no format has to guess where they begin and end.

A phrase runs from a letter of the other direction to the last such letter before one of the line's own, with the digits that
follow it (UAX #9, W7) and whatever stands between, across emphasis and citations. Renderers that know no bidirectional isolation
(WeasyPrint) and those that split runs (OOXML) both get whole phrases.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidegen.document.inlines import Citation, Emphasis, Foreign, Inline, Isolate, Reference, Text, Untranslated
from guidegen.document.language import Direction
from guidegen.document.tree import Document
from guidegen.document.walk import rebuild_runs

STRONG = {"L": "l", "R": "r", "AL": "r", "EN": "d", "AN": "d", "ET": "d"}
# A phrase of left-to-right text, and the numbers that cling to its end; the same from right to left needs no digits.
PHRASES = {"rtl": re.compile("l(?:[^r|]*l)?(?:[^r|]*d)?"), "ltr": re.compile("r(?:[^l|]*r)?")}
OPPOSITE: dict[Direction, Direction] = {"rtl": "ltr", "ltr": "rtl"}
BARRIER, NUMBER = "\ufffc", "0"
ARABIC_PUNCTUATION = "،؛؟"  # no phrase goes past them, though to UAX #9 two of them are neutral
CLOSERS = {")": "(", "]": "[", "}": "{", "”": "“", "’": "‘", "»": "«"}


def isolate_phrases(document: Document) -> Document:
    """Return *document* with every phrase of the other direction in an Isolate."""
    base = document.language.direction
    return rebuild_runs(document, lambda run: _isolated(run, base))


def _isolated(run: tuple[Inline, ...], base: Direction) -> tuple[Inline, ...]:
    """Return *run*, a line in the direction *base*, with its phrases isolated; other languages' words are lines of their own."""
    inner = tuple(_inside(inline) for inline in run)
    characters = "".join(map(_characters, inner))
    classes = "".join(map(_class, characters))
    spans = [(match.start(), _closed(characters, *match.span())) for match in PHRASES[base].finditer(classes)]
    isolated: list[Inline] = []
    for piece, is_phrase in _pieces(inner, spans):
        isolated += [Isolate(piece, OPPOSITE[base], source=piece[0].source)] if is_phrase else piece
    return tuple(isolated)


def _inside(inline: Inline) -> Inline:
    if isinstance(inline, Foreign | Untranslated):
        return replace(inline, children=_isolated(inline.children, inline.direction))
    if isinstance(inline, Emphasis | Citation):
        return replace(inline, children=tuple(_inside(child) for child in inline.children))
    return inline


def _characters(inline: Inline) -> str:
    """Return the characters of *inline*, with one to stand for a reference's number and one for all that ends a phrase."""
    if isinstance(inline, Text):
        return inline.value
    if isinstance(inline, Emphasis | Citation):
        return "".join(map(_characters, inline.children))
    return NUMBER if isinstance(inline, Reference) else BARRIER


def _class(character: str) -> str:
    """Return the letter of *character* in the patterns: ``l``, ``r``, a digit ``d``, neutral ``n``, a barrier ``|``."""
    if character in ARABIC_PUNCTUATION:
        return "r"
    return "|" if character == BARRIER else STRONG.get(unicodedata.bidirectional(character), "n")


def _closed(characters: str, start: int, end: int) -> int:
    """Return *end* moved behind the brackets and quotation marks that close ones opened inside the phrase."""
    while end < len(characters) and characters[end] in CLOSERS:
        phrase, closer = characters[start:end], characters[end]
        if phrase.count(CLOSERS[closer]) <= phrase.count(closer):
            break
        end += 1
    return end


def _pieces(run: tuple[Inline, ...], spans: Iterable[tuple[int, int]]) -> Iterator[tuple[tuple[Inline, ...], bool]]:
    """Yield *run* cut at *spans*, each piece with whether it is one of them."""
    rest, position = run, 0
    for start, end in spans:
        before, rest = split(rest, start - position)
        phrase, rest = split(rest, end - start)
        position = end
        yield before, False
        yield phrase, True
    yield rest, False


def split(run: tuple[Inline, ...], at: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Return *run* in two, cut before its character number *at*; emphasis and citations are cut with it."""
    left: list[Inline] = []
    for index, inline in enumerate(run):
        length = len(_characters(inline))
        if at <= 0:
            return tuple(left), run[index:]
        if length <= at:
            left.append(inline)
            at -= length
            continue
        first, second = _halves(inline, at)
        return (*left, first), (second, *run[index + 1 :])
    return tuple(left), ()


def _halves(inline: Inline, at: int) -> tuple[Inline, Inline]:
    if isinstance(inline, Text):
        return replace(inline, value=inline.value[:at]), replace(inline, value=inline.value[at:])
    assert isinstance(inline, Emphasis | Citation)  # noqa: S101  (nothing else is longer than one character)
    first, second = split(inline.children, at)
    return replace(inline, children=first), replace(inline, children=second)
