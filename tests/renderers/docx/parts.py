"""Parts of a .docx file as elements, and what ECMA-376 part 1 (transitional) says about the order of their children."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from guidegen.build.archives import parts_of as parts_of_zip
from guidegen.document.language import Language
from guidegen.document.tree import Block, Document
from guidegen.renderers.docx.frame import Frame, frame
from guidegen.renderers.docx.ooxml import Element, qualified
from guidegen.renderers.docx.package import render_docx
from guidegen.renderers.docx.wordml import Xml, whole
from guidegen.resources.project import Project
from guidegen.templates.skin import read_skin
from tests.conftest import CHECKOUT
from tests.renderers.samples import everything, guide

SKIN = read_skin(CHECKOUT)
PAGES = {"chapter": 2, "chapter.inner": 2, "item": 3, "annex": 4}

# ECMA-376 part 1, annex A.1: the children of each element, in their order. A name with * may stand more than once.
ORDER: Mapping[str, str] = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
    "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl "
    "divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath",
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "tbl": "bookmarkStart* bookmarkEnd* tblPr tblGrid tr*",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tblGrid": "gridCol*",
    "tr": "tblPrEx trPr tc*",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference* footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
    "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
    "numbering": "numPicBullet* abstractNum* num* numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl*",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride*",
    "lvlOverride": "startOverride lvl",
    "styles": "docDefaults latentStyles style*",
    "docDefaults": "rPrDefault pPrDefault",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins defaultTabStop autoHyphenation "
    "evenAndOddHeaders bookFoldRevPrinting characterSpacingControl updateFields hdrShapeDefaults footnotePr endnotePr compat "
    "docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping shapeDefaults decimalSymbol listSeparator",
    "footnotePr": "pos numFmt numStart numRestart footnote*",
}


def w(name: str) -> str:
    """Return *name* in the WordprocessingML namespace."""
    return qualified(name)


def framed(document: Document, pages: Mapping[str, int] | None = None) -> Frame:
    """Return the frame in which *document* is rendered with the shipped skin."""
    return frame(document, SKIN, PAGES if pages is None else pages)


def frame_of(language: Language, *blocks: Block) -> Frame:
    """Return the frame of a guide with one section of *blocks*."""
    return framed(guide(language, *blocks))


def rendered(language: Language, project: Project = CHECKOUT) -> dict[str, Element]:
    """Return the parts of a guide with everything in *language*, by their name below ``word/``."""
    return parts_of(render_docx(everything(language), project, PAGES))


def parts_of(data: bytes) -> dict[str, Element]:
    """Return the XML parts of the .docx file *data*; the folder ``word/`` is left out of their names."""
    return {name.removeprefix("word/"): etree.fromstring(part) for name, part in parts_of_zip(data).items()}


def read(xml: Xml) -> Element:
    """Return the element that *xml* is."""
    return etree.fromstring(whole("x", xml))[0]


def read_all(written: Iterable[Xml]) -> list[Element]:
    """Return the elements that are *written*, beside each other."""
    return list(etree.fromstring(whole("x", *written)))


def child(element: Element, path: str) -> Element:
    """Return the element that the names of *path* lead to from *element*."""
    for name in path.split("/"):
        found = element.find(w(name))
        assert found is not None, f"{etree.QName(element).localname} has no {name}"
        element = found
    return element


def names(element: Element | None) -> list[str]:
    """Return the local names of the children of *element*, in order."""
    return [] if element is None else [etree.QName(one).localname for one in element]


def value(element: Element, path: str = "") -> str:
    """Return the ``w:val`` of what *path* leads to."""
    return str((child(element, path) if path else element).get(w("val")))


def words(element: Element) -> str:
    """Return the characters of *element*, a tab as ``→``."""
    return "".join(one.text or "" if one.tag == w("t") else "→" for one in element.iter(w("t"), w("tab")) if in_run(one))


def in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == w("r")


def all_of(parts: Iterable[Element], *tags: str) -> Iterator[Element]:
    """Yield the elements called *tags* in *parts*."""
    for part in parts:
        yield from part.iter(*map(w, tags))


def out_of_order(root: Element) -> list[str]:
    """Return each element under *root* whose children are not those, or not in the order, that ECMA-376 says."""
    return [
        f"{etree.QName(element).localname}: {' '.join(names(element))}"
        for element in root.iter()
        if isinstance(element.tag, str) and not _follows(names(element), ORDER.get(etree.QName(element).localname))
    ]


def _follows(found: list[str], order: str | None) -> bool:
    if order is None:
        return True
    known = [name.rstrip("*") for name in order.split()]
    often = {name.rstrip("*") for name in order.split() if name.endswith("*")}
    positions = [known.index(name) for name in found if name in known]
    once = [name for name in found if name not in often]
    return len(positions) == len(found) and positions == sorted(positions) and len(once) == len(set(once))
