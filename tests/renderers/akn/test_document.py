"""The whole Akoma Ntoso file: its parts in order, its text whole, its identifiers the same in every language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import Document, Paragraph, Point, Section
from guidegen.document.walk import plain, walk
from guidegen.renderers.akn import render_akn
from guidegen.renderers.akn.names import AKN
from tests.conftest import LANGUAGES
from tests.renderers.samples import everything

SPACE = {"a": AKN}


def parsed(document: Document) -> etree._Element:
    return etree.fromstring(render_akn(document))


def identifiers(root: etree._Element) -> Iterator[str]:
    return (str(element.get("eId")) for element in root.iter() if element.get("eId"))


def test_meta_cover_preface_and_body_stand_in_this_order(english: Language) -> None:
    (doc,) = parsed(everything(english))
    assert [etree.QName(part).localname for part in doc] == ["meta", "coverPage", "preface", "mainBody"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_identifiers_are_the_same_in_every_language(languages: dict[str, Language], language: str) -> None:
    own = list(identifiers(parsed(everything(languages[language]))))
    assert own == list(identifiers(parsed(everything(languages[LANGUAGES[0]]))))


def test_no_identifier_stands_twice_and_every_reference_has_its_target(english: Language) -> None:
    root = parsed(everything(english))
    known = list(identifiers(root))
    assert len(set(known)) == len(known)
    targets = [str(ref.get("href")) for ref in root.iter(f"{{{AKN}}}ref")]
    assert targets
    assert {target[1:] for target in targets} <= set(known)


def test_numbers_are_written_and_none_is_left_to_be_generated(english: Language) -> None:
    document = everything(english)
    numbers = [str(number.text) for number in parsed(document).iter(f"{{{AKN}}}num")]
    nodes = [node for section in document.children for node in walk(section) if isinstance(node, Section | Paragraph | Point)]
    assert sorted(numbers) == sorted(node.label for node in nodes if node.label)


def test_all_words_of_the_text_are_there(english: Language) -> None:
    document = everything(english)
    text = "".join(parsed(document).itertext())
    for section in document.children:
        assert plain(section.title) in text


def test_the_parts_name_the_language_of_their_words(arabic: Language) -> None:
    (doc,) = parsed(everything(arabic))
    assert [part.get("{http://www.w3.org/XML/1998/namespace}lang") for part in doc] == [None, *["ar-SA"] * 3]
