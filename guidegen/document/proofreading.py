"""What translations into a language are checked by: its letters, marks and spaces, and how its words are inflected, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidegen.document.data import Data


@dataclass(frozen=True, slots=True)
class Misprint(Data):
    """What does not stand in the language's text: a regular expression, and the rule of the language behind it."""

    find: str
    why: str


@dataclass(frozen=True, slots=True)
class Inflection(Data):
    """How words change, so that a term is known in any form.

    Of a word the last *ending* letters may change; words of fewer than *shortest* letters are not looked for. *prefixes* is a
    regular expression of what may be joined to the front of a word. *spelling* gives letters that are written in several ways in
    one of them. A language without *inflected* words has its terms letter by letter, without the marks *overlooked*.
    """

    inflected: bool = True
    shortest: int = 4
    ending: int = 3
    prefixes: str = ""
    spelling: Mapping[str, str] = field(default_factory=dict)
    overlooked: str = ""


@dataclass(frozen=True, slots=True)
class Proofreading(Data):
    """What translations into a language are checked by.

    *scripts* are the writing systems of its letters, as the names of Unicode characters begin (``CYRILLIC``); without any, its
    letters are not checked. *spaced* says whether spaces part its words. *end_marks* gives, for a mark that ends a text in the
    source language, the marks that may end the translation, where that is not the same mark. *no_break* finds spaces that must
    not break a line and could, *misprints* what else does not stand in the language. *doubled* are words that may stand twice
    running, *unchanged* texts that are the same in both languages, *borrowed* words that keep the letters of another script.
    *ignore* gives, for each rule that the language is not held to, the reason.

    Of a source language: *telltales* are words that betray an untranslated passage, as no other language has them, and
    *range_words* those that join the first day of a range to the last.
    """

    scripts: tuple[str, ...] = ()
    spaced: bool = True
    end_marks: Mapping[str, str] = field(default_factory=dict)
    no_break: tuple[Misprint, ...] = ()
    misprints: tuple[Misprint, ...] = ()
    doubled: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    borrowed: tuple[str, ...] = ()
    inflection: Inflection = field(default_factory=Inflection)
    ignore: Mapping[str, str] = field(default_factory=dict)
    telltales: tuple[str, ...] = ()
    range_words: tuple[str, ...] = ()
