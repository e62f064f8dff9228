"""The package around a bilingual table: content types, relationships, styles, and the properties that say what file it is."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from guidegen.document.language import Language
from guidegen.renderers.docx.ooxml import Element, serialize
from guidegen.renderers.docx.wordml import w, whole
from guidegen.translation.exchange.units import UnitFile
from guidegen.translation.exchange.xml import element

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CUSTOM, VALUES = f"{OFFICE}/custom-properties", f"{OFFICE}/docPropsVTypes"
CORE, DUBLIN = f"{PACKAGE}/metadata/core-properties", "http://purl.org/dc/elements/1.1/"
# What marks a property as one of the user's (ECMA-376 part 1, 22.3).
USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
FIRST_NUMBER = 2
DOCUMENT, PROPERTIES = "word/document.xml", "docProps/custom.xml"
PROJECT, CATALOGUE, SOURCE, TARGET = "guidegen-project", "guidegen-catalogue", "guidegen-source", "guidegen-target"
TYPES: Mapping[str, str] = {
    DOCUMENT: f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    PROPERTIES: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
LEADING, BODY = 120, 10


def package_parts(file: UnitFile, document: bytes, source: Language) -> dict[str, bytes]:
    """Return the parts of a Word document with the content *document*, by name."""
    links = {
        DOCUMENT: f"{OFFICE}/relationships/officeDocument",
        "docProps/core.xml": f"{PACKAGE}/relationships/metadata/core-properties",
        PROPERTIES: f"{OFFICE}/relationships/custom-properties",
    }
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(links),
        DOCUMENT: document,
        "word/_rels/document.xml.rels": _relationships({"styles.xml": f"{OFFICE}/relationships/styles"}),
        "word/styles.xml": _styles(source),
        "docProps/core.xml": _core(file),
        PROPERTIES: _custom(file),
    }


def _content_types() -> bytes:
    namespace = f"{PACKAGE}/content-types"
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    rows = (element(namespace, "Default", Extension=extension, ContentType=kind) for extension, kind in defaults.items())
    parts = (element(namespace, "Override", PartName=f"/{name}", ContentType=kind) for name, kind in TYPES.items())
    return serialize(element(namespace, "Types", *rows, *parts))


def _relationships(targets: Mapping[str, str]) -> bytes:
    namespace = f"{PACKAGE}/relationships"
    numbered = enumerate(targets.items(), 1)
    links = (
        element(namespace, "Relationship", Id=f"rId{number}", Type=kind, Target=target) for number, (target, kind) in numbered
    )
    return serialize(element(namespace, "Relationships", *links))


def _styles(source: Language) -> bytes:
    face = source.fonts.word.latin
    run = w("rPr", w("rFonts", ascii=face, hAnsi=face), w("sz", val=2 * BODY), w("szCs", val=2 * BODY))
    paragraph = w("pPr", w("spacing", before=0, after=LEADING // 2))
    normal = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default="1", styleId="Normal")
    return whole("styles", w("docDefaults", w("rPrDefault", run), w("pPrDefault", paragraph)), normal)


def _core(file: UnitFile) -> bytes:
    root = etree.Element(f"{{{CORE}}}coreProperties", nsmap={"cp": CORE, "dc": DUBLIN})
    etree.SubElement(root, f"{{{DUBLIN}}}title").text = f"{file.stem} ({file.language})"
    etree.SubElement(root, f"{{{DUBLIN}}}creator").text = "guidegen"
    return serialize(root)


def _custom(file: UnitFile) -> bytes:
    values = {PROJECT: file.project, CATALOGUE: file.stem, SOURCE: file.source_language, TARGET: file.language}
    numbered = enumerate(values.items(), FIRST_NUMBER)
    return serialize(element(CUSTOM, "Properties", *(_property(str(number), name, value) for number, (name, value) in numbered)))


def _property(number: str, name: str, value: str) -> Element:
    return element(CUSTOM, "property", element(VALUES, "lpwstr", value), fmtid=USER_DEFINED, pid=number, name=name)
