"""The package around a bilingual table: what Word needs, and what says which file it is."""

from __future__ import annotations

from lxml import etree

from guidegen.build.archives import parts_of
from guidegen.document.language import Language
from guidegen.renderers.docx.wordml import whole
from guidegen.translation.exchange.units import UnitFile
from guidegen.translation.exchange.word_parts import PROPERTIES, package_parts
from tests.translation.exchange.word import table

FILE = UnitFile("Congress & more", "content/topics/youth", "en", "fr", ())


def test_every_part_has_its_type_and_every_relationship_its_part(english: Language) -> None:
    parts = package_parts(FILE, whole("document"), english)
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = {str(one.get("PartName")).removeprefix("/") for one in types if one.get("PartName")}
    assert named == {name for name in parts if not name.endswith(".rels") and name != "[Content_Types].xml"}
    targets = {one.get("Target") for one in etree.fromstring(parts["_rels/.rels"])}
    targets |= {f"word/{one.get('Target')}" for one in etree.fromstring(parts["word/_rels/document.xml.rels"])}
    assert targets == named


def test_the_properties_say_project_catalogue_and_languages(english: Language) -> None:
    properties = etree.fromstring(package_parts(FILE, whole("document"), english)[PROPERTIES])
    assert {one.get("name"): "".join(one.itertext()) for one in properties} == {
        "guidegen-project": "Congress & more",
        "guidegen-catalogue": "content/topics/youth",
        "guidegen-source": "en",
        "guidegen-target": "fr",
    }
    assert [one.get("pid") for one in properties] == ["2", "3", "4", "5"]


def test_the_content_types_come_first_in_the_file(languages: dict[str, Language]) -> None:
    assert next(iter(parts_of(table(languages)))) == "[Content_Types].xml"
