"""Reads a DOCX guide back: what Word counts is counted as Word does (ECMA-376 part 1, 17.9), what is typed is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from guidegen.build.archives import parts_of
from guidegen.check.parity.fields import references
from guidegen.check.parity.shape import Readback
from guidegen.document.language import Language
from guidegen.renderers.docx.ooxml import Element, qualified

HEADING, POINT, PARAGRAPH, TABLE = "Heading", "Point", "Paragraph", "TableText"
LEVELS = 9
NOT_COUNTED = "none"


@dataclass(slots=True)
class Lists:
    """The lists of a document while its paragraphs are counted: a list's definition, its restarts, how far each level is."""

    definitions: dict[str, str]
    restarts: dict[str, dict[int, int]]
    begun: set[str] = field(default_factory=set)
    counts: dict[str, list[int]] = field(default_factory=dict)

    def count(self, number: str, level: int) -> int:
        """Return the number of the next paragraph at *level* of the list *number*."""
        counts = self.counts.setdefault(self.definitions[number], [0] * LEVELS)
        if number not in self.begun:
            self.begun.add(number)
            for restarted, start in self.restarts.get(number, {}).items():
                counts[restarted] = start - 1
        counts[level] += 1
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return counts[level]


def read_docx(data: bytes, language: Language) -> Readback:
    """Return what the .docx file *data* says. Raises ValueError where it is none."""
    try:
        parts = parts_of(data)
        document, numbering = (_part(parts, name) for name in ("document", "numbering"))
    except (KeyError, etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from None
    read, lists = Readback(), _lists(numbering)
    texts = [
        paragraph for paragraph in document.iter(qualified("p")) if _style(paragraph).startswith((HEADING, POINT, PARAGRAPH))
    ]
    for paragraph in texts:
        _take(paragraph, read, lists)
    read.references = list(references(texts, language))
    read.tables += (_rows(table) for table in document.iter(qualified("tbl")) if _is_table(table))
    return read


def _part(parts: Mapping[str, bytes], name: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(parts[f"word/{name}.xml"], parser)


def _lists(numbering: Element) -> Lists:
    definitions, restarts = {}, {}
    for one in numbering.findall(qualified("num")):
        number = one.get(qualified("numId"), "")
        definitions[number] = _value(one, "abstractNumId")
        overrides = [each for each in one.findall(qualified("lvlOverride")) if each.find(qualified("startOverride")) is not None]
        restarts[number] = {int(each.get(qualified("ilvl"), 0)): int(_value(each, "startOverride")) for each in overrides}
    return Lists(definitions, restarts)


def _value(element: Element, path: str) -> str:
    """Return the ``w:val`` of what *path*, names between strokes, leads to from *element*; nothing where there is none."""
    found = element.find("/".join(map(qualified, path.split("/"))))
    return "" if found is None else found.get(qualified("val"), "")


def _take(paragraph: Element, read: Readback, lists: Lists) -> None:
    style = _style(paragraph)
    number = _value(paragraph, "pPr/numPr/numId")
    counted = lists.count(number, int(_value(paragraph, "pPr/numPr/ilvl") or 0)) if number else None
    if style.startswith(HEADING):
        read.headings.append((int(style[-1]), _words(paragraph), counted))
    elif style == PARAGRAPH:
        read.paragraphs.append(_label(paragraph) if counted is None else counted)
    elif read.points is not None:
        read.points.append((int(style[-1]), _label(paragraph) if counted is None else counted))
    read.notes += (int(note.get(qualified("id"), 0)) for note in paragraph.iter(qualified("footnoteReference")))


def _style(paragraph: Element) -> str:
    return _value(paragraph, "pPr/pStyle")


def _texts(element: Element) -> Iterator[str]:
    """Yield the characters of *element*, a tab as one."""
    for one in element.iter(qualified("t"), qualified("tab")):
        parent = one.getparent()
        if parent is not None and parent.tag == qualified("r"):
            yield "\t" if one.tag == qualified("tab") else one.text or ""


def _words(element: Element) -> str:
    return " ".join("".join(_texts(element)).split())


def _label(paragraph: Element) -> str:
    """Return the typed label of *paragraph*: what stands before its first tab."""
    return "".join(_texts(paragraph)).partition("\t")[0].strip()


def _is_table(table: Element) -> bool:
    """Return whether *table* is one of the guide's, neither a box nor the contents."""
    first = next(table.iter(qualified("p")), None)
    return first is not None and _value(first, "pPr/pStyle") == TABLE


def _rows(table: Element) -> tuple[int, ...]:
    return tuple(len(row.findall(qualified("tc"))) for row in table.findall(qualified("tr")))
