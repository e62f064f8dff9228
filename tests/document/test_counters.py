from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.counters import LATIN, PREDEFINED, ROMAN, Counter, CounterStyle
from guidegen.document.language import Language
from tests.conftest import LANGUAGES

VALUES = {symbol: value for value, symbol in ROMAN.items()}
DEVANAGARI = CounterStyle("numeric", tuple("०१२३४५६७८९"), word="hindiNumbers")
DAYS = CounterStyle("fixed", ("one", "two", "three"), literal="words")
ordinals = st.integers(min_value=1, max_value=100_000)


def roman_value(number: str) -> int:
    """Read a roman number: two letters that make a weight together are read first."""
    total = 0
    while number:
        symbol = number[:2] if number[:2] in VALUES else number[:1]
        total += VALUES[symbol]
        number = number.removeprefix(symbol)
    return total


def alphabetic_value(number: str) -> int:
    value = 0
    for letter in number:
        value = value * len(LATIN) + LATIN.index(letter) + 1
    return value


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        ("decimal", {1: "1", 10: "10", 213: "213"}),
        ("lower-alpha", {1: "a", 26: "z", 27: "aa", 52: "az", 53: "ba", 702: "zz", 703: "aaa"}),
        ("upper-alpha", {1: "A", 28: "AB"}),
        ("lower-roman", {1: "i", 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 99: "xcix", 1994: "mcmxciv"}),
        ("upper-roman", {3: "III", 8: "VIII", 3999: "MMMCMXCIX"}),
    ],
)
def test_the_styles_of_css_count_as_css_says(style: str, numbers: dict[int, str]) -> None:
    assert {ordinal: PREDEFINED[style].number(ordinal) for ordinal in numbers} == numbers


@given(st.integers(1, 3999))
def test_a_roman_number_can_be_read_back(ordinal: int) -> None:
    assert roman_value(PREDEFINED["lower-roman"].number(ordinal)) == ordinal
    assert PREDEFINED["upper-roman"].number(ordinal) == PREDEFINED["lower-roman"].number(ordinal).upper()


@given(ordinals)
def test_letters_can_be_read_back(ordinal: int) -> None:
    assert alphabetic_value(PREDEFINED["lower-alpha"].number(ordinal)) == ordinal


@given(ordinals)
def test_other_digits_are_the_decimal_ones_one_for_one(ordinal: int) -> None:
    assert int(DEVANAGARI.number(ordinal)) == ordinal
    assert len(DEVANAGARI.number(ordinal)) == len(str(ordinal))


@pytest.mark.parametrize(("ordinal", "number"), [(1, "one"), (3, "three"), (4, "4"), (100, "100")])
def test_a_fixed_style_goes_on_in_digits_where_it_ends(ordinal: int, number: str) -> None:
    assert DAYS.number(ordinal) == number


@pytest.mark.parametrize("style", [*PREDEFINED.values(), DEVANAGARI, DAYS])
@pytest.mark.parametrize("ordinal", [0, -1])
def test_what_is_before_the_first_is_written_in_digits(style: CounterStyle, ordinal: int) -> None:
    assert style.number(ordinal) == str(ordinal)


def test_a_style_says_how_word_counts_or_why_it_is_text() -> None:
    assert all(style.word for style in PREDEFINED.values())


def test_a_label_is_a_number_with_its_marks() -> None:
    counter = Counter(PREDEFINED["lower-alpha"], "(", ")")
    assert (counter.number(2), counter.label(2)) == ("b", "(b)")


LABELS = {
    # chapter 3, section 2, paragraph 23, points (b) and (iii), notes 5 and b of a box
    "ar": ["ثالثاً-", "باء-", "23-", "(ب)", "‘3’", "(5)", "(ب)"],
    "zh": ["三.", "B.", "23.", "(b)", "(iii)", "5", "b"],
    "en": ["III.", "B.", "23.", "(b)", "(iii)", "5", "b"],
    "fr": ["III.", "B.", "23.", "b)", "iii)", "5", "b"],
    "ru": ["III.", "B.", "23.", "b)", "iii)", "5", "b"],
    "es": ["III.", "B.", "23.", "b)", "iii)", "5", "b"],
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_labels_as_the_united_nations_do(code: str, languages: dict[str, Language]) -> None:
    language = languages[code]
    numbering = language.numbering
    formats = (*numbering.headings[:2], numbering.paragraph, *numbering.points[:2], numbering.note, numbering.box_note)
    counters = [language.counter(one) for one in formats]
    assert [counter.label(ordinal) for counter, ordinal in zip(counters, (3, 2, 23, 2, 3, 5, 2), strict=True)] == LABELS[code]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_chapters_paragraphs_points_or_notes_have_one_label(code: str, languages: dict[str, Language]) -> None:
    language = languages[code]
    numbering = language.numbering
    for one in (*numbering.headings, numbering.paragraph, *numbering.points, numbering.note, numbering.box_note):
        labels = [language.counter(one).label(ordinal) for ordinal in range(1, 200)]
        assert len(set(labels)) == len(labels)


def test_arabic_chapters_are_ordinal_words_and_letters_stand_in_abjad_order(arabic: Language) -> None:
    words = [arabic.counter(arabic.numbering.headings[0]).number(ordinal) for ordinal in range(1, 12)]
    assert words == ["أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً", "حادي عشر"]
    letters = [arabic.counter(arabic.numbering.points[0]).number(ordinal) for ordinal in range(1, 11)]
    assert letters == ["أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي"]


def test_chinese_chapters_are_numbers_in_characters(languages: dict[str, Language]) -> None:
    chinese = languages["zh"]
    words = [chinese.counter(chinese.numbering.headings[0]).number(ordinal) for ordinal in (1, 2, 3, 10, 11, 20)]
    assert words == ["一", "二", "三", "十", "十一", "二十"]
