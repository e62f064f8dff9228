"""Plain text read back."""

from __future__ import annotations

import pytest

from guidegen.check.parity.text import read_text
from guidegen.document.language import Language
from tests.check.parity.conftest import Back
from tests.renderers.samples import everything


def test_points_and_references_are_not_told(back: Back, english: Language) -> None:
    read = back(everything(english), "text")
    assert read.points is read.references is None
    assert read.tables == [(3, 1, 3, 1, 3)]


TEXT = """title: 1. A title

# I. One

1. Words go on until
2. September, which begins a line.

+-- Focus
| 3. In a box.
| [4] A note of the box.
+--

[1] A note.
[2] Another that goes on and on
[…] with a pending value.
"""


def test_what_only_looks_like_a_label_is_none(english: Language) -> None:
    read = read_text(TEXT.encode(), english)
    assert read.headings == [(1, "I. One", None)]
    assert read.paragraphs == ["1."]
    assert read.notes == ["1", "2"]
    assert read.tables == []


def test_what_is_not_utf_8_is_told(english: Language) -> None:
    with pytest.raises(ValueError, match="utf-8"):
        read_text(b"\xff", english)
