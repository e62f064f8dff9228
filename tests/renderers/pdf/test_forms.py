"""Fields of a PDF: each with a look of its own, a name to read aloud and its place in the structure."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from guidegen.document.language import Language
from tests.conftest import LANGUAGES
from tests.renderers.pdf.structure_of import Node, pdf_of, structure_of
from tests.renderers.samples import everything


@pytest.fixture(scope="module", params=LANGUAGES)
def filled_in(request: pytest.FixtureRequest, languages: dict[str, Language]) -> tuple[pikepdf.Pdf, list[Any], Node]:
    """The PDF of a guide with a form, its fields and its structure."""
    pdf = pdf_of(everything(languages[request.param]))
    return pdf, list(pdf.Root.AcroForm.Fields), structure_of(pdf)


Filled = tuple[pikepdf.Pdf, list[Any], Node]


def test_marks_are_buttons_and_words_are_texts(filled_in: Filled) -> None:
    _, fields, _ = filled_in
    assert [str(one.FT) for one in fields] == ["/Btn", "/Tx", "/Btn", "/Tx"]


def test_every_field_has_a_name_of_its_own_and_words_to_read_aloud(filled_in: Filled) -> None:
    _, fields, _ = filled_in
    assert len({str(one.T) for one in fields}) == len(fields)
    assert all(" – " in str(one.TU) for one in fields)


def test_every_field_brings_its_look_and_none_is_left_to_the_reader(filled_in: Filled) -> None:
    pdf, fields, _ = filled_in
    assert "/NeedAppearances" not in pdf.Root.AcroForm
    for one in fields:
        look = one.AP.N
        assert look.get("/Type") == "/XObject" or {"/Yes", "/Off"} == set(look.keys())


def test_a_box_is_not_ticked(filled_in: Filled) -> None:
    _, fields, _ = filled_in
    assert {str(one.AS) for one in fields if one.FT == "/Btn"} == {"/Off"}


def test_every_field_stands_on_its_page_inside_it(filled_in: Filled) -> None:
    pdf, fields, _ = filled_in
    annotations = [one for page in pdf.pages for one in page.get("/Annots", []) if one.Subtype == "/Widget"]
    assert len(annotations) == len(fields)
    for one in fields:
        left, bottom, right, top = map(float, one.Rect)
        assert 0 < left < right < 596
        assert 0 < bottom < top < 843


def test_every_field_is_a_form_in_a_cell_of_the_structure(filled_in: Filled) -> None:
    _, fields, tree = filled_in
    forms = [kid for cell in tree.all("TD") for kid in cell.kids if kid.kind == "Form"]
    assert sum(len(form.annotations) for form in forms) == len(fields)
