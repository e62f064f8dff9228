"""Who the document is: work, expression and manifestation (FRBR), with the names that AKN4UN gives them."""

from __future__ import annotations

from guidegen.document.tree import Document
from guidegen.renderers.akn.names import Element, e

UNDATED = "1900-01-01"
AGENT = "#guidegen"
PENDING = "[…]"


def meta(document: Document) -> Element:
    """Return ``meta``: identification, publication, references. An undated draft bears the date that AKN4UN has for it."""
    words = document.meta
    date = words.get("date") or UNDATED
    number = document_number(words["symbol"], words["meeting"])
    work = f"/akn/un/doc/paper/{words['actor']}/{date}/{number}"
    expression = f"{work}/{document.language.iso639_2}@{date}"
    identification = e(
        "identification",
        _work(work, date, number, words["symbol"]),
        _expression(expression, date, document, work),
        _manifestation(expression, words["created"][:10]),
        source=AGENT,
    )
    publication = e("publication", name="UN document", date=date, showAs=words["symbol"], number=number)
    organization = e("TLCOrganization", eId="author", href=f"/ontology/akn/un/{words['actor']}", showAs=words["author"])
    tool = e("TLCOrganization", eId="guidegen", href="/ontology/akn/un/guidegen", showAs="guidegen")
    return e("meta", identification, publication, e("references", organization, tool, source=AGENT))


def document_number(symbol: str, meeting: str) -> str:
    """Return the last part of the work's name: the symbol with hyphens, and the meeting, as each has a guide of its own."""
    written = symbol.replace(PENDING, "pending").replace("/", "-").replace(" ", "_")
    return f"{written}-{meeting}"


def _work(work: str, date: str, number: str, symbol: str) -> Element:
    return e(
        "FRBRWork",
        e("FRBRthis", value=f"{work}/!main"), e("FRBRuri", value=work), e("FRBRdate", date=date, name="document"),
        e("FRBRauthor", href="#author"), e("FRBRcountry", value="un"), e("FRBRsubtype", value="paper"),
        e("FRBRnumber", value=number, showAs=symbol),
    )  # fmt: skip


def _expression(expression: str, date: str, document: Document, work: str) -> Element:
    """Return the expression: the language, and of what it is a translation."""
    original, own = document.meta["original"], document.language.iso639_2
    translation = e("FRBRtranslation", href=f"{work}/{original}@{date}", fromLanguage=original, by=AGENT)
    return e(
        "FRBRExpression",
        e("FRBRthis", value=f"{expression}/!main"), e("FRBRuri", value=expression), e("FRBRdate", date=date, name="document"),
        e("FRBRauthor", href="#author"), e("FRBRlanguage", language=own), *([translation] if own != original else []),
    )  # fmt: skip


def _manifestation(expression: str, created: str) -> Element:
    return e(
        "FRBRManifestation",
        e("FRBRthis", value=f"{expression}/!main.xml"), e("FRBRuri", value=f"{expression}/.xml"),
        e("FRBRdate", date=created, name="markup"), e("FRBRauthor", href=AGENT), e("FRBRformat", value="xml"),
    )  # fmt: skip
