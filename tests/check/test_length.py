"""The length of a guide: what counts, and the limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.check.length import word_count, word_limit
from guidegen.check.manuscript import Manuscript
from guidegen.content.issuance import Issuance
from guidegen.content.reader import Content
from guidegen.document.inlines import Emphasis, Text
from guidegen.document.language import Language
from guidegen.document.tree import Cell, Document, Row, Table
from guidegen.errors import Finding, Severity
from guidegen.loading import load
from guidegen.passes import run_passes
from guidegen.resources.project import Project
from tests.builders import HERE, box, cite, document, line, note, para, plain_para, point, section

Replace = Callable[[str, str, str], None]


@pytest.fixture
def content(starter: Project) -> Content:
    found = load(starter).content
    assert found is not None
    return found


def words(language: Language, *children: object, **given: object) -> int:
    return word_count(run_passes(document(language, section("s", *children, title=line("Two words")), **given)))  # type: ignore[arg-type]


def test_headings_and_paragraphs_count(english: Language):
    assert words(english, para("p", "Three more words.")) == 5


def test_points_count(english: Language):
    assert words(english, para("p", "Lead", points=(point("q", "one two", points=(point("r", "three", level=2),)),))) == 6


def test_notes_count_with_their_citations(english: Language):
    paragraph = para("p", "Word", note("n", cite("crc")))
    assert words(english, paragraph, references={"crc": "Convention on Rights"}) == 6


def test_tables_count(english: Language):
    table = Table(line("Name"), (1.0,), (Row((Cell(line("one two")),)),), id="t", source=HERE)
    assert words(english, table) == 5


def test_boxes_do_not_count(english: Language):
    assert words(english, box("b", plain_para("b.p", "Any number of words"))) == 2


def test_cover_and_contents_do_not_count(english: Language):
    assert words(english) == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("one", 1),
        ("the State’s party", 3),
        ("follow-up", 1),
        ("well – or not", 3),
        ("resolution 2002/13", 3),
        ("“quoted” (words)", 2),
        ("…", 0),
    ],
)
def test_a_word_is_letters_and_digits_with_hyphens_and_apostrophes_inside(english: Language, text: str, number: int):
    assert words(english, para("p", text)) == 2 + number


def test_words_in_emphasis_count(english: Language):
    assert words(english, para("p", Emphasis((Text("Treaty Series"),)))) == 4


@pytest.fixture
def issuance(content: Content) -> Issuance:
    return content.issuances["draft"]


def limited(language: Language, issuance: Issuance, **changes: object) -> list[Finding]:
    """Return the findings for a guide of five words under *issuance* with *changes*."""
    tree: Document = run_passes(document(language, section("s", para("p", "one two three"), title=line("Two words"))))
    return list(word_limit(tree, issuance.model_copy(update=changes)))


def test_a_guide_within_the_limit_is_in_order(english: Language, issuance: Issuance):
    assert limited(english, issuance, word_limit=5) == []


def test_a_draft_over_the_limit_is_a_warning(english: Language, issuance: Issuance):
    (finding,) = limited(english, issuance, word_limit=4)
    assert (finding.severity, finding.source) == (Severity.WARNING, issuance.source)
    assert finding.message == "the guide has 5 words, and the limit is 4"


def test_an_approved_guide_over_the_limit_is_an_error(english: Language, issuance: Issuance):
    (finding,) = limited(english, issuance, word_limit=4, status="approved")
    assert finding.severity is Severity.ERROR


def test_a_recorded_waiver_lifts_the_limit(english: Language, replace: Replace, read: Callable[[], Manuscript]):
    waiver = "default: true\n  waiver: {granted_by: Bureau of the Commission, date: 2009-01-05}"
    replace("content/issuances.yaml", "default: true", waiver)
    assert limited(english, read().content.issuances["draft"], word_limit=4, status="approved") == []
