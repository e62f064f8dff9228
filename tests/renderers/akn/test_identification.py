"""Work, expression and manifestation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import Document
from guidegen.renderers.akn.identification import document_number, meta
from guidegen.renderers.akn.names import AKN
from tests.renderers.samples import everything

SYMBOL = {"symbol": "A/CONF.213/PM.1", "actor": "un-ga-congress", "meeting": "africa", "original": "eng"}


def issued(language: Language, **words: str) -> Document:
    made = everything(language)
    return replace(made, meta={**made.meta, **SYMBOL, **words})


def values(document: Document, name: str) -> list[str]:
    return [str(one.get("value") or one.get("language") or one.get("href")) for one in meta(document).iter(f"{{{AKN}}}{name}")]


def test_the_work_is_named_by_kind_actor_date_and_number(english: Language) -> None:
    uris = values(issued(english, date="2009-02-27"), "FRBRuri")
    assert uris[0] == "/akn/un/doc/paper/un-ga-congress/2009-02-27/A-CONF.213-PM.1-africa"


def test_the_expression_adds_language_and_date_and_the_manifestation_the_format(english: Language) -> None:
    work, expression, manifestation = values(issued(english, date="2009-02-27"), "FRBRuri")
    assert expression == f"{work}/eng@2009-02-27"
    assert manifestation == f"{expression}/.xml"


def test_an_undated_draft_has_the_date_of_undated_drafts(english: Language) -> None:
    dates = [str(date.get("date")) for date in meta(issued(english)).iter(f"{{{AKN}}}FRBRdate")]
    assert dates == ["1900-01-01", "1900-01-01", "2009-01-01"]


def test_a_translation_says_of_what(arabic: Language, english: Language) -> None:
    assert values(issued(arabic), "FRBRtranslation")[0].endswith("/eng@1900-01-01")
    assert values(issued(english), "FRBRtranslation") == []


@pytest.mark.parametrize(
    ("symbol", "number"),
    [
        ("A/CONF.213/PM.1", "A-CONF.213-PM.1-x"),
        ("E/CN.15/2009/CRP.[…]", "E-CN.15-2009-CRP.pending-x"),
        ("155 C (VII)", "155_C_(VII)-x"),
    ],
)
def test_a_number_is_the_symbol_without_strokes_and_spaces(symbol: str, number: str) -> None:
    assert document_number(symbol, "x") == number


def test_everything_that_is_pointed_at_is_declared(english: Language) -> None:
    root = meta(issued(english))
    declared = {f"#{one.get('eId')}" for one in root.iter() if one.get("eId")}
    pointed = {
        str(one.get(name)) for one in root.iter() for name in ("href", "source", "by") if str(one.get(name, "")).startswith("#")
    }
    assert pointed <= declared
    assert etree.QName(root).localname == "meta"
