from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.counters import PREDEFINED, CounterFormat, CounterStyle
from guidegen.document.language import Language

OWN = CounterStyle("fixed", ("first", "second"), literal="words")


def test_a_counter_is_a_format_with_its_style(english: Language) -> None:
    counter = english.counter(CounterFormat("upper-roman", suffix="."))
    assert (counter.style, counter.label(3)) == (PREDEFINED["upper-roman"], "III.")


def test_a_style_of_the_language_wins_over_that_of_css(english: Language) -> None:
    language = replace(english, counter_styles={"decimal": OWN})
    assert language.counter(CounterFormat("decimal")).number(2) == "second"


def test_a_style_that_nobody_has_is_an_error(english: Language) -> None:
    with pytest.raises(KeyError, match="hebrew"):
        english.counter(CounterFormat("hebrew"))


@pytest.mark.parametrize(("number", "written"), [(2010, "٢٠١٠"), ("35-47", "٣٥-٤٧"), ("II", "II"), (0, "٠")])
def test_a_number_has_the_digits_of_the_language(arabic: Language, number: int | str, written: str) -> None:
    assert replace(arabic, digits="٠١٢٣٤٥٦٧٨٩").number(number) == written


@given(number=st.integers())
def test_european_digits_stay_as_they_are(languages: dict[str, Language], number: int) -> None:
    assert languages["en"].number(number) == str(number)
