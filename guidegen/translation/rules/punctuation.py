"""Rules about spaces and marks, by the conventions of the language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from guidegen.document.proofreading import Misprint
from guidegen.translation.rules.segment import Segment, listed, printed, without_marks

SPACES = " \u00a0\u202f"
DOUBLE_SPACE = re.compile(rf"[{SPACES}]{{2,}}")
END_MARKS = ".,;:?!"
CLOSING = {"Pe", "Pf"}
BRACKETS = {"(": ")", "（": "）", "【": "】", "《": "》", "〈": "〉", "「": "」", "『": "』"}
QUOTATION_MARKS = "\"'«»‹›“”„‘’‚"
LETTERED_POINT = re.compile(r"(?:^\d{1,2}|(?<![\w-])(?:[^\W\d_A-Z]|[ivx]{1,4}))\Z")
APOSTROPHE = "’"


def edge_space(segment: Segment) -> Iterator[str]:
    """Yield a sentence where the translation begins or ends with other space than the source text."""
    for side, ends in (("begins", _leading), ("ends", _trailing)):
        if ends(segment.source) != ends(segment.target):
            yield f"the translation {side} with other space than the source text"


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _trailing(text: str) -> str:
    return text[len(text.rstrip()) :]


def double_space(segment: Segment) -> Iterator[str]:
    """Yield a sentence where two spaces stand together."""
    if DOUBLE_SPACE.search(segment.target.strip()) and not DOUBLE_SPACE.search(segment.source.strip()):
        yield "two spaces stand together"


def end_mark(segment: Segment) -> Iterator[str]:
    """Yield a sentence where the translation does not end with the mark that its language has for that of the source text."""
    given = segment.proofreading.end_marks
    found = last_mark(segment.target, END_MARKS + "".join(given.values()))
    mark = last_mark(segment.source, END_MARKS)
    allowed = given.get(mark, mark)
    if found != mark == "":
        yield f'the translation ends with "{found}", and the source text with no mark'
    elif mark and (not found or found not in allowed):
        yield f'the source text ends with "{mark}", so the translation must end with {" or ".join(map(repr_mark, allowed))}'


def repr_mark(mark: str) -> str:
    """Return *mark* in quotation marks."""
    return f'"{mark}"'


def last_mark(text: str, marks: str) -> str:
    """Return which of *marks* ends *text*, closing brackets, quotation marks and note marks set aside; empty if none does."""
    rest = without_marks(text).strip(" *\u00a0\u202f")
    while rest and unicodedata.category(rest[-1]) in CLOSING:
        rest = rest[:-1].strip(" *\u00a0\u202f")
    return rest[-1:] if rest[-1:] and rest[-1] in marks else ""


def brackets(segment: Segment) -> Iterator[str]:
    """Yield a sentence for the first bracket or quotation mark that is opened and not closed, or closed and not opened."""
    outer_open, outer_close, inner_open, inner_close = (mark.strip(SPACES) for mark in segment.languages.target.quotes)
    pairs = BRACKETS | {outer_open: outer_close, inner_open: inner_close}
    odd = unbalanced(without_marks(segment.target), pairs)
    if odd:
        yield f'"{odd}" has no counterpart'


def unbalanced(text: str, pairs: dict[str, str]) -> str:
    """Return the first mark of *text* that has no counterpart among *pairs*; an apostrophe and the mark of a point need none."""
    opened: list[str] = []
    for at, letter in enumerate(text):
        if opened and letter == pairs[opened[-1]]:
            opened.pop()
        elif letter in pairs:
            opened.append(letter)
        elif letter in pairs.values() and not stands_alone(letter, text[:at]):
            return letter
    return opened[0] if opened else ""


def stands_alone(mark: str, before: str) -> bool:
    """Return whether the closing *mark* behind *before* needs no opening one: it is an apostrophe, or makes a point, ``a)``."""
    return mark == APOSTROPHE or (mark in ")）" and LETTERED_POINT.search(before) is not None)


def quotation_marks(segment: Segment) -> Iterator[str]:
    """Yield a sentence for quotation marks that are not those of the language, typewriter marks among them."""
    own = "".join(mark.strip(SPACES) for mark in segment.languages.target.quotes)
    text = re.sub(rf"(?<=\w){APOSTROPHE}", "", without_marks(segment.target))
    odd = sorted({letter for letter in text if letter in QUOTATION_MARKS and letter not in own})
    if odd:
        yield f"a quotation mark of another language: {' '.join(odd)} (this one has {' '.join(own)})"


def no_break_space(segment: Segment) -> Iterator[str]:
    """Yield a sentence for each place where a line could break and must not."""
    yield from _misprints(segment.proofreading.no_break, segment)


def misprints(segment: Segment) -> Iterator[str]:
    """Yield a sentence for each combination of letters, marks and spaces that the language does not have."""
    yield from _misprints(segment.proofreading.misprints, segment)


def _misprints(patterns: Iterable[Misprint], segment: Segment) -> Iterator[str]:
    text = printed(segment.target)
    for pattern in patterns:
        found = re.search(pattern.find, text)
        if found:
            around = text[max(0, found.start() - 12) : found.end() + 12].strip()
            yield f"{pattern.why}: {listed([around])}"
