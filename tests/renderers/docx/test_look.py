"""The properties of runs."""

from __future__ import annotations

import pytest

from guidegen.document.language import Language
from guidegen.renderers.docx.look import Look, look_of
from guidegen.renderers.docx.ooxml import RUN_ORDER
from tests.renderers.docx.parts import names, read

FULL = Look("en-GB", bold=True, italic=True, style="Untranslated", raised=True, right_to_left=True, face="MS Gothic")


def test_a_bold_or_italic_run_is_so_in_complex_scripts_too():
    assert names(read(Look("en-GB", bold=True, italic=True).properties())) == ["b", "bCs", "i", "iCs", "lang"]


def test_a_run_of_no_language_is_not_proofread():
    assert names(read(Look("").properties())) == ["noProof"]


def test_the_properties_are_in_the_order_of_the_schema():
    found = names(read(FULL.properties()))
    assert found == ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "vertAlign", "rtl", "lang"]
    assert found == sorted(found, key=RUN_ORDER.index)


def test_a_raised_look_is_the_same_but_raised():
    assert names(read(Look("en-GB", italic=True).lifted().properties())) == ["i", "iCs", "vertAlign", "lang"]


@pytest.mark.parametrize(
    ("code", "look"),
    [
        ("en", Look("en-GB")),
        ("ar", Look("ar-SA", "bidi", right_to_left=True)),
        ("zh", Look("zh-CN", "eastAsia")),
    ],
)
def test_plain_text_has_the_language_and_the_direction_of_the_guide(languages: dict[str, Language], code: str, look: Look):
    made = look_of(languages[code])
    assert (made.language, made.slot, made.right_to_left) == (look.language, look.slot, look.right_to_left)
