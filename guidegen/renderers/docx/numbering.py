"""The numbering part: Word counts what it has a format for, in the language's formats and from the same numbers."""

from __future__ import annotations

from collections.abc import Iterator

from guidegen.document.counters import CounterFormat
from guidegen.document.tree import Block, Section
from guidegen.renderers.docx.frame import HEADING_LIST, TEXT_LIST, Frame
from guidegen.renderers.docx.ooxml import mm
from guidegen.renderers.docx.reference import indentation
from guidegen.renderers.docx.wordml import Xml, ordered, w, whole

TEXT, HEADINGS, BOXES = 1, 2, 3
STYLES = {
    TEXT: ("paragraph", "point1", "point2", "point3"),
    HEADINGS: ("heading1", "heading2", "heading3", "heading4"),
    BOXES: ("box_point1", "box_point2"),
}


def numbering(frame: Frame) -> bytes:
    """Return ``w:numbering``: one multilevel list for paragraphs and points, one for headings, one for the points of boxes."""
    formats = frame.language.numbering
    definitions = {TEXT: (formats.paragraph, *formats.points), HEADINGS: formats.headings, BOXES: formats.points}
    abstract = [_abstract(kind, counters, frame) for kind, counters in definitions.items()]
    lists = [
        w("num", w("abstractNumId", val=TEXT), numId=TEXT_LIST),
        w("num", w("abstractNumId", val=HEADINGS), numId=HEADING_LIST),
    ]
    return whole("numbering", *abstract, *lists, *_restarts(frame))


def _abstract(kind: int, counters: tuple[CounterFormat, ...], frame: Frame) -> Xml:
    pairs = list(zip(STYLES[kind], counters, strict=False))
    levels = (_level(level, style, counter, frame) for level, (style, counter) in enumerate(pairs))
    return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=kind)


def _level(level: int, style: str, counter: CounterFormat, frame: Frame) -> Xml:
    """Return the definition of one level. Its justification is that of the page: right begins a right-to-left line (17.9.7)."""
    number_format = frame.language.counter(counter).style.word or "none"
    label = f"{counter.prefix}%{level + 1}{counter.suffix}" if number_format != "none" else ""
    tab = w("tabs", w("tab", val="num", pos=_tab_position(style, frame)))
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=number_format),
        w("suff", val="tab"),
        w("lvlText", val=label),
        w("lvlJc", val="right" if frame.right_to_left else "left"),
        ordered("pPr", ("tabs", "ind"), [tab, indentation(style, frame.skin.styles[style], frame.skin)]),
        w("rPr", w("rtl")) if frame.right_to_left else None,
        ilvl=level,
    )


def _tab_position(style: str, frame: Frame) -> float:
    """Return where the text begins behind the label: at the paragraph's start, or a tab further where the label does not hang."""
    page, look = frame.skin.page, frame.skin.styles[style]
    edge = 0.0 if look.wide or style.startswith("box") else page.indent
    return mm(edge + look.indent * page.tab + (0 if look.hanging else page.tab))


def _restarts(frame: Frame) -> Iterator[Xml]:
    """Yield a list for each place where counting begins anew: the headings of an item, the points of a box."""
    sections = {node.id: node for node in _sections(frame.document.children)}
    for identifier, number in frame.lists.items():
        kind, level = (HEADINGS, _inner_level(sections[identifier])) if identifier in sections else (BOXES, 0)
        override = w("lvlOverride", w("startOverride", val=1), ilvl=level)
        yield w("num", w("abstractNumId", val=kind), override, numId=number)


def _sections(blocks: tuple[Block, ...]) -> Iterator[Section]:
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from _sections(block.children)


def _inner_level(section: Section) -> int:
    counted = [child for child in section.children if isinstance(child, Section) and child.numbering_level]
    return counted[0].numbering_level - 1 if counted else 0
