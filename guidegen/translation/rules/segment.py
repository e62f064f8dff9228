"""A segment: one translated message, with all that a rule may want to know of its languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guidegen.document.language import Language
from guidegen.document.proofreading import Proofreading
from guidegen.locales.catalogues import Message
from guidegen.locales.glossary import Term
from guidegen.localize import BRACES

NOTES = re.compile(r"\[[@^][^\]]+\]")
AT_A_WORD = re.compile(rf"(?<=[^\s(（])(?:{NOTES.pattern})+")
REFERENCES = re.compile(r"\[\]\([^)]+\)")
FOREIGN = re.compile(r"\[[^\]]*\]\{lang=[\w-]+\}")


@dataclass(frozen=True, slots=True)
class Languages:
    """The two languages of a catalogue, the terms to keep to, and the usual translation of each source text by that text.

    The terms stand longest first: one inside another is looked for in what the longer one leaves.
    """

    source: Language
    target: Language
    terms: Sequence[Term] = ()
    usual: Mapping[str, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Segment:
    """One translated message, its *source* text and its translation, the *target*."""

    message: Message
    languages: Languages

    @property
    def source(self) -> str:
        """The text in the source language."""
        return self.message.id

    @property
    def target(self) -> str:
        """The translation."""
        return self.message.string

    @property
    def proofreading(self) -> Proofreading:
        """What the language of the translation is checked by."""
        return self.languages.target.proofreading


def without_marks(text: str) -> str:
    """Return *text* without its citations, note calls and references, of which none is the translator's to change."""
    return REFERENCES.sub(" ", NOTES.sub(" ", text))


def printed(text: str) -> str:
    """Return *text* as it is printed, as far as marks and spaces go.

    A note mark that stands at a word takes no room; a reference, and a citation within a note, is words: a figure stands for it.
    """
    return REFERENCES.sub("0", NOTES.sub("0", AT_A_WORD.sub("", text)))


def words_of(text: str) -> str:
    """Return *text* without marks, placeholders and words that are said to be of another language."""
    return BRACES.sub(" ", FOREIGN.sub(" ", without_marks(text)))


def listed(items: Sequence[str]) -> str:
    """Return *items* as a sentence names them, each in quotation marks."""
    return ", ".join(f'"{item}"' for item in items)
