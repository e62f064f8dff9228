"""What a file promises: PDF/UA-1 said beside PDF/A-2a, or another kind that was asked for."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from lxml import etree

from guidegen.errors import Source
from guidegen.renderers.pdf import Layout, lay_out
from guidegen.renderers.pdf.conformance import DEFAULT_VARIANT, UNIVERSAL_ACCESS, VARIANTS

PAGE = '<html lang="en"><title>T</title><body><h1>T</h1><p>words'
# Part and level of PDF/A, and the part of PDF/UA, as the metadata of the file name them.
PROMISES = {
    "ua-1+a-2a": ("2", "A", "1"),
    "ua-1+a-3a": ("3", "A", "1"),
    "ua-1": ("", "", "1"),
    "a-2a": ("2", "A", ""),
    "a-2b": ("2", "B", ""),
    "a-2u": ("2", "U", ""),
    "a-3a": ("3", "A", ""),
    "plain": ("", "", ""),
}


@pytest.fixture(scope="module")
def layout() -> Layout:
    return lay_out(PAGE, Source("test"))


def test_what_is_added_is_well_formed() -> None:
    assert len(etree.fromstring(b"<x>" + UNIVERSAL_ACCESS + b"</x>")) == 2


def test_every_kind_of_pdf_has_its_promises_listed() -> None:
    assert PROMISES.keys() == VARIANTS.keys()
    assert next(iter(VARIANTS)) == DEFAULT_VARIANT


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_file_promises_what_was_asked_for(layout: Layout, variant: str) -> None:
    with pikepdf.open(BytesIO(layout.write(variant))) as pdf, pdf.open_metadata() as metadata:
        names = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")
        assert tuple(metadata.get(name, "") for name in names) == PROMISES[variant]


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_kind_of_pdf_has_the_structure(layout: Layout, variant: str) -> None:
    with pikepdf.open(BytesIO(layout.write(variant))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.StructTreeRoot.K[0].S == "/Document"


def test_one_layout_is_written_in_several_kinds_and_each_is_as_if_alone(layout: Layout) -> None:
    before = layout.write()
    layout.write("plain")
    assert layout.write() == before
