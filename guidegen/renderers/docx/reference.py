"""Makes ``templates/docx/reference.docx``: an empty document with a named style for everything, set from the skin.

Run by ``make reference``. A secretary restyles the file in Word; the styles' names are what the renderer relies on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from guidegen.renderers.docx.archive import write_archive
from guidegen.renderers.docx.ooxml import PARAGRAPH_ORDER, RUN_ORDER, mm, serialize, twips
from guidegen.renderers.docx.wordml import Xml, flag, ordered, w, whole
from guidegen.resources.project import find_project
from guidegen.templates.skin import Skin, TypeStyle, read_skin

REFERENCE = "docx/reference.docx"
LEADING = 1.24

# skin style -> style id and name in Word; built-in names where Word has one, so that its own tools know them.
STYLES: Mapping[str, tuple[str, str]] = {
    "title": ("Title", "Title"),
    "heading1": ("Heading1", "heading 1"),
    "heading2": ("Heading2", "heading 2"),
    "heading3": ("Heading3", "heading 3"),
    "heading4": ("Heading4", "heading 4"),
    "contents_title": ("TOCHeading", "TOC Heading"),
    "contents1": ("TOC1", "toc 1"),
    "contents2": ("TOC2", "toc 2"),
    "contents3": ("TOC3", "toc 3"),
    "note": ("FootnoteText", "footnote text"),
    "header": ("Header", "header"),
    "footer": ("Footer", "footer"),
}
OUTLINE = {"heading1": 0, "heading2": 1, "heading3": 2, "heading4": 3}
CHARACTER_STYLES = {
    "FootnoteReference": ("footnote reference", [w("vertAlign", val="superscript")]),
    "MastheadBlockText": ("Masthead Block Text", [w("b", val="0"), w("bCs", val="0"), w("sz", val=20), w("szCs", val=20)]),
    "Untranslated": ("Untranslated", [w("shd", val="clear", color="auto", fill="E4E4E4")]),
}
CONTENT_TYPES = {
    "/word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "/word/styles.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
    "/word/settings.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def style_id(name: str) -> str:
    """Return the id of the Word style for the skin's style *name*: ``box_title`` is ``BoxTitle``."""
    return STYLES[name][0] if name in STYLES else name.title().replace("_", "")


def word_name(name: str) -> str:
    """Return the name that Word shows for the skin's style *name*: ``box_title`` is ``Box Title``."""
    return STYLES[name][1] if name in STYLES else name.replace("_", " ").title()


def word_names(skin: Skin) -> dict[str, str]:
    """Return the name of every style that a guide may use, by its id."""
    characters = {identifier: name for identifier, (name, _) in CHARACTER_STYLES.items()}
    return {style_id(name): word_name(name) for name in skin.styles} | characters


