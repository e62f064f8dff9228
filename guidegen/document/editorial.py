"""What an editor of a language looks for, as data: the rules that a house has for its own texts."""

from __future__ import annotations

from dataclasses import dataclass

from guidegen.document.data import Data


@dataclass(frozen=True, slots=True)
class WordingRule(Data):
    """A form of words that is not used: a regular expression that finds it, what to *use* instead, and why."""

    find: str
    use: str
    why: str


@dataclass(frozen=True, slots=True)
class Editorial(Data):
    """What an editor of the language looks for; what is not given here is not looked for in the language.

    *question* is what opens and what closes a question. In *sentence_case* only a heading's first word and names have capitals.
    Items of a list of at most *short_item* words have no punctuation at their end. *wording* and *resolutions* are forms of words
    and of citations that are not used.
    """

    question: tuple[str, str] = ("", "")
    sentence_case: bool = False
    short_item: int = 0
    wording: tuple[WordingRule, ...] = ()
    resolutions: tuple[WordingRule, ...] = ()
