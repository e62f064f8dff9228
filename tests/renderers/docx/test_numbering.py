"""The numbering part: Word counts in the formats of the language, and to the same numbers as the passes."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import Document, Paragraph, Point, Section
from guidegen.document.walk import walk
from guidegen.renderers.docx.blocks import blocks
from guidegen.renderers.docx.frame import HEADING_LIST, TEXT_LIST
from guidegen.renderers.docx.numbering import BOXES, HEADINGS, TEXT, numbering
from guidegen.renderers.docx.ooxml import Element
from tests.conftest import LANGUAGES
from tests.renderers.docx.parts import child, framed, out_of_order, read_all, value, w
from tests.renderers.samples import everything


def levels(language: Language, kind: int) -> list[tuple[str, str]]:
    """Return the number format and the text of each level of a list."""
    part = etree.fromstring(numbering(framed(everything(language))))
    (definition,) = (one for one in part.iter(w("abstractNum")) if one.get(w("abstractNumId")) == str(kind))
    return [(value(level, "numFmt"), value(level, "lvlText")) for level in definition.iter(w("lvl"))]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_part_is_in_the_order_of_the_schema(languages: dict[str, Language], code: str):
    assert out_of_order(etree.fromstring(numbering(framed(everything(languages[code]))))) == []


def test_english_paragraphs_points_and_headings_are_counted_by_word(english: Language):
    assert levels(english, TEXT) == [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"), ("lowerLetter", "%4.")]
    assert levels(english, HEADINGS) == [
        ("upperRoman", "%1."),
        ("upperLetter", "%2."),
        ("decimal", "%3."),
        ("lowerLetter", "(%4)"),
    ]
    assert levels(english, BOXES) == [("lowerLetter", "(%1)"), ("lowerRoman", "(%2)")]


def test_arabic_paragraphs_are_counted_and_what_word_has_no_format_for_is_not(arabic: Language):
    assert levels(arabic, TEXT) == [("decimal", "%1-"), ("none", ""), ("decimal", "‘%3’"), ("none", "")]
    assert levels(arabic, HEADINGS) == [("none", ""), ("none", ""), ("decimal", "%3-"), ("none", "")]


def test_chinese_chapters_are_counted_in_chinese_numbers(languages: dict[str, Language]):
    style, text = levels(languages["zh"], HEADINGS)[0]
    assert style in {"chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand", "chineseCounting"}
    assert text == "%1."


@pytest.mark.parametrize(("code", "side"), [("en", "left"), ("ar", "right")])
def test_a_number_begins_the_line(languages: dict[str, Language], code: str, side: str):
    part = etree.fromstring(numbering(framed(everything(languages[code]))))
    assert {value(level, "lvlJc") for level in part.iter(w("lvl"))} == {side}


def test_numbers_of_a_right_to_left_list_run_to_the_left(arabic: Language):
    part = etree.fromstring(numbering(framed(everything(arabic))))
    assert all(level.find(f"{w('rPr')}/{w('rtl')}") is not None for level in part.iter(w("lvl")))


def test_every_list_has_a_definition(english: Language):
    part = etree.fromstring(numbering(framed(everything(english))))
    definitions = {one.get(w("abstractNumId")) for one in part.iter(w("abstractNum"))}
    assert {value(one, "abstractNumId") for one in part.iter(w("num"))} <= definitions


def test_every_list_that_begins_anew_begins_with_one(english: Language):
    part = etree.fromstring(numbering(framed(everything(english))))
    restarts = [one for one in part.iter(w("num")) if int(str(one.get(w("numId")))) > HEADING_LIST]
    assert restarts
    assert {value(one, "lvlOverride/startOverride") for one in restarts} == {"1"}


def counted(language: Language) -> tuple[list[str], list[str]]:
    """Return the labels that Word would show for the body of a guide, and those that the tree has for the same paragraphs."""
    document = everything(language)
    frame = framed(document)
    part = etree.fromstring(numbering(frame))
    body = read_all(blocks(document.children, frame))
    return Word(part).labels(body), labels(document, language)


def labels(document: Document, language: Language) -> list[str]:
    """Return the labels of headings, paragraphs and points that Word has formats for, in reading order."""
    numbering = language.numbering
    found = []
    for node in walk(document):
        if isinstance(node, Section) and node.counting == "counted":
            found.append((numbering.headings[node.numbering_level - 1], node.label))
        elif isinstance(node, Paragraph) and node.counted:
            found.append((numbering.paragraph, node.label))
        elif isinstance(node, Point):
            found.append((numbering.points[node.level - 1], node.label))
    return [label for counter, label in found if language.counter(counter).style.word]


class Word:
    """Counts as Word does (17.9): a level goes on until a higher one is counted; a list goes on in another of its definition."""

    def __init__(self, part: Element) -> None:
        self.definitions = {one.get(w("abstractNumId")): list(one.iter(w("lvl"))) for one in part.iter(w("abstractNum"))}
        self.lists = {one.get(w("numId")): one for one in part.iter(w("num"))}
        self.counts: dict[str, Counter[int]] = {}
        self.begun: set[str] = set()

    def labels(self, body: list[Element]) -> list[str]:
        """Return the label of each numbered paragraph of *body*."""
        return [self.label(one) for root in body for one in root.iter(w("numPr"))]

    def label(self, properties: Element) -> str:
        number, level = value(properties, "numId"), int(value(properties, "ilvl"))
        definition = value(child(self.lists[number], "abstractNumId"))
        counts = self.counts.setdefault(definition, Counter())
        if number not in self.begun:
            self.begun.add(number)
            for override in self.lists[number].iter(w("lvlOverride")):
                counts[int(str(override.get(w("ilvl"))))] = 0
        counts[level] += 1
        for deeper in [one for one in counts if one > level]:
            counts[deeper] = 0
        return self.written(self.definitions[definition][level], counts[level], level)

    def written(self, level: Element, count: int, position: int) -> str:
        letter, roman = "abcdefgh"[count - 1], ["i", "ii", "iii", "iv", "v"][count - 1]
        formats = {"decimal": str(count), "lowerLetter": letter, "upperLetter": letter.upper(), "lowerRoman": roman}
        formats |= {"upperRoman": roman.upper()}
        number = formats.get(value(level, "numFmt"), "一二三四五六"[count - 1])
        return value(level, "lvlText").replace(f"%{position + 1}", number)


@pytest.mark.parametrize("code", LANGUAGES)
def test_word_shows_the_labels_of_the_tree(languages: dict[str, Language], code: str):
    shown, expected = counted(languages[code])
    assert shown == expected
    assert len(shown) > 4


def test_the_text_and_the_headings_have_one_list_each(english: Language):
    part = etree.fromstring(numbering(framed(everything(english))))
    lists = {one.get(w("numId")): value(one, "abstractNumId") for one in part.iter(w("num"))}
    assert (lists[str(TEXT_LIST)], lists[str(HEADING_LIST)]) == (str(TEXT), str(HEADINGS))
