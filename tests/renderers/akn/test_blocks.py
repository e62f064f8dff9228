"""Blocks to Akoma Ntoso's hierarchy."""

from __future__ import annotations

from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import Block, Cell, Row, Table
from guidegen.passes import run_passes
from guidegen.renderers.akn.blocks import blocks
from guidegen.renderers.akn.inlines import Writer
from guidegen.renderers.akn.names import identifiers
from tests.builders import box, document, line, para, plain_para, point, section


def shape(element: etree._Element) -> str:
    """The names of *element* and of what is in it, nested."""
    inner = " ".join(shape(child) for child in element)
    name = etree.QName(element).localname
    return f"{name}({inner})" if inner else name


def shapes(language: Language, *children: Block) -> list[str]:
    made = run_passes(document(language, section("s", *children)))
    return [shape(one) for one in blocks(made.children[0].children, Writer(identifiers(made), {}))]


def test_a_paragraph_has_its_number_and_its_content(english: Language) -> None:
    assert shapes(english, para("p", "text")) == ["paragraph(num content(p))"]


def test_points_are_a_list_introduced_by_the_paragraph(english: Language) -> None:
    points = (point("p.a", "one", points=(point("p.a.i", "deeper", level=2),)), point("p.b", "two"))
    inner = "point(num list(intro(p) point(num content(p))))"
    assert shapes(english, para("p", "text", points=points)) == [f"paragraph(num list(intro(p) {inner} point(num content(p))))"]


def test_headings_are_sections_titles_and_chapters_by_their_level(english: Language) -> None:
    assert shapes(english, section("a", section("b", para("p")))) == [
        "title(num heading chapter(num heading paragraph(num content(p))))"
    ]


def test_a_heading_with_a_given_number_is_a_division(english: Language) -> None:
    item = section("item", para("p"), counting="given", ordinal=3, label="Agenda item 3.")
    assert shapes(english, item) == ["division(num heading paragraph(num content(p)))"]


def test_a_box_is_a_container_beside_the_numbered_text(english: Language) -> None:
    one = box("f", plain_para("f.p", "text", points=(point("f.a", "one?"),)))
    assert shapes(english, one) == ["hcontainer(heading subheading content(p blockList(item(num p))))"]


def test_a_table_is_written_as_a_table_with_heads(english: Language) -> None:
    head = Row((Cell(line("Question")), Cell(line("Yes"))), "head")
    table = Table(line("Checklist"), (1, 1), (head, Row((Cell(line("Q?")), Cell()))), id="t")
    assert shapes(english, table) == ["hcontainer(content(table(caption tr(th(p) th(p)) tr(th(p) td(p)))))"]
