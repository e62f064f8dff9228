"""The bibliography: what a guide may cite, by kind of source."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from guidegen.content.dialect import locators
from guidegen.content.model import Date, Fact, MaybeText, Name, Number, Record, Year
from guidegen.content.text import TranslatableText


class CitedSource(Fact):
    """Anything that can be cited; *date* is its adoption or publication, a day or a year."""

    date: Date | Year

    @property
    def first_day(self) -> datetime.date:
        """The day on which the source existed at the earliest."""
        return self.date if isinstance(self.date, datetime.date) else datetime.date(self.date, 1, 1)


class Series(Record):
    """A place in the United Nations Treaty Series."""

    volume: Number
    number: Number


class Treaty(CitedSource):
    """A treaty, cited by its place in the United Nations Treaty Series, by its title where that is not known."""

    type: Literal["treaty"]
    title: TranslatableText
    series: Series | None = None


class Resolution(CitedSource):
    """A resolution of the General Assembly or of the Economic and Social Council."""

    type: Literal["resolution"]
    organ: Literal["general-assembly", "economic-and-social-council"]
    number: TranslatableText


class Annex(CitedSource):
    """An instrument annexed to a resolution that is itself in the bibliography (*in*); *part* says where.

    It is cited by the resolution, so its *title*, which the running text gives, is no message for translators.
    """

    type: Literal["annex"]
    title: str
    within: Name = Field(alias="in")
    part: str = "annex"

    @field_validator("part")
    @classmethod
    def _is_locator(cls, part: str) -> str:
        try:
            locators(part)
        except ValueError as error:
            raise PydanticCustomError("locator", "{sentence}", {"sentence": str(error)}) from None
        return part


class SymbolDocument(CitedSource):
    """A United Nations document with a symbol, by which it is cited; its *title* is for the reader of the file."""

    type: Literal["document"]
    symbol: str
    title: str = ""


class Publication(CitedSource):
    """A publication, with its United Nations sales number where it has one."""

    type: Literal["publication"]
    title: TranslatableText
    publisher: TranslatableText
    place: MaybeText = None
    sales: str = ""


class Instrument(CitedSource):
    """A regional or other instrument outside the United Nations Treaty Series; *body* adopted it."""

    type: Literal["instrument"]
    title: TranslatableText
    body: TranslatableText


BibliographyEntry = Annotated[
    Treaty | Resolution | Annex | SymbolDocument | Publication | Instrument, Field(discriminator="type")
]
