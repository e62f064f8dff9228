"""Segments to hold against rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from guidegen.document.language import Language
from guidegen.errors import Source
from guidegen.locales.catalogues import Message
from guidegen.locales.conventions import read_language
from guidegen.locales.glossary import Term
from guidegen.translation.rules.segment import Languages, Segment
from tests.conftest import CHECKOUT, LANGUAGES

CONVENTIONS = {code: read_language(CHECKOUT, code) for code in LANGUAGES}
PLACE = Source("locales/fr/LC_MESSAGES/content/topics/youth.po", 7)
Rule = Callable[[Segment], Iterator[str]]


def message(source: str, target: str, *comments: str) -> Message:
    return Message("topics.youth.standards", source, target, PLACE, comments=comments)


def segment(source: str, target: str, language: str = "fr", *, terms: tuple[Term, ...] = (), **proofreading: object) -> Segment:
    """*target* as the translation of an English *source*; *proofreading* replaces what its conventions have."""
    return Segment(message(source, target), Languages(CONVENTIONS["en"], changed(language, **proofreading), terms))


def changed(language: str, **proofreading: object) -> Language:
    """The conventions of *language* with another *proofreading*."""
    conventions = CONVENTIONS[language]
    return replace(conventions, proofreading=replace(conventions.proofreading, **proofreading))


def found(rule: Rule, source: str, target: str, language: str = "fr") -> list[str]:
    return list(rule(segment(source, target, language)))
