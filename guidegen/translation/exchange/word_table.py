"""Writes a bilingual table for people without a translator's tool: a Word document for each catalogue, a row for each message.

The first column has the message's id and, hidden, the stamp of the export; what file it is stands in the document's own
properties, which Word and LibreOffice keep.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from guidegen.document.language import Language
from guidegen.locales.conventions import read_language
from guidegen.renderers.docx.archive import write_archive
from guidegen.renderers.docx.look import SLOTS
from guidegen.renderers.docx.ooxml import mm
from guidegen.renderers.docx.wordml import Xml, ordered, text, w, whole
from guidegen.translation.exchange.outgoing import Export
from guidegen.translation.exchange.units import Unit, UnitFile, UnitState, stamp
from guidegen.translation.exchange.word_parts import package_parts
from guidegen.translation.exchange.xliff import PROTECTED
from guidegen.translation.status import MARKS

FIRST, LAST = "Message", "State"
WIDTHS = (52, 92, 92, 25)
PAGE, MARGIN = (297, 210), 18
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
GREY, FILL = "767676", "EDEDED"
RUN = ("rFonts", "b", "bCs", "vanish", "color", "sz", "szCs", "rtl", "lang")
SIZES = {"grey": 8, "hidden": 8, "large": 14}
STATES = tuple(state.value for state in UnitState)
ADVICE = (
    "Write in the third column only. Keep what stands in brackets, braces and asterisks: [@crc, art. 40], {date}, *title*.",
    f"Where a translation that “{UnitState.REVIEW.value}” is right, write “{UnitState.TRANSLATED.value}” into the last column.",
    "Do not track changes. The file comes back with: guidegen translate import",
)


def word_files(export: Export) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of a Word document for each catalogue. Raises GuidegenError where conventions are broken."""
    languages: dict[str, Language] = {}
    for file in export.units():
        for code in (file.source_language, file.language):
            languages[code] = languages.get(code) or read_language(export.project, code)
        yield f"{file.language}/{file.stem}.docx", word_table(file, languages)


def word_table(file: UnitFile, languages: Mapping[str, Language]) -> bytes:
    """Return *file* as a Word document with a table."""
    source, target = languages[file.source_language], languages[file.language]
    body = w("body", *_opening(file, source, target), _table(file, source, target), w("p"), _section())
    return write_archive(package_parts(file, whole("document", body), source))


def _opening(file: UnitFile, source: Language, target: Language) -> Iterator[Xml]:
    yield w("p", _run(f"{file.stem} · {source.name} – {target.name}", source, "bold", "large"))
    yield from (w("p", _run(line, source, "grey")) for line in ADVICE)


def _table(file: UnitFile, source: Language, target: Language) -> Xml:
    borders = (w(side, val="single", sz=4, space=0, color="A6A6A6") for side in SIDES)
    widths = [mm(width) for width in WIDTHS]
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblBorders", *borders),
        w("tblLayout", type="fixed"),
        w("tblCaption", val=file.stem),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    heads = (FIRST, _titled(source), _titled(target), LAST)
    named = [_cell(width, [[_run(one, source, "bold")]], fill=FILL) for width, one in zip(WIDTHS, heads, strict=True)]
    head = _row(named, w("tblHeader"))
    return w("tbl", properties, grid, head, *(_unit(unit, source, target) for unit in file.units))


def _titled(language: Language) -> str:
    return f"{language.name} ({language.code})"


def _unit(unit: Unit, source: Language, target: Language) -> Xml:
    name = [_run(unit.context, source, "grey"), _run(f" {stamp(unit)}", source, "hidden")]
    notes = [[_run(line, source, "grey")] for line in unit.notes]
    first, second, third, last = WIDTHS
    return _row(
        [
            _cell(first, [name, *notes], fill=FILL),
            _cell(second, [[_run(unit.source, source)]], fill=FILL),
            _target(third, unit, target),
            _cell(last, [[_run(unit.state.value, source, "grey")]]),
        ]
    )


def _row(cells: list[Xml], *properties: Xml) -> Xml:
    return w("tr", w("trPr", w("cantSplit"), *properties), *cells)


def _cell(width: float, lines: Iterable[Iterable[Xml]], fill: str = "") -> Xml:
    shading = w("shd", val="clear", color="auto", fill=fill) if fill else None
    return w("tc", w("tcPr", _width(width), shading), *(w("p", *runs) for runs in lines))


def _width(width: float) -> Xml:
    return w("tcW", w=mm(width), type="dxa")


def _target(width: float, unit: Unit, language: Language) -> Xml:
    """Return the cell of the translation: its paragraph in the language's direction, so that what is typed there has it too."""
    bidi = w("bidi") if language.direction == "rtl" else None
    properties = w("pPr", bidi, ordered("rPr", RUN, _look(language)))
    runs = [
        _run(words, language, *(("mark",) if MARKS.fullmatch(words) else ())) for words in PROTECTED.split(unit.target) if words
    ]
    return w("tc", w("tcPr", _width(width)), w("p", properties, *runs))


def _run(words: str, language: Language, *looks: str) -> Xml:
    lines = [[w("br"), text(line)] for line in words.split("\n")]
    return w("r", ordered("rPr", RUN, _look(language, looks)), *[part for line in lines for part in line][1:])


def _look(language: Language, looks: Collection[str] = ()) -> list[Xml | None]:
    """Return the properties of a run: ``bold``, ``large``, ``grey`` (and small), ``hidden``, a ``mark`` (left to right)."""
    faces = language.fonts.word
    bold = [w(name) for name in ("b", "bCs") if "bold" in looks]
    sizes = [w(name, val=2 * SIZES[look]) for look in looks if look in SIZES for name in ("sz", "szCs")]
    return [
        w("rFonts", ascii=faces.latin, hAnsi=faces.latin, eastAsia=faces.east_asian, cs=faces.complex),
        *bold,
        w("vanish") if "hidden" in looks else None,
        w("color", val=GREY) if "grey" in looks else None,
        *sizes,
        w("rtl") if language.direction == "rtl" and "mark" not in looks else None,
        w("lang", **{SLOTS[language.word.slot]: language.word.tag}),
    ]


def _section() -> Xml:
    width, height = map(mm, PAGE)
    edges = dict.fromkeys(("top", "right", "bottom", "left"), mm(MARGIN))
    margins = w("pgMar", **edges, header=mm(MARGIN / 2), footer=mm(MARGIN / 2), gutter=0)
    return w("sectPr", w("pgSz", w=width, h=height, orient="landscape"), margins)
