"""Sections, paragraphs, boxes, tables and contents to HTML."""

from __future__ import annotations

from html import unescape

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import Block, Contents
from guidegen.passes import run_passes
from guidegen.renderers.html.blocks import block, blocks, contents, label
from tests.builders import box, document, line, note, para, plain_para, point, section
from tests.renderers.samples import everything, guide, table


def parsed(html: str) -> etree._Element:
    """Return the body of a page with *html* in it."""
    body = etree.HTML(f"<body>{html}</body>").find("body")
    assert body is not None
    return body


def made(language: Language, *children: Block) -> etree._Element:
    return parsed(blocks(guide(language, *children).children))


def texts(root: etree._Element, path: str) -> list[str]:
    return ["".join(element.itertext()) for element in root.findall(path)]


def test_a_label_has_a_space_of_its_own_for_those_who_copy_or_listen():
    assert label("I.") == '<span class="label">I. </span>'


def test_no_label_is_nothing():
    assert label("") == ""


def test_what_is_no_block_is_a_fault_of_the_program():
    with pytest.raises(TypeError):
        block("a text")


def test_chapters_begin_below_the_title_of_the_guide(english: Language):
    nested = section("a", section("a.b", section("a.b.c", para("p", "x"))))
    root = parsed(blocks(run_passes(document(english, nested)).children))
    assert texts(root, ".//h2") == ["I. A"]
    assert texts(root, ".//h3") == ["A. A.B"]
    assert texts(root, ".//h4") == ["1. A.B.C"]


def test_headings_end_with_the_sixth_that_html_has(english: Language):
    deepest = section("g", para("p", "x"))
    for name in "fedcba":
        deepest = section(name, deepest)
    root = parsed(blocks(run_passes(document(english, deepest)).children))
    assert texts(root, ".//h6")[-1].endswith("G")


def test_a_bookmark_is_label_and_title_without_notes(english: Language):
    tree = run_passes(document(english, section("a", para("p", "x"), title=line("Title", note("n", "words")))))
    heading = parsed(blocks(tree.children)).find(".//h2")
    assert heading is not None
    assert heading.get("data-bookmark") == "I. Title"


def test_a_paragraph_has_its_number_and_its_id(english: Language):
    (paragraph,) = made(english, para("p", "Words")).findall(".//p")
    assert "".join(paragraph.itertext()) == "1. Words"
    assert paragraph.attrib == {"class": "paragraph", "id": "p"}


def test_points_stand_in_lists_below_their_paragraph(english: Language):
    points = (point("a", "One", points=(point("b", "Inner", level=2),)), point("c", "Two"))
    root = made(english, para("p", "Lead", points=points))
    outer, inner = root.findall(".//ol")
    assert [item.get("id") for item in outer.findall("li")] == ["a", "c"]
    assert [(item.get("id"), item.get("class")) for item in inner.findall("li")] == [("b", "point2")]
    assert texts(root, ".//li/span") == ["(a) ", "(i) ", "(b) "]


def test_a_box_is_named_by_its_title(english: Language):
    boxed = made(english, box("b", plain_para("b.p", "Inside"))).find(".//div")
    assert boxed is not None
    assert (boxed.get("role"), boxed.get("aria-labelledby")) == ("note", "b-title")
    title = boxed.find("p[@id='b-title']")
    assert title is not None
    assert title.text == "Title"


def test_the_notes_of_a_box_stand_at_its_foot_and_lead_back(english: Language):
    root = made(english, box("b", plain_para("b.p", "Inside", note("n", "Below"), ".")))
    foot = root.find(".//div[@class='box_notes']/p")
    assert foot is not None
    assert (foot.get("id"), "".join(foot.itertext()).strip()) == ("n", "a Below.")
    assert root.find(".//a[@href='#n']").get("id") == "call-n"  # type: ignore[union-attr]
    assert foot.find(".//a").get("href") == "#call-n"  # type: ignore[union-attr]


def test_the_notes_of_a_lettered_section_stand_at_its_foot(english: Language):
    tree = run_passes(document(english, section("a", para("p", "Word", note("n", "Below")), lettered=True)))
    outer = parsed(blocks(tree.children)).find("section")
    assert outer is not None
    assert outer[-1].get("class") == "box_notes"


def test_a_box_without_notes_has_no_foot(english: Language):
    assert made(english, box("b", plain_para("b.p", "Inside"))).find(".//div[@class='box_notes']") is None


def test_a_table_has_a_name_columns_and_heads(english: Language):
    root = made(english, table())
    assert texts(root, ".//caption") == ["A form"]
    assert [column.get("style") for column in root.findall(".//col")] == ["width: 60%", "width: 10%", "width: 30%"]
    assert [head.get("scope") for head in root.findall(".//thead/tr/th")] == ["col"] * 3


def test_each_group_of_rows_has_a_body_whose_heading_names_it(english: Language):
    bodies = made(english, table()).findall(".//tbody")
    assert [texts(body, "tr/th") for body in bodies] == [
        ["First group", "Is there a plan?"],
        ["Second group", "Is it measured?"],
    ]
    assert [head.get("scope") for head in bodies[0].findall("tr/th")] == ["rowgroup", "row"]
    assert [head.get("colspan") for head in bodies[0].findall("tr/th")] == ["3", None]


def test_cells_to_be_filled_in_say_with_what(english: Language):
    cells = made(english, table()).findall(".//td")
    assert [cell.get("class") for cell in cells] == ["fill-mark", "fill-words"] * 2


def test_every_row_has_a_cell_for_every_column(english: Language):
    root = made(english, table())
    for row in root.iter("tr"):
        assert sum(int(cell.get("colspan", "1")) for cell in row) == 3


# -- contents ------------------------------------------------------------------------------------------------------------------


def listed(language: Language, node: Contents | None = None) -> etree._Element:
    tree = everything(language)
    assert tree.contents is not None
    return parsed(contents(node or tree.contents))


def test_the_contents_name_themselves(english: Language):
    navigation = listed(english).find("nav")
    assert navigation is not None
    assert navigation.get("aria-labelledby") == "_contents"
    assert texts(navigation, "h2[@id='_contents']") == ["Contents"]


def test_an_entry_links_to_its_heading_with_its_paragraphs(english: Language):
    entries = listed(english).findall(".//li")
    assert texts(entries[0], ".//a") == ["I. Chapter"]
    assert [link.get("href") for link in entries[0].iter("a")] == ["#chapter"]
    assert texts(entries[0], ".//span[@class='paragraphs']") == ["1–2"]


def test_the_page_of_an_entry_is_left_to_the_layout(english: Language):
    (page,) = listed(english).findall(".//li[1]/div/span[@class='page']")
    assert (page.get("data-target"), page.text) == ("#chapter", None)


def test_a_note_in_a_heading_stays_out_of_the_contents(english: Language):
    assert "On the title" not in "".join(listed(english).itertext())


def test_only_the_columns_of_the_outline_are_shown(english: Language):
    tree = everything(english, contents="x")
    assert tree.contents is not None
    shown = Contents(tree.contents.title, (("page", "Page"),), 2, tree.contents.entries)
    assert listed(english, shown).findall(".//span[@class='paragraphs']") == []


def test_hostile_words_stay_words(english: Language):
    hostile = '"><img src=x onerror=alert(1)>'
    root = made(english, box("b", plain_para("b.p", hostile)), para("p", hostile, note("n", hostile)))
    assert root.findall(".//img") == []
    assert hostile in unescape("".join(root.itertext()))
