"""The first page: masthead, session block, title, meeting, and the contents with computed entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidegen.document.tree import Contents, ContentsEntry, Field
from guidegen.renderers.docx.frame import Frame, bookmark_name
from guidegen.renderers.docx.ooxml import Element, mm, w
from guidegen.renderers.docx.paragraphs import paragraph
from guidegen.renderers.docx.runs import field, link, own_look, run, runs, text_run

BLOCK = ("distribution", "date", "version", "original")
LINES = (
    ("body", "session"), ("session", "session"), ("agenda_item", "session"), ("draft", "draft"), ("unreviewed", "draft"),
    ("title", "title"), ("theme", "theme"), ("meeting", "meeting"), ("meeting_place", "session"),
)  # fmt: skip
BLOCK_AT = 0.66
COLUMNS = {"paragraphs": 24.0, "page": 14.0}
THIN, THICK = 4, 18
RULES = {"meeting": ("top",), "meeting_place": ("bottom",), "draft": ("top", "left", "bottom", "right")}
RULES["unreviewed"] = RULES["draft"]
BOLD = ("body",)


def cover(frame: Frame) -> Iterator[Element]:
    """Yield the paragraphs of the first page, in reading order."""
    yield _masthead_line(frame)
    yield from _masthead_body(frame)
    for name, style in LINES:
        for line in frame.document.cover.named(name):
            look = replace(own_look(frame), bold=name in BOLD)
            yield paragraph(frame, style, runs(line.children, frame, look), extra=_borders(RULES.get(name, ())))
    if frame.document.contents:
        yield from contents(frame.document.contents, frame)
    for line in frame.document.cover.named("note"):
        yield paragraph(frame, "note", runs(line.children, frame))


def _masthead_line(frame: Frame) -> Element:
    """Return the line above the first rule: the United Nations, and the symbol at the other side."""
    named = frame.document.cover.named
    bold = replace(own_look(frame), bold=True)
    content = [*_lines(named("united_nations"), frame), _tab(frame)]
    for line in named("symbol"):
        content += runs(line.children, frame, bold)
    extra = [_tabs(("right", mm(frame.text_width()))), *_borders(("bottom",), THIN, 2)]
    return paragraph(frame, "masthead_name", content, extra=extra)


def _masthead_body(frame: Frame) -> Iterator[Element]:
    """Yield the organ with the block of distribution, date and languages beside it, above the thick rule."""
    named = frame.document.cover.named
    block = [line for name in BLOCK for line in named(name)]
    tabs = _tabs(("left", mm(frame.text_width() * BLOCK_AT)))
    plain_look = replace(own_look(frame), style="MastheadBlockText")
    first = [*_lines(named("organ"), frame), _tab(frame)]
    if block:
        first += runs(block[0].children, frame, plain_look)
    yield paragraph(frame, "masthead_organ", first, extra=[tabs])
    for line in block[1:]:
        yield paragraph(frame, "masthead_block", [_tab(frame), *runs(line.children, frame)], extra=[tabs])
    yield paragraph(frame, "masthead_block", (), extra=_borders(("bottom",), THICK, 1))


def contents(node: Contents, frame: Frame) -> Iterator[Element]:
    """Yield the contents: heading, column heads, and a line for each entry with its paragraphs and its page, as computed.

    There is no table-of-contents field around them: Word would make its own list of it, without the paragraphs. The pages are
    fields, so a person can bring them up to date.
    """
    yield paragraph(frame, "contents_title", runs(node.title, frame))
    heads: list[Element] = []
    for _, words in node.columns:
        heads += [_tab(frame), text_run(words, own_look(frame))]
    yield paragraph(frame, "contents_columns", heads, extra=[_columns(node, frame, "none")])
    for entry in node.entries:
        yield paragraph(frame, f"contents{min(entry.level, 3)}", _entry(entry, node, frame), extra=[_columns(node, frame, "dot")])


def _entry(entry: ContentsEntry, node: Contents, frame: Frame) -> Iterator[Element]:
    look = own_look(frame)
    label = [text_run(entry.label, look), _tab(frame) if entry.level == 1 else text_run(" ", look)] if entry.label else []
    yield link(entry.target, *label, *runs(entry.title, frame))
    for kind, _ in node.columns:
        yield _tab(frame)
        if kind == "paragraphs":
            yield text_run(entry.paragraphs, look)
        elif entry.target in frame.pages:
            yield from field(f"PAGEREF {bookmark_name(entry.target)} \\h", str(frame.pages[entry.target]), look)


def _columns(node: Contents, frame: Frame, leader: str) -> Element:
    """Return the tab stops of the columns, the last at the edge of the text; dots lead to the first."""
    stops: list[Element] = []
    position = frame.text_width()
    for kind, _ in reversed(node.columns):
        stops.insert(0, w("tab", val="right", pos=mm(position)))
        position -= COLUMNS[kind]
    stops[0] = w("tab", val="right", leader=leader, pos=stops[0].get(f"{{{stops[0].nsmap['w']}}}pos") or 0)
    return w("tabs", w("tab", val="left", pos=mm(frame.skin.page.tab)), *stops)


def _lines(fields: Iterable[Field], frame: Frame) -> Iterator[Element]:
    for line in fields:
        yield from runs(line.children, frame)


def _tab(frame: Frame) -> Element:
    return run(own_look(frame), w("tab"))


def _tabs(*stops: tuple[str, int]) -> Element:
    return w("tabs", *(w("tab", val=kind, pos=position) for kind, position in stops))


def _borders(sides: Iterable[str], size: int = THIN, space: int = 4) -> list[Element]:
    borders = [w(side, val="single", sz=size, space=space, color="000000") for side in sides]
    return [w("pBdr", *borders)] if borders else []
