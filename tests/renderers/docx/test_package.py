"""The whole file, part by part, in every language: what Word must find to open it without a word."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise

import docx
import pytest
from lxml import etree

from guidegen.build.archives import parts_of as parts_of_zip
from guidegen.build.matrix import GuideName
from guidegen.build.task import Task
from guidegen.document.language import Language
from guidegen.errors import RenderError
from guidegen.loading import Loaded
from guidegen.pipeline import localized, numbered
from guidegen.renderers.docx import render_docx
from guidegen.renderers.docx.archive import write_archive
from guidegen.renderers.docx.ooxml import Element, R
from guidegen.renderers.docx.ooxml import w as element
from guidegen.renderers.docx.package import reference_findings
from guidegen.renderers.docx.reference import REFERENCE, reference_document
from guidegen.resources.project import Project
from tests.conftest import CHECKOUT, LANGUAGES
from tests.renderers.docx.parts import PAGES, SKIN, all_of, child, names, out_of_order, parts_of, rendered, value, w, words
from tests.renderers.samples import everything

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"

Parts = dict[str, Element]


def shipped(checkout: Loaded, code: str) -> Parts:
    """Return the parts of a guide of the shipped content."""
    assert checkout.content is not None
    task = Task(CHECKOUT.root, GuideName(CHECKOUT.meetings()[0], code), ("docx",), checkout.content.default_issuance())
    translator, content = localized(checkout, task)
    return parts_of(render_docx(numbered(CHECKOUT, content, translator, task), CHECKOUT, {}))


@pytest.fixture(scope="module", params=[*LANGUAGES, "shipped-ar"])
def sample(request: pytest.FixtureRequest) -> str:
    """A guide with everything in each language, and one of the shipped content, from right to left."""
    return str(request.param)


@pytest.fixture(scope="module")
def language(sample: str, languages: dict[str, Language]) -> Language:
    return languages[sample.removeprefix("shipped-")]


@pytest.fixture(scope="module")
def shipped_guides(checkout: Loaded) -> dict[str, Parts]:
    return {"shipped-ar": shipped(checkout, "ar")}


@pytest.fixture(scope="module")
def guide(sample: str, language: Language, shipped_guides: dict[str, Parts]) -> Parts:
    """The parts of the sample."""
    return shipped_guides.get(sample) or rendered(language)


@pytest.fixture(scope="module")
def parts(languages: dict[str, Language]) -> Parts:
    """The parts of one guide with everything."""
    return rendered(languages["ar"])


def written(guide: Parts) -> Iterator[Element]:
    """Yield the parts in which text stands."""
    yield from (part for name, part in guide.items() if re.match("document|foot|head", name))


# -- schema --------------------------------------------------------------------------------------------------------------------


def test_every_part_is_in_the_order_of_the_schema(guide: Parts):
    assert [f"{name}: {fault}" for name, part in guide.items() for fault in out_of_order(part)] == []


def test_every_cell_ends_with_a_paragraph(guide: Parts):
    assert {names(cell)[-1] for cell in all_of(guide.values(), "tc")} == {"p"}


def test_no_table_stands_directly_behind_another_or_at_the_end_of_the_text(guide: Parts):
    body = names(child(guide["document.xml"], "body"))
    assert ("tbl", "tbl") not in list(pairwise(body))
    assert body[-2:] == ["p", "sectPr"]


# -- package -------------------------------------------------------------------------------------------------------------------


def test_every_part_has_a_content_type(parts: Parts):
    types = parts["[Content_Types].xml"]
    named = {str(one.get("PartName")) for one in types.iter(f"{CONTENT_TYPES}Override")}
    endings = {str(one.get("Extension")) for one in types.iter(f"{CONTENT_TYPES}Default")}
    known = {f"/word/{name}" for name in parts} | {f"/{name}" for name in parts}
    assert named <= known
    assert endings == {"rels", "xml"}


def test_every_relationship_leads_to_a_part_and_is_used_once(parts: Parts):
    rows = list(parts["_rels/document.xml.rels"].iter(f"{RELATIONSHIPS}Relationship"))
    targets = [str(one.get("Target")) for one in rows]
    assert sorted(targets) == sorted(set(targets))
    assert set(targets) <= parts.keys()
    assert {str(one.get("TargetMode", "Internal")) for one in rows} == {"Internal"}


def test_heads_and_feet_are_those_that_the_section_names(parts: Parts):
    section = child(parts["document.xml"], "body/sectPr")
    rows = {one.get("Id"): one.get("Target") for one in parts["_rels/document.xml.rels"].iter(f"{RELATIONSHIPS}Relationship")}
    kinds = ("headerReference", "footerReference")
    named = [(rows[one.get(f"{{{R}}}id")], str(one.get(w("type")))) for kind in kinds for one in section.iter(w(kind))]
    assert named == [(f"{part}-{kind}.xml", kind) for part in ("header", "footer") for kind in ("default", "even", "first")]


def test_the_properties_say_what_the_guide_is(parts: Parts):
    properties = parts["docProps/core.xml"]
    found = {etree.QName(one).localname: one.text for one in properties}
    assert found == {
        "title": "A guide", "subject": "A meeting", "creator": "United Nations", "lastModifiedBy": "United Nations",
        "keywords": "A/1", "language": "ar-SA", "revision": "1",
        "created": "2009-01-01T00:00:00Z", "modified": "2009-01-01T00:00:00Z",
    }  # fmt: skip


def test_a_title_that_is_too_long_for_a_property_is_cut_there_only(languages: dict[str, Language]):
    data = render_docx(everything(languages["en"], title="Guide " * 60), CHECKOUT, {})
    title = parts_of(data)["docProps/core.xml"].find(f"{DUBLIN}title")
    assert title is not None
    assert len(title.text or "") == 255


def test_the_file_is_the_same_bytes_again(languages: dict[str, Language]):
    document = everything(languages["ar"])
    assert render_docx(document, CHECKOUT, PAGES) == render_docx(document, CHECKOUT, PAGES)


def test_the_file_is_an_archive_that_says_nothing_of_its_making(languages: dict[str, Language]):
    data = render_docx(everything(languages["en"]), CHECKOUT, PAGES)
    assert write_archive(parts_of_zip(data)) == data


def test_python_docx_opens_it(languages: dict[str, Language]):
    opened = docx.Document(io.BytesIO(render_docx(everything(languages["en"]), CHECKOUT, PAGES)))
    headings = [one.text for one in opened.paragraphs if one.style is not None and one.style.name.startswith("Heading")]
    assert headings == ["Chapter", "Inner", "Item 3. Item", "Under", "Annex. Annex"]


# -- styles and lists ----------------------------------------------------------------------------------------------------------


def test_every_style_that_is_used_is_there(guide: Parts):
    known = {one.get(w("styleId")) for one in guide["styles.xml"].iter(w("style"))}
    used = {value(one) for one in all_of(guide.values(), "pStyle", "rStyle", "tblStyle", "basedOn")}
    assert used
    assert used - known == set()


def test_every_list_that_is_used_is_there_with_its_level(guide: Parts):
    part = guide["numbering.xml"]
    definitions = {one.get(w("abstractNumId")): {level.get(w("ilvl")) for level in one.iter(w("lvl"))} for one in part}
    lists = {one.get(w("numId")): definitions[value(one, "abstractNumId")] for one in part.iter(w("num"))}
    used = {(value(one, "numId"), value(one, "ilvl")) for one in all_of(guide.values(), "numPr")}
    assert used
    assert [(number, level) for number, level in used if level not in lists.get(number, ())] == []


def test_every_list_that_begins_anew_is_used(languages: dict[str, Language]):
    guide = rendered(languages["en"])
    used = {value(one) for one in all_of(guide.values(), "numId")}
    assert {one.get(w("numId")) for one in guide["numbering.xml"].iter(w("num"))} == used


# -- language and direction ----------------------------------------------------------------------------------------------------


def test_every_run_has_a_language_or_is_not_proofread(guide: Parts):
    runs = [run for part in written(guide) for run in part.iter(w("r")) if run.find(w("t")) is not None]
    marked = [run for run in runs if {"lang", "noProof"} & set(names(run.find(w("rPr"))))]
    assert len(runs) == len(marked) > 10


def test_paragraphs_sections_and_tables_have_the_direction_of_the_language(guide: Parts, language: Language):
    mirrored = language.direction == "rtl"
    paragraphs = [one for part in written(guide) for one in part.iter(w("p")) if one.find(w("pPr")) is not None]
    assert {"bidi" in names(child(one, "pPr")) for one in paragraphs} == {mirrored}
    assert ("bidi" in names(child(guide["document.xml"], "body/sectPr"))) is mirrored
    assert {"bidiVisual" in names(child(one, "tblPr")) for one in all_of(guide.values(), "tbl")} == {mirrored}


def test_a_left_to_right_guide_has_no_run_to_the_left(guide: Parts, language: Language):
    assert bool(list(all_of(written(guide), "rtl"))) is (language.direction == "rtl")


def test_arabic_letters_stand_in_runs_to_the_left_and_latin_ones_in_runs_to_the_right(
    shipped_guides: dict[str, Parts],
):
    runs = [run for part in written(shipped_guides["shipped-ar"]) for run in part.iter(w("r"))]
    leftward = [run for run in runs if run.find(f"{w('rPr')}/{w('rtl')}") is not None]
    assert [words(run) for run in leftward if re.search("[A-Za-z]", words(run))] == []
    assert [words(run) for run in runs if run not in set(leftward) and re.search("[\u0620-\u064a]", words(run))] == []


def test_no_paragraph_is_set_to_one_side_but_the_numbers_of_the_contents(guide: Parts):
    aligned = [one for part in written(guide) for one in part.iter(w("jc"))]
    contents = child(guide["document.xml"], "body/tbl")
    assert set(aligned) == set(contents.iter(w("jc")))


def test_bold_and_italic_runs_are_so_in_complex_scripts_too(guide: Parts):
    for properties in all_of(guide.values(), "rPr"):
        found = names(properties)
        assert ("b" in found, "i" in found) == ("bCs" in found, "iCs" in found)


def test_the_theme_has_the_languages_of_the_guide(guide: Parts, language: Language):
    assert language.word.tag in child(guide["settings.xml"], "themeFontLang").attrib.values()


# -- bookmarks, links, fields, notes -------------------------------------------------------------------------------------------


def test_bookmarks_begin_and_end_and_have_names_that_word_takes(guide: Parts):
    starts = [(str(one.get(w("id"))), str(one.get(w("name")))) for one in all_of(guide.values(), "bookmarkStart")]
    ends = [str(one.get(w("id"))) for one in all_of(guide.values(), "bookmarkEnd")]
    identifiers, bookmarks = zip(*starts, strict=True)
    assert list(identifiers) == ends
    assert len(set(identifiers)) == len(identifiers)
    assert len({name.lower() for name in bookmarks}) == len(bookmarks)
    assert [name for name in bookmarks if not re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII)] == []


def test_every_link_and_every_page_reference_leads_to_a_bookmark(guide: Parts):
    bookmarks = {one.get(w("name")) for one in all_of(guide.values(), "bookmarkStart")}
    links = {one.get(w("anchor")) for one in all_of(guide.values(), "hyperlink")}
    pages = {str(one.text).split()[1] for one in all_of(guide.values(), "instrText") if "PAGEREF" in str(one.text)}
    assert links
    assert (links | pages) - bookmarks == set()


def test_fields_begin_separate_and_end(guide: Parts):
    for part in written(guide):
        for paragraph in part.iter(w("p")):
            kinds = [str(one.get(w("fldCharType"))) for one in paragraph.iter(w("fldChar"))]
            assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)


def test_no_field_is_brought_up_to_date_when_the_file_is_opened(guide: Parts):
    """Word would ask at each opening whether it may."""
    assert not list(all_of(guide.values(), "updateFields"))
    assert not [one for one in all_of(guide.values(), "fldChar") if one.get(w("dirty"))]


def test_every_footnote_is_called_once_and_in_order(guide: Parts):
    called = [str(one.get(w("id"))) for one in all_of([guide["document.xml"]], "footnoteReference")]
    notes = [str(one.get(w("id"))) for one in guide["footnotes.xml"]]
    assert notes == ["-1", "0", *called]
    assert called == [str(number) for number in range(1, len(called) + 1)]


def test_the_settings_name_the_separators_of_the_footnotes(parts: Parts):
    assert [one.get(w("id")) for one in child(parts["settings.xml"], "footnotePr")] == ["-1", "0"]


def test_tables_have_a_head_that_is_repeated_or_are_a_box(guide: Parts):
    for table in all_of(guide.values(), "tbl"):
        rows = list(table.iterchildren(w("tr")))
        assert len(rows) == 1 or "tblHeader" in names(child(rows[0], "trPr"))


def test_tables_are_named_for_those_who_listen(guide: Parts):
    assert all(value(child(table, "tblPr"), "tblCaption") for table in all_of(guide.values(), "tbl"))


# -- a reference document that a person has restyled ---------------------------------------------------------------------------


def restyled(**changed: bytes) -> bytes:
    """Return the reference document with parts *changed*; two underscores in a name are a slash, one is a point."""
    parts = parts_of_zip(reference_document(SKIN))
    return write_archive(parts | {name.replace("__", "/").replace("_", "."): data for name, data in changed.items()})


def with_reference(project: Project, data: bytes) -> Project:
    place = project.path(f"templates/{REFERENCE}")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return project


def as_word_saves_it() -> bytes:
    """Return the reference document with what Word adds when it saves: running heads, notes, lists, settings, a grid."""
    parts = parts_of(reference_document(SKIN))
    section = child(parts["document.xml"], "body/sectPr")
    header = element("headerReference", type="default")
    header.set(f"{{{R}}}id", "rId9")
    section.insert(0, header)
    section.append(element("docGrid", linePitch=360))
    settings = parts["settings.xml"]
    settings.remove(child(settings, "evenAndOddHeaders"))
    separators = element("footnotePr", element("footnote", id=-1), element("footnote", id=0))
    settings.insert(0, separators)
    settings.extend([element("rsids"), element("themeFontLang", val="fr-FR"), element("decimalSymbol", val=",")])
    relations = parts["_rels/document.xml.rels"]
    types = parts["[Content_Types].xml"]
    for number, (kind, root) in enumerate((("header", "hdr"), ("footnotes", "footnotes"), ("numbering", "numbering")), 9):
        target = f"{kind}1.xml"
        row = etree.SubElement(relations, f"{RELATIONSHIPS}Relationship", Id=f"rId{number}", Target=target)
        row.set("Type", f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}")
        row = etree.SubElement(types, f"{CONTENT_TYPES}Override", PartName=f"/word/{target}")
        row.set("ContentType", f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml")
        parts[target] = element(root)
    whole = ("[Content_Types].xml", "_rels/.rels", "docProps/core.xml")
    return write_archive({name if name in whole else f"word/{name}": etree.tostring(part) for name, part in parts.items()})


def test_what_word_adds_to_a_restyled_reference_is_replaced(starter: Project, languages: dict[str, Language]):
    parts = rendered(languages["ar"], with_reference(starter, as_word_saves_it()))
    assert [f"{name}: {fault}" for name, part in parts.items() for fault in out_of_order(part)] == []
    assert sorted(name for name in parts if name.endswith("1.xml")) == []
    targets = [str(one.get("Target")) for one in parts["_rels/document.xml.rels"]]
    assert len(targets) == len(set(targets)) == 10
    assert names(parts["settings.xml"]) == [
        "evenAndOddHeaders", "footnotePr", "compat", "rsids", "themeFontLang", "decimalSymbol",
    ]  # fmt: skip
    assert names(child(parts["document.xml"], "body/sectPr"))[-3:] == ["titlePg", "bidi", "docGrid"]


def test_a_restyled_look_is_kept(starter: Project, languages: dict[str, Language]):
    styles = parts_of_zip(reference_document(SKIN))["word/styles.xml"].replace(
        b'w:val="Box Title"/>', b'w:val="Box Title"/><w:hidden/>'
    )
    parts = rendered(languages["en"], with_reference(starter, restyled(word__styles_xml=styles)))
    (look,) = (one for one in parts["styles.xml"].iter(w("style")) if one.get(w("styleId")) == "BoxTitle")
    assert "hidden" in names(look)


def test_a_style_is_known_by_its_name_whatever_id_a_program_gives_it(starter: Project, languages: dict[str, Language]):
    """A French Word writes Titre1, LibreOffice Contents1 and names of its own case."""
    styles = parts_of_zip(reference_document(SKIN))["word/styles.xml"].replace(b'"heading 1"', b'"Heading 1"')
    styles = styles.replace(b'"Heading1"', b'"Titre1"').replace(b'"TOC1"', b'"Contents1"')
    parts = rendered(languages["en"], with_reference(starter, restyled(word__styles_xml=styles)))
    known = {one.get(w("styleId")) for one in parts["styles.xml"].iter(w("style"))}
    assert {"Heading1", "TOC1"} <= known
    assert {"Titre1", "Contents1"} & known == set()


def test_a_style_that_is_missing_is_told_by_its_name(starter: Project, languages: dict[str, Language]):
    styles = parts_of_zip(reference_document(SKIN))["word/styles.xml"].replace(b'"Box Title"', b'"My Title"')
    with pytest.raises(RenderError, match=r'templates/docx/reference\.docx: error: there is no style "Box Title" in it'):
        rendered(languages["en"], with_reference(starter, restyled(word__styles_xml=styles)))


def test_what_keeps_a_reference_document_from_serving_is_told_before_anything_is_rendered(starter: Project):
    assert reference_findings(starter) == ()
    styles = parts_of_zip(reference_document(SKIN))["word/styles.xml"].replace(b'"Box Title"', b'"My Title"')
    (finding,) = reference_findings(with_reference(starter, restyled(word__styles_xml=styles)))
    assert (finding.rule, finding.message) == ("reference-document", 'there is no style "Box Title" in it')


def damaged(flag: int, method: int) -> bytes:
    """Return the reference document with a *flag* of its entries and their packing *method* changed."""
    data = bytearray(reference_document(SKIN))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= flag
            data[at + flags + 2] = method
            at = data.find(mark, at + 1)
    return bytes(data)


def torn() -> bytes:
    """Return the reference document with the packed text of its styles damaged."""
    data = reference_document(SKIN)
    at = data.index(b"word/styles.xml") + len(b"word/styles.xml") + 20
    return data[:at] + bytes(255 - one for one in data[at : at + 40]) + data[at + 40 :]


BROKEN = {
    "encrypted": damaged(1, zipfile.ZIP_DEFLATED),
    "packed otherwise": damaged(0, 99),
    "torn": torn(),
    "a template": write_archive(
        {
            name: part.replace(b".document.main+xml", b".template.main+xml")
            for name, part in parts_of_zip(reference_document(SKIN)).items()
        }
    ),
    "no page": restyled(word__document_xml=etree.tostring(element("document", element("body")))),
    "no text": restyled(word__document_xml=etree.tostring(element("document"))),
    "empty": b"",
    "text": b"not a zip",
    "another archive": write_archive({"a": b"x"}),
    "a broken document": restyled(word__document_xml=b"<not><well-formed>"),
    "broken styles": restyled(word__styles_xml=b""),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_reference_that_is_no_word_document_is_told_in_a_sentence(starter: Project, english: Language, data: bytes):
    with pytest.raises(RenderError, match=r"templates/docx/reference\.docx: error: not a Word document"):
        rendered(english, with_reference(starter, data))


def test_a_comment_in_a_reference_is_no_place_for_the_guide(starter: Project, english: Language):
    document = parts_of_zip(reference_document(SKIN))["word/document.xml"]
    commented = document.replace(b"<w:body>", b"<!--guide--><w:body>")
    root = rendered(english, with_reference(starter, restyled(word__document_xml=commented)))["document.xml"]
    assert names(root) == ["body"]
    assert words(child(root, "body/p")).startswith("United Nations")


def test_a_reference_with_prefixes_of_its_own_serves(starter: Project, english: Language):
    document = parts_of_zip(reference_document(SKIN))["word/document.xml"]
    renamed = document.replace(b"w:", b"x:").replace(b"xmlns:w=", b"xmlns:x=")
    root = rendered(english, with_reference(starter, restyled(word__document_xml=renamed)))["document.xml"]
    assert out_of_order(root) == []
    assert words(child(root, "body/p")).startswith("United Nations")
    assert names(child(root, "body"))[-1] == "sectPr"
