"""Running heads and feet: symbol outside, draft mark inside, page number outside; the first page has no head.

The watermark of a draft hangs in every head, that of the first page too.
"""

from __future__ import annotations

from collections.abc import Mapping

from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.ooxml import Element, mm, w
from guidegen.renderers.docx.paragraphs import paragraph
from guidegen.renderers.docx.runs import field, own_look, run, runs, text_run
from guidegen.renderers.docx.watermark import watermark


def headers(frame: Frame) -> Mapping[str, Element]:
    """Return ``w:hdr`` for each kind of page."""
    lines = frame.document.cover.named("symbol")
    draft = frame.document.meta.get("draft", "")
    symbols = [[element for line in lines for element in runs(line.children, frame)] for _ in range(2)]
    marks = [[text_run(draft, own_look(frame))] if draft else [] for _ in range(2)]
    across = [watermark(frame, number) for number in range(3)]
    return {
        "default": w("hdr", _two_sides(frame, "header", [*across[0], *marks[0]], symbols[0])),
        "even": w("hdr", _two_sides(frame, "header", [*across[1], *symbols[1]], marks[1])),
        "first": w("hdr", paragraph(frame, "header", across[2])),
    }


def footers(frame: Frame) -> Mapping[str, Element]:
    """Return ``w:ftr`` for each kind of page; the first has the notes of the cover, the job number and the barcode."""
    look = own_look(frame)
    rows = (("note", "cover_note"), ("job_number", "footer"), ("barcode", "footer"))
    lines = [(style, line) for name, style in rows for line in frame.document.cover.named(name)]
    first = [paragraph(frame, style, runs(line.children, frame)) for style, line in lines]
    return {
        "default": w("ftr", _two_sides(frame, "footer", [], list(field("PAGE", "1", look)))),
        "even": w("ftr", _two_sides(frame, "footer", list(field("PAGE", "1", look)), [])),
        "first": w("ftr", *(first or [paragraph(frame, "footer", ())])),
    }


def _two_sides(frame: Frame, style: str, start: list[Element], end: list[Element]) -> Element:
    """Return a line with something at each side; right-hand pages have the *end* outside, in both directions of writing."""
    tabs = w("tabs", w("tab", val="right", pos=mm(frame.text_width())))
    extra = [tabs]
    if style == "header":
        extra.append(w("pBdr", w("bottom", val="single", sz=4, space=2, color="000000")))
    return paragraph(frame, style, [*start, run(own_look(frame), w("tab")), *end], extra=extra)
