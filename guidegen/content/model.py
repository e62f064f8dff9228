"""The content model: what a congress secretariat knows about one congress and its discussion guide."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from guidegen.content.text import TranslatableText
from guidegen.errors import Source
from guidegen.resources.yaml_reader import LocatedMapping, LocatedText

PENDING: Literal["pending"] = "pending"
Pending = Literal["pending"]
EARLIEST = 1000


def _plain_date(value: Any) -> Any:
    """Let only YAML's own dates through: a text or a number would be read as a date by accident. A year has four digits."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime) and value.year >= EARLIEST:
        return value
    raise PydanticCustomError("date_type", "must be a date")


def _year(value: Any) -> Any:
    """Let only the years through that a date can have."""
    if type(value) is int and EARLIEST <= value <= datetime.MAXYEAR:
        return value
    raise PydanticCustomError("year_type", "must be a year")


def _keep_place(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    """Let a text through with its place, of which pydantic's own reader keeps only the characters."""
    return value if isinstance(value, LocatedText) else read(value)


Name = Annotated[str, WrapValidator(_keep_place)]
Date = Annotated[datetime.date, BeforeValidator(_plain_date)]
Number = Annotated[int, Field(strict=True, ge=1)]
Year = Annotated[int, BeforeValidator(_year)]
MaybeText = TranslatableText | None
TextOrPending = Annotated[Pending | TranslatableText, Field(union_mode="left_to_right")]


class Record(BaseModel):
    """Anything read from a YAML mapping; *source* is the place of the mapping."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    _source: Source = PrivateAttr(default=Source(""))

    @model_validator(mode="wrap")
    @classmethod
    def _locate(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(data)
        if isinstance(data, LocatedMapping):
            record._source = data.source
        return record

    @property
    def source(self) -> Source:
        """The place of this record in its file."""
        return self._source


class Fact(Record):
    """A record that states facts; *verified* is false where no source that was read confirms them."""

    verified: bool = True
    evidence: str = ""


class Days(Record):
    """A range of days, the last included."""

    first: Date
    last: Date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise PydanticCustomError("date_order", "the last day is before the first")
        return self

    @property
    def days(self) -> int:
        """How many days the range has."""
        return (self.last - self.first).days + 1


class Congress(Fact):
    """One United Nations congress on crime prevention and criminal justice. *as_of* is the day on which the guide speaks.

    *consultations* are the days of pre-congress consultations. A congress that names its *regions*, the ids of its regional
    meetings, also names that of the least developed countries and its round tables.
    """

    number: Number
    source_language: Name
    name: TranslatableText
    guide_title: TranslatableText
    theme: TranslatableText
    place: TextOrPending
    dates: Days | Pending
    as_of: Date
    consultations: Days | Pending | None = None
    regions: tuple[Name, ...] = ()
    least_developed_countries: Name | None = None
    round_tables: tuple[str, ...] | Pending | None = None


class Institute(Fact):
    """An institute of the United Nations Crime Prevention and Criminal Justice Programme network."""

    name: TranslatableText
    acronym: str = ""
    place: TranslatableText


class Chapter(Record):
    """A chapter of the guide: its title, and what it *holds*. Annexes are chapters by themselves and have their own titles."""

    id: Name
    title: MaybeText = None
    holds: Literal["introduction", "topics", "workshops", "topics_with_workshops", "annexes"]

    @model_validator(mode="after")
    def _titled(self) -> Self:
        if self.title is None and self.holds != "annexes":
            raise PydanticCustomError("chapter_title", "a chapter needs a title")
        return self


class ContentsPlan(Record):
    """How the contents list is made: the headings' depth and the columns, left to right."""

    depth: Annotated[Number, Field(le=4)] = 2
    columns: tuple[Literal["paragraphs", "page"], ...] = ("paragraphs", "page")


class Outline(Record):
    """The order of the guide: its chapters, its contents list, how the notes of annexes are marked."""

    chapters: tuple[Chapter, ...]
    topics: tuple[Name, ...]
    workshops: tuple[Name, ...] = ()
    annexes: tuple[Name, ...] = ()
    contents: ContentsPlan = ContentsPlan()
    annex_notes: Literal["numbers", "letters"] = "numbers"


class Numbers(Record):
    """The number of one topic on each agenda: the congress's and the regional meetings'."""

    congress: Number
    regional: str | Number | None = None


class TopicFacts(Fact):
    """The front matter of a topic or workshop.

    *item* is the substantive item that a workshop belongs to, *panel* names those who hold a workshop.
    """

    title: TranslatableText
    numbers: Numbers
    documents: tuple[str, ...] = ()
    institutes: tuple[Name, ...] = ()
    item: Name | None = None
    panel: tuple[str, ...] | Pending | None = None


class ProseFacts(Record):
    """The front matter of a text that is no topic."""

    title: TranslatableText


class NoFacts(Record):
    """The front matter of a text that has none."""


class MeetingFacts(Fact):
    """A regional preparatory meeting; *working_languages* are those spoken there, *languages* those of its guides."""

    region: TranslatableText
    title: TranslatableText
    place: TextOrPending
    dates: Days | Pending
    languages: Annotated[tuple[Name, ...], Field(min_length=1)]
    working_languages: tuple[Name, ...] = ()
    institutes: tuple[Name, ...] = ()


class ChecklistColumns(Record):
    """The heads of a checklist's columns."""

    question: TranslatableText
    yes: TranslatableText
    partly: TranslatableText
    no: TranslatableText
    remarks: TranslatableText


class Checklist(Record):
    """An annex to be filled in: an introduction, and by topic the questions, all by their stable ids."""

    title: TranslatableText
    introduction: dict[str, TranslatableText]
    columns: ChecklistColumns
    groups: dict[Name, dict[str, TranslatableText]]
