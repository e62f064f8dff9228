from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.errors import Finding, GuidegenError, RenderError, Severity, Source, did_you_mean, has_errors

HERE = Source("content/topics/youth.md", 12, 3)
ERROR = Finding(HERE, "unknown-key", 'unknown key "txt"', 'did you mean "text"?')
WARNING = Finding(HERE, "style", "a long sentence", severity=Severity.WARNING)

paths = st.text(st.characters(codec="utf-8", exclude_characters=":"), min_size=1)
numbers = st.integers(min_value=1)
sources = st.one_of(paths.map(Source), st.builds(Source, paths, numbers), st.builds(Source, paths, numbers, numbers))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (Source("a.md"), "a.md"),
        (Source("a.md", 12), "a.md:12"),
        (Source("a.md", 12, 3), "a.md:12:3"),
        (Source("a.md", 0, 3), "a.md"),
    ],
)
def test_a_place_prints_as_compilers_print_it(source: Source, text: str) -> None:
    assert str(source) == text


@given(sources)
def test_a_printed_place_is_read_back(source: Source) -> None:
    assert Source.parse(str(source)) == source


def test_a_place_with_words_for_a_line_is_refused() -> None:
    with pytest.raises(ValueError, match="twelve"):
        Source.parse("a.md:twelve")


def test_places_sort_by_file_line_and_column() -> None:
    places = [Source("a", 1), Source("a", 2, 1), Source("a", 2, 10), Source("a", 10), Source("b")]
    assert sorted([*places[3:], *places[:3]]) == places


def test_a_finding_is_one_line_with_its_hint_and_rule() -> None:
    place = "content/topics/youth.md:12:3"
    assert str(ERROR) == f'{place}: error: unknown key "txt" (did you mean "text"?) [unknown-key]'
    assert str(WARNING) == f"{place}: warning: a long sentence [style]"


def test_an_error_carries_its_findings_and_prints_them_one_a_line() -> None:
    error = GuidegenError(finding for finding in (ERROR, WARNING))
    assert error.findings == (ERROR, WARNING)
    assert str(error) == f"{ERROR}\n{WARNING}"


@pytest.mark.parametrize("kind", [GuidegenError, RenderError])
def test_an_error_keeps_its_findings_on_the_way_to_another_process(kind: type[GuidegenError]) -> None:
    copy = pickle.loads(pickle.dumps(kind([ERROR, WARNING])))
    assert type(copy) is kind
    assert copy.findings == (ERROR, WARNING)


def test_a_warning_is_no_error() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])
    assert not has_errors([])


@pytest.mark.parametrize(
    ("word", "hint"), [("txt", 'did you mean "text"?'), ("titel", 'did you mean "title"?'), ("zzz", ""), ("", "")]
)
def test_the_nearest_known_name_is_proposed_and_none_that_is_far(word: str, hint: str) -> None:
    assert did_you_mean(word, ["title", "text", "numbers"]) == hint


def test_nothing_is_proposed_where_nothing_is_known() -> None:
    assert did_you_mean("title", []) == ""
