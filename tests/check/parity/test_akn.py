"""Akoma Ntoso read back."""

from __future__ import annotations

import pytest

from guidegen.check.parity.akn import read_akn
from guidegen.document.language import Language
from tests.check.parity.conftest import Back, Written
from tests.renderers.samples import everything


def test_references_lead_to_identifiers(back: Back, english: Language) -> None:
    assert back(everything(english), "akn").references == [
        ("#para_1", "1"), ("#sec_I", "I"), ("#para_1__list_1__point_b", "1 (b)"),
    ]  # fmt: skip


def test_notes_of_headings_are_no_words_of_them(back: Back, english: Language) -> None:
    assert back(everything(english), "akn").headings[0] == (1, "I. Chapter", None)


def test_a_note_that_was_taken_out_is_missing(written: Written, english: Language) -> None:
    data = written(everything(english), "akn").replace(b'eId="ftn_2"', b'eId="other_2"')
    assert read_akn(data, english).notes == ["1", "3", "4"]


@pytest.mark.parametrize("data", [b"", b"<a>", b"words"])
def test_what_is_no_xml_is_told(english: Language, data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_akn(data, english)


def test_no_entity_is_resolved(english: Language) -> None:
    data = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a><paragraph><num>&x;</num></paragraph></a>'
    assert read_akn(data, english).paragraphs == [""]
