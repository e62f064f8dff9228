"""The first page: masthead, block, title, meeting, contents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import Cover, Field
from guidegen.renderers.docx.cover import cover
from guidegen.renderers.docx.ooxml import Element
from tests.builders import line
from tests.conftest import LANGUAGES
from tests.renderers.docx.parts import child, framed, names, out_of_order, read_all, value, w, words
from tests.renderers.samples import everything


def made(language: Language) -> list[Element]:
    return read_all(cover(framed(everything(language))))


def lines(language: Language) -> list[tuple[str, str]]:
    """Return the style and the words of each paragraph before the contents."""
    paragraphs = [one for one in made(language) if etree.QName(one).localname == "p"]
    return [(value(one, "pPr/pStyle"), words(one)) for one in paragraphs]


def test_the_first_page_is_in_reading_order(english: Language):
    assert lines(english) == [
        ("MastheadName", "United Nations→A/1"),
        ("MastheadOrgan", "Organ→General"),
        ("MastheadBlock", "→[…]"),
        ("MastheadBlock", "→Version"),
        ("MastheadBlock", "→Original"),
        ("MastheadBlock", ""),
        ("Session", "Body"),
        ("Session", "Session"),
        ("Draft", "Draft"),
        ("Title", "A guide"),
        ("Theme", "Theme"),
        ("Meeting", "Meeting"),
        ("Session", "Vienna"),
        ("TOCHeading", "Contents"),
    ]


def test_the_contents_come_last(english: Language):
    assert etree.QName(made(english)[-1]).localname == "tbl"


def test_the_block_beside_the_organ_is_in_its_own_type(english: Language):
    organ = made(english)[1]
    assert [value(run, "rPr/rStyle") for run in organ.iter(w("r")) if "rStyle" in names(child(run, "rPr"))] == [
        "MastheadBlockText"
    ]


def test_a_block_without_lines_leaves_the_organ_alone(english: Language):
    document = replace(everything(english), cover=Cover((Field("organ", line("Organ")),)))
    organ = read_all(cover(framed(document)))[1]
    assert words(organ) == "Organ→"


def test_a_guide_without_contents_ends_with_the_meeting(english: Language):
    document = replace(everything(english), contents=None)
    assert words(read_all(cover(framed(document)))[-1]) == "Vienna"


def test_lines_that_are_ruled_have_borders(english: Language):
    ruled = {
        words(one): names(child(one, "pPr/pBdr")) for one in made(english) if one.find(f"{w('pPr')}/{w('pBdr')}") is not None
    }
    assert ruled == {
        "United Nations→A/1": ["bottom"],
        "": ["bottom"],
        "Draft": ["top", "left", "bottom", "right"],
        "Meeting": ["top"],
        "Vienna": ["bottom"],
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_page_is_in_the_order_of_the_schema(languages: dict[str, Language], code: str):
    assert [fault for one in made(languages[code]) for fault in out_of_order(one)] == []
