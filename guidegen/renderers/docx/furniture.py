"""Running heads and feet: symbol outside, draft mark inside, page number outside; the first page has no head.

The watermark of a draft hangs in every head, that of the first page too.
"""

from __future__ import annotations

from collections.abc import Mapping

from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.ooxml import mm
from guidegen.renderers.docx.paragraphs import paragraph
from guidegen.renderers.docx.runs import field, run, runs, text_run
from guidegen.renderers.docx.watermark import watermark
from guidegen.renderers.docx.wordml import Xml, w, whole


def headers(frame: Frame) -> Mapping[str, bytes]:
    """Return ``w:hdr`` for each kind of page."""
    lines = frame.document.cover.named("symbol")
    draft = frame.document.meta.get("draft", "")
    symbols = [made for line in lines for made in runs(line.children, frame)]
    marks = [text_run(draft, frame.look)] if draft else []
    across = [watermark(frame, number) for number in range(3)]
    return {
        "default": whole("hdr", _two_sides(frame, "header", [*across[0], *marks], symbols)),
        "even": whole("hdr", _two_sides(frame, "header", [*across[1], *symbols], marks)),
        "first": whole("hdr", paragraph(frame, "header", across[2])),
    }


def footers(frame: Frame) -> Mapping[str, bytes]:
    """Return ``w:ftr`` for each kind of page; the first has the notes of the cover, the job number and the barcode."""
    look = frame.look
    rows = (("note", "cover_note"), ("job_number", "footer"), ("barcode", "footer"))
    lines = [(style, line) for name, style in rows for line in frame.document.cover.named(name)]
    first = [paragraph(frame, style, runs(line.children, frame)) for style, line in lines]
    return {
        "default": whole("ftr", _two_sides(frame, "footer", [], list(field("PAGE", "1", look)))),
        "even": whole("ftr", _two_sides(frame, "footer", list(field("PAGE", "1", look)), [])),
        "first": whole("ftr", *(first or [paragraph(frame, "footer", ())])),
    }


def _two_sides(frame: Frame, style: str, start: list[Xml], end: list[Xml]) -> Xml:
    """Return a line with something at each side; right-hand pages have the *end* outside, in both directions of writing."""
    tabs = w("tabs", w("tab", val="right", pos=mm(frame.text_width())))
    extra = [tabs]
    if style == "header":
        extra.append(w("pBdr", w("bottom", val="single", sz=4, space=2, color="000000")))
    return paragraph(frame, style, [*start, run(frame.look, w("tab")), *end], extra=extra)
