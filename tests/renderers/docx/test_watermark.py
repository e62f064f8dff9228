"""The watermark of drafts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import Document
from guidegen.renderers.docx.furniture import headers
from guidegen.renderers.docx.ooxml import Element
from guidegen.renderers.docx.watermark import VML, watermark
from tests.conftest import LANGUAGES
from tests.renderers.docx.parts import framed, read
from tests.renderers.samples import everything


def draft(language: Language, words: str = "Draft") -> Document:
    return everything(language, draft="Draft – not an official document", watermark=words)


def shape(language: Language, words: str = "Draft") -> Element:
    (run,) = watermark(framed(draft(language, words)), 1)
    (found,) = read(run).iter(f"{{{VML}}}shape")
    return found


def size(found: Element) -> tuple[float, float]:
    style = dict(one.split(":") for one in str(found.get("style")).split(";"))
    return float(style["width"].removesuffix("pt")), float(style["height"].removesuffix("pt"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_head_of_a_draft_has_it(languages: dict[str, Language], code: str) -> None:
    heads = headers(framed(draft(languages[code])))
    shapes = [found for head in heads.values() for found in etree.fromstring(head).iter(f"{{{VML}}}shape")]
    assert len(shapes) == len(heads) == 3
    assert len({found.get("id") for found in shapes}) == 3


def test_it_says_the_word_and_is_described_by_it(english: Language) -> None:
    found = shape(english, "Projet")
    (text,) = found.iter(f"{{{VML}}}textpath")
    assert (text.get("string"), found.get("alt")) == ("Projet", "Projet")


def test_it_names_the_face_of_the_script(languages: dict[str, Language]) -> None:
    for code, face in (("en", "Times New Roman"), ("ar", "Traditional Arabic"), ("zh", "SimSun")):
        (text,) = shape(languages[code]).iter(f"{{{VML}}}textpath")
        assert f"'{face}'" in str(text.get("style"))


def test_a_guide_that_is_no_draft_has_none(english: Language) -> None:
    document = draft(english)
    issued = replace(document, meta={name: words for name, words in document.meta.items() if name != "draft"})
    assert watermark(framed(issued), 1) == []


@pytest.mark.parametrize("words", ["草案", "Draft", "Проект документа, который не является официальным"])
def test_it_keeps_its_proportions_and_fits_the_page(english: Language, words: str) -> None:
    width, height = size(shape(english, words))
    assert 0 < height <= 130
    assert height < width <= 400
