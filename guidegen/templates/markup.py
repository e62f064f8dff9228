"""Guide markup to the document tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
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
from guidegen.resources.files import UNWANTED
from guidegen.templates.inlines import child_inlines, inlines, text_of
from guidegen.templates.vocabulary import place, vocabulary_findings

PLACE = re.compile(r'template="([^"]+)"')

NodeType = TypeVar("NodeType", bound=Node)


def parse(markup: str, language: Language) -> Document:
    """Return the tree that *markup* writes, not yet numbered.

    Raises GuidegenError with every finding: markup that is not XML or leaves the vocabulary, ids that stand twice,
    references and citations of nothing, references to what has no number, locators that the language has no words for.
    """
    root = _root(markup)
    findings = list(vocabulary_findings(root))
    if findings:
        raise GuidegenError(findings)
    document = _document(root, language)
    findings = [*_id_findings(document), *_citation_findings(document)]
    if findings:
        raise GuidegenError(findings)
    return document


def _root(markup: str) -> etree._Element:
    """Return the XML of *markup*, read without entities, DTD or network."""
    _refuse_unwanted(markup)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError as error:
        message = f"the template does not write well-formed markup: {str(error.msg).partition(', line')[0]}"
        raise GuidegenError([Finding(_last_place(markup, *error.position), "markup", message)]) from None


def _refuse_unwanted(markup: str) -> None:
    unwanted = next((match for match in UNWANTED.finditer(markup) if match[0] != "\t"), None)
    if unwanted:
        message = f"the template writes an invisible character, U+{ord(unwanted[0]):04X}"
        raise GuidegenError([Finding(_place_before(markup[: unwanted.start()]), "markup", message)])


def _last_place(markup: str, line: int | None, column: int | None) -> Source:
    """Return the template line that wrote the last element of *markup* before *line* and *column*."""
    *above, last = markup.split("\n")[:line]
    return _place_before("\n".join([*above, last[:column]]))


def _place_before(markup: str) -> Source:
    places = PLACE.findall(markup)
    return Source.parse(places[-1]) if places else Source("templates")


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
    return Row(tuple(_cell(child) for child in element), kind, element.get("id", ""), source=place(element))


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
    seen: dict[str, Numbered] = {}
    for node in _of(walk(document), Numbered):
        if node.id in seen:
            yield Finding(node.source, "id-twice", f'the id "{node.id}" stands here and at {seen[node.id].source}')
        seen.setdefault(node.id, node)
    for reference in _of(walk(document), Reference):
        if reference.target not in seen:
            yield _nothing(reference.source, "reference", reference.target, seen)
        elif _unnumbered(seen[reference.target]):
            yield Finding(reference.source, "reference", f'a reference to "{reference.target}", which has no number')


def _unnumbered(node: Numbered) -> bool:
    """Return whether no pass will number *node*."""
    if isinstance(node, Section):
        return node.counting != "counted" and not node.number
    return isinstance(node, Box | Table) or (isinstance(node, Paragraph) and not node.counted)


def _citation_findings(document: Document) -> Iterator[Finding]:
    references = document.bibliography.references
    cited_by_sources = (walk(inline) for reference in references.values() for inline in reference)
    for citation in _of(chain(walk(document), *cited_by_sources), Citation):
        if citation.cited not in references:
            yield _nothing(citation.source, "citation", citation.cited, references)
        for locator in citation.locators:
            forms = document.language.citations.locators.get(locator.kind)
            if not forms or not (forms.one if locator.spans else forms.bare):
                what = f'the locator "{locator.kind}" {"with" if locator.spans else "without"} a number'
                hint = "see citations.locators in its conventions.yaml"
                yield Finding(citation.source, "locator", f"{document.language.name} has no words for {what}", hint)


def _nothing(source: Source, rule: str, name: str, known: Iterable[str]) -> Finding:
    return Finding(source, rule, f'a {rule} of "{name}", and there is no such thing', did_you_mean(name, known))


def _of(nodes: Iterable[Node], kind: type[NodeType]) -> Iterator[NodeType]:
    return (node for node in nodes if isinstance(node, kind))
