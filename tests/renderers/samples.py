"""One small guide with at least one of everything that a renderer meets, and trees of a single section."""

from __future__ import annotations

from guidegen.document.inlines import Emphasis, Foreign, Isolate, Pending, Untranslated
from guidegen.document.language import Language
from guidegen.document.tree import Block, Cell, Cover, Document, Field, Row, Section, Table
from guidegen.passes import run_passes
from tests.builders import COVER, HERE, META, box, cite, document, line, note, para, plain_para, point, ref, section

FIELDS = (
    Field("distribution", line("General")), Field("date", (Pending(),)), Field("version", line("Version")),
    Field("original", line("Original")), Field("body", line("Body")), Field("session", line("Session")),
    Field("draft", line("Draft")), Field("theme", line("Theme")), Field("meeting", line("Meeting")),
    Field("meeting_place", line("Vienna")), Field("job_number", line("V.09-80000 (E)")),
)  # fmt: skip


def table(identifier: str = "form") -> Table:
    """Return a table with a head, two groups and cells to be filled in."""
    empty = (Cell(fill="mark"), Cell(fill="words"))
    rows = (
        Row((Cell(line("Question")), Cell(line("Yes")), Cell(line("Remarks"))), "head"),
        Row((Cell(line("First group"), span=3),), "group"),
        Row((Cell(line("Is there a plan?")), *empty)),
        Row((Cell(line("Second group"), span=3),), "group"),
        Row((Cell(line("Is it measured?")), *empty)),
    )
    return Table(line("A form"), (60.0, 10.0, 30.0), rows, id=identifier, source=HERE)


def chapter() -> Section:
    """Return a chapter with points, references, notes that meet, citations and phrases of other languages."""
    points = (
        point("chapter.a", "First", points=(point("chapter.a-inner", "Inner", level=2),)),
        point("chapter.b", "Second, see paragraph ", ref("chapter.p"), note("chapter.note-b", "In a point")),
    )
    notes = (note("chapter.note-one", "A note with ", Emphasis(line("emphasis"))), note("chapter.note-two", cite("crc")))
    phrases = (Emphasis(line("Treaty Series")), " and ", Foreign(line("[A/1]"), "und", "ltr"), " and ", Pending())
    first = para("chapter.p", "Before", *notes, " and ", *phrases, " after.", points=points)
    inner = section(
        "chapter.inner", para("chapter.q", "See ", ref("chapter"), " and ", ref("chapter.b"), "."), title=line("Inner")
    )
    return section("chapter", first, inner, title=line("Chapter", note("chapter.note-title", "On the title")))


def item() -> Section:
    """Return an item whose number is given, with a counted section and a box below it."""
    boxed = (
        plain_para("focus.p", "In the box", note("focus.note", "At its foot"), "."),
        plain_para("focus.lead", "Asked:", points=(point("focus.a", "What?"), point("focus.b", "How?"))),
    )
    untranslated = Untranslated(line("Left in the other language"), "en", "ltr")
    under = section("item.under", para("item.p", untranslated), title=line("Under"))
    return section("item", under, box("focus", *boxed), counting="given", ordinal=3, number="3", label="Item 3.")


def annex() -> Section:
    """Return an annex with lettered notes and a table."""
    paragraph = para("annex.p", "Fill in", note("annex.note", "With a pen"), ".")
    return section("annex", paragraph, table(), counting="given", number="", label="Annex.", lettered=True)


def everything(language: Language, **meta: str) -> Document:
    """Return a guide with at least one of everything, numbered."""
    cover = Cover((*COVER.fields, *FIELDS))
    references = {"crc": "Convention on the Rights of the Child"}
    words = {**META, **meta}
    return run_passes(document(language, chapter(), item(), annex(), references=references, cover=cover, meta=words))


def guide(language: Language, *blocks: Block, **given: object) -> Document:
    """Return a guide of one section of *blocks*, numbered."""
    return run_passes(document(language, section("s", *blocks, title=line("Section")), **given))  # type: ignore[arg-type]


def arabic_phrases() -> tuple[object, ...]:
    """Return a line in Arabic with a phrase in Latin letters, in emphasis too, and one in brackets."""
    return ("قرار ", Emphasis(line("Treaty Series")), "، المجلد 2225 (United Nations, 2003) نهاية", Isolate(line("x"), "ltr"))
