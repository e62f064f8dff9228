"""The shipped glossary: terms enough, each with a form in every language and an origin; catalogues keep to it by a rule."""

from __future__ import annotations

from guidegen.locales.glossary import read_glossary
from tests.conftest import CHECKOUT, LANGUAGES


def test_there_are_terms_enough_with_a_form_in_every_language_and_an_origin() -> None:
    terms = read_glossary(CHECKOUT)
    assert len(terms) >= 150
    for term in terms:
        assert {code for code, forms in term.forms.items() if forms} == {*LANGUAGES}, term.id
        assert term.origin in {"un-facts", "instrument", "unterm", "usage"}, term.id
