"""The page is read as WeasyPrint would read it, only faster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import tinyhtml5
import weasyprint as seam

from guidegen.document.language import Language
from guidegen.errors import Source
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf import lay_out
from guidegen.renderers.pdf.reading import parsed, read_by_libxml2
from tests.conftest import CHECKOUT, LANGUAGES
from tests.renderers.pdf.boxes_of import boxes
from tests.renderers.samples import everything

PLACE = Source("guide.pdf")
DRAWN = '<html lang="en"><title>t</title><p>x<svg viewBox="0 0 4 4"><linearGradient id="g"/></svg>'


def elements(root: Any) -> Iterator[tuple[Any, ...]]:
    """Yield what *root* holds, but the white space around the body and between its blocks, which is nowhere on paper."""
    outside = {one for around in (root, *root) for one in (around, *around)}
    for one in root.iter():
        text, tail = one.text or "", one.tail or ""
        yield one.tag, one.attrib, text.strip() if one in outside else text, tail.strip() if one in outside else tail


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_guide_is_read_alike_by_both(languages: dict[str, Language], code: str):
    page = render_html(everything(languages[code]), CHECKOUT)
    assert list(elements(parsed(page))) == list(elements(tinyhtml5.parse(page, namespace_html_elements=False)))


def test_signs_and_ends_that_are_left_out_are_read_alike():
    page = '<!DOCTYPE html><html lang="en"><title>a &amp; b</title><body><p>x&nbsp;&lt;y<br>z<p dir=rtl>\u0633\U0001f600'
    assert list(elements(parsed(page))) == list(elements(tinyhtml5.parse(page, namespace_html_elements=False)))


def test_a_drawing_inside_a_page_is_read_by_weasyprint_itself():
    with read_by_libxml2():
        tags = [one.tag for one in seam.HTML(string=DRAWN).etree_element.iter()]
    assert tags[-2:] == ["{http://www.w3.org/2000/svg}svg", "{http://www.w3.org/2000/svg}linearGradient"]


def test_other_pages_are_not(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tinyhtml5, "parse", None)
    assert lay_out('<html lang="en"><title>t</title><body><p>x', Source("guide.pdf")).page_count == 1


def test_a_page_that_names_no_body_has_its_words():
    layout = lay_out("<html lang=en><title>t</title><style>p { color: red }</style><main><p>Whole guide</p></main>", PLACE)
    assert [box.words for box in boxes(layout)] == ["Whole guide"]


def test_weasyprint_is_left_as_it_was():
    with suppress(ZeroDivisionError), read_by_libxml2():
        assert seam.tinyhtml5 is not tinyhtml5
        raise ZeroDivisionError
    assert seam.tinyhtml5 is tinyhtml5
