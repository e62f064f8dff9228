"""The first page: masthead, session block, title, meeting, contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidegen.document.tree import Field
from guidegen.renderers.docx.contents import contents
from guidegen.renderers.docx.frame import Frame
from guidegen.renderers.docx.ooxml import mm, twips
from guidegen.renderers.docx.paragraphs import paragraph
from guidegen.renderers.docx.runs import run, runs
from guidegen.renderers.docx.wordml import Xml, w

BLOCK = ("distribution", "date", "version", "original")
LINES = (
    ("body", "session"), ("session", "session"), ("agenda_item", "session"), ("draft", "draft"), ("unreviewed", "draft"),
    ("title", "title"), ("theme", "theme"), ("meeting", "meeting"), ("meeting_place", "session"),
)  # fmt: skip
BLOCK_AT = 0.66
THIN, THICK, SPACE = 4, 18, 4
RULES = {"meeting": ("top",), "meeting_place": ("bottom",), "draft": ("top", "left", "bottom", "right")}
RULES["unreviewed"] = RULES["draft"]
BOLD = ("body",)


def cover(frame: Frame) -> Iterator[Xml]:
    """Yield the paragraphs of the first page, in reading order."""
    yield _masthead_line(frame)
    yield from _masthead_body(frame)
    for name, style in LINES:
        for line in frame.document.cover.named(name):
            look = replace(frame.look, bold=name in BOLD)
            yield paragraph(frame, style, runs(line.children, frame, look), extra=_frame(RULES.get(name, ())))
    if frame.document.contents:
        yield from contents(frame.document.contents, frame)


def _masthead_line(frame: Frame) -> Xml:
    """Return the line above the first rule: the United Nations, and the symbol at the other side."""
    named = frame.document.cover.named
    bold = replace(frame.look, bold=True)
    content = [*_lines(named("united_nations"), frame), _tab(frame)]
    for line in named("symbol"):
        content += runs(line.children, frame, bold)
    extra = [_tabs(("right", mm(frame.text_width()))), *_borders(("bottom",), THIN, 2)]
    return paragraph(frame, "masthead_name", content, extra=extra)


def _masthead_body(frame: Frame) -> Iterator[Xml]:
    """Yield the organ with the block of distribution, date and languages beside it, above the thick rule."""
    named = frame.document.cover.named
    block = [line for name in BLOCK for line in named(name)]
    at = ("left", mm(frame.text_width() * BLOCK_AT))
    plain_look = replace(frame.look, style="MastheadBlockText")
    first = [*_lines(named("organ"), frame), _tab(frame)]
    if block:
        first += runs(block[0].children, frame, plain_look)
    yield paragraph(frame, "masthead_organ", first, extra=[_tabs(at)])
    for line in block[1:]:
        yield paragraph(frame, "masthead_block", [_tab(frame), *runs(line.children, frame)], extra=[_tabs(at)])
    yield paragraph(frame, "masthead_block", (), extra=_borders(("bottom",), THICK, 1))


def _lines(fields: Iterable[Field], frame: Frame) -> Iterator[Xml]:
    for line in fields:
        yield from runs(line.children, frame)


def _tab(frame: Frame) -> Xml:
    return run(frame.look, w("tab"))


def _tabs(*stops: tuple[str, int]) -> Xml:
    return w("tabs", *(w("tab", val=kind, pos=position) for kind, position in stops))


def _frame(sides: tuple[str, ...]) -> list[Xml]:
    """Return the borders of a line; a whole frame stands inside the margins of the page, as Word hangs frames outside."""
    inside = [w("ind", left=twips(SPACE), right=twips(SPACE))] if len(sides) > 1 else []
    return [*_borders(sides), *inside]


def _borders(sides: Iterable[str], size: int = THIN, space: int = SPACE) -> list[Xml]:
    borders = [w(side, val="single", sz=size, space=space, color="000000") for side in sides]
    return [w("pBdr", *borders)] if borders else []
