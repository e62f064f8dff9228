"""The package: the reference document filled with a guide's parts, with its properties, as the same bytes each time."""

from __future__ import annotations

import datetime
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import _ContentTypesItem
from lxml import etree

from guidegen.document.tree import Document
from guidegen.errors import Finding, GuidegenError, RenderError, Source
from guidegen.renderers.docx.archive import FIRST_PART, write_archive
from guidegen.renderers.docx.blocks import blocks
from guidegen.renderers.docx.cover import cover
from guidegen.renderers.docx.frame import Frame, frame
from guidegen.renderers.docx.furniture import footers, headers
from guidegen.renderers.docx.notes import footnotes
from guidegen.renderers.docx.numbering import numbering
from guidegen.renderers.docx.ooxml import Element, R, put, qualified, serialize, w, with_prefixes
from guidegen.renderers.docx.reference import REFERENCE, word_names
from guidegen.renderers.docx.styles import language_slots, restore_ids, set_language
from guidegen.resources.project import Project
from guidegen.templates.skin import Skin, read_skin

MAIN = "/word/"
OWN_PARTS = (RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
LONGEST_PROPERTY = 255
# What is raised at a file that is no document: damaged, encrypted, packed in ways of its own, without the parts of one.
NO_DOCUMENT = (
    PackageNotFoundError, zipfile.BadZipFile, zlib.error, RuntimeError, etree.XMLSyntaxError, OSError, KeyError, ValueError,
)  # fmt: skip
LARGEST_REFERENCE = 32 * 1024**2
# What the schema puts behind the elements that are set in a reference document, which may have been restyled in Word.
AFTER_SECTION_BIDI = "rtlGutter docGrid printerSettings sectPrChange"
AFTER_TITLE_PAGE = f"textDirection bidi {AFTER_SECTION_BIDI}"
AFTER_THEME_LANGUAGES = "clrSchemeMapping shapeDefaults decimalSymbol listSeparator"
AFTER_NOTES = f"endnotePr compat docVars rsids themeFontLang {AFTER_THEME_LANGUAGES}"
AFTER_EVEN_PAGES = f"noPunctuationKerning characterSpacingControl updateFields hdrShapeDefaults footnotePr {AFTER_NOTES}"


def render_docx(document: Document, project: Project, pages: Mapping[str, int]) -> bytes:
    """Return *document* as a .docx file; *pages* are the pages of its headings, for the contents.

    Raises RenderError where the reference document cannot be read or lacks a style.
    """
    skin = read_skin(project)
    package = _reference(project, skin)
    surroundings = frame(document, skin, pages)
    set_language(package.styles.element, document.language)
    _furnish(package, surroundings)
    _add_part(package, "numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numbering(surroundings))
    _add_part(package, "footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, footnotes(surroundings))
    _settings(package.settings.element, document)
    _properties(package.core_properties, document)
    return write_archive(_parts(package.part.package) | {package.part.partname.membername: _text(package, surroundings)})


def _parts(package: Any) -> dict[str, bytes]:
    """Return what *package* writes, by name; its own way of writing it asks the clock, which may be wrong."""
    parts = list(package.iter_parts())
    related = [(PACKAGE_URI, package), *((part.partname, part) for part in parts if len(part.rels))]
    return {
        FIRST_PART: _ContentTypesItem.from_parts(parts).blob,  # type: ignore[no-untyped-call]
        **{uri.rels_uri.membername: owner.rels.xml for uri, owner in related},
        **{part.partname.membername: part.blob for part in parts},
    }


def reference_findings(project: Project) -> tuple[Finding, ...]:
    """Return what keeps the reference document of *project* from serving: that it is none, or the styles that it lacks."""
    try:
        _reference(project, read_skin(project))
    except GuidegenError as error:
        return error.findings
    return ()


def _reference(project: Project, skin: Skin) -> Any:
    """Return the reference document without the parts that a guide brings; Word adds some when a person restyles it."""
    path, place, hint = project.template_path(REFERENCE), Source(f"templates/{REFERENCE}"), "make reference writes it anew"
    try:
        _refuse_large(path)
        package = docx.Document(str(path))
        _section(package)
    except NO_DOCUMENT as error:
        raise RenderError([Finding(place, "reference-document", f"not a Word document: {error}", hint)]) from None
    if lacking := restore_ids(package.styles.element, word_names(skin)):
        raise RenderError([Finding(place, "reference-document", f'there is no style "{name}" in it', hint) for name in lacking])
    if addresses := _addresses(package):
        message = "its file would fetch"
        raise RenderError([Finding(place, "reference-document", f'{message} "{address}"', hint) for address in addresses])
    for identifier, relationship in list(package.part.rels.items()):
        if relationship.reltype in OWN_PARTS:
            del package.part.rels[identifier]
    return package


def _section(package: Any) -> Element:
    """Return the properties of the last section of *package*. Raises ValueError where its text has none."""
    body = package.element.find(qualified("body"))
    section: Element | None = None if body is None else body.find(qualified("sectPr"))
    if section is None:
        raise ValueError("its text has no section, which says what its pages are")
    return section


def _refuse_large(path: Path) -> None:
    """Raise ValueError where the archive *path* holds more than a reference document can need."""
    with zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST_REFERENCE:
            raise ValueError(f"more than {LARGEST_REFERENCE // 1024**2} MiB when unpacked")


def _addresses(package: Any) -> list[str]:
    """Return what *package* names outside itself: Word fetches some of it when the file is opened."""
    parts = [package.part.package, *package.part.package.iter_parts()]
    return sorted({str(one.target_ref) for part in parts for one in part.rels.values() if one.is_external})


def _text(package: Any, surroundings: Frame) -> bytes:
    """Return the main part of *package* with the guide in the place of its text, before its section properties."""
    section = _section(package)
    for other in [child for child in package.element.body if child is not section]:
        package.element.body.remove(other)
    etree.strip_tags(package.element, etree.Comment)
    place = etree.Comment("guide")
    section.addprevious(place)
    text = "".join((*cover(surroundings), *blocks(surroundings.document.children, surroundings)))
    return serialize(with_prefixes(package.element)).replace(etree.tostring(place), text.encode(), 1)


def _furnish(package: Any, surroundings: Frame) -> None:
    """Give the section its running heads and feet, and its direction."""
    section = _section(package)
    rows = (
        ("header", headers(surroundings), CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
        ("footer", footers(surroundings), CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    )
    for old in (*section.findall(qualified("headerReference")), *section.findall(qualified("footerReference"))):
        section.remove(old)
    references: list[Element] = []
    for name, parts, content_type, relationship in rows:
        for kind, data in parts.items():
            identifier = _add_part(package, f"{name}-{kind}.xml", content_type, relationship, data)
            reference = w(f"{name}Reference", type=kind)
            reference.set(f"{{{R}}}id", identifier)
            references.append(reference)
    for place, reference in enumerate(references):
        section.insert(place, reference)
    put(section, w("titlePg"), AFTER_TITLE_PAGE)
    if surroundings.right_to_left:
        put(section, w("bidi"), AFTER_SECTION_BIDI)


def _add_part(package: Any, name: str, content_type: str, relationship: str, data: bytes) -> str:
    """Add a part to *package* and return the id of the document's relationship to it."""
    part = Part(PackURI(MAIN + name), content_type, data, package.part.package)
    return str(package.part.relate_to(part, relationship))


def _settings(settings: Element, document: Document) -> None:
    """Set that even pages have heads of their own, name the separators of the footnotes, set the theme's languages."""
    put(settings, w("evenAndOddHeaders"), AFTER_EVEN_PAGES)
    put(settings, w("footnotePr", w("footnote", id=-1), w("footnote", id=0)), AFTER_NOTES)
    put(settings, w("themeFontLang", **language_slots(document.language)), AFTER_THEME_LANGUAGES)


def _properties(properties: Any, document: Document) -> None:
    created = datetime.datetime.fromisoformat(document.meta["created"])
    names = {"title": "title", "subject": "subject", "author": "author", "last_modified_by": "author", "keywords": "symbol"}
    for name, word in names.items():
        setattr(properties, name, document.meta[word][:LONGEST_PROPERTY])
    properties.language = document.language.word.tag
    properties.created = properties.modified = created
    properties.revision = 1
