"""Reads a bilingual table that comes back from Word or LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from guidegen.build.archives import TooLargeError, parts_of
from guidegen.errors import Finding, GuidegenError, Source
from guidegen.renderers.docx.ooxml import Element, W, qualified
from guidegen.translation.exchange.units import Unit, UnitFile, UnitState
from guidegen.translation.exchange.word_parts import CATALOGUE, CUSTOM, DOCUMENT, PROJECT, PROPERTIES, SOURCE, TARGET
from guidegen.translation.exchange.word_table import FIRST, LAST, STATES, WIDTHS
from guidegen.translation.exchange.xml import parse_xml

NAMES = {"w": W}
# Tracked insertions, deletions and moves, of words, paragraphs, rows and cells.
TRACKED = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")
CHARACTERS: Mapping[str, str] = {
    qualified("tab"): "\t",
    qualified("br"): "\n",
    qualified("cr"): "\n",
    qualified("noBreakHyphen"): "\u2011",
    qualified("softHyphen"): "\u00ad",
}
# What may stand in a cell and is not text: a translation would lose it.
FOREIGN = ("sym", "drawing", "pict", "object", "footnoteReference", "endnoteReference", "fldSimple", "fldChar")


def read_word(path: str, data: bytes) -> list[UnitFile]:
    """Return the catalogue in the Word document *data*, which was read from *path*.

    Raises GuidegenError where it is none, has no table of guidegen's, or changes are tracked in it.
    """
    parts = _parts(path, data)
    document, properties = parse_xml(path, parts[DOCUMENT]), _properties(parse_xml(path, parts[PROPERTIES]))
    table = _table(path, document)
    findings = list(_tracked(path, table)) or list(_row_findings(path, table))
    if findings:
        raise GuidegenError(findings)
    project, stem, source, target = (properties.get(name, "") for name in (PROJECT, CATALOGUE, SOURCE, TARGET))
    return [UnitFile(project, stem, source, target, tuple(_unit(path, row) for _, row in _rows(table)), Source(path))]


def _fault(path: str, rule: str, sentence: str, hint: str = "") -> GuidegenError:
    return GuidegenError([Finding(Source(path), rule, sentence, hint)])


def _parts(path: str, data: bytes) -> Mapping[str, bytes]:
    """Return the parts that are read here: the document, and what says which catalogue is in it."""
    try:
        parts = parts_of(data, DOCUMENT, PROPERTIES)
    except TooLargeError as error:
        raise _fault(path, "file-size", f"the document is too large to be read: {error}") from None
    except ValueError as error:
        raise _fault(path, "exchange-format", f"not a Word document (.docx): {error}") from None
    for name in (DOCUMENT, PROPERTIES):
        if name not in parts:
            sentence = f"not a document that guidegen exported: it has no {name}"
            raise _fault(path, "exchange-table", sentence, "write into the exported file itself, not into a copy of its text")
    return parts


def _properties(root: Element) -> Mapping[str, str]:
    return {str(one.get("name")): "".join(map(str, one.itertext())) for one in root.iterfind(f"{{{CUSTOM}}}property")}


def _table(path: str, document: Element) -> Element:
    """Return the table whose head is that of an export."""
    for table in document.iter(qualified("tbl")):
        heads = [_text(cell) for cell in _cells(next(table.iter(qualified("tr")), table))]
        if len(heads) == len(WIDTHS) and (heads[0].strip(), heads[-1].strip()) == (FIRST, LAST):
            return table
    raise _fault(path, "exchange-table", "there is no table of guidegen's in the document", "export it anew")


def _rows(table: Element) -> Iterator[tuple[int, Element]]:
    """Yield the rows of *table* below its head, with their numbers."""
    yield from list(enumerate(table.iter(qualified("tr"))))[1:]


def _cells(row: Element) -> list[Element]:
    return list(row.iter(qualified("tc")))


def _text(cell: Element) -> str:
    """Return what is written in *cell*, a line for each paragraph."""
    return "\n".join("".join(_written(paragraph)) for paragraph in cell.iter(qualified("p")))


def _written(paragraph: Element) -> Iterator[str]:
    for run in paragraph.iter(qualified("r")):
        for element in run:
            yield (element.text or "") if element.tag == qualified("t") else CHARACTERS.get(str(element.tag), "")


def _tracked(path: str, table: Element) -> Iterator[Finding]:
    """Yield a finding for the first row in which changes are tracked: whether they hold is not ours to decide."""
    for number, row in enumerate(table.iter(qualified("tr"))):
        if next(row.iter(*map(qualified, TRACKED)), None) is not None:
            sentence = f"row {number}{_named(row)}: changes are tracked in it"
            yield Finding(Source(path), "exchange-tracked", sentence, "accept or reject all changes in Word, then save")
            return


def _named(row: Element) -> str:
    name = next(iter(_text(next(iter(_cells(row)), row)).split()), "")
    return f' ("{name}")' if name else ""


def _row_findings(path: str, table: Element) -> Iterator[Finding]:
    for number, row in _rows(table):
        sentence, hint = _row_fault(row)
        if sentence:
            yield Finding(Source(path), "exchange-table", f"row {number}{_named(row)}: {sentence}", hint)


def _row_fault(row: Element) -> tuple[str, str]:
    """Return what is wrong with *row*, and what to do about it; nothing where it is sound."""
    cells = _cells(row)
    if len(cells) != len(WIDTHS):
        return f"it has {len(cells)} cells and should have {len(WIDTHS)}", "do not merge or split cells"
    state = _text(cells[-1]).strip().lower()
    if state not in STATES:
        return f'"{state}" is no state', f"write one of: {', '.join(STATES)}"
    if next(cells[2].iter(*map(qualified, FOREIGN)), None) is not None:
        return "there is a picture, a symbol, a field or a note in the translation", "write all of it as text"
    return "", ""


def _unit(path: str, row: Element) -> Unit:
    names, source, target, state = map(_text, _cells(row))
    context, mark, *_ = [*names.strip("\n").partition("\n")[0].split(), "", ""]
    unit = Unit(context, source.strip("\n"), target, UnitState(state.strip().lower()), stamp=mark, place=Source(path))
    # Empty paragraphs that somebody left around a translation are none of it.
    return unit if unit.untouched else replace(unit, target=target.strip("\n"))
