"""PDF/UA-1 said beside PDF/A-2a."""

from __future__ import annotations

from lxml import etree

from guidegen.errors import Source
from guidegen.renderers.pdf import lay_out
from guidegen.renderers.pdf.conformance import UNIVERSAL_ACCESS

PAGE = '<html lang="en"><title>T</title><body><h1>T</h1><p>words'


def test_what_is_added_is_well_formed() -> None:
    assert len(etree.fromstring(b"<x>" + UNIVERSAL_ACCESS + b"</x>")) == 2


def test_it_stands_inside_the_metadata_once() -> None:
    pdf = lay_out(PAGE, Source("test")).write()
    assert pdf.startswith(b"%PDF-1.7")
