"""Guide markup to the document tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from lxml import etree

from guidegen.document.language import Language
from guidegen.document.tree import (
    Bibliography,
    Block,
    Box,
    Citation,
    Contents,
    Cover,
    Document,
    Emphasis,
    Field,
    Foreign,
    Inline,
    Locator,
    Node,
    Note,
    Numbered,
    Paragraph,
    Pending,
    Point,
    Reference,
    Section,
    Text,
    Untranslated,
)
from guidegen.document.walk import walk
from guidegen.errors import Finding, GuidegenError, Source, did_you_mean
from guidegen.templates.vocabulary import place, vocabulary_findings

SPACE = re.compile("[ \n\r\t]+")
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
        cover=Cover(tuple(Field(_name(line), _inlines(line), source=place(line)) for line in root.findall("cover/field"))),
        contents=next((_contents(child) for child in root.findall("contents")), None),
        bibliography=Bibliography() if bibliography is None else _bibliography(bibliography),
        meta={_name(child): _text_of(child) for child in root.findall("meta")},
        source=place(root),
    )


def _contents(element: etree._Element) -> Contents:
    columns: Any = tuple((str(column.get("kind")), _text_of(column)) for column in element.findall("column"))
    return Contents(_child_inlines(element, "title"), columns, int(element.get("depth", "2")), source=place(element))


def _bibliography(element: etree._Element) -> Bibliography:
    references = {str(child.get("id")): _inlines(child) for child in element.findall("reference")}
    return Bibliography(references, element.get("ibid") == "true", source=place(element))


# -- blocks --------------------------------------------------------------------------------------------------------------------


def _section(element: etree._Element) -> Section:
    counting: Any = element.get("counting", "counted")
    ordinal = element.get("ordinal")
    label = element.find("label")
    return Section(
        _child_inlines(element, "title"),
        tuple(BLOCKS[str(child.tag)](child) for child in element if child.tag in BLOCKS),
        counting,
        id=_id(element),
        ordinal=int(ordinal) if ordinal else None,
        number=element.get("number", ""),
        label="" if label is None else _text_of(label),
        source=place(element),
    )


def _paragraph(element: etree._Element) -> Paragraph:
    counted = element.tag == "para"
    return Paragraph(_inlines(element), _points(element, 1), counted, id=_id(element), source=place(element))


def _points(element: etree._Element, level: int) -> tuple[Point, ...]:
    return tuple(
        Point(_inlines(child), _points(child, level + 1), level, id=_id(child), source=place(child))
        for child in element.findall("point")
    )


def _box(element: etree._Element) -> Box:
    paragraphs = tuple(_paragraph(child) for child in element.findall("p"))
    kicker, title = _child_inlines(element, "kicker"), _child_inlines(element, "title")
    return Box(kicker, title, paragraphs, id=_id(element), source=place(element))


BLOCKS: Mapping[str, Callable[[etree._Element], Block]] = {"section": _section, "para": _paragraph, "box": _box}

# -- inlines -------------------------------------------------------------------------------------------------------------------


def _inlines(element: etree._Element) -> tuple[Inline, ...]:
    """Return the text and inline elements of *element*; white space is one space, none at either end."""
    found: list[Inline] = []
    source = place(element)
    _add_text(found, element.text, source)
    for child in element:
        if child.tag in INLINE_BUILDERS:
            found.append(INLINE_BUILDERS[str(child.tag)](child))
            _add_text(found, child.tail, source)
    return _trimmed(found)


def _add_text(found: list[Inline], text: str | None, source: Source) -> None:
    if text:
        found.append(Text(SPACE.sub(" ", text), source=source))


def _trimmed(found: list[Inline]) -> tuple[Inline, ...]:
    """Return *found* without the white space of the template's own lines at its ends."""
    if found and isinstance(found[0], Text):
        found[0] = Text(found[0].value.lstrip(" "), source=found[0].source)
    if found and isinstance(found[-1], Text):
        found[-1] = Text(found[-1].value.rstrip(" "), source=found[-1].source)
    return tuple(one for one in found if not (isinstance(one, Text) and not one.value))


def _note(element: etree._Element) -> Note:
    return Note(_inlines(element), id=_id(element), source=place(element))


def _citation(element: etree._Element) -> Citation:
    return Citation(str(element.get("source")), tuple(_locators(element.get("locator", ""))), source=place(element))


def _locators(attribute: str) -> Iterator[Locator]:
    for part in attribute.split():
        kind, _, numbers = part.partition(":")
        spans = [tuple(span.partition("-")[::2]) for span in numbers.split(",") if span]
        yield Locator(kind, tuple((first, last) for first, last in spans))


INLINE_BUILDERS: Mapping[str, Callable[[etree._Element], Inline]] = {
    "em": lambda element: Emphasis(_inlines(element), source=place(element)),
    "foreign": lambda element: Foreign(_inlines(element), *_language(element), source=place(element)),
    "untranslated": lambda element: Untranslated(_inlines(element), *_language(element), source=place(element)),
    "pending": lambda element: Pending(source=place(element)),
    "note": _note,
    "cite": _citation,
    "ref": lambda element: Reference(str(element.get("to")), source=place(element)),
}


def _language(element: etree._Element) -> tuple[str, Any]:
    return str(element.get("lang")), str(element.get("dir"))


def _child_inlines(element: etree._Element, name: str) -> tuple[Inline, ...]:
    child = element.find(name)
    return () if child is None else _inlines(child)


def _text_of(element: etree._Element) -> str:
    return SPACE.sub(" ", "".join(element.itertext())).strip(" ")


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

