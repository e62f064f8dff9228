"""Rules of the United Nations Editorial Manual. What a language is held to stands in its conventions, not here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidegen.check.dates import example, odd_dates
from guidegen.check.manuscript import WORD, Manuscript, emphasized, vocabulary, words_alone
from guidegen.check.symbols import odd_symbols, well_formed
from guidegen.content.model import TopicFacts
from guidegen.content.prose import BlockText
from guidegen.content.sources import Resolution, SymbolDocument
from guidegen.document.editorial import WordingRule
from guidegen.errors import Finding, Severity, Source
from guidegen.resources.yaml_reader import source_of

TYPED_BULLET = re.compile(r"(?:^|\s)[•‣▪●◦]\s")
STOPS = ";,.；，。؛،"
# 63/193, 57/270 B, S-20/4 C, 415 (V), 155 C (VII), 1373 (2001).
RESOLUTION = re.compile(r"(?:S-|ES-)?\d+/\d+(?: [A-Z])?|\d+(?: [A-Z])? \((?:[IVXLC]+|(?:S-|ES-)?[IVX]+|\d{4})\)")


def _warning(place: Source, rule: str, message: str, hint: str = "") -> Finding:
    return Finding(place, rule, message, hint, Severity.WARNING)


def headings_in_sentence_case(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that a word within a heading has no capital that it has nowhere else within a sentence."""
    if not manuscript.language.editorial.sentence_case:
        return
    common, names = vocabulary(manuscript)
    for heading in manuscript.headings():
        inner = WORD.findall(words_alone(heading))[1:]
        raised = [word for word in inner if word[0].isupper() and word not in names and word.lower() in common]
        if raised:
            message = f'"{heading.text}" has capitals within: {", ".join(raised)}'
            yield _warning(heading.source, "heading-case", message, "headings are in sentence case")


def italics_are_no_emphasis(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that no words stand in italics that the running text has in roman: they are neither a title nor foreign."""
    common, _ = vocabulary(manuscript)
    for text in manuscript.texts():
        for words in emphasized(text):
            if all(word in common for word in WORD.findall(words)):
                hint = "italics are for titles and foreign words; [words]{lang=fr} marks a language"
                yield _warning(text.source, "emphasis", f'"{words}" stands in italics for emphasis', hint)


def bullets_have_no_stops(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that short items of lists end without punctuation, and that no bullet is typed."""
    longest = manuscript.language.editorial.short_item
    for points in manuscript.lists():
        if all(_length(point) <= longest for point in points):
            yield from map(_stopped, filter(_ends_in_stop, points))
    for text in manuscript.texts():
        if TYPED_BULLET.search(text.text):
            yield _warning(text.source, "bullet-punctuation", "a bullet typed by hand", "make a list with a line for each item")


def _length(point: BlockText) -> int:
    return len(words_alone(point.text).split())


def _ends_in_stop(point: BlockText) -> bool:
    return words_alone(point.text).rstrip().endswith(tuple(STOPS))


def _stopped(point: BlockText) -> Finding:
    message = f'"{point.text.text}" is a short item of a list and ends in punctuation'
    return _warning(point.text.source, "bullet-punctuation", message, "short items end without, never in a semicolon")


def wording_is_the_houses(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that words are written as the conventions of the language have them."""
    yield from _found(manuscript, manuscript.language.editorial.wording, "wording")


def resolutions_in_house_form(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that resolutions are named by organ and number in the texts."""
    yield from _found(manuscript, manuscript.language.editorial.resolutions, "resolution-form")


def resolutions_have_numbers(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that the numbers of the resolutions among the sources are such."""
    for name, source in manuscript.content.sources.items():
        if isinstance(source, Resolution) and not RESOLUTION.fullmatch(source.number.text):
            message = f'"{source.number.text}" is no number of a resolution (in the source "{name}")'
            yield _warning(source.number.source, "resolution-form", message, "such as 63/193, 57/270 B, S-20/4 C or 415 (V)")


def _found(manuscript: Manuscript, rules: tuple[WordingRule, ...], name: str) -> Iterator[Finding]:
    patterns = [(re.compile(rule.find), rule) for rule in rules]
    for text in manuscript.texts() if patterns else ():
        words = words_alone(text)
        for pattern, rule in patterns:
            for match in pattern.finditer(words):
                message = f'"{match[0].strip()}" is written otherwise: {rule.why}'
                yield _warning(text.source, name, message, f"write {rule.use}")


def symbols_are_well_formed(manuscript: Manuscript) -> Iterator[Finding]:
    """Check the symbols of issuances, sources and topics, and those that stand in texts."""
    for symbol, place in _stated_symbols(manuscript):
        if not well_formed(symbol):
            yield _symbol(place, symbol)
    for text in manuscript.texts():
        yield from (_symbol(text.source, symbol) for symbol in odd_symbols(words_alone(text)))


def _symbol(place: Source, symbol: str) -> Finding:
    return _warning(place, "symbol-form", f'"{symbol}" is no well-formed symbol', "such as A/CONF.213/PM.1 or E/CN.15/2007/6")


def _stated_symbols(manuscript: Manuscript) -> Iterator[tuple[str, Source]]:
    content = manuscript.content
    yield from ((issuance.symbol, issuance.source) for issuance in content.issuances.values())
    for source in content.sources.values():
        if isinstance(source, SymbolDocument):
            yield source.symbol, source.source
    for prose in (*content.topics.values(), *content.workshops.values()):
        documents = prose.facts.documents if isinstance(prose.facts, TopicFacts) else ()
        yield from ((symbol, source_of(symbol, prose.source)) for symbol in documents)


def dates_in_house_form(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that dates in texts are written as the language prints dates."""
    language = manuscript.language
    for text in manuscript.texts():
        for found in odd_dates(words_alone(text), language):
            yield _warning(
                text.source, "date-form", f'"{found}" is not how dates are written in {language.name}', example(language)
            )
