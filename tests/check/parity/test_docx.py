"""DOCX read back: lists counted as Word counts them."""

from __future__ import annotations

import io
import zipfile

import pytest

from guidegen.check.parity.docx import Lists, read_docx
from guidegen.document.language import Language
from guidegen.passes import run_passes
from tests.builders import document, para, section
from tests.check.parity.conftest import Back, Written
from tests.renderers.samples import everything


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """The .docx file *data* with *old* replaced in a part, where it stands first."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            target.writestr(name, text)
    return made.getvalue()


def test_what_word_counts_is_counted_and_what_is_typed_is_read(back: Back, arabic: Language) -> None:
    read = back(everything(arabic), "docx")
    assert read.paragraphs == [1, 2, 3, 4]
    assert read.points == [(1, "(أ)"), (2, 1), (1, "(ب)")]
    assert read.headings[0][1].startswith("أولاً- ")


def test_headings_below_a_given_number_begin_anew(back: Back, english: Language) -> None:
    assert [number for _, _, number in back(everything(english), "docx").headings] == [1, 1, None, 1, None]


def test_a_list_that_is_counted_apart_is_read_so(written: Written, english: Language) -> None:
    """A paragraph put into another list begins that list's counting: the number that Word would print is another one."""
    guide = run_passes(document(english, section("s", para("a", "One"), para("b", "Two"), para("c", "Three"))))
    data = written(guide, "docx")
    assert read_docx(data, english).paragraphs == [1, 2, 3]
    one = '<w:pStyle w:val="Paragraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
    other = changed(data, "word/document.xml", one, one.replace('numId w:val="1"', 'numId w:val="2"'))
    assert read_docx(other, english).paragraphs == [2, 1, 2]


def test_levels_below_begin_anew_and_lists_of_one_definition_go_on() -> None:
    lists = Lists({"1": "a", "2": "a", "3": "b"}, {"2": {1: 1}})
    counted = [
        lists.count(*step) for step in (("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1), ("1", 1), ("2", 1), ("2", 1), ("3", 0))
    ]
    assert counted == [1, 1, 2, 2, 1, 2, 1, 2, 1]


def test_contents_boxes_and_cover_are_left_out(back: Back, english: Language) -> None:
    read = back(everything(english), "docx")
    assert read.tables == [(3, 1, 3, 1, 3)]
    assert len(read.points or ()) == 3


@pytest.mark.parametrize("data", [b"", b"PK", b"words"])
def test_what_is_no_package_is_told(english: Language, data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_docx(data, english)
