"""Dates and ranges of dates by a language's own patterns: CLDR has the United Nations' forms in two languages of six."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache

from guidegen.document.data import Data


@dataclass(frozen=True, slots=True)
class RangePatterns(Data):
    """Patterns of a range of days: in one month, in two months of a year, over two years.

    Placeholders: ``{first_day} {first_month} {first_year} {last_day} {last_month} {last_year}``.
    """

    same_month: str
    same_year: str
    years: str


@dataclass(frozen=True, slots=True)
class DatePattern(Data):
    """How a day is printed: ``{day} {month} {year}``.

    *months* is a CLDR locale whose month names (wide, format) are the United Nations' own, or the twelve names. *first_day* is
    how the first of a month is written where that is not ``1``.
    """

    months: str | tuple[str, ...]
    date: str
    first_day: str = "1"

    def format_date(self, date: datetime.date) -> str:
        """Return *date* as the language prints it: ``27 February 2009``."""
        return self.date.format(day=self.day(date), month=self.month(date), year=date.year)

    def day(self, date: datetime.date) -> str:
        """Return the day of the month."""
        return self.first_day if date.day == 1 else str(date.day)

    def month(self, date: datetime.date) -> str:
        """Return the name of the month."""
        names = cldr_months(self.months) if isinstance(self.months, str) else self.months
        return names[date.month - 1]


@dataclass(frozen=True, slots=True)
class DatePatterns(Data):
    """How a language prints days and ranges of days."""

    day: DatePattern
    range: RangePatterns

    def format_date(self, date: datetime.date) -> str:
        """Return *date* as the language prints it: ``27 February 2009``."""
        return self.day.format_date(date)

    def format_range(self, first: datetime.date, last: datetime.date) -> str:
        """Return the days from *first* to *last*: ``12–19 April 2010``; one day alone as a date."""
        if first == last:
            return self.format_date(first)
        if (first.year, first.month) == (last.year, last.month):
            pattern = self.range.same_month
        else:
            pattern = self.range.same_year if first.year == last.year else self.range.years
        return pattern.format(
            first_day=self.day.day(first), first_month=self.day.month(first), first_year=first.year,
            last_day=self.day.day(last), last_month=self.day.month(last), last_year=last.year,
        )  # fmt: skip


@cache
def cldr_months(locale: str) -> tuple[str, ...]:
    """Return the twelve month names of CLDR's *locale* as they stand in a date."""
    from babel import Locale  # noqa: PLC0415  (CLDR data is loaded only for dates)

    names = Locale.parse(locale).months["format"]["wide"]
    return tuple(names[month] for month in range(1, 13))
