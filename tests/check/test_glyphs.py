"""Characters without a glyph are told with the place of their text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guidegen.check.glyphs import glyph_findings
from guidegen.document.inlines import Emphasis, Foreign
from guidegen.document.language import FontFamily, Language
from guidegen.passes import run_passes
from tests.builders import HERE, document, line, note, para, section
from tests.conftest import LANGUAGES
from tests.renderers.samples import everything, guide


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_guide_with_everything_can_be_printed_in_its_fonts(languages: dict[str, Language], code: str) -> None:
    assert list(glyph_findings(everything(languages[code]))) == []


def test_a_character_without_a_glyph_is_told_with_the_place_of_its_text(english: Language) -> None:
    (finding,) = glyph_findings(guide(english, para("p", "The word ሀ and the word 预")))
    assert (finding.source, finding.rule) == (HERE, "glyph")
    assert finding.message == "no font of this language has a glyph for ሀ (U+1200), 预 (U+9884)"
    assert "Liberation Serif" in finding.hint


def test_notes_emphasis_and_words_of_other_languages_are_looked_at_too(english: Language) -> None:
    words = (note("n", "ሀ"), Emphasis(line("ሁ")), Foreign(line("ሂ"), "am", "ltr"))
    found = [finding.message[-10:] for finding in glyph_findings(guide(english, para("p", *words)))]
    assert found == ["ሀ (U+1200)", "ሁ (U+1201)", "ሂ (U+1202)"]


def test_a_label_is_looked_at_too(english: Language) -> None:
    odd = section("s", para("p", "x"), counting="given", number="ሀ", label="ሀ.")
    assert len(list(glyph_findings(run_passes(document(english, odd, contents=None))))) == 1


def test_what_is_not_to_be_seen_needs_no_glyph(english: Language) -> None:
    assert list(glyph_findings(guide(english, para("p", "a\u200e\u200d\u2060\u00a0\u202fb")))) == []


def test_nothing_is_said_of_glyphs_while_a_font_is_missing(english: Language) -> None:
    fonts = replace(english.fonts, pdf=(FontFamily("No Such Family", "fonts-no-such-family"),))
    assert list(glyph_findings(guide(replace(english, fonts=fonts), para("p", "ሀ")))) == []
