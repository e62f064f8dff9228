"""PDF read back by its structure."""

from __future__ import annotations

import io
import sys

import pikepdf
import pytest

from guidegen.check.parity.pdf import available, read_pdf
from guidegen.document.language import Language
from tests.check.parity.conftest import Back, Written
from tests.renderers.samples import everything


def test_references_are_links_to_names_and_marks_of_notes_are_none(back: Back, english: Language) -> None:
    assert back(everything(english), "pdf").references == [("chapter__p", "1"), ("chapter", "I"), ("chapter__b", "1 (b)")]


def test_right_to_left_labels_are_read(back: Back, arabic: Language) -> None:
    read = back(everything(arabic), "pdf")
    assert [level for level, _ in read.points or ()] == [1, 2, 1]
    assert len(read.paragraphs) == len(read.notes) == 4


def test_a_note_that_the_structure_lacks_is_missing(written: Written, english: Language) -> None:
    with pikepdf.open(io.BytesIO(written(everything(english), "pdf"))) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        note = next(one for one in walk(document) if one.S == "/Note" and any(kid.S == "/Lbl" for kid in kids(one)))
        note.S = pikepdf.Name("/P")
        note.K = pikepdf.Array()
        made = io.BytesIO()
        pdf.save(made)
    assert len(read_pdf(made.getvalue(), english).notes) == 3


def kids(element):
    return [kid for kid in element.get("/K", []) if kid.get("/Type", "") not in {"/MCR", "/OBJR"}]


def walk(element):
    yield element
    for kid in kids(element):
        yield from walk(kid)


def test_a_pdf_without_structure_is_told(english: Language) -> None:
    plain = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain)
    with pytest.raises(ValueError, match="no PDF with a structure"):
        read_pdf(plain.getvalue(), english)
    with pytest.raises(ValueError, match="no PDF with a structure"):
        read_pdf(b"words", english)


def test_the_extra_libraries_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert available()
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert not available()
