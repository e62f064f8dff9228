"""The pages in the contents: written into their lines once they are known, and nothing is laid out again for them."""

from __future__ import annotations

import pytest
import weasyprint.layout.page as seam

from guidegen.document.language import Language
from guidegen.errors import RenderError, Source
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf import layout as module
from guidegen.renderers.pdf.layout import Layout, lay_out
from tests.conftest import CHECKOUT, LANGUAGES
from tests.renderers.pdf.boxes_of import boxes
from tests.renderers.samples import everything

PLACE = Source("guide.pdf")
COUNTED = "<style>.page::before { content: target-counter(attr(data-target url), page) }</style></head>"


def page(css: str, target: str) -> str:
    style = f'.page {{ display: block; width: 90px; text-align: end }} .page::before {{ content: "0" }} {css}'
    entry = f'<span class="page" data-target="{target}"></span>'
    return f'<html lang="en"><head><title>t</title><style>{style}</style></head>{entry}<p id="last">last'


def counted(html: str) -> Layout:
    """Return the layout of *html* with the numbers that WeasyPrint counts itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "number_contents", lambda *_: {})
        return lay_out(html.replace("</head>", COUNTED), PLACE)


@pytest.mark.parametrize("code", LANGUAGES)
def test_they_stand_where_weasyprint_would_count_them(languages: dict[str, Language], code: str):
    html = render_html(everything(languages[code]), CHECKOUT)
    assert boxes(lay_out(html, PLACE)) == boxes(counted(html))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_number_of_several_figures_ends_where_one_figure_ends(direction: str):
    before = "<br>" * 11
    css = f"html {{ direction: {direction} }} br {{ break-after: page; display: block }}"
    html = page(css, "#last").replace('<p id="last">', f'{before}<p id="last">')
    written = boxes(lay_out(html, PLACE))
    assert [box.words for box in written] == ["12", "last"]
    assert written == boxes(counted(html))


def test_a_line_that_weasyprint_numbers_itself_is_left_to_it():
    css = '.page::before { content: "p. " target-counter(attr(data-target url), page) }'
    assert [box.words for box in boxes(lay_out(page(css, "#last"), PLACE))] == ["p. 1", "last"]


def test_other_words_beside_a_number_are_a_finding():
    with pytest.raises(RenderError, match='"last", which the contents name, has other words beside its page number'):
        lay_out(page('.page::after { content: "!" }', "#last"), PLACE)


def test_every_page_is_made_once(languages: dict[str, Language], monkeypatch: pytest.MonkeyPatch):
    made: list[int] = []
    make = seam.remake_page
    monkeypatch.setattr(seam, "remake_page", lambda index, *rest: made.append(index) or make(index, *rest))
    layout = lay_out(render_html(everything(languages["en"]), CHECKOUT), PLACE)
    assert made == [*range(layout.page_count)]


def test_a_heading_that_is_on_no_page_is_a_finding():
    with pytest.raises(RenderError) as error:
        lay_out(page("", "#nowhere"), PLACE)
    assert [(finding.rule, finding.message) for finding in error.value.findings] == [
        ("pdf", '"nowhere", which the contents name, stands on no page')
    ]
