"""The glossary as TBX: every term in every language, the preferred form first."""

from __future__ import annotations

import pytest
from lxml import etree
from translate.storage.tbx import tbxfile

from guidegen.errors import GuidegenError, Source
from guidegen.locales.glossary import Term, read_glossary
from guidegen.resources.project import Project
from guidegen.translation.catalogues import Sources, read_sources
from guidegen.translation.exchange.outgoing import read_export
from guidegen.translation.exchange.terminology import LANGUAGE, NAME, terminology, terminology_files
from tests.translation.exchange.conftest import TARGETS

FORMS = {"en": ("State",), "fr": ("État", "Etat")}
TERM = Term("state", FORMS, "unterm", Source("locales/glossary.csv", 2), "noun", "fr: capital É")


def test_a_term_has_its_forms_part_of_speech_note_and_origin() -> None:
    root = etree.fromstring(terminology([TERM], ("en", "fr", "es"), "Congress"))
    [entry] = root.iter("termEntry")
    assert (entry.get("id"), entry.findtext("admin"), entry.findtext("note")) == ("state", "unterm", "fr: capital É")
    assert [one.get(LANGUAGE) for one in entry.iter("langSet")] == ["en", "fr"]
    forms = [[tig.findtext("term"), *(note.text for note in tig.iter("termNote"))] for tig in entry.iter("tig")]
    assert forms == [
        ["State", "noun", "preferredTerm-admn-sts"],
        ["État", "noun", "preferredTerm-admn-sts"],
        ["Etat", "noun", "admittedTerm-admn-sts"],
    ]


def test_another_tool_reads_the_glossary_of_the_shipped_project(shared: Project, sources: Sources) -> None:
    export = read_export(shared, sources, TARGETS)
    [(name, data)] = terminology_files(export)
    assert name == NAME
    terms = read_glossary(shared)
    for language in TARGETS:
        store = tbxfile.parsestring(data, "en", language)
        wanted = {(term.forms["en"][0], term.forms[language][0]) for term in terms if term.forms[language]}
        assert {(unit.source, unit.target) for unit in store.units if unit.target} == wanted
    assert dict(terminology_files(export)) == {name: data}


def test_a_project_without_a_glossary_is_told(starter: Project) -> None:
    export = read_export(starter, read_sources(starter), ("fr",))
    with pytest.raises(GuidegenError, match="there is no term in the glossary"):
        dict(terminology_files(export))
