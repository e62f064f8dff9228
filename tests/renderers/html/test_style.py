"""The style sheet: the skin's data and the language's fonts as CSS."""

from __future__ import annotations

import re

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.language import Language
from guidegen.document.tree import Contents, Cover, Field
from guidegen.renderers.html.style import COLUMN_WIDTHS, WORD_JOINER, css_string, paged_style_sheet, style_sheet
from guidegen.templates.skin import read_skin
from tests.builders import document, line, para, section
from tests.conftest import CHECKOUT, LANGUAGES

SKIN = read_skin(CHECKOUT)


def sheet(language: Language, **given: object) -> str:
    return style_sheet(document(language, section("s", para("p", "x")), **given), SKIN, "/* the layout */")


def paged(language: Language) -> str:
    return paged_style_sheet(document(language, section("s", para("p", "x"))), SKIN, "/* the paper */")


def rule(css: str, selector: str) -> str:
    """Return the declarations of the first rule for *selector*."""
    found = re.search(rf"^{re.escape(selector)} \{{(.*)\}}$", css, re.MULTILINE)
    assert found is not None, selector
    return found[1].strip()


@given(st.text(st.characters(exclude_characters="\0")))
def test_any_text_is_one_css_string(text: str):
    tokens = tinycss2.parse_component_value_list(css_string(text))
    assert [(token.type, token.value) for token in tokens] == [("string", text)]


@given(st.text())
def test_no_text_ends_the_style_element(text: str):
    assert "<" not in css_string(text)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_whole_style_sheet_is_css(languages: dict[str, Language], code: str):
    for css in (sheet(languages[code]), paged(languages[code])):
        rules = tinycss2.parse_stylesheet(css, skip_whitespace=True, skip_comments=True)
        assert [one.message for one in rules if one.type == "error"] == []


def test_the_layout_of_the_skin_comes_last(english: Language):
    assert sheet(english).endswith("\n/* the layout */")
    assert paged(english).endswith("\n/* the paper */")


def test_footnotes_stand_as_far_in_as_the_text(english: Language):
    indent = f"{SKIN.page.indent:g}mm"
    assert rule(paged(english), "@page") == f"@footnote {{ margin-left: {indent}; margin-right: {indent} }}"


@pytest.mark.parametrize(("code", "joined"), [("zh", True), ("en", False), ("ar", False)])
def test_a_note_mark_is_joined_to_its_word_where_lines_break_anywhere(languages: dict[str, Language], code: str, joined: bool):
    assert (f'content: "{WORD_JOINER}" attr(data-mark)' in paged(languages[code])) is joined


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_pages_have_the_direction_of_the_language(languages: dict[str, Language], code: str, direction: str):
    """WeasyPrint's pages do not inherit it from the root element."""
    assert f"direction: {direction}" in rule(sheet(languages[code]), "@page")


def test_pages_have_the_size_of_the_skin(english: Language):
    assert "size: 210mm 297mm; margin: 30mm 21mm 27mm" in rule(sheet(english), "@page")


def test_the_symbol_stands_outside_and_the_draft_mark_inside(english: Language):
    assert '@top-right { content: "‎A/1‎" } @top-left { content: "Draft" }' in rule(sheet(english), "@page :right")
    assert '@top-left { content: "‎A/1‎" } @top-right { content: "Draft" }' in rule(sheet(english), "@page :left")


def test_a_hostile_symbol_stays_a_string(english: Language):
    cover = Cover((Field("symbol", line('A/1" } html { display: none } </style>')),))
    css = sheet(english, cover=cover)
    assert "</style>" not in css
    assert "A/1\\22  } html" in css


def test_the_first_page_has_no_head_and_no_number(english: Language):
    first = rule(sheet(english), "@page :first")
    assert first.count("content: none") == 4


@pytest.mark.parametrize(
    ("code", "families"), [("en", '"Liberation Serif", serif'), ("ar", '"Amiri", "Liberation Serif", serif')]
)
def test_fonts_are_the_languages_own(languages: dict[str, Language], code: str, families: str):
    assert rule(sheet(languages[code]), "html") == f"font-family: {families}"


def test_latin_phrases_in_a_right_to_left_guide_are_set_in_latin_letters_of_the_same_height(arabic: Language):
    phrase = rule(sheet(arabic), "[dir=ltr]")
    assert phrase.startswith('font-family: "Liberation Serif", "Amiri"')
    assert f"font-size: {1 / arabic.fonts.size:.3f}em" in phrase


@pytest.mark.parametrize(("code", "style"), [("en", "italic"), ("ar", "normal"), ("zh", "normal")])
def test_emphasis_is_italic_where_the_language_has_italics(languages: dict[str, Language], code: str, style: str):
    assert rule(sheet(languages[code]), "em") == f"font-style: {style}"


@pytest.mark.parametrize("name", SKIN.styles)
def test_every_style_of_the_skin_is_a_class_with_an_exact_line(arabic: Language, name: str):
    declared = rule(sheet(arabic), f".{name}")
    style = SKIN.styles[name]
    assert declared.startswith(f"font-size: {style.size_in(arabic)}pt; line-height: {style.line_in(arabic)}pt; ")


def test_styles_say_where_pages_break(english: Language):
    assert "break-before: page" in rule(sheet(english), ".heading1")
    assert "break-after: avoid" in rule(sheet(english), ".heading2")


def test_the_contents_leave_room_for_the_columns_they_have(english: Language):
    both = Contents(line("Contents"), (("paragraphs", "Paragraphs"), ("page", "Page")))
    one = Contents(line("Contents"), (("page", "Page"),))
    assert f"--columns: {sum(COLUMN_WIDTHS.values())}mm" in sheet(english, contents=both)
    assert f"--columns: {COLUMN_WIDTHS['page']}mm" in sheet(english, contents=one)
    assert "--columns: 0mm" in sheet(english, contents=None)
