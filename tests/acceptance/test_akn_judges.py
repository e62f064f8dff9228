"""Every Akoma Ntoso file is valid by the schema of OASIS, and sound where the schema is loose."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

from guidegen.build.matrix import GuideName
from guidegen.document.language import Language
from tests.acceptance.matrix import BUILD, JUDGES, NAMES
from tests.conftest import LANGUAGES, MEETINGS

pytestmark = pytest.mark.acceptance

AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
ONE_OF_EACH = ("num", "heading")


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    (file,) = JUDGES.glob("python/lib/python*/site-packages/cobalt/xsd/akomantoso30.xsd")
    return etree.XMLSchema(etree.parse(file))


def read(name: GuideName) -> etree._ElementTree:
    return etree.parse(BUILD / name.file("akn.xml"))


def eids(file: etree._ElementTree) -> list[str]:
    return file.xpath("//@eId")


def uris(file: etree._ElementTree, level: str) -> tuple[str, str]:
    """The name of the thing itself and of its main part, at one level of FRBR."""
    (uri,), (this,) = (file.xpath(f"//a:{level}/a:{element}/@value", namespaces=AKN) for element in ("FRBRuri", "FRBRthis"))
    return uri, this


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_it_is_valid_by_the_schema(schema: etree.XMLSchema, name: GuideName) -> None:
    schema.validate(read(name))
    assert list(map(str, schema.error_log)) == []


def test_the_schema_sees_a_fault(schema: etree.XMLSchema) -> None:
    file = read(NAMES[0])
    file.getroot()[0].append(etree.Element(f"{{{AKN['a']}}}paragraf"))
    assert not schema.validate(file)


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_every_eid_is_unique_and_every_reference_has_its_target(name: GuideName) -> None:
    file = read(name)
    counted = Counter(eids(file))
    assert [eid for eid, times in counted.items() if times > 1] == []
    references = {reference[1:] for reference in file.xpath("//@*[starts-with(., '#')]")}
    assert references
    assert references - set(counted) == set()


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_nothing_has_two_numbers_or_two_headings(name: GuideName) -> None:
    for kind in ONE_OF_EACH:
        assert read(name).xpath(f"//*[count(a:{kind}) > 1]", namespaces=AKN) == []


@pytest.mark.parametrize("meeting", MEETINGS)
def test_eids_are_the_same_in_every_language(meeting: str) -> None:
    files = [eids(read(GuideName(meeting, language))) for language in LANGUAGES]
    assert len(files[0]) > 100
    assert all(one == files[0] for one in files)


@pytest.mark.parametrize("meeting", MEETINGS)
def test_all_languages_express_one_work(meeting: str) -> None:
    assert len({uris(read(GuideName(meeting, language)), "FRBRWork") for language in LANGUAGES}) == 1


def test_no_two_meetings_have_one_work() -> None:
    assert len({uris(read(GuideName(meeting, LANGUAGES[0])), "FRBRWork") for meeting in MEETINGS}) == len(MEETINGS)


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_the_names_go_on_from_work_to_expression_to_manifestation(name: GuideName, languages: dict[str, Language]) -> None:
    file, own = read(name), languages[name.language].iso639_2
    (work, work_part), (expression, expression_part), (manifestation, manifestation_part) = (
        uris(file, level) for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation")
    )
    assert (work_part, expression_part) == (f"{work}/!main", f"{expression}/!main")
    assert expression.startswith(f"{work}/{own}@")
    assert manifestation.startswith(expression)
    assert manifestation_part == f"{expression_part}.xml"
    assert file.xpath("string(//a:FRBRlanguage/@language)", namespaces=AKN) == own


@pytest.mark.parametrize("meeting", MEETINGS)
def test_translations_name_the_expression_they_were_made_of(meeting: str) -> None:
    files = {language: read(GuideName(meeting, language)) for language in LANGUAGES}
    origins = {language: file.xpath("string(//a:FRBRtranslation/@href)", namespaces=AKN) for language, file in files.items()}
    (original,) = (language for language, origin in origins.items() if not origin)
    expression, _ = uris(files[original], "FRBRExpression")
    assert {origin for language, origin in origins.items() if language != original} == {expression}
