"""HTML read back."""

from __future__ import annotations

import pytest

from guidegen.check.parity.html import read_html
from guidegen.document.language import Language
from tests.check.parity.conftest import Back, Written
from tests.renderers.samples import everything


def test_labels_are_read_as_they_are_printed(back: Back, arabic: Language) -> None:
    read = back(everything(arabic), "html")
    assert read.paragraphs == ["1-", "2-", "3-", "4-"]
    assert read.points == [(1, "(أ)"), (2, "‘1’"), (1, "(ب)")]
    assert read.headings[0][1].startswith("أولاً- Chapter")


def test_boxes_and_contents_are_left_out(back: Back, english: Language) -> None:
    read = back(everything(english), "html")
    assert len(read.headings) == 5
    assert "a" not in read.notes


def test_a_number_that_was_changed_is_read(written: Written, english: Language) -> None:
    data = written(everything(english), "html").replace(b'<span class="label">2. </span>', b'<span class="label">7. </span>')
    assert read_html(data, english).paragraphs == ["1.", "7.", "3.", "4."]


def test_what_is_no_page_is_told(english: Language) -> None:
    with pytest.raises(ValueError, match="empty"):
        read_html(b"", english)
