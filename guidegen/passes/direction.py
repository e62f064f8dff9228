"""Isolates phrases of the other direction, so that no format has to guess where they begin and end.

A phrase runs from a letter of the other direction to the last such letter before one of the line's own, with the digits that
follow it (UAX #9, W7) or are joined to its beginning (``15th``) and whatever stands between, across emphasis and citations. Of
brackets and quotation marks it has both or none (N0). Renderers that know no bidirectional isolation (WeasyPrint) and those that
split runs (OOXML) both get whole phrases.

In a right-to-left line a number joined to another by a hyphen, or to a sign, is isolated too. UAX #9 orders these by the letter
before them (W2), and a renderer that lays out line by line does not know the letters of the line above.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from guidegen.document.inlines import Citation, Emphasis, Foreign, Inline, Isolate, Pending, Reference, Text, Untranslated
from guidegen.document.language import Direction
from guidegen.document.tree import Document
from guidegen.document.walk import kept, rebuild_runs

CLASSES = {"L": "l", "R": "r", "AL": "r", "AN": "r", "EN": "d", "ET": "d", "NSM": "m"}
MARKS = re.compile("(^|[^m])m+")
# A phrase of left-to-right text, and the numbers that cling to its ends; the same from right to left needs no digits.
PHRASES = {"rtl": re.compile("(?:d[dn]*)?l(?:[^r|]*l)?(?:[^r|]*d)?"), "ltr": re.compile("r(?:[^l|]*r)?")}
DIGITS = "[0-9]+(?:[.,/:][0-9]+)*"
NUMBERS = re.compile(f"(?<=[0-9][-+]){DIGITS}|{DIGITS}(?=[-+][0-9]|[%‰°])")
OPPOSITE: dict[Direction, Direction] = {"rtl": "ltr", "ltr": "rtl"}
OWN = {"rtl": "r", "ltr": "l"}
BARRIER, NUMBER = "\ufffc", "0"
ARABIC_PUNCTUATION = "،؛؟"  # no phrase goes past them, though to UAX #9 two of them are neutral
CLOSERS = {")": "(", "]": "[", "}": "{", "”": "“", "’": "‘", "»": "«"}
BRACKETS = re.compile("[" + re.escape("".join((*CLOSERS, *CLOSERS.values()))) + "]")
TAILS = "/+"  # they end an address or an abbreviation: https://www.un.org/


def isolate_phrases(document: Document) -> Document:
    """Return *document* with every phrase of the other direction in an Isolate."""
    base = document.language.direction
    return rebuild_runs(document, lambda run: _isolated(run, base))


def _isolated(run: tuple[Inline, ...], base: Direction) -> tuple[Inline, ...]:
    """Return *run*, a line in the direction *base*, with its phrases isolated; other languages' words are lines of their own."""
    inner = kept(run, [_inside(inline) for inline in run])
    characters = "".join(map(_characters, inner))
    if base == "ltr" and not _turns(characters):
        return inner
    classes = _classes(characters, OWN[base])
    phrases = [(match.start(), _closed(characters, classes, *match.span())) for match in PHRASES[base].finditer(classes)]
    spans = dict.fromkeys(phrases, OPPOSITE[base]) | dict.fromkeys(_numbers(characters, phrases, base), base)
    if not spans:
        return inner
    isolated: list[Inline] = []
    for piece, direction in _pieces(inner, spans):
        isolated += [Isolate(piece, direction, source=piece[0].source)] if direction else piece
    return tuple(isolated)


def _turns(characters: str) -> bool:
    """Return whether any of *characters* runs from right to left."""
    return "r" in characters.translate(LETTERS)


def _numbers(characters: str, phrases: Iterable[tuple[int, int]], base: Direction) -> Iterator[tuple[int, int]]:
    """Yield where a number stands whose neighbours UAX #9 would order by what comes before, outside *phrases*."""
    taken = {at for start, end in phrases for at in range(start, end)}
    for match in NUMBERS.finditer(characters if base == "rtl" else ""):
        if not taken.intersection(range(*match.span())):
            yield match.span()


def _inside(inline: Inline) -> Inline:
    if isinstance(inline, Foreign | Untranslated):
        children = _isolated(inline.children, inline.direction)
    elif isinstance(inline, Emphasis | Citation):
        children = kept(inline.children, [_inside(child) for child in inline.children])
    else:
        return inline
    return inline if children is inline.children else replace(inline, children=children)


def _characters(inline: Inline) -> str:
    """Return the characters of *inline*, with one to stand for a number and one for all that ends a phrase."""
    if isinstance(inline, Text):
        return inline.value
    if isinstance(inline, Emphasis | Citation):
        return "".join(map(_characters, inline.children))
    if isinstance(inline, Reference):
        return inline.number[:1] or NUMBER
    return NUMBER if isinstance(inline, Pending) else BARRIER


def _classes(characters: str, own: str) -> str:
    """Return *characters* as the patterns have them: letters ``l`` and ``r``, digits, spaces, neutral ones, barriers ``|``.

    Brackets and quotation marks round something of the line's *own* direction, or round a barrier, are the line's own.
    """
    single = characters.translate(LETTERS)
    classes = [*MARKS.sub(lambda match: (match[1] or "n") * len(match[0]), single)]
    for first, last in _pairs(characters):
        if own in classes[first:last] or "|" in classes[first:last]:
            classes[first] = classes[last] = own
    return "".join(classes)


class _Letters(dict[int, str]):
    """The letter of each character, by its code point, looked up once; ``m`` for a combining mark: it has that of its base."""

    def __missing__(self, code: int) -> str:
        """Return the letter of the character *code*."""
        self[code] = letter = _letter(chr(code))
        return letter


def _letter(character: str) -> str:
    if character in ARABIC_PUNCTUATION:
        return "r"
    if character == BARRIER or character.isspace():
        return "|" if character == BARRIER else " "
    return CLASSES.get(unicodedata.bidirectional(character), "n")


LETTERS = _Letters()


def _pairs(characters: str) -> Iterator[tuple[int, int]]:
    """Yield the positions of each bracket or quotation mark and the one that closes it, inner pairs first (UAX #9, BD16)."""
    opened: list[int] = []
    for at, character in ((match.start(), match[0]) for match in BRACKETS.finditer(characters)):
        if character not in CLOSERS:
            opened.append(at)
            continue
        matching = [depth for depth, first in enumerate(opened) if characters[first] == CLOSERS[character]]
        if matching:
            yield opened[matching[-1]], at
            del opened[matching[-1] :]


def _closed(characters: str, classes: str, start: int, end: int) -> int:
    """Return *end* moved behind what closes brackets and quotation marks of the phrase, and behind its tail."""
    while end < len(characters):
        phrase, character = characters[start:end], characters[end]
        closes = character in CLOSERS and phrase.count(CLOSERS[character]) > phrase.count(character)
        if not closes and (character not in TAILS or classes[end + 1 : end + 2] in {"l", "r", "d"}):
            break
        end += 1
    return end


def _pieces(
    run: tuple[Inline, ...], spans: Mapping[tuple[int, int], Direction]
) -> Iterator[tuple[tuple[Inline, ...], Direction | None]]:
    """Yield *run* cut at *spans*, each piece with its direction if it is one of them."""
    rest, position = run, 0
    for (start, end), direction in sorted(spans.items()):
        before, rest = split(rest, start - position)
        phrase, rest = split(rest, end - start)
        position = end
        yield before, None
        yield phrase, direction
    yield rest, None


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
