"""Rules about facts: numbers, dates and document symbols are the same in every language."""

from __future__ import annotations

import calendar
import datetime
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from guidegen.document.dates import DatePattern
from guidegen.translation.rules.segment import Segment, listed, without_marks

NUMBER = re.compile(r"\d+(?:[/.]\d+)*")
# "the 1960s": a decade is a word in most languages
DECADE = re.compile(r"\b\d{4}s\b")
GROUPS = re.compile("(?<=\\d)[.,\u00a0\u202f](?=\\d{3}(?!\\d))")
DECIMAL = re.compile(r"(?<=\d)[,٫](?=\d)")
SYMBOL = re.compile(r"\b[A-Z]{1,5}(?:/[A-Z0-9][\w.-]*\w|/[A-Z0-9])+", re.ASCII)
DIGIT = re.compile(r"\d")


def numbers(segment: Segment) -> Iterator[str]:
    """Yield a sentence where a number of the source text is not in the translation; one may have numbers for words."""
    wanted = numbers_of(DECADE.sub(" ", segment.source))
    lost = wanted - numbers_of(segment.target)
    if lost:
        yield f"a number of the source text is missing: {listed(sorted(lost))}"


def numbers_of(text: str) -> Counter[str]:
    """Return the numbers of *text* in European digits, without the marks between groups of digits."""
    western = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in without_marks(text))
    return Counter(NUMBER.findall(DECIMAL.sub(".", GROUPS.sub("", western))))


def dates(segment: Segment) -> Iterator[str]:
    """Yield a sentence for each date of the source text that the translation lacks, or prints unlike its language."""
    source, target = segment.languages.source, segment.languages.target
    for date in dates_of(segment.source, source.dates.day, source.proofreading.range_words):
        printed = target.dates.format_date(date)
        if squeezed(printed) not in squeezed(segment.target):
            yield f'the date "{printed}" is missing, or stands in another form'


def dates_of(text: str, pattern: DatePattern, range_words: tuple[str, ...]) -> Iterator[datetime.date]:
    """Yield the dates that *text* prints by *pattern*; the last day of a range, which languages print in many ways, is none."""
    months = [pattern.month(datetime.date(2001, month, 1)) for month in range(1, 13)]
    joined = re.compile(rf"(?:[–-]|\b(?:{'|'.join(map(re.escape, range_words)) or '(?!)'})\s+)$")
    for match in date_expression(pattern).finditer(text):
        day = 1 if match["day"] == pattern.first_day else int(match["day"])
        month = months.index(match["month"]) + 1
        if not joined.search(text[: match.start()]) and day <= calendar.monthrange(int(match["year"]), month)[1]:
            yield datetime.date(int(match["year"]), month, day)


@cache
def date_expression(pattern: DatePattern) -> re.Pattern[str]:
    """Return the regular expression of the dates that *pattern* prints."""
    months = (pattern.month(datetime.date(2001, month, 1)) for month in range(1, 13))
    parts = {
        "day": rf"(?P<day>{re.escape(pattern.first_day)}|3[01]|[12]\d|[1-9])",
        "month": f"(?P<month>{'|'.join(map(re.escape, months))})",
        "year": r"(?P<year>[12]\d{3})",
    }
    pieces = re.split(r"\{(\w+)\}", pattern.date)
    return re.compile(
        r"(?<!\d)" + "".join(parts[piece] if odd % 2 else spaced(piece) for odd, piece in enumerate(pieces)) + r"(?!\d)"
    )


def spaced(text: str) -> str:
    """Return *text* as a regular expression, any white space for its spaces."""
    return r"\s+".join(map(re.escape, re.split(r"\s+", text)))


def squeezed(text: str) -> str:
    """Return *text* without white space."""
    return re.sub(r"\s", "", text)


def symbols(segment: Segment) -> Iterator[str]:
    """Yield a sentence where the document symbols are not those of the source text, or stand in another order."""
    source, target = symbols_of(segment.source), symbols_of(segment.target)
    for word, odd in (
        ("missing", Counter(source) - Counter(target)),
        ("not in the source text", Counter(target) - Counter(source)),
    ):
        if odd:
            yield f"a document symbol is {word}: {listed(sorted(odd))}"
    if source != target and Counter(source) == Counter(target):
        yield f"the document symbols stand in another order than in the source text: {listed(source)}"


def symbols_of(text: str) -> list[str]:
    """Return the document symbols of *text* (``A/CONF.213/PM.1``), in order; all have a figure."""
    return [match[0] for match in SYMBOL.finditer(without_marks(text)) if DIGIT.search(match[0])]
