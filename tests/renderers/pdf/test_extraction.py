"""What is copied out of a PDF: every letter once, with its vowel sign."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pypdfium2
import pytest

from guidegen.document.language import Language
from guidegen.renderers.pdf.extraction import is_shared
from tests.builders import para
from tests.renderers.pdf.structure_of import pdf_of
from tests.renderers.samples import guide

WORDS = ("أُعدت", "سيُعقد", "حُدد", "يُطلب", "مُدّة", "أولاً", "الإقليمية", "التحضيرية")


@pytest.mark.parametrize("word", WORDS)
def test_a_word_with_vowel_signs_is_copied_whole(arabic: Language, word: str) -> None:
    data = BytesIO()
    pdf_of(guide(arabic, para("p", word))).save(data)
    with pypdfium2.PdfDocument(data.getvalue()) as pdf:
        text = unicodedata.normalize("NFC", pdf[1].get_textpage().get_text_range())
    assert letters(word) in letters(text)
    assert set(signs(word)) <= set(signs(text))


def letters(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one) == "Lo")


def signs(text: str) -> list[str]:
    return [one for one in text if unicodedata.category(one) == "Mn"]


def test_letters_without_marks_are_left_as_they_are() -> None:
    assert not is_shared("لا")
    assert is_shared("")
    assert is_shared("أُ")
