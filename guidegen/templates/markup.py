"""Guide markup to the document tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from lxml import etree

from guidegen.document.inlines import Citation, Node, Numbered, Reference
from guidegen.document.language import Language
from guidegen.document.tree import (
    Bibliography,
    Block,
    Box,
    Cell,
    Contents,
    Cover,
    Document,
    Field,
    Paragraph,
    Point,
    Row,
    Section,
    Table,
)
from guidegen.document.walk import walk
from guidegen.errors import Finding, GuidegenError, Source, did_you_mean
from guidegen.templates.inlines import child_inlines, inlines, text_of
from guidegen.templates.vocabulary import place, vocabulary_findings

PLACE = re.compile(r'template="([^"]+)"')

NodeType = TypeVar("NodeType", bound=Node)


def parse(markup: str, language: Language) -> Document:
    """Return the tree that *markup* writes, not yet numbered.

    Raises GuidegenError with every finding: markup that is not XML or leaves the vocabulary, ids that stand twice,
    references and citations of nothing.
    """
    root = _root(markup)
    findings = list(vocabulary_findings(root))
    if findings:
        raise GuidegenError(findings)
    document = _document(root, language)
    findings = list(_id_findings(document))
    if findings:
        raise GuidegenError(findings)
    return document


def _root(markup: str) -> etree._Element:
    """Return the XML of *markup*, read without entities, DTD or network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError as error:
        before = "\n".join(markup.splitlines()[: error.lineno or 1])
        places = PLACE.findall(before)
        where = Source.parse(places[-1]) if places else Source("templates")
        message = f"the template does not write well-formed markup: {error.msg}"
        raise GuidegenError([Finding(where, "markup", message)]) from None


def _document(root: etree._Element, language: Language) -> Document:
    bibliography = root.find("bibliography")
    return Document(
        language,
        tuple(_section(child) for child in root.findall("section")),
        cover=Cover(tuple(Field(_name(line), inlines(line), source=place(line)) for line in root.findall("cover/field"))),
        contents=next((_contents(child) for child in root.findall("contents")), None),
        bibliography=Bibliography() if bibliography is None else _bibliography(bibliography),
        meta={_name(child): text_of(child) for child in root.findall("meta")},
        source=place(root),
    )


def _contents(element: etree._Element) -> Contents:
    columns: Any = tuple((str(column.get("kind")), text_of(column)) for column in element.findall("column"))
    return Contents(child_inlines(element, "title"), columns, int(element.get("depth", "2")), source=place(element))


def _bibliography(element: etree._Element) -> Bibliography:
    references = {str(child.get("id")): inlines(child) for child in element.findall("reference")}
    return Bibliography(references, element.get("ibid") == "true", source=place(element))


# -- blocks --------------------------------------------------------------------------------------------------------------------


def _section(element: etree._Element) -> Section:
    counting: Any = element.get("counting", "counted")
    ordinal = element.get("ordinal")
    label = element.find("label")
    return Section(
        child_inlines(element, "title"),
        tuple(BLOCKS[str(child.tag)](child) for child in element if child.tag in BLOCKS),
        counting,
        id=_id(element),
        ordinal=int(ordinal) if ordinal else None,
        number=element.get("number", ""),
        label="" if label is None else text_of(label),
        lettered=element.get("notes") == "letters",
        source=place(element),
    )


def _paragraph(element: etree._Element) -> Paragraph:
    counted = element.tag == "para"
    return Paragraph(inlines(element), _points(element, 1), counted, id=_id(element), source=place(element))


def _points(element: etree._Element, level: int) -> tuple[Point, ...]:
    return tuple(
        Point(inlines(child), _points(child, level + 1), level, id=_id(child), source=place(child))
        for child in element.findall("point")
    )


def _box(element: etree._Element) -> Box:
    paragraphs = tuple(_paragraph(child) for child in element.findall("p"))
    kicker, title = child_inlines(element, "kicker"), child_inlines(element, "title")
    return Box(kicker, title, paragraphs, id=_id(element), source=place(element))


def _table(element: etree._Element) -> Table:
    widths = tuple(float(width) for width in str(element.get("widths")).split())
    rows = tuple(_row(child) for child in element.findall("row"))
    return Table(child_inlines(element, "title"), widths, rows, id=_id(element), source=place(element))


def _row(element: etree._Element) -> Row:
    kind: Any = element.get("kind", "body")
    return Row(tuple(_cell(child) for child in element), kind, source=place(element))


def _cell(element: etree._Element) -> Cell:
    fill: Any = element.get("fill", "")
    return Cell(inlines(element), int(element.get("span", "1")), fill, source=place(element))


BLOCKS: Mapping[str, Callable[[etree._Element], Block]] = {
    "section": _section,
    "para": _paragraph,
    "box": _box,
    "table": _table,
}


def _id(element: etree._Element) -> str:
    return str(element.get("id"))


def _name(element: etree._Element) -> str:
    return str(element.get("name"))


# -- ids -----------------------------------------------------------------------------------------------------------------------


def _id_findings(document: Document) -> Iterator[Finding]:
    seen: dict[str, Source] = {}
    for node in _of(walk(document), Numbered):
        if node.id in seen:
            yield Finding(node.source, "id-twice", f'the id "{node.id}" stands here and at {seen[node.id]}')
        seen.setdefault(node.id, node.source)
    for reference in _of(walk(document), Reference):
        if reference.target not in seen:
            yield _nothing(reference.source, "reference", reference.target, seen)
    for citation in _of(walk(document), Citation):
        if citation.cited not in document.bibliography.references:
            yield _nothing(citation.source, "citation", citation.cited, document.bibliography.references)


def _nothing(source: Source, rule: str, name: str, known: Iterable[str]) -> Finding:
    return Finding(source, rule, f'a {rule} of "{name}", and there is no such thing', did_you_mean(name, known))


def _of(nodes: Iterable[Node], kind: type[NodeType]) -> Iterator[NodeType]:
    return (node for node in nodes if isinstance(node, kind))
