"""Guide markup: what elements hold and need, and how a place of a template becomes one of the content."""

from __future__ import annotations

import pytest
from lxml import etree

from guidegen.errors import Source
from guidegen.templates.vocabulary import CHOICES, FORMS, INLINES, VOCABULARY, place, vocabulary_findings, written_at

NEEDED = {
    "lang": "fr", "dir": "ltr", "name": "title", "depth": "2", "kind": "page", "ibid": "true", "id": "a", "widths": "1 2",
    "source": "unodc", "to": "a",
}  # fmt: skip


def element(inside: str) -> etree._Element:
    """Return the XML of a guide that holds *inside*."""
    return etree.fromstring(f'<guide lang="en" template="templates/guide.xml.j2:1">{inside}</guide>')


def faults(inside: str) -> list[str]:
    """Return the findings of the markup *inside* a guide as sentences with their hints."""
    return [f"{one.message} {one.hint}".strip() for one in vocabulary_findings(element(inside))]


def written(name: str, content: str = "") -> str:
    """Return the element *name* with the attributes that it needs."""
    attributes = "".join(f' {needed}="{NEEDED[needed]}"' for needed in sorted(VOCABULARY[name].needs))
    return f"<{name}{attributes}>{content}</{name}>"


PARA = '<section id="s"><para id="a">{}</para></section>'


def test_sound_markup_has_no_findings() -> None:
    assert (
        faults(
            '<meta name="title">T</meta><cover><field name="symbol">A/1</field></cover>'
            '<contents depth="2"><title>C</title><column kind="page">P</column></contents>'
            '<bibliography ibid="true"><reference id="x">X</reference></bibliography>'
            '<section id="s" counting="given" ordinal="3" number="3" notes="letters"><label>3.</label><title>T <em>e</em></title>'
            '<para id="a">One<note id="n">N <cite source="x" locator="para:3-3"/></note> <ref to="a"/> <pending/>'
            '<point id="b">P<point id="c">Q</point></point></para>'
            '<box id="d"><kicker>K</kicker><title>T</title><p id="e">x<point id="f">y</point></p></box>'
            '<table id="g" widths="1 2.5"><title>T</title><row kind="head"><cell span="2" fill="mark">x</cell></row></table>'
            '<section id="h"><title>I</title></section></section>'
        )
        == []
    )


@pytest.mark.parametrize("name", VOCABULARY)
def test_every_element_needs_its_attributes(name: str) -> None:
    missing = sorted(VOCABULARY[name].needs)
    sentences = [one.message for one in vocabulary_findings(etree.fromstring(f"<{name}/>"))]
    assert [sentence for sentence in sentences if "needs" in sentence] == [
        f'<{name}> needs the attribute "{attribute}"' for attribute in missing
    ]


@pytest.mark.parametrize("name", [name for name in VOCABULARY if name != "guide"])
def test_every_element_stands_where_the_vocabulary_has_it_and_nowhere_else(name: str) -> None:
    for around in VOCABULARY:
        sentences = [one.message for one in vocabulary_findings(etree.fromstring(written(around, written(name))))]
        assert (f"<{name}> cannot stand in <{around}>" in sentences) is (name not in VOCABULARY[around].holds)


def test_an_element_that_is_none_is_told_with_the_nearest() -> None:
    assert faults('<section id="s"><paar id="a">x</paar></section>') == [
        '<paar> is no element of guide markup did you mean "para"?'
    ]


def test_an_attribute_that_is_none_is_told_with_the_nearest() -> None:
    assert faults('<section id="s" countin="none"/>') == ['<section> has no attribute "countin" did you mean "counting"?']


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        ('<section id="s">stray</section>', 'no text can stand in <section>, and here is "stray"'),
        ('<section id="s"><title>T</title> stray </section>', 'no text can stand in <section>, and here is "stray"'),
        ("<cover>stray</cover>", 'no text can stand in <cover>, and here is "stray"'),
        (PARA.format('<point id="b">x</point> lost'), 'no text can stand behind <point>, and here is "lost"'),
        (PARA.format('<point id="b">x</point><em>lost</em>'), 'no text can stand behind <point>, and here is "<em>"'),
    ],
)
def test_text_where_none_can_stand_is_told_instead_of_lost(inside: str, sentence: str) -> None:
    assert faults(inside) == [sentence]


