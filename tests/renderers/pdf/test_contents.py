"""The pages in the contents: written into their lines once they are known, and nothing is laid out again for them."""

from __future__ import annotations

import pytest
import weasyprint.layout.page as seam

from guidegen.document.language import Language
from guidegen.errors import RenderError, Source
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf.layout import lay_out
from tests.conftest import CHECKOUT, LANGUAGES
from tests.renderers.pdf.boxes_of import boxes
from tests.renderers.samples import everything

PLACE = Source("guide.pdf")
COUNTED = "<style>.page::before { content: target-counter(attr(data-target url), page) }</style></head>"


def page(css: str, target: str) -> str:
    style = f'.page {{ display: block; width: 90px; text-align: end }} .page::before {{ content: "0" }} {css}'
    entry = f'<span class="page" data-target="{target}"></span>'
    return f'<html lang="en"><head><title>t</title><style>{style}</style></head>{entry}<p id="last">last'


@pytest.mark.parametrize("code", LANGUAGES)
def test_they_stand_where_weasyprint_would_count_them(languages: dict[str, Language], code: str):
    html = render_html(everything(languages[code]), CHECKOUT)
    assert boxes(lay_out(html, PLACE)) == boxes(lay_out(html.replace("</head>", COUNTED), PLACE))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_number_of_several_figures_ends_where_one_figure_ends(direction: str):
    before = "<br>" * 11
    css = f"html {{ direction: {direction} }} br {{ break-after: page; display: block }}"
    html = page(css, "#last").replace('<p id="last">', f'{before}<p id="last">')
    written, counted = lay_out(html, PLACE), lay_out(html.replace("</head>", COUNTED), PLACE)
    assert [box.words for box in boxes(written)] == ["12", "last"]
    assert boxes(written) == boxes(counted)


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
