"""Guide markup to the tree, and the findings of markup that makes none."""

from __future__ import annotations

import pytest

from guidegen.document.inlines import Emphasis, Reference, Text
from guidegen.document.language import Language
from guidegen.document.tree import (
    Bibliography,
    Box,
    Cell,
    Contents,
    Cover,
    Document,
    Field,
    Paragraph,
    Point,
    Row,
    Section,
    Table,
)
from guidegen.document.walk import walk
from guidegen.errors import GuidegenError, Source
from guidegen.passes import run_passes
from guidegen.templates.markup import parse

SECTION = '<section id="s" template="templates/p.xml.j2:4">\n{}\n</section>'
HERE = Source("templates/p.xml.j2", 4)


def guide(inside: str) -> str:
    return f'<guide lang="en" template="templates/guide.xml.j2:1">\n{inside}\n</guide>'


def faults(inside: str, language: Language) -> list[str]:
    """Return the findings of the markup *inside* a guide, as ``place: sentence hint``."""
    with pytest.raises(GuidegenError) as error:
        parse(guide(inside), language)
    return [f"{one.source}: {one.message} {one.hint}".strip() for one in error.value.findings]


def text(value: str) -> Text:
    return Text(value, source=HERE)


# -- the tree ------------------------------------------------------------------------------------------------------------------


def test_an_empty_guide_is_an_empty_document(english: Language) -> None:
    document = parse(guide(""), english)
    assert document == Document(english, (), source=Source("templates/guide.xml.j2", 1))
    assert (document.cover, document.contents, document.bibliography, document.meta) == (Cover(), None, Bibliography(), {})


def test_the_cover_has_its_fields_in_order(english: Language) -> None:
    document = parse(guide('<cover><field name="symbol">A/1</field><field name="title">T</field></cover>'), english)
    assert [(one.name, one.children[0].value) for one in document.cover.fields if isinstance(one.children[0], Text)] == [
        ("symbol", "A/1"), ("title", "T"),
    ]  # fmt: skip
    assert all(isinstance(one, Field) for one in document.cover.fields)


def test_meta_words_are_plain_text(english: Language) -> None:
    assert parse(guide('<meta name="title"> A <em>guide</em> </meta>'), english).meta == {"title": "A guide"}


def test_the_contents_have_a_title_columns_and_a_depth(english: Language) -> None:
    document = parse(guide('<contents depth="3"><title>C</title><column kind="page">Page</column></contents>'), english)
    place = Source("templates/guide.xml.j2", 1)
    assert document.contents == Contents((Text("C", source=place),), (("page", "Page"),), 3, source=place)


@pytest.mark.parametrize(("said", "meant"), [("true", True), ("false", False)])
def test_the_bibliography_says_whether_repeats_are_shortened(english: Language, said: str, meant: bool) -> None:
    document = parse(guide(f'<bibliography ibid="{said}"><reference id="x">X <em>y</em></reference></bibliography>'), english)
    assert document.bibliography.ibid is meant
    assert [type(one) for one in document.bibliography.references["x"]] == [Text, Emphasis]


def test_a_section_that_says_nothing_else_is_counted(english: Language) -> None:
    [section] = parse(guide(SECTION.format("<title>T</title>")), english).children
    assert section == Section((text("T"),), (), "counted", id="s", source=HERE)


def test_a_section_with_a_given_number_has_its_label(english: Language) -> None:
    facts = 'counting="given" ordinal="3" number="3" notes="letters"'
    markup = f'<section id="s" {facts}><label> Item 3. </label><title>T</title></section>'
    [section] = parse(guide(markup), english).children
    assert (section.counting, section.ordinal, section.number, section.label) == ("given", 3, "3", "Item 3.")
    assert section.lettered


def test_sections_hold_their_blocks_in_order(english: Language) -> None:
    markup = SECTION.format(
        '<title>T</title><para id="a">x</para><section id="b"><title>B</title></section>'
        '<box id="c"><kicker>K</kicker><title>T</title></box><table id="d" widths="1"/><para id="e">y</para>'
    )
    [section] = parse(guide(markup), english).children
    assert [type(block) for block in section.children] == [Paragraph, Section, Box, Table, Paragraph]


