"""XLIFF 1.2 as it is written: states, ids, notes, limits, protected marks; the same bytes each time."""

from __future__ import annotations

import pytest
from lxml import etree

from guidegen.resources.project import Project
from guidegen.translation.catalogues import Sources
from guidegen.translation.exchange.outgoing import read_export
from guidegen.translation.exchange.units import Unit, UnitFile, UnitState, stamp
from guidegen.translation.exchange.xliff import NAMESPACE, xliff, xliff_files
from tests.translation.exchange.conftest import TARGETS

NAMES = {"x": NAMESPACE}


def written(*units: Unit) -> etree._Element:
    return etree.fromstring(xliff(UnitFile("Congress", "content/topics/youth", "en", "fr", units)))


def test_a_file_says_what_it_is_of() -> None:
    [file] = written().iterfind("x:file", NAMES)
    assert dict(file.attrib) == {
        "original": "content/topics/youth.po",
        "source-language": "en",
        "target-language": "fr",
        "datatype": "plaintext",
        "tool-id": "guidegen",
        "product-name": "Congress",
    }


@pytest.mark.parametrize(
    ("state", "name", "approved"),
    [
        (UnitState.UNTRANSLATED, "needs-translation", "no"),
        (UnitState.REVIEW, "needs-review-translation", "no"),
        (UnitState.TRANSLATED, "translated", "no"),
        (UnitState.FINAL, "final", "yes"),
    ],
)
def test_a_unit_has_its_id_state_notes_and_stamp(state: UnitState, name: str, approved: str) -> None:
    unit = Unit("a.b", "Text", "Texte", state, ("Where", "Remark"), limit=20)
    [element] = written(unit).iterfind(".//x:trans-unit", NAMES)
    assert (element.get("id"), element.get("approved"), element.get("extradata")) == ("a.b", approved, stamp(unit))
    assert (element.get("maxwidth"), element.get("size-unit")) == ("20", "char")
    assert element.find("x:target", NAMES).get("state") == name
    assert [note.text for note in element.iterfind("x:note", NAMES)] == ["Where", "Remark"]


def test_marks_are_protected_and_the_same_one_has_the_same_number_in_both_languages() -> None:
    unit = Unit("a", "A[@x, art. 1] b[^n] {d}[@x, art. 1]", "{d} B[^n] a[@x, art. 1][@x, art. 1]", UnitState.TRANSLATED)
    [element] = written(unit).iterfind(".//x:trans-unit", NAMES)
    held = [[(ph.get("id"), ph.text) for ph in element[place].iterfind("x:ph", NAMES)] for place in (0, 1)]
    assert held[0] == [("1", "[@x, art. 1]"), ("2", "[^n]"), ("3", "{d}"), ("4", "[@x, art. 1]")]
    assert held[1] == [("3", "{d}"), ("2", "[^n]"), ("1", "[@x, art. 1]"), ("4", "[@x, art. 1]")]


def test_a_text_of_nothing_but_a_mark_keeps_its_spaces() -> None:
    [element] = written(Unit("a", "{d}", "{d}", UnitState.TRANSLATED)).iterfind(".//x:trans-unit", NAMES)
    assert ["".join(element[place].itertext()) for place in (0, 1)] == ["{d}", "{d}"]


def test_there_is_a_file_for_each_catalogue_the_same_bytes_each_time(shared: Project, sources: Sources) -> None:
    export = read_export(shared, sources, TARGETS)
    files = dict(xliff_files(export))
    assert set(files) == {f"{language}/{stem}.xlf" for language in TARGETS for stem in sources.messages}
    assert dict(xliff_files(export)) == files
