"""Reading the glossary."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.errors import GuidegenError
from guidegen.locales.glossary import PATH, read_glossary
from guidegen.resources.project import Project

HEADER = "id,en,fr,origin\n"


def test_a_term_has_its_forms_by_language_the_preferred_one_first(starter: Project, write: Callable[[str, str], None]) -> None:
    write(PATH, f'{HEADER}organized-crime,organized crime,"criminalité organisée | crime, organisé",unterm\n')
    (term,) = read_glossary(starter)
    assert (term.id, term.origin, str(term.source)) == ("organized-crime", "unterm", f"{PATH}:2")
    assert term.forms == {"en": ("organized crime",), "fr": ("criminalité organisée", "crime, organisé")}


def test_a_language_without_a_column_or_a_form_has_no_forms(starter: Project, write: Callable[[str, str], None]) -> None:
    write(PATH, "id,en\ncrime,crime\n")
    assert read_glossary(starter)[0].forms == {"en": ("crime",), "fr": ()}


def test_a_project_without_a_glossary_has_no_terms(starter: Project) -> None:
    assert read_glossary(starter) == ()


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("name,en\n", ":1", 'one of them "id"'),
        (f"{HEADER}a,b,c\n", ":2", "3 cells"),
        (f"{HEADER}a,b,c,d\na,b,c,d\n", ":3", "here and in line 2"),
        (f'{HEADER}a,"b"x,c,d\n', ":2", "not a valid table"),
    ],
)
def test_a_broken_glossary_is_told_with_its_line(
    starter: Project, write: Callable[[str, str], None], text: str, place: str, words: str
) -> None:
    write(PATH, text)
    with pytest.raises(GuidegenError) as caught:
        read_glossary(starter)
    (finding,) = caught.value.findings
    assert str(finding.source) == PATH + place
    assert words in finding.message
