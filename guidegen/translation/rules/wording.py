"""Rules about words: none twice, none of another script or language, and one translation for one text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from guidegen.translation.rules.segment import Segment, listed, without_marks, words_of

DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]+)\s+\1(?![\w-])", re.IGNORECASE)
# of words that no space parts: two letters and more, as one letter may be doubled
DOUBLED_UNSPACED = re.compile(r"([^\W\d_A-Za-z]{2,})\1")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
LETTERS = re.compile(r"[^\W\d_]+")
LATIN = "LATIN"
# letters of every script, as their names begin: º, ª, µ, ʼ
COMMON = {"MASCULINE", "FEMININE", "MICRO", "MODIFIER"}
LATIN_WORD = re.compile(r"(?<![A-Za-z])[A-Z]*[a-z][A-Za-z]*(?![A-Za-z)）])")


def doubled_word(segment: Segment) -> Iterator[str]:
    """Yield a sentence for the first word that stands twice running."""
    pattern = DOUBLED if segment.proofreading.spaced else DOUBLED_UNSPACED
    for match in pattern.finditer(without_marks(segment.target)):
        if match[1].lower() not in segment.proofreading.doubled and match[0] not in segment.source:
            yield f'"{match[1]}" stands twice running'
            return


def script(segment: Segment) -> Iterator[str]:
    """Yield a sentence for each word with a letter of a script that is not the language's, though it may look like one that is.

    A whole word in Latin letters is a name; a Latin letter inside another word is a slip.
    """
    own = segment.proofreading.scripts
    for word in LETTERS.findall(words_of(segment.target)) if own else ():
        found = {script_of(letter) for letter in word} - COMMON
        mixed = found & {*own} and found - {*own} and segment.proofreading.spaced
        if mixed or found - {*own, LATIN}:
            yield f'"{word}" has letters of {" and ".join(sorted(map(str.capitalize, found)))} script'


def script_of(letter: str) -> str:
    """Return the script of *letter* as its Unicode name begins: ``CYRILLIC``, ``CJK``, ``FULLWIDTH`` of a full-width letter."""
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0]


def untranslated_words(segment: Segment) -> Iterator[str]:
    """Yield a sentence where words of the source language are left in the translation."""
    own = segment.proofreading
    text = words_of(segment.target)
    if own.scripts and LATIN not in own.scripts:
        left = [word for word in LATIN_WORD.findall(text) if word not in own.borrowed]
    else:
        telltales = segment.languages.source.proofreading.telltales
        left = [word for word in WORD.findall(text) if word.lower() in telltales]
    if left:
        yield f"words are left in {segment.languages.source.name}, or in Latin letters: {listed(list(dict.fromkeys(left)))}"


def unchanged(segment: Segment) -> Iterator[str]:
    """Yield a sentence where the translation is the source text, and that has words to translate."""
    words = [word for word in WORD.findall(words_of(segment.source)) if len(word) > 1 and not word.isupper()]
    if segment.source == segment.target and words and segment.source not in segment.proofreading.unchanged:
        yield "the translation is the same as the source text"


def inconsistent(segment: Segment) -> Iterator[str]:
    """Yield a sentence where the same source text is usually translated in another way."""
    usual = segment.languages.usual.get(segment.source, segment.message)
    if usual.string != segment.target:
        yield f'the same text is translated as "{shortened(usual.string)}" in {usual.source}'


def shortened(text: str) -> str:
    """Return *text*, cut after some words where it is long."""
    return text if len(text) <= 60 else f"{text[:60].rpartition(' ')[0] or text[:60]}…"
