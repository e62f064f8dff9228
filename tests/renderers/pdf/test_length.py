"""Long things in three scripts: what is on the pages neither meets nor leaves them. The boxes are measured, not the text read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import pytest

from guidegen.document.language import Language
from guidegen.document.tree import Cell, Cover, Document, Field, Row, Table
from guidegen.passes import run_passes
from guidegen.renderers.pdf import Layout
from tests.builders import COVER, HERE, document, line, note, para, point, section
from tests.renderers.pdf.boxes_of import Box, boxes, layout_of, page_size
from tests.renderers.pdf.structure_of import pdf_of, structure_of

SENTENCES = {
    "en": "Member States exchange information on transnational organized crime with each other ",
    "ar": "تتبادل الدول الأعضاء المعلومات عن الجريمة المنظمة عبر الوطنية فيما بينها ",
    "zh": "会员国相互交流关于跨国有组织犯罪的资料，并向大会报告。",
}
SENTENCE_WORDS = 10
HALF_A_PAGE = 400  # words of a note
LONG_WORDS = {
    "en": "antidisestablishmentarianisticallyspoken",
    "ar": "أفاستسقيناكموها" * 3,
    "zh": "https://www.unodc.org/abcdefghijklmnopqr",
}
MARGIN = 21 * 72 / 25.4
MARGINS = (30 + 27) * 72 / 25.4


def words(code: str, count: int) -> str:
    """A text of *count* words, or as many characters of Chinese as say about the same."""
    return (SENTENCES[code] * -(-count // SENTENCE_WORDS)).strip()


@dataclass(frozen=True)
class Long:
    """A guide of long things in one language, laid out."""

    code: str
    document: Document
    layout: Layout
    boxes: tuple[Box, ...]

    def on(self, page: int) -> list[Box]:
        return [box for box in self.boxes if box.page == page]

    def of(self, *elements: str) -> list[Box]:
        return [box for box in self.boxes if box.element in elements]


def long_table(code: str) -> Table:
    """A table over three pages, with a head and groups."""
    rows = [Row((Cell(line("Head one")), Cell(line("Head two")), Cell(line("Head three"))), "head")]
    for group in range(6):
        rows.append(Row((Cell(line(f"Group {group}"), span=3),), "group"))
        rows += [Row((Cell(line(words(code, 30))), Cell(fill="mark"), Cell(line(words(code, 10))))) for _ in range(9)]
    return Table(line("A long table"), (50.0, 10.0, 40.0), tuple(rows), id="table", source=HERE)


def long_guide(language: Language) -> Document:
    code = language.code
    many = [part for at in range(20) for part in (words(code, 10), note(f"n{at}", words(code, 10)))]
    long_note = note("long", words(code, HALF_A_PAGE))
    sections = (
        section("title", para("p1", words(code, 1300)), title=line(words(code, 50))),
        section("notes", para("p2", *many), title=line("Notes")),
        section("note", para("p3", words(code, 20), long_note, words(code, 20)), title=line("Note")),
        section("word", para("p4", f"{words(code, 10)} {LONG_WORDS[code]} {words(code, 10)}",
                             points=(point("a", LONG_WORDS[code]),))),
        section("table-section", long_table(code), title=line("Table")),
    )  # fmt: skip
    fields = (Field("theme", line(words(code, 50))), Field("symbol", line("E/CN.15/2009/CRP.1/Add.12/Rev.3")))
    cover = Cover((*(one for one in COVER.fields if one.name != "symbol"), *fields))
    return run_passes(document(language, *sections, cover=cover))


@pytest.fixture(scope="module", params=["ar", "zh", "en"])
def long(request: pytest.FixtureRequest, languages: dict[str, Language]) -> Long:
    made = long_guide(languages[request.param])
    layout = layout_of(made)
    return Long(request.param, made, layout, tuple(boxes(layout)))


def test_nothing_leaves_the_page(long: Long) -> None:
    width, height = page_size(long.layout)
    outside = [
        box.words for box in long.boxes
        if box.left < MARGIN - 1 or box.right > width - MARGIN + 1 or box.top < 20 or box.bottom > height - 20
    ]  # fmt: skip
    assert outside == []


def test_no_words_meet(long: Long) -> None:
    pages = range(1, long.layout.page_count + 1)
    meeting = [(page, a.words, b.words) for page in pages for a, b in combinations(long.on(page), 2) if a.overlaps(b)]
    assert meeting == []


def test_the_text_stays_above_the_notes_of_its_page(long: Long) -> None:
    for page in range(1, long.layout.page_count + 1):
        notes = [box.top for box in long.on(page) if box.element == "span.note"]
        text = [box.bottom for box in long.on(page) if box.element == "p.paragraph"]
        assert not notes or not text or max(text) < min(notes) + 1


def test_a_title_of_fifty_words_is_whole_in_heading_contents_and_bookmark(long: Long) -> None:
    title = squeezed(words(long.code, 50))
    heading = [box.words for box in long.boxes if box.element.startswith("h2.heading1")]
    assert title in squeezed("".join(heading))
    assert title in squeezed("".join(box.words for box in long.of("a.") if box.page < long.layout.pages["title"]))
    with pdf_of(long.document) as pdf, pdf.open_outline() as outline:
        assert title in squeezed(outline.root[0].title)


def test_a_paragraph_over_two_pages_leaves_no_line_alone(long: Long) -> None:
    lines = [box for box in long.of("p.paragraph") if long.layout.pages["p1"] <= box.page < long.layout.pages["notes"]]
    pages = sorted({box.page for box in lines})
    assert len(pages) >= 2
    assert min(len({round(box.top) for box in lines if box.page == page}) for page in pages) >= 2


def test_a_note_longer_than_half_a_page_is_whole(long: Long) -> None:
    first = long.layout.pages["note"]
    found = [box for box in long.of("span.note") if box.page == first]
    assert squeezed(words(long.code, HALF_A_PAGE)) in squeezed("".join(box.words for box in found))
    height = page_size(long.layout)[1]
    assert max(box.bottom for box in found) - min(box.top for box in found) > (height - MARGINS) / 2


def test_twenty_notes_on_a_page_are_in_their_order(long: Long) -> None:
    pages = range(long.layout.pages["notes"], long.layout.pages["note"])
    marks = [box for box in long.of("span::footnote-marker.note") if box.page in pages]
    assert [int(box.words.strip(" ()")) for box in marks] == list(range(1, 21))
    assert [(box.page, box.top) for box in marks] == sorted((box.page, box.top) for box in marks)


def test_the_head_of_a_table_is_on_each_of_its_pages_and_read_once(long: Long) -> None:
    pages = [box.page for box in long.boxes if box.words == "Head one"]
    assert len(pages) >= 3
    assert pages == list(range(pages[0], pages[0] + len(pages)))
    with pdf_of(long.document) as pdf:
        [found] = structure_of(pdf).all("Table")
    assert len([head for head in found.all("TH") if head.scope == "Column"]) == 3


def test_a_group_of_a_table_stands_with_its_first_row(long: Long) -> None:
    for group in (box for box in long.boxes if box.words.startswith("Group")):
        below = [box for box in long.on(group.page) if box.element.startswith("th") and box.top > group.bottom]
        assert below, f"{group.words} is the last line of page {group.page}"


def test_a_word_of_forty_characters_stays_inside_the_lines(long: Long) -> None:
    width, _ = page_size(long.layout)
    inside = [box for box in long.boxes if box.page == long.layout.pages["word"] and box.element == "p.paragraph"]
    edge = MARGIN + 22 * 72 / 25.4
    assert min(box.left for box in inside) > edge - 1
    assert max(box.right for box in inside) < width - edge + 1


def squeezed(text: str) -> str:
    return "".join(text.split())