def test_points_know_their_level(english: Language) -> None:
    markup = SECTION.format('<para id="a">x\n <point id="b">y <point id="c">z</point>\n</point></para>')
    [section] = parse(guide(markup), english).children
    third = Point((text("z"),), (), 2, id="c", source=HERE)
    assert section.children == (
        Paragraph((text("x"),), (Point((text("y"),), (third,), 1, id="b", source=HERE),), id="a", source=HERE),
    )


def test_paragraphs_of_a_box_are_not_counted(english: Language) -> None:
    markup = SECTION.format('<box id="b"><kicker>K</kicker><title>T</title><p id="a">x<point id="c">y</point></p></box>')
    [section] = parse(guide(markup), english).children
    point = Point((text("y"),), id="c", source=HERE)
    paragraph = Paragraph((text("x"),), (point,), False, id="a", source=HERE)
    assert section.children == (Box((text("K"),), (text("T"),), (paragraph,), id="b", source=HERE),)


def test_a_table_has_rows_of_cells(english: Language) -> None:
    markup = SECTION.format(
        '<table id="t" widths=" 60 40.5 "><title>T</title><row kind="head"><cell span="2">H</cell></row>'
        '<row><cell>a</cell><cell fill="mark"/></row></table>'
    )
    [section] = parse(guide(markup), english).children
    head = Row((Cell((text("H"),), 2, source=HERE),), "head", source=HERE)
    body = Row((Cell((text("a"),), source=HERE), Cell((), 1, "mark", source=HERE)), source=HERE)
    assert section.children == (Table((text("T"),), (60, 40.5), (head, body), id="t", source=HERE),)


def test_every_node_has_the_place_of_its_words_or_of_the_template(english: Language) -> None:
    markup = SECTION.format('<title>T</title><para id="a" source="content/a.md:3">x <em>y</em><note id="n">z</note></para>')
    [section] = parse(guide(markup), english).children
    [paragraph] = section.children
    assert {str(node.source) for node in walk(paragraph)} == {"content/a.md:3"}
    assert str(section.source) == "templates/p.xml.j2:4"


# -- markup that is no XML -----------------------------------------------------------------------------------------------------

MALFORMED = "the template does not write well-formed markup: "


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<section", "error parsing attribute name"),
        (SECTION.format("<para id='a'>"), "Opening and ending tag mismatch: para"),
        (SECTION.format("&nbsp;"), "Entity 'nbsp' not defined"),
        (SECTION.format("a & b"), "xmlParseEntityRef: no name"),
    ],
)
def test_markup_that_is_not_well_formed_is_told(english: Language, inside: str, message: str) -> None:
    [sentence] = faults(inside, english)
    assert MALFORMED + message in sentence
    assert "column" not in sentence


def test_a_fault_stands_at_the_last_element_before_it(english: Language) -> None:
    markup = (
        '<cover template="templates/c.xml.j2:1"/><meta name="x" template="templates/m.xml.j2:2">&wrong;</meta>'
        '<contents template="templates/t.xml.j2:3"/>'
    )
    assert faults(markup, english) == [f"templates/m.xml.j2:2: {MALFORMED}Entity 'wrong' not defined"]


def test_a_fault_before_any_element_stands_in_the_templates(english: Language) -> None:
    with pytest.raises(GuidegenError, match=r"^templates: error: the template does not write well-formed markup: "):
        parse("", english)


BOMB = '<!DOCTYPE guide [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE guide [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(("doctype", "entity"), [(BOMB, "b"), (FILE, "a")])
def test_entities_are_refused_and_never_read(english: Language, doctype: str, entity: str) -> None:
    with pytest.raises(GuidegenError) as error:
        parse(f'{doctype}<guide lang="en"><meta name="x">&{entity};</meta></guide>', english)
    assert [one.message for one in error.value.findings] == [
        "a document type (<!DOCTYPE>) is not used here",
        f"&{entity}; is no element of guide markup",
    ]


# -- the vocabulary, ids and references ------------------------------------------------------------------------------------------


def test_every_fault_of_the_vocabulary_is_told_at_once(english: Language) -> None:
    markup = SECTION.format('<paar template="templates/p.xml.j2:5"/><para template="templates/p.xml.j2:6"/>')
    assert faults(markup, english) == [
        'templates/p.xml.j2:5: <paar> is no element of guide markup did you mean "para"?',
        'templates/p.xml.j2:6: <para> needs the attribute "id"',
    ]


