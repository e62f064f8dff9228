"""Terms of the glossary in a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.errors import GuidegenError
from guidegen.preview.glossary import GLOSSARY, Term, read_glossary, terms_in
from guidegen.resources.project import Project
from tests.conftest import CHECKOUT, LANGUAGES

Write = Callable[[str, str | bytes], None]

TERMS = (
    Term({"en": "crime", "fr": "criminalité"}),
    Term({"en": "crime prevention", "fr": "prévention du crime"}),
    Term({"en": "child | minor", "fr": "enfant"}),
    Term({"en": "", "fr": "sans anglais"}),
)


def found(text: str) -> list[str]:
    return [term.forms["en"] for term in terms_in(text, TERMS, "en")]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Crime is old", ["crime"]),
        ("the crimes of old", ["crime"]),
        ("Crime  prevention", ["crime prevention"]),
        ("Crime prevention and crime", ["crime prevention", "crime"]),
        ("a minor, a child", ["child | minor"]),
        ("criminal minority", []),
        ("non-crime", []),
        ("a note[@crime, para. 3] and [](#crime.child)", []),
        ("", []),
    ],
)
def test_a_term_stands_in_a_text_as_whole_words_and_the_longest_counts(text: str, terms: list[str]) -> None:
    assert found(text) == terms


def test_the_shipped_glossary_has_its_forms_in_every_language() -> None:
    terms = read_glossary(CHECKOUT)
    assert len(terms) >= 150
    assert all(term.forms[code] for term in terms for code in LANGUAGES)


def test_a_project_without_glossary_has_no_terms(starter: Project) -> None:
    assert read_glossary(starter) == ()


def test_a_language_that_the_glossary_does_not_have_has_no_forms(starter: Project, write: Write) -> None:
    write(GLOSSARY, "id,en,note\ncrime,crime,only once\n")
    assert read_glossary(starter) == (Term({"en": "crime", "fr": ""}, "only once"),)


def test_a_row_that_ends_early_has_nothing_in_its_last_columns(starter: Project, write: Write) -> None:
    write(GLOSSARY, "id,en,fr,note\ncrime,crime\n")
    assert read_glossary(starter) == (Term({"en": "crime", "fr": ""}),)


def test_a_glossary_that_is_no_text_is_told(starter: Project, write: Write) -> None:
    write(GLOSSARY, b"id,en\n\xff")
    with pytest.raises(GuidegenError, match=r"locales/glossary\.csv:2:1: error: not UTF-8"):
        read_glossary(starter)