def reference_document(skin: Skin) -> bytes:
    """Return the reference document of *skin* as the bytes of a .docx file."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            {"rId1": (f"{OFFICE}/officeDocument", "word/document.xml"), "rId2": (CORE, "docProps/core.xml")}
        ),
        "docProps/core.xml": _core(),
        "word/_rels/document.xml.rels": _relationships(
            {"rId1": (f"{OFFICE}/styles", "styles.xml"), "rId2": (f"{OFFICE}/settings", "settings.xml")}
        ),
        "word/document.xml": whole("document", w("body", w("p"), section_properties(skin))),
        "word/settings.xml": _settings(),
        "word/styles.xml": whole("styles", _defaults(), *_styles(skin)),
    }
    return write_archive(parts)


def section_properties(skin: Skin) -> Xml:
    """Return ``w:sectPr`` with the page of *skin*."""
    page = skin.page
    margins = w(
        "pgMar", top=mm(page.top), right=mm(page.side), bottom=mm(page.bottom), left=mm(page.side),
        header=mm(page.header), footer=mm(page.footer), gutter=0,
    )  # fmt: skip
    return w("sectPr", w("pgSz", w=mm(page.width), h=mm(page.height)), margins, w("titlePg"))


def _settings() -> bytes:
    compatibility = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    return whole("settings", w("evenAndOddHeaders"), w("compat", compatibility))


def _defaults() -> Xml:
    fonts = w("rFonts", ascii="Times New Roman", hAnsi="Times New Roman", eastAsia="SimSun", cs="Times New Roman")
    run = w("rPr", fonts, w("sz", val=21), w("szCs", val=21), w("lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _styles(skin: Skin) -> Iterator[Xml]:
    normal = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", styleId="Normal", default="1")
    words, rank = w("name", val="Default Paragraph Font"), w("uiPriority", val=1)
    character = w("style", words, rank, w("semiHidden"), type="character", styleId="DefaultParagraphFont", default="1")
    yield normal
    yield character
    for name, style in skin.styles.items():
        yield _paragraph_style(name, style, skin)
    for identifier, (shown, properties) in CHARACTER_STYLES.items():
        run = ordered("rPr", RUN_ORDER, properties)
        yield w(
            "style", w("name", val=shown), w("basedOn", val="DefaultParagraphFont"), run, type="character", styleId=identifier
        )


def _paragraph_style(name: str, style: TypeStyle, skin: Skin) -> Xml:
    custom = {} if name in STYLES else {"customStyle": "1"}
    return w(
        "style",
        w("name", val=word_name(name)), w("basedOn", val="Normal"), w("qFormat"),
        _paragraph_properties(name, style, skin), _run_properties(style),
        type="paragraph", styleId=style_id(name), **custom,
    )  # fmt: skip


def _paragraph_properties(name: str, style: TypeStyle, skin: Skin) -> Xml:
    line = twips(round(style.size * LEADING, 1))
    spacing = w("spacing", before=twips(style.before), after=twips(style.after), line=line, lineRule="exact")
    properties = [
        flag("keepNext", style.keep_next),
        flag("pageBreakBefore", style.page_break),
        w("widowControl"),
        spacing,
        indentation(name, style, skin),
        w("jc", val="both") if style.align == "justify" else None,
        w("outlineLvl", val=OUTLINE[name]) if name in OUTLINE else None,
    ]
    return ordered("pPr", PARAGRAPH_ORDER, properties)


def indentation(name: str, style: TypeStyle, skin: Skin) -> Xml | None:
    """Return ``w:ind`` of the skin's style *name*: from the margins of the page, a hanging label outside its text."""
    page = skin.page
    edge = 0.0 if style.wide or name.startswith("box") else page.indent
    start, hanging = edge + style.indent * page.tab, style.hanging * page.tab
    if not (edge or start or hanging):
        return None
    return w("ind", left=mm(start), right=mm(edge), **({"hanging": mm(hanging)} if hanging else {}))


def _run_properties(style: TypeStyle) -> Xml:
    size = round(style.size * 2)
    properties = [
        flag("b", style.bold), flag("bCs", style.bold), flag("i", style.italic), flag("iCs", style.italic),
        w("sz", val=size), w("szCs", val=size),
    ]  # fmt: skip
    return ordered("rPr", RUN_ORDER, properties)


def default_namespace(uri: str) -> Any:
    """Return the map in which *uri* has no prefix; lxml's types forget that the prefix may be None."""
    return {None: uri}


def _content_types() -> bytes:
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    root = etree.Element(f"{{{types}}}Types", nsmap=default_namespace(types))
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    for extension, kind in defaults.items():
        etree.SubElement(root, f"{{{types}}}Default", Extension=extension, ContentType=kind)
    for name, kind in CONTENT_TYPES.items():
        etree.SubElement(root, f"{{{types}}}Override", PartName=name, ContentType=kind)
    return serialize(root)


def _relationships(targets: Mapping[str, tuple[str, str]]) -> bytes:
    root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap=default_namespace(RELATIONSHIPS))
    for identifier, (kind, target) in targets.items():
        etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=identifier, Type=kind, Target=target)
    return serialize(root)


def _core() -> bytes:
    properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return serialize(etree.Element(f"{{{properties}}}coreProperties", nsmap={"cp": properties}))


def main() -> None:
    """Write the reference document of the project in the current folder."""
    project = find_project()
    project.path(f"templates/{REFERENCE}").write_bytes(reference_document(read_skin(project)))
