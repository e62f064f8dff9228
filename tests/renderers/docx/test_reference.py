"""The reference document: a named style for everything, made of the skin."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from guidegen.renderers.docx.ooxml import Element
from guidegen.renderers.docx.reference import CHARACTER_STYLES, REFERENCE, STYLES, indentation, main, reference_document, style_id
from guidegen.resources.project import Project
from tests.conftest import CHECKOUT, copy_checkout
from tests.renderers.docx.parts import SKIN, child, names, out_of_order, parts_of, read, value, w

PARTS = parts_of(reference_document(SKIN))


def styles() -> dict[str, Element]:
    return {str(one.get(w("styleId"))): one for one in PARTS["styles.xml"].iter(w("style"))}


def of_type(kind: str) -> set[str]:
    return {name for name, one in styles().items() if one.get(w("type")) == kind}


def test_the_document_that_is_shipped_is_made_of_the_skin():
    """After a change of templates/skin.yaml: make reference."""
    assert CHECKOUT.path(f"templates/{REFERENCE}").read_bytes() == reference_document(SKIN)


def test_the_command_of_make_writes_it_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    project: Project = copy_checkout(tmp_path)
    project.path(f"templates/{REFERENCE}").write_bytes(b"restyled beyond repair")
    monkeypatch.chdir(tmp_path)
    main()
    assert project.path(f"templates/{REFERENCE}").read_bytes() == reference_document(SKIN)


WORDS_OWN = [("heading1", "Heading1"), ("contents_title", "TOCHeading"), ("note", "FootnoteText"), ("box_point1", "BoxPoint1")]


@pytest.mark.parametrize(("name", "identifier"), WORDS_OWN)
def test_styles_that_word_knows_have_its_names(name: str, identifier: str):
    assert style_id(name) == identifier


def test_every_style_of_the_skin_is_a_paragraph_style():
    assert {style_id(name) for name in SKIN.styles} <= {
        name for name, one in styles().items() if one.get(w("type")) == "paragraph"
    }


def test_styles_have_names_and_ids_of_their_own():
    found = styles()
    assert len(found) == len(list(PARTS["styles.xml"].iter(w("style"))))
    assert len({value(one, "name").lower() for one in found.values()}) == len(found)


def test_only_styles_that_word_does_not_know_are_custom():
    own = {style_id(name) for name in SKIN.styles if name not in STYLES}
    assert {name for name, one in styles().items() if one.get(w("customStyle")) == "1"} == own


def test_character_styles_are_there():
    assert {name for name, one in styles().items() if one.get(w("type")) == "character"} == {
        "DefaultParagraphFont",
        *CHARACTER_STYLES,
    }


def test_headings_have_their_level_in_the_outline():
    found = styles()
    assert [value(found[f"Heading{number}"], "pPr/outlineLvl") for number in (1, 2, 3, 4)] == ["0", "1", "2", "3"]
    outlined = [name for name, one in found.items() if one.find(f"{w('pPr')}/{w('outlineLvl')}") is not None]
    assert len(outlined) == 4


def test_chapters_begin_a_page_and_headings_keep_with_what_follows():
    found = styles()
    assert names(child(found["Heading1"], "pPr"))[:2] == ["keepNext", "pageBreakBefore"]
    assert names(child(found["Heading2"], "pPr"))[0] == "keepNext"


def test_no_style_is_set_to_one_side():
    """Right-to-left paragraphs of such a style would stand at the wrong one."""
    sides = {value(one) for one in PARTS["styles.xml"].iter(w("jc"))}
    assert sides == {"both"}


def test_every_line_has_an_exact_height():
    rules = {one.get(w("lineRule")) for one in PARTS["styles.xml"].iter(w("spacing"))}
    assert rules == {"exact"}


def test_sizes_and_weights_hold_for_complex_scripts_too():
    for one in PARTS["styles.xml"].iter(w("rPr")):
        found = names(one)
        assert ("sz" in found, "b" in found, "i" in found) == ("szCs" in found, "bCs" in found, "iCs" in found)


def test_a_label_hangs_outside_its_text():
    found = indentation("paragraph", SKIN.styles["paragraph"], SKIN)
    heading = indentation("heading1", SKIN.styles["heading1"], SKIN)
    assert found is not None
    assert heading is not None
    assert read(found).get(w("hanging")) is None
    assert read(heading).get(w("left")) == read(found).get(w("left"))
    assert read(heading).get(w("hanging")) == "567"


def test_what_stands_over_the_whole_width_has_no_indent():
    assert indentation("title", SKIN.styles["title"], SKIN) is None


def test_the_page_is_that_of_the_skin():
    size = child(PARTS["document.xml"], "body/sectPr/pgSz")
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")


def test_even_and_odd_pages_have_heads_of_their_own_and_the_first_page_too():
    assert child(PARTS["settings.xml"], "evenAndOddHeaders") is not None
    assert child(PARTS["document.xml"], "body/sectPr/titlePg") is not None


def test_all_parts_are_in_the_order_of_the_schema():
    assert [fault for part in PARTS.values() for fault in out_of_order(part)] == []


def test_python_docx_opens_it():
    path = CHECKOUT.path(f"templates/{REFERENCE}")
    assert {style_id(name) for name in SKIN.styles} <= {one.style_id for one in docx.Document(str(path)).styles}
