"""Reads XLIFF 1.2 that comes back from a translator's tool."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.translation.exchange.units import Unit, UnitFile, UnitState
from guidegen.translation.exchange.xliff import NAMESPACE, STATES
from guidegen.translation.exchange.xml import line_of, parse_xml

NAMES = {"x": NAMESPACE}
# The states of XLIFF 1.2 besides those that guidegen writes; any other that begins with "needs-" asks for a review.
READ_STATES: Mapping[str, UnitState] = {
    **{name: state for state, name in STATES.items()},
    "new": UnitState.UNTRANSLATED,
    "signed-off": UnitState.FINAL,
}


def read_xliff(path: str, data: bytes) -> list[UnitFile]:
    """Return the catalogues in *data*, which was read from *path*.

    Raises GuidegenError where it is no XLIFF 1.2.
    """
    root = parse_xml(path, data)
    if root.tag != f"{{{NAMESPACE}}}xliff":
        version = f"XLIFF {root.get('version')}" if etree.QName(root).localname == "xliff" else "another kind of XML"
        sentence = f"not a file of XLIFF 1.2: {version}"
        raise GuidegenError([Finding(Source(path, line_of(root)), "exchange-format", sentence, "export it anew as XLIFF 1.2")])
    files = [_file(path, element) for element in root.iterfind("x:file", NAMES)]
    if not files:
        raise GuidegenError([Finding(Source(path, line_of(root)), "exchange-format", "there is no catalogue in the file")])
    return files


def _file(path: str, element: etree._Element) -> UnitFile:
    stem = element.get("original", "").removesuffix(".po")
    units = tuple(_units(path, element))
    source, target = element.get("source-language", ""), element.get("target-language", "")
    return UnitFile(element.get("product-name", ""), stem, source, target, units, Source(path, line_of(element)))


def _units(path: str, element: etree._Element) -> Iterator[Unit]:
    for unit in element.iterfind(".//x:trans-unit", NAMES):
        target = unit.find("x:target", NAMES)
        text = _text(target)
        yield Unit(
            unit.get("id", ""),
            _text(unit.find("x:source", NAMES)),
            text,
            _state(unit, target, text),
            stamp=unit.get("extradata", ""),
            place=Source(path, line_of(unit)),
        )


def _text(element: etree._Element | None) -> str:
    """Return the text of *element* with that of its inline elements: of the marks that stand in them, and of segments."""
    return "" if element is None else "".join(str(text) for text in element.itertext())


def _state(unit: etree._Element, target: etree._Element | None, text: str) -> UnitState:
    """Return the state of *unit*; without one of its own, what the unit's approval says."""
    if target is None or not text.strip():
        return UnitState.UNTRANSLATED
    state = target.get("state", "")
    if state in READ_STATES:
        return READ_STATES[state]
    if state.startswith("needs-"):
        return UnitState.REVIEW
    return UnitState.FINAL if unit.get("approved") == "yes" else UnitState.TRANSLATED
