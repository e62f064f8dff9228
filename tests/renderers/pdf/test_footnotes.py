"""Every footnote that is called stands on a page, wherever its line breaks."""

from __future__ import annotations

import pytest
import weasyprint.layout.block as seam
from weasyprint import HTML

from guidegen.errors import RenderError, Source
from guidegen.renderers.pdf.footnotes import kept_footnotes
from guidegen.renderers.pdf.layout import lay_out

STYLE = """
@page { size: 200px 120px; margin: 0 } @page { @footnote { margin-top: 2px } }
html { font: 10px/12px 'Liberation Serif' } body, p { margin: 0 } p { orphans: 2; widows: 2 }
.note { float: footnote }
"""


def page(lines: int) -> str:
    """Return a page on which a paragraph ends that calls a note, and the next begins with two lines that call one each."""
    filling = "<br>".join(["x"] * lines)
    notes = [f'<span class="note" id="note-{number}">A note of its own {number}.</span>' for number in range(3)]
    text = f"<p>{filling}{notes[0]}</p><p>Two{notes[1]}<br>lines{notes[2]}<br>and<br>more</p>"
    return f'<html lang="en"><title>t</title><style>{STYLE}</style><body>{text}'


@pytest.mark.parametrize("lines", range(1, 10))
def test_every_note_stands_on_a_page(lines: int) -> None:
    pages = lay_out(page(lines), Source("guide.pdf")).pages
    assert {"note-0", "note-1", "note-2"} <= pages.keys()
    assert pages["note-0"] <= pages["note-1"] <= pages["note-2"]


def test_weasyprint_alone_forgets_one() -> None:
    """Where this fails, WeasyPrint keeps all notes by itself, and the seam can go."""
    anchors = [{name for sheet in HTML(string=page(lines)).render().pages for name in sheet.anchors} for lines in range(1, 10)]
    assert not all({"note-0", "note-1", "note-2"} <= found for found in anchors)


def test_a_note_on_no_page_is_told() -> None:
    hidden = page(1).replace("</style>", "#note-2 { display: none }</style>")
    with pytest.raises(RenderError) as error:
        lay_out(hidden, Source("guide.pdf"))
    assert [(finding.rule, finding.message) for finding in error.value.findings] == [
        ("pdf-note", 'the note "note-2" stands on no page')
    ]


def test_weasyprint_is_left_as_it_was() -> None:
    before = seam._linebox_layout
    with kept_footnotes():
        assert seam._linebox_layout is not before
    assert seam._linebox_layout is before
