"""The filters that templates print values with, made for one language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from markupsafe import Markup

from guidegen.document.language import Language

PENDING = Markup("<pending/>")


class Days(Protocol):
    """A range of days."""

    first: datetime.date
    last: datetime.date


def language_filters(language: Language) -> Mapping[str, Callable[..., Any]]:
    """Return the filters of *language*: ``day``, ``masthead_day``, ``days``, ``number``, and ``heading_number`` (of a chapter).

    A pending day or range prints as pending.
    """

    def day(value: datetime.date | str) -> str:
        """Return a day in running text."""
        return language.dates.format_date(value) if isinstance(value, datetime.date) else PENDING

    def masthead_day(value: datetime.date | str) -> str:
        """Return a day as the masthead has it."""
        return language.masthead.date.format_date(value) if isinstance(value, datetime.date) else PENDING

    def days(value: Days | str) -> str:
        """Return a range of days."""
        return PENDING if isinstance(value, str) else language.dates.format_range(value.first, value.last)

    def heading_number(ordinal: int) -> str:
        """Return the number of a chapter."""
        return language.counter(language.numbering.headings[0]).number(ordinal)

    return {
        "day": day,
        "masthead_day": masthead_day,
        "days": days,
        "number": language.number,
        "heading_number": heading_number,
    }


def finalize(value: object) -> object:
    """Return what is printed for *value*: a value that is ``pending`` as a pending mark."""
    return PENDING if value == "pending" else value
