"""Chinese pages: no line begins or ends with a sign that may not, signs of full width, no italics."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pytest

from guidegen.document.inlines import Emphasis
from guidegen.document.language import Language
from guidegen.renderers.pdf import Layout
from tests.builders import line, note, para, point
from tests.renderers.pdf.boxes_of import Box, boxes, glyphs, layout_of
from tests.renderers.samples import guide

NEVER_FIRST = "。，、；：！？）》〉”’】〕…·%"
NEVER_LAST = "（《〈“‘【〔"
HAN = "各国政府应当加强预防犯罪和刑事司法领域的合作并向大会提出报告"
ENDS = "（见“《公约》”），《北京规则》、《利雅得准则》；以及“‘青年’（15至24岁）”：共50%！为什么？"


@pytest.fixture(scope="module")
def layout(languages: dict[str, Language]) -> Layout:
    """Paragraphs whose signs come at every place of a line, with notes before the full stop and titles that are emphasized."""
    paragraphs = []
    for at in range(34):
        title = Emphasis(line("《条约汇编》"))
        words = ((HAN + HAN)[: 20 + at], ENDS, title, "、", title, note(f"n{at}", f"见{ENDS}"), "。", HAN, ENDS)
        paragraphs.append(para(f"p{at}", *words, points=(point(f"a{at}", HAN[: at % 9], ENDS, ENDS),)))
    return layout_of(guide(languages["zh"], *paragraphs))


def lines(layout: Layout) -> list[list[Box]]:
    """The boxes of each line from left to right, without labels and marks of notes."""
    by_place: dict[tuple[int, int], list[Box]] = {}
    for box in boxes(layout):
        if box.element.startswith(("p.paragraph", "li.point", "em.", "span.note")):
            by_place.setdefault((box.page, round(box.bottom - box.size / 2)), []).append(box)
    return [sorted(found, key=lambda box: box.left) for found in by_place.values()]


def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(layout: Layout) -> None:
    texts = ["".join(box.words for box in found).strip() for found in lines(layout)]
    assert len(texts) > 200
    assert [text for text in texts if text[0] in NEVER_FIRST] == []
    assert [text for text in texts if text[-1] in NEVER_LAST] == []


def test_the_mark_of_a_note_stands_on_the_line_of_the_word_before_it(layout: Layout) -> None:
    found = boxes(layout)
    calls = [(found[at - 1], box) for at, box in enumerate(found) if box.element.startswith("span::footnote-call")]
    assert len(calls) == 34
    assert all(abs(before.bottom - call.bottom) < before.size and before.right <= call.left + 0.5 for before, call in calls)


def test_signs_are_as_wide_as_characters(languages: dict[str, Language]) -> None:
    signs = "。，、；：！？（）《》“”"
    found = boxes(layout_of(guide(languages["zh"], para("p", signs), para("q", "国" * len(signs)))))
    widths = [box.right - box.left for box in found if box.element == "p.paragraph"]
    assert widths[0] == pytest.approx(widths[1], rel=0.01)


@pytest.fixture(scope="module")
def mixed(languages: dict[str, Language]) -> Layout:
    """Paragraphs with a Latin phrase at every place of the first line."""
    words = [para(f"p{at}", HAN[: 10 + at], "Interpol Europol", HAN * 3, f"{at}年", HAN) for at in range(12)]
    return layout_of(guide(languages["zh"], *words))


def test_the_only_space_of_a_line_is_not_stretched(mixed: Layout) -> None:
    drawn = glyphs(mixed.write(), mixed.pages["p0"])
    pairs = [(one, drawn[at + 1]) for at, one in enumerate(drawn[:-1])]
    gaps = [after.left - before.right for before, after in pairs if before.character + after.character == "lE"]
    assert len(gaps) > 6
    assert max(gaps) < 4


def test_the_lines_of_a_paragraph_end_at_one_place(mixed: Layout) -> None:
    found = [line for line in lines(mixed) if line[0].element == "p.paragraph"]
    ends = [line[-1].right for line, following in pairwise(found) if following[0].left < line[0].left + 1]
    assert len(ends) > 20
    assert max(ends) - min(ends) < 1


def test_nothing_is_in_italics(layout: Layout) -> None:
    with pikepdf.open(io.BytesIO(layout.write())) as pdf:
        names = [str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()]
    assert [name for name in names if "Italic" in name or "Oblique" in name] == []
