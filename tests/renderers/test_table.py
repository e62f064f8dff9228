"""The table of formats."""

from __future__ import annotations

import io
import zipfile

import pytest

from guidegen.document.language import Language
from guidegen.document.text import as_text
from guidegen.errors import Source
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf import lay_out
from guidegen.renderers.table import DEFAULT_FORMATS, FORMATS, Rendering
from tests.conftest import CHECKOUT
from tests.renderers.samples import everything


@pytest.fixture(scope="module")
def rendering(languages: dict[str, Language]) -> Rendering:
    """A guide of everything, laid out."""
    document = everything(languages["en"])
    html = render_html(document, CHECKOUT)
    layout = lay_out(html, Source("a.pdf"))
    return Rendering(document, CHECKOUT, html, layout, layout.pages)


def test_guides_are_made_as_docx_and_pdf_unless_asked_otherwise():
    assert DEFAULT_FORMATS == ("docx", "pdf")


def test_every_format_has_an_extension_of_its_own():
    assert sorted({one.extension for one in FORMATS.values()}) == sorted(one.extension for one in FORMATS.values())


def test_what_needs_a_layout_or_wants_pages_is_made_of_the_laid_out_page():
    assert [name for name, one in FORMATS.items() if (one.needs_layout or one.wants_pages) and not one.of_html] == []


def test_only_pdf_cannot_be_made_without_a_layout():
    assert [name for name, one in FORMATS.items() if one.needs_layout] == ["pdf"]


def test_each_format_renders_its_kind_of_file(rendering: Rendering):
    made = {name: one.render(rendering) for name, one in FORMATS.items()}
    assert made["html"].decode() == render_html(rendering.document, CHECKOUT, "screen")
    assert made["text"].decode() == as_text(rendering.document)
    assert made["pdf"].startswith(b"%PDF-1.7")
    assert zipfile.is_zipfile(io.BytesIO(made["docx"]))


def test_renderers_leave_the_tree_as_it_is(rendering: Rendering):
    before = repr(rendering.document)
    for one in FORMATS.values():
        one.render(rendering)
    assert repr(rendering.document) == before
