"""Writes XLIFF 1.2 (OASIS, 2008), the version that most translators' tools read: a file for each catalogue.

Note marks, citations, references and placeholders stand in ``ph`` elements, which tools keep from being changed. The state of a
unit is that of its target; ``extradata`` holds the stamp of the export.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from guidegen.translation.exchange.outgoing import Export
from guidegen.translation.exchange.units import Unit, UnitFile, UnitState, stamp
from guidegen.translation.exchange.xml import element, xml_bytes
from guidegen.translation.status import MARKS

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TOOL = "guidegen"
STATES: Mapping[UnitState, str] = {
    UnitState.UNTRANSLATED: "needs-translation",
    UnitState.REVIEW: "needs-review-translation",
    UnitState.TRANSLATED: "translated",
    UnitState.FINAL: "final",
}
PROTECTED = re.compile(f"({MARKS.pattern})")


def xliff_files(export: Export) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of an XLIFF file for each catalogue."""
    for file in export.units():
        yield f"{file.language}/{file.stem}.xlf", xliff(file)


def xliff(file: UnitFile) -> bytes:
    """Return *file* as XLIFF."""
    elements = [(unit, _unit(unit)) for unit in file.units]
    tool = element(NAMESPACE, "tool", **{"tool-id": TOOL, "tool-name": TOOL})
    body = element(NAMESPACE, "body", *(made for _, made in elements))
    described = element(NAMESPACE, "file", element(NAMESPACE, "header", tool), body, **_described(file))
    root = element(NAMESPACE, "xliff", described, version="1.2")
    # What is indented after its texts are in it has other texts.
    etree.indent(root)
    for unit, made in elements:
        _fill(made, unit)
    return xml_bytes(root)


def _described(file: UnitFile) -> dict[str, str]:
    return {
        "original": f"{file.stem}.po",
        "source-language": file.source_language,
        "target-language": file.language,
        "datatype": "plaintext",
        "tool-id": TOOL,
        "product-name": file.project,
    }


def _unit(unit: Unit) -> etree._Element:
    """Return *unit* with its text and translation still empty."""
    approved = "yes" if unit.state is UnitState.FINAL else "no"
    limit = {"maxwidth": str(unit.limit), "size-unit": "char"} if unit.limit else {}
    names = {"id": unit.context, "resname": unit.context, "approved": approved, "extradata": stamp(unit), **limit}
    lines = (element(NAMESPACE, "source"), element(NAMESPACE, "target", state=STATES[unit.state]))
    notes = (element(NAMESPACE, "note", text, **{"from": TOOL}) for text in unit.notes)
    return element(NAMESPACE, "trans-unit", *lines, *notes, **names, **{XML_SPACE: "preserve"})


def _fill(made: etree._Element, unit: Unit) -> None:
    known = list(_marks(unit.source))
    for place, text in ((0, unit.source), (1, unit.target)):
        _fill_line(made[place], text, known)


def _marks(text: str) -> Iterator[tuple[str, int]]:
    """Yield each mark of *text* and how often it stood before."""
    seen = Counter[str]()
    for mark in MARKS.findall(text):
        yield mark, seen[mark]
        seen[mark] += 1


def _fill_line(line: etree._Element, text: str, known: list[tuple[str, int]]) -> None:
    """Put *text* into *line*; its marks have the numbers that the same ones have among those *known*, the source text's."""
    words, *rest = PROTECTED.split(text)
    line.text = words
    for mark, numbered, following in zip(rest[::2], _marks(text), rest[1::2], strict=True):
        if numbered not in known:
            known.append(numbered)
        held = element(NAMESPACE, "ph", mark, id=str(known.index(numbered) + 1))
        held.tail = following
        line.append(held)