def test_text_goes_on_behind_inline_elements() -> None:
    assert faults(PARA.format('a <em>b</em> c <note id="n">d</note> e <point id="b">f <em>g</em> h</point>')) == []


def test_a_note_holds_no_note() -> None:
    assert faults(PARA.format('<note id="n">a<note id="m">b</note></note>')) == ["<note> cannot stand in <note>"]


@pytest.mark.parametrize(("name", "attribute"), CHOICES)
def test_an_attribute_with_choices_says_one_of_them(name: str, attribute: str) -> None:
    for value in CHOICES[name, attribute]:
        assert not [one for one in faults_of(name, attribute, value) if "cannot be" in one]
    assert f'the {attribute} of <{name}> cannot be "xyz" one of {", ".join(CHOICES[name, attribute])}' in faults_of(
        name, attribute, "xyz"
    )


@pytest.mark.parametrize(("name", "attribute"), FORMS)
@pytest.mark.parametrize("value", ["", "x", "0x", "-1", "1,5"])
def test_an_attribute_with_a_number_says_a_number(name: str, attribute: str, value: str) -> None:
    assert f'the {attribute} of <{name}> must be {FORMS[name, attribute][0]}, not "{value}"' in faults_of(name, attribute, value)
    assert not [one for one in faults_of(name, attribute, "12") if one.startswith("the " + attribute)]


def test_a_misspelt_choice_is_told_with_the_nearest() -> None:
    assert 'the counting of <section> cannot be "non" did you mean "none"?' in faults_of("section", "counting", "non")


def test_a_source_is_a_place() -> None:
    assert 'the source of <para> must be a place such as content/topics/youth.md:12, not "a:b"' in faults_of(
        "para", "source", "a:b"
    )
    assert not [one for one in faults_of("para", "source", "content/a.md:3:1") if "source" in one]


def faults_of(name: str, attribute: str, value: str) -> list[str]:
    """Return the findings of the element *name* with one of its attributes set."""
    tree = etree.fromstring(written(name))
    tree.set(attribute, value)
    return [f"{one.message} {one.hint}".strip() for one in vocabulary_findings(tree)]


def test_the_outermost_element_is_the_guide() -> None:
    [finding] = vocabulary_findings(etree.fromstring('<section id="a" template="templates/x.xml.j2:3"/>'))
    assert finding.message == "the outermost element must be <guide>, not <section>"
    assert finding.source == Source("templates/x.xml.j2", 3)


def test_a_processing_instruction_is_no_markup() -> None:
    assert faults("<?php evil() ?>") == ["<?php evil() ?> is no element of guide markup"]


def test_every_inline_holds_inlines_only() -> None:
    assert all(VOCABULARY[name].holds <= INLINES for name in INLINES)


# -- places --------------------------------------------------------------------------------------------------------------------


def test_the_words_of_an_element_stand_at_the_nearest_place_that_a_template_names() -> None:
    tree = element(
        '<section id="s" source="content/a.md:3" template="templates/p.xml.j2:5"><para id="a" template="templates/p.xml.j2:7">'
        '<cite source="unodc"/></para></section>'
    )
    cite = next(tree.iter("cite"))
    assert place(cite) == Source("content/a.md", 3)
    assert written_at(cite) == Source("templates/p.xml.j2", 7)


def test_an_element_without_a_named_place_stands_at_its_line_of_the_template() -> None:
    tree = element('<meta name="x" template="templates/m.xml.j2:2"/>')
    assert place(tree[0]) == Source("templates/m.xml.j2", 2)


def test_an_element_without_any_place_stands_in_the_templates() -> None:
    assert written_at(etree.fromstring("<guide/>")) == Source("templates")
