"""How lines are justified: between wide characters, between words, and never beyond measure."""

from __future__ import annotations

from itertools import pairwise

import pytest
import weasyprint.layout.inline as seam

from guidegen.errors import Source
from guidegen.renderers.pdf import Layout, lay_out
from guidegen.renderers.pdf.justification import justified
from tests.renderers.pdf.boxes_of import boxes

CSS = "@page { size: 200px 400px; margin: 0 } body, p { margin: 0 } p { text-align: justify; font: 20px 'Noto Serif CJK SC' }"


def laid_out(text: str) -> Layout:
    return lay_out(f'<html lang="zh"><title>t</title><style>{CSS}</style><p>{text}</p>', Source("test"))


def widths(text: str) -> list[float]:
    return [round(box.right - box.left, 1) for box in boxes(laid_out(text))]


def test_a_line_of_wide_characters_is_filled() -> None:
    assert widths("国国国国国国国国国1" * 2)[0] == pytest.approx(150, abs=2)


def test_characters_of_a_line_in_several_parts_are_spread_alike() -> None:
    parts = [box for box in boxes(laid_out("国国国国<b>国国</b>国国1，国国国国国国国")) if box.top < 10]
    assert parts[-1].right == pytest.approx(150, abs=1.5)
    assert all(after.left == pytest.approx(before.right, abs=0.1) for before, after in pairwise(parts))


def test_a_line_that_lacks_too_much_is_left_as_it_is() -> None:
    assert widths("国国国国<span style='white-space: nowrap'>abcdefghijklmnopqrst</span>")[0] == pytest.approx(60, abs=0.5)


def test_words_are_justified_at_their_spaces() -> None:
    first = boxes(laid_out("One two three four five six seven"))[0]
    assert first.right - first.left == pytest.approx(150, abs=3)


def test_weasyprint_is_left_as_it_was() -> None:
    before = seam.justify_line
    with justified():
        assert seam.justify_line is not before
    assert seam.justify_line is before
