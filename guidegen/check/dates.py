"""Dates in running text that are not written as the language prints dates; every form is made of the language's own patterns."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from guidegen.document.dates import DatePatterns
from guidegen.document.language import Language

FIRST, LAST = datetime.date(2009, 2, 25), datetime.date(2009, 2, 27)
# 2009-02-27, 27/02/2009, 27.2.2009: in the text of no language.
IN_DIGITS = r"(?<![\w/.-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}([/.])\d{1,2}\1\d{4})(?![\w/-])"
DASHES = "-–—"


def example(language: Language) -> str:
    """Return a date and a range as *language* prints them."""
    return f"such as {language.dates.format_date(LAST)} and {language.dates.format_range(FIRST, LAST)}"


def odd_dates(text: str, language: Language) -> Iterator[str]:
    """Yield each date in *text* that is not written as *language* prints dates."""
    for pattern in _odd_forms(language.dates):
        yield from (match[0] for match in pattern.finditer(text))


@cache
def _odd_forms(dates: DatePatterns) -> tuple[re.Pattern[str], ...]:
    names = [dates.day.month(datetime.date(2000, month, 1)) for month in range(1, 13)]
    month = f"(?:{'|'.join(map(re.escape, names))})(?!\\w)"
    forms = (IN_DIGITS, *_orders(dates, month), *_ordinals(dates, month), *_half_names(names), *_ranges(dates, month))
    return tuple(map(re.compile, forms))


def _orders(dates: DatePatterns, month: str) -> Iterator[str]:
    """Yield the order of other countries: the month before the day, where the language has the day first."""
    if dates.day.date.startswith("{day}"):
        yield rf"(?<!\w)(?<!\d ){month} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"


def _ordinals(dates: DatePatterns, month: str) -> Iterator[str]:
    """Yield days as ordinal numbers, but for the first of a month where the language has it so, and then that day without."""
    if not dates.day.date.startswith("{day}"):
        return
    before = dates.day.date.partition("{month}")[0].partition("{day}")[2]
    own = rf"(?!{re.escape(dates.day.first_day)}\W)" if dates.day.first_day != "1" else ""
    yield rf"\b{own}\d{{1,2}}(?:[^\W\d_]{{1,3}}|º|°|-[^\W\d_]{{1,2}})(?: of| the)?(?:{re.escape(before)}| ){month}"
    if own:
        yield rf"(?<![\w–-])1{re.escape(before)}{month}"


def _half_names(names: list[str]) -> Iterator[str]:
    """Yield days before one half of a double name of a month."""
    halves = {half for name in names if "/" in name for half in name.split("/")}
    if halves:
        yield rf"(?<!\d)\d{{1,2}} (?:{'|'.join(sorted(map(re.escape, halves), key=len, reverse=True))})(?![\w/])"


def _ranges(dates: DatePatterns, month: str) -> Iterator[str]:
    """Yield ranges of days with another dash than the language's, or with one where it has words."""
    pattern = dates.range.same_month
    if not pattern.startswith("{first_day}"):
        return
    joint, _, rest = pattern.removeprefix("{first_day}").partition("{last_day}")
    between = rest.partition("{last_month}")[0]
    own = rf"(?!\d{{1,2}}{re.escape(joint)}\d)" if joint.strip() in DASHES else ""
    yield rf"(?<![\w/.–-]){own}\d{{1,2}} ?[{DASHES}] ?\d{{1,2}}(?:{re.escape(between)}| ){month}"
