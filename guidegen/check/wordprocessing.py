"""What holds in every DOCX that Word opens without a word: what validators of the schema do not see.

A schema knows which element may stand in which. It does not say that a field ends, that a bookmark is there, that a cell ends
with a paragraph or that a style is defined (ECMA-376 part 1, 17.16.18, 17.13.6, 17.4.66, 17.7): Word repairs such files, or
refuses them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from guidegen.build.archives import parts_of
from guidegen.errors import Finding, Source
from guidegen.renderers.docx.ooxml import Element, R, qualified
from guidegen.renderers.docx.watermark import VML

MAIN, NUMBERING, STYLES, NOTES = "word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"
TEXT_PARTS = ("word/document", "word/header", "word/footer", "word/footnotes")
FIELD_ORDER = {"begin": ("", "end"), "separate": ("begin",), "end": ("begin", "separate")}
REFERRING = {"REF", "PAGEREF", "NOTEREF"}
SEPARATORS = {"separator", "continuationSeparator"}
NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class Package:
    """The XML parts of a .docx file by their names."""

    parts: Mapping[str, Element]

    def texts(self) -> Iterator[tuple[str, Element]]:
        """Yield the parts that hold text: body, heads, feet and notes."""
        yield from ((name, root) for name, root in self.parts.items() if name.startswith(TEXT_PARTS))

    def values(self, part: str, element: str, attribute: str) -> list[str]:
        """Return the values of *attribute* on each *element* of *part*."""
        root = self.parts.get(part)
        return [] if root is None else [str(one.get(qualified(attribute))) for one in root.iter(qualified(element))]


def package_findings(data: bytes, place: Source) -> Iterator[Finding]:
    """Yield what is wrong with the .docx file *data*, which stands at *place*."""
    try:
        parts = parts_of(data)
        roots = {name: _root(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    except (ValueError, etree.XMLSyntaxError) as error:
        yield Finding(place, "docx-package", f"not a Word document: {error}")
        return
    for rule, check in RULES.items():
        yield from (Finding(place, rule, sentence) for sentence in check(Package(roots)))


def _root(part: bytes) -> Element:
    """Return the XML of *part*. Raises ValueError where it declares a document type, which none may."""
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a part declares a document type, which may hold entities")
    return root


def _fields(package: Package) -> Iterator[str]:
    """Fields begin, have a result and end, in this order and inside of one paragraph."""
    for name, root in package.texts():
        for paragraph in root.iter(qualified("p")):
            kinds = [str(mark.get(qualified("fldCharType"))) for mark in paragraph.iter(qualified("fldChar"))]
            steps = zip(["", *kinds], kinds, strict=False)
            if any(before not in FIELD_ORDER[kind] for before, kind in steps) or kinds[-1:] not in ([], ["end"]):
                yield f"{name}: a field is not complete: {' '.join(kinds)}"


def _bookmarks(package: Package) -> Iterator[str]:
    """Bookmarks have a name and an id of their own, a beginning and an end, and what is referred to is there."""
    starts = package.values(MAIN, "bookmarkStart", "id")
    ends = package.values(MAIN, "bookmarkEnd", "id")
    names = package.values(MAIN, "bookmarkStart", "name")
    yield from (f'there are two bookmarks "{name}"' for name in _repeated(names))
    yield from (f"there are two bookmarks with the id {one}" for one in _repeated(starts))
    if sorted(starts) != sorted(ends):
        yield f"bookmarks that do not begin and end: {', '.join(sorted(set(starts) ^ set(ends)))}"
    for _, root in package.texts():
        yield from (f'there is no bookmark "{name}"' for name in dict.fromkeys(_referred(root)) if name not in names)


def _referred(root: Element) -> Iterator[str]:
    """Yield the bookmarks that fields and links name."""
    for code in root.iter(qualified("instrText")):
        kind, *rest = str(code.text).split()
        if kind in REFERRING:
            yield rest[0]
    yield from (str(link.get(qualified("anchor"))) for link in root.iter(qualified("hyperlink")) if link.get(qualified("anchor")))


def _cells(package: Package) -> Iterator[str]:
    """Cells end with a paragraph, and rows fill the grid."""
    for name, root in package.texts():
        for cell in root.iter(qualified("tc")):
            if not len(cell) or cell[-1].tag != qualified("p"):
                yield f"{name}: a cell does not end with a paragraph"
        for table in root.iter(qualified("tbl")):
            columns = len(table.findall(f"{qualified('tblGrid')}/{qualified('gridCol')}"))
            widths = {_width(row) for row in table.findall(qualified("tr"))}
            if widths - {columns}:
                yield f"{name}: a table of {columns} columns has rows of {sorted(widths)}"


def _width(row: Element) -> int:
    spans = [cell.find(f"{qualified('tcPr')}/{qualified('gridSpan')}") for cell in row.findall(qualified("tc"))]
    return sum(1 if span is None else int(str(span.get(qualified("val")))) for span in spans)


def _styles(package: Package) -> Iterator[str]:
    """Every style that is named is defined, once."""
    defined = package.values(STYLES, "style", "styleId")
    yield from (f'the style "{name}" is defined twice' for name in _repeated(defined))
    named = (
        value
        for part in package.parts
        for kind in ("pStyle", "rStyle", "tblStyle")
        for value in package.values(part, kind, "val")
    )
    yield from (f'there is no style "{name}"' for name in dict.fromkeys(named) if name not in defined)


def _lists(package: Package) -> Iterator[str]:
    """Every list that is named is defined, with the level that is named."""
    root = package.parts.get(NUMBERING)
    nums = [] if root is None else root.findall(qualified("num"))
    definitions = {} if root is None else {_id(one, "abstractNumId"): one for one in root.findall(qualified("abstractNum"))}
    levels: dict[str, set[str]] = {}
    for num in nums:
        definition = definitions.get(str(num[0].get(qualified("val"))))
        levels[_id(num, "numId")] = (
            set() if definition is None else {_id(one, "ilvl") for one in definition.iter(qualified("lvl"))}
        )
    for _, text in package.texts():
        named = {(value(one, "numId"), value(one, "ilvl")) for one in text.iter(qualified("numPr"))}
        yield from (f"there is no list {number} with the level {level}" for number, level in sorted(named)
                    if number != NO_LIST and level not in levels.get(number, ()))  # fmt: skip


def value(element: Element, name: str) -> str:
    """Return the ``w:val`` of the child *name* of *element*; empty without one."""
    child = element.find(qualified(name))
    return "" if child is None else str(child.get(qualified("val")))


def _id(element: Element, name: str) -> str:
    return str(element.get(qualified(name)))


def _notes(package: Package) -> Iterator[str]:
    """Every footnote is called once, every call has its footnote, and the separators that Word asks for are there."""
    root = package.parts.get(NOTES)
    notes = [] if root is None else root.findall(qualified("footnote"))
    kinds = {str(note.get(qualified("type"))) for note in notes}
    ids = [_id(note, "id") for note in notes if note.get(qualified("type")) is None]
    calls = package.values(MAIN, "footnoteReference", "id")
    if notes and not kinds >= SEPARATORS:
        yield "the footnotes have no separators"
    if sorted(ids) != sorted(calls):
        odd = sorted((Counter(ids) - Counter(calls)) + (Counter(calls) - Counter(ids)))
        yield f"footnotes and their calls do not match: {', '.join(odd)}"


def _relationships(package: Package) -> Iterator[str]:
    """Every relationship that is named is there."""
    for name, root in package.texts():
        folder, _, file = name.rpartition("/")
        relations = package.parts.get(f"{folder}/_rels/{file}.rels")
        known = set() if relations is None else {str(one.get("Id")) for one in relations}
        named = {str(value) for one in root.iter() for key, value in one.attrib.items() if str(key).startswith(f"{{{R}}}")}
        yield from (f"{name}: there is no relationship {one}" for one in sorted(named - known))


def _described(package: Package) -> Iterator[str]:
    """Everything graphical has words for those who do not see it, and so has every table."""
    for name, root in package.texts():
        if any(not shape.get("alt") for shape in root.iter(f"{{{VML}}}shape")):
            yield f"{name}: a shape is not described"
        for properties in root.iter(qualified("tblPr")):
            if not value(properties, "tblCaption"):
                yield f"{name}: a table has no title"


def _controls(package: Package) -> Iterator[str]:
    """Content controls have ids of their own and names."""
    controls = [one for _, root in package.texts() for one in root.iter(qualified("sdtPr"))]
    yield from (f"there are two content controls with the id {one}" for one in _repeated(value(one, "id") for one in controls))
    if not all(value(one, "alias") and value(one, "tag") for one in controls):
        yield "a content control has no name"


def _repeated(values: Iterable[str]) -> list[str]:
    return [one for one, times in Counter(values).items() if times > 1]


RULES: Mapping[str, Callable[[Package], Iterator[str]]] = {
    "docx-field": _fields,
    "docx-bookmark": _bookmarks,
    "docx-cell": _cells,
    "docx-style": _styles,
    "docx-list": _lists,
    "docx-note": _notes,
    "docx-relationship": _relationships,
    "docx-description": _described,
    "docx-control": _controls,
}
