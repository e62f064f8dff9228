"""Labels become ordinals by the conventions of their language, and shapes agree between languages and formats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.check.parity.compare import READERS
from guidegen.check.parity.shape import Readback, note_label, paragraph_label, shape
from guidegen.document.language import Language
from tests.check.parity.conftest import Shapes
from tests.conftest import LANGUAGES
from tests.renderers.samples import everything

EVERYTHING = {
    "headings": ((1, 1), (2, 1), (1, 3), (2, 1), (1, 0)),
    "paragraphs": (1, 2, 3, 4),
    "points": ((1, 1), (2, 1), (1, 2)),
    "notes": (1, 2, 3, 4),
    "tables": ((3, 1, 3, 1, 3),),
}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_guide_has_one_shape_in_every_language_and_format(
    shapes: Shapes, languages: dict[str, Language], code: str, name: str
) -> None:
    found = shapes(everything(languages[code]), name)
    told = {aspect: found[aspect] for aspect in EVERYTHING if aspect in found}
    assert told == {aspect: EVERYTHING[aspect] for aspect in told}
    assert told.keys() >= {"headings", "paragraphs", "notes", "tables"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_references_are_printed_alike_in_every_format(shapes: Shapes, languages: dict[str, Language], code: str) -> None:
    found = [shapes(everything(languages[code]), name) for name in READERS if name != "text"]
    assert len({one["printed"] for one in found}) == 1
    assert len(found[0]["printed"]) == 3
    assert len({one["targets"] for one in found}) == 2, "those of Akoma Ntoso have names of their own"


@pytest.mark.parametrize("code", LANGUAGES)
@given(number=st.integers(1, 400))
def test_every_label_is_read_as_its_number(languages: dict[str, Language], code: str, number: int) -> None:
    language = languages[code]
    labels = language.counter(language.numbering.paragraph).label(number), language.counter(language.numbering.note).label(number)
    read = Readback(paragraphs=[labels[0]], notes=[labels[1]], headings=[])
    told = shape(read, language)
    assert (told["paragraphs"], told["notes"]) == ((number,), (number,))


@pytest.mark.parametrize("code", LANGUAGES)
def test_headings_are_read_one_after_the_other(languages: dict[str, Language], code: str) -> None:
    """I. is the first of one counter and the ninth of another: what comes before tells."""
    language = languages[code]
    counters = [language.counter(counter) for counter in language.numbering.headings[:2]]
    rows = [
        (level, f"{counter.label(number)} Word", None) for level, counter in enumerate(counters, 1) for number in range(1, 13)
    ]
    assert shape(Readback(headings=rows), language)["headings"] == tuple((level, n) for level in (1, 2) for n in range(1, 13))


def test_a_number_that_the_format_counted_is_believed(english: Language) -> None:
    assert shape(Readback(headings=[(1, "Words", 7)], paragraphs=[23]), english)["headings"] == ((1, 7),)


def test_a_heading_that_is_not_counted_has_the_number_in_its_first_words(english: Language) -> None:
    rows = [(2, "Agenda item 3. Youth", None), (2, "Annex. What happened in 2005", None)]
    assert shape(Readback(headings=rows), english)["headings"] == ((2, 3), (2, 0))


def test_a_label_that_is_none_stays_and_differs(english: Language) -> None:
    assert shape(Readback(paragraphs=["23)"], notes=["*"]), english)["paragraphs"] == ("23)",)


def test_signs_of_right_to_left_labels_may_stand_on_either_side(arabic: Language) -> None:
    told = shape(Readback(paragraphs=["-12", "12-"], notes=[")3(", "(3)"]), arabic)
    assert (told["paragraphs"], told["notes"]) == ((12, 12), (3, 3))


def test_what_a_format_does_not_tell_is_no_aspect(english: Language) -> None:
    assert shape(Readback(points=None, references=None), english).keys() == {"headings", "paragraphs", "notes", "tables"}


def test_labels_are_told_from_other_words(english: Language) -> None:
    assert paragraph_label("23. Words", english) == "23."
    assert paragraph_label("1950.[2] Words", english) is None
    assert note_label("12", english) == "12"
    assert note_label("a", english) is None
