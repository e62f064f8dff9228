"""The language's faces, sizes and tags in the styles of the reference document."""

from __future__ import annotations

import copy

import pytest
from lxml import etree

from guidegen.document.language import Language
from guidegen.renderers.docx.ooxml import Element
from guidegen.renderers.docx.reference import reference_document, style_id, word_names
from guidegen.renderers.docx.styles import language_slots, points_of, restore_ids, set_language
from tests.conftest import LANGUAGES
from tests.renderers.docx.parts import SKIN, child, out_of_order, parts_of, value, w

REFERENCE = parts_of(reference_document(SKIN))["styles.xml"]


def styles(language: Language) -> Element:
    """Return the styles of the reference document, set for *language*."""
    made = copy.deepcopy(REFERENCE)
    set_language(made, language)
    return made


def style(root: Element, name: str) -> Element:
    (found,) = (one for one in root.iter(w("style")) if one.get(w("styleId")) == style_id(name))
    return found


def attributes(element: Element) -> dict[str, str]:
    return {etree.QName(name).localname: str(given) for name, given in element.attrib.items()}


@pytest.mark.parametrize(
    ("code", "fonts"),
    [
        ("en", ("Times New Roman", "SimSun", "Times New Roman")),
        ("zh", ("Times New Roman", "SimSun", "Times New Roman")),
        ("ar", ("Times New Roman", "SimSun", "Traditional Arabic")),
    ],
)
def test_faces_are_ones_that_word_has_by_slot(languages: dict[str, Language], code: str, fonts: tuple[str, str, str]):
    latin, east_asian, complex_script = fonts
    found = child(styles(languages[code]), "docDefaults/rPrDefault/rPr/rFonts")
    assert attributes(found) == {"ascii": latin, "hAnsi": latin, "eastAsia": east_asian, "cs": complex_script}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_default_language_is_that_of_the_guide(languages: dict[str, Language], code: str):
    word = languages[code].word
    found = attributes(child(styles(languages[code]), "docDefaults/rPrDefault/rPr/lang"))
    assert found == language_slots(languages[code])
    assert word.tag in found.values()


@pytest.mark.parametrize(("code", "slot"), [("en", "val"), ("ru", "val"), ("zh", "eastAsia"), ("ar", "bidi")])
def test_the_tag_of_a_language_stands_in_the_slot_of_its_script(languages: dict[str, Language], code: str, slot: str):
    assert language_slots(languages[code])[slot] == languages[code].word.tag


def test_sizes_are_those_of_the_skin(english: Language):
    assert value(style(styles(english), "paragraph"), "rPr/sz") == "21"
    assert value(style(styles(english), "title"), "rPr/sz") == "36"


def test_arabic_letters_are_larger_and_latin_ones_are_not(arabic: Language):
    paragraph = style(styles(arabic), "paragraph")
    assert value(paragraph, "rPr/sz") == "21"
    assert value(paragraph, "rPr/szCs") == str(round(10.5 * arabic.fonts.size * 2))


def test_lines_are_exactly_as_high_as_on_paper(languages: dict[str, Language]):
    for language in languages.values():
        spacing = child(style(styles(language), "paragraph"), "pPr/spacing")
        assert spacing.get(w("lineRule")) == "exact"
        assert spacing.get(w("line")) == str(round(SKIN.styles["paragraph"].line_in(language) * 20))


def test_a_style_whose_lines_are_not_exact_is_left_as_it_is(english: Language):
    root = copy.deepcopy(REFERENCE)
    spacing = child(style(root, "paragraph"), "pPr/spacing")
    spacing.set(w("lineRule"), "auto")
    before = attributes(spacing)
    set_language(root, english)
    assert attributes(spacing) == before


def test_a_style_without_a_size_is_left_as_it_is(english: Language):
    (before,) = (one for one in REFERENCE.iter(w("style")) if one.get(w("styleId")) == "Untranslated")
    (after,) = (one for one in styles(english).iter(w("style")) if one.get(w("styleId")) == "Untranslated")
    assert etree.tostring(after) == etree.tostring(before)


@pytest.mark.parametrize(
    ("written", "points"),
    [("21", 10.5), ("10.5pt", 10.5), ("1pc", 12), ("1in", 72), ("25.4mm", 72), ("2.54cm", 72), ("large", None)],
)
def test_a_size_is_in_half_points_or_has_a_unit(written: str, points: float | None):
    assert points_of(written) == (None if points is None else pytest.approx(points))


def test_setting_a_language_twice_replaces_the_defaults(english: Language, arabic: Language):
    root = styles(arabic)
    set_language(root, english)
    assert len(list(child(root, "docDefaults/rPrDefault/rPr").iter(w("rFonts")))) == 1


def test_ids_are_restored_where_styles_are_named_too():
    root = copy.deepcopy(REFERENCE)
    style(root, "heading1").set(w("styleId"), "Titre1")
    child(style(root, "heading2"), "basedOn").set(w("val"), "Titre1")
    assert restore_ids(root, word_names(SKIN)) == []
    assert value(style(root, "heading2"), "basedOn") == "Heading1"


def test_names_that_no_style_bears_are_given_back():
    assert restore_ids(copy.deepcopy(REFERENCE), {"Own": "My Own", "Heading1": "HEADING 1"}) == ["My Own"]


def test_styles_without_defaults_are_left_alone(english: Language):
    root = copy.deepcopy(REFERENCE)
    root.remove(child(root, "docDefaults"))
    set_language(root, english)
    assert root.find(w("docDefaults")) is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_styles_stay_in_the_order_of_the_schema(languages: dict[str, Language], code: str):
    assert out_of_order(styles(languages[code])) == []
