"""How a guide is issued: symbol, organ, date, session, status."""

from __future__ import annotations

from typing import Literal

from guidegen.content.model import Date, Days, Fact, MaybeText, Name, Number, Pending, Record, TextOrPending
from guidegen.content.text import TranslatableText


class Session(Fact):
    """The session of an organ at which a guide is considered, as its block stands on the cover."""

    body: TranslatableText
    session: MaybeText = None
    place: TextOrPending
    dates: Days | Pending
    agenda_item: MaybeText = None
    agenda_note: MaybeText = None


class Waiver(Record):
    """A recorded permission to exceed the word limit."""

    granted_by: str
    date: Date


class Issuance(Fact):
    """How a guide is issued. A *reserved* symbol is that of a real document: it may stand on drafts only.

    *actor* names the organ in Akoma Ntoso's identifiers (AKN4UN, naming convention).
    """

    default: bool = False
    status: Literal["draft", "for_approval", "approved"]
    symbol: str
    reserved: bool = False
    organ: TranslatableText
    actor: str = "un"
    distribution: Literal["general", "limited", "restricted"] | None = None
    date: Date | Pending
    original: tuple[Name, ...]
    session: Session
    job_number: str = ""
    barcode: str = ""
    languages: tuple[Name, ...] = ()
    ibid: bool = True
    word_limit: Number = 10_700
    waiver: Waiver | None = None
