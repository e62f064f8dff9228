"""Running heads and feet: symbol and page number outside, draft mark inside, nothing at the head of the first page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import Cover, Document, Field
from guidegen.renderers.docx.furniture import footers, headers
from guidegen.renderers.docx.ooxml import Element
from tests.builders import line
from tests.conftest import LANGUAGES
from tests.renderers.docx.parts import child, framed, names, out_of_order, w, words
from tests.renderers.samples import everything


def roots(parts: Mapping[str, bytes]) -> dict[str, Element]:
    return {kind: etree.fromstring(part) for kind, part in parts.items()}


def heads(document: Document) -> dict[str, str]:
    return {kind: words(part) for kind, part in roots(headers(framed(document))).items()}


def feet(document: Document) -> dict[str, str]:
    return {kind: words(part) for kind, part in roots(footers(framed(document))).items()}


def test_the_symbol_stands_outside_and_the_draft_mark_inside(english: Language):
    assert heads(everything(english)) == {"default": "Draft→A/1", "even": "A/1→Draft", "first": ""}


def test_a_guide_that_is_no_draft_has_no_mark(english: Language):
    document = everything(english)
    issued = replace(document, meta={name: words for name, words in document.meta.items() if name != "draft"})
    assert heads(issued) == {"default": "→A/1", "even": "A/1→", "first": ""}


def test_the_page_number_stands_outside_and_the_job_number_on_the_first_page(english: Language):
    assert feet(everything(english)) == {"default": "→1", "even": "1→", "first": "V.09-80000 (E)"}


def test_the_page_number_is_a_field(english: Language):
    for kind in ("default", "even"):
        part = roots(footers(framed(everything(english))))[kind]
        assert [str(one.text).strip() for one in part.iter(w("instrText"))] == ["PAGE"]


def test_heads_have_a_rule_below_and_feet_none(english: Language):
    frame = framed(everything(english))
    assert "pBdr" in names(child(roots(headers(frame))["even"], "p/pPr"))
    assert "pBdr" not in names(child(roots(footers(frame))["even"], "p/pPr"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_heads_and_feet_are_in_the_order_of_the_schema(languages: dict[str, Language], code: str):
    frame = framed(everything(languages[code]))
    parts: list[Element] = [*roots(headers(frame)).values(), *roots(footers(frame)).values()]
    assert [fault for part in parts for fault in out_of_order(part)] == []
    assert {"bidi" in names(child(part, "p/pPr")) for part in parts} == {languages[code].direction == "rtl"}


def test_a_note_of_the_masthead_is_text_at_the_foot_of_the_first_page(english: Language):
    document = everything(english)
    noted = replace(document, cover=Cover((*document.cover.fields, Field("note", line("* Note")))))
    assert feet(noted)["first"] == "* NoteV.09-80000 (E)"