@pytest.mark.parametrize("value", ["two", "", "0"])
def test_a_depth_that_is_no_number_is_a_finding(english: Language, value: str) -> None:
    [sentence] = faults(f'<contents depth="{value}"><title>T</title></contents>', english)
    assert "the depth of <contents> must be a whole number" in sentence


def test_an_id_that_stands_twice_is_told_with_both_places(english: Language) -> None:
    markup = SECTION.format('<para id="a" source="content/a.md:3">x</para><para id="a" source="content/b.md:9">y</para>')
    assert faults(markup, english) == ['content/b.md:9: the id "a" stands here and at content/a.md:3']


def test_notes_points_and_sections_share_their_ids(english: Language) -> None:
    markup = SECTION.format('<para id="a">x<note id="s">n</note><point id="a">y</point></para>')
    assert [sentence.split('"')[1] for sentence in faults(markup, english)] == ["s", "a"]


def test_a_reference_of_nothing_is_told_with_the_nearest(english: Language) -> None:
    markup = SECTION.format('<para id="youth.why" source="content/a.md:3">see <ref to="youth.wy"/></para>')
    assert faults(markup, english) == [
        'content/a.md:3: a reference of "youth.wy", and there is no such thing did you mean "youth.why"?'
    ]


def test_a_citation_of_nothing_is_told_with_the_nearest(english: Language) -> None:
    markup = '<bibliography ibid="true"><reference id="unodc">X</reference></bibliography>' + SECTION.format(
        '<para id="a" source="content/a.md:3"><note id="n"><cite source="unodoc"/></note></para>'
    )
    assert faults(markup, english) == ['content/a.md:3: a citation of "unodoc", and there is no such thing did you mean "unodc"?']


def test_a_source_that_cites_nothing_is_told(english: Language) -> None:
    reference = '<reference id="a" source="content/sources.yaml:3"><cite source="b"/></reference>'
    markup = f'<bibliography ibid="true">{reference}</bibliography>'
    assert faults(markup, english) == ['content/sources.yaml:3: a citation of "b", and there is no such thing']


@pytest.mark.parametrize(
    "target",
    [
        '<box id="x"><kicker>K</kicker><title>T</title></box>',
        '<table id="x" widths="1"/>',
        '<box id="b"><kicker>K</kicker><title>T</title><p id="x">y</p></box>',
        '<section id="x" counting="none"><title>T</title></section>',
    ],
)
def test_a_reference_to_what_has_no_number_is_told(english: Language, target: str) -> None:
    markup = SECTION.format(f'<para id="a" source="content/a.md:3">see <ref to="x"/></para>{target}')
    assert faults(markup, english) == ['content/a.md:3: a reference to "x", which has no number']


@pytest.mark.parametrize(
    "target",
    [
        '<para id="x">y</para>',
        '<para id="p">y<point id="x">z</point></para>',
        '<section id="x"><title>T</title></section>',
        '<section id="x" counting="given" number="3"><title>T</title></section>',
        '<para id="p">y<note id="x">z</note></para>',
    ],
)
def test_a_reference_to_anything_numbered_is_sound(english: Language, target: str) -> None:
    markup = SECTION.format(f'<para id="a">see <ref to="x"/></para>{target}')
    [reference] = [node for node in walk(run_passes(parse(guide(markup), english))) if isinstance(node, Reference)]
    assert reference.number


LOCATORS = '<bibliography ibid="true"><reference id="x">X</reference></bibliography>' + SECTION


@pytest.mark.parametrize(
    ("locator", "what"),
    [
        ("verse:3", '"verse" with a number'),
        ("para", '"para" without a number'),
        ("preamble:3", '"preamble" with a number'),
    ],
)
def test_a_locator_that_the_language_has_no_words_for_is_told(english: Language, locator: str, what: str) -> None:
    note = f'<para id="a" source="content/a.md:3"><note id="n"><cite source="x" locator="{locator}"/></note></para>'
    assert faults(LOCATORS.format(note), english) == [
        f"content/a.md:3: English has no words for the locator {what} see citations.locators in its conventions.yaml"
    ]


@pytest.mark.parametrize("locator", ["para:3-3", "annex", "annex:I-I", "preamble"])
def test_a_locator_that_the_language_has_words_for_is_sound(languages: dict[str, Language], locator: str) -> None:
    note = f'<para id="a"><note id="n"><cite source="x" locator="{locator}"/></note></para>'
    for language in languages.values():
        assert parse(guide(LOCATORS.format(note)), language).children
