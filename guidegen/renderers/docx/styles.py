"""The styles of the reference document: found by their names, set in the language's faces, sizes and tags; all else stays."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guidegen.document.language import Language
from guidegen.renderers.docx.look import SLOTS
from guidegen.renderers.docx.ooxml import TWIPS_A_POINT, Element, qualified, w

UNITS = {"": 0.5, "pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
SIZE = re.compile(rf"([0-9]+(?:\.[0-9]+)?)({'|'.join(UNITS)})")
REFERRING = ("basedOn", "next", "link")
NAMES = {"latin": ("ascii", "hAnsi"), "east_asian": ("eastAsia",), "complex": ("cs",)}


def restore_ids(styles: Element, names: Mapping[str, str]) -> list[str]:
    """Give the styles of *styles* (``w:styles``) that bear *names* their ids, and return the names that none bears.

    Whoever restyles the reference document keeps the names; programs write ids of their own: ``Titre1``, ``Contents1``.
    """
    wanted = {name.lower(): identifier for identifier, name in names.items()}
    restored: dict[str, str] = {}
    for style in styles.iter(qualified("style")):
        name = style.find(qualified("name"))
        identifier = None if name is None else wanted.pop(_value(name).lower(), None)
        if identifier:
            restored[str(style.get(qualified("styleId")))] = identifier
            style.set(qualified("styleId"), identifier)
    for reference in styles.iter(*map(qualified, REFERRING)):
        reference.set(qualified("val"), restored.get(_value(reference), _value(reference)))
    return [names[identifier] for identifier in wanted.values()]


def _value(element: Element) -> str:
    return str(element.get(qualified("val")))


def set_language(styles: Element, language: Language) -> None:
    """Set *styles* (``w:styles``) for *language*: faces by font slot, type sizes and exact line heights, the language tags."""
    _set_defaults(styles, language)
    sizes = ("szCs",) if language.word.slot == "complex" else ("sz", "szCs")
    for style in styles.iter(qualified("style")):
        points = _half_points(style)
        if points is None:
            continue
        for name in sizes:
            for size in style.iter(qualified(name)):
                size.set(qualified("val"), str(round(points * language.fonts.size * 2)))
        _set_line(style, points, language)


def _set_defaults(styles: Element, language: Language) -> None:
    run = styles.find(f"{qualified('docDefaults')}/{qualified('rPrDefault')}/{qualified('rPr')}")
    if run is None:
        return
    for name in ("rFonts", "lang"):
        for old in run.findall(qualified(name)):
            run.remove(old)
    faces = {slot: getattr(language.fonts.word, face) for face, slots in NAMES.items() for slot in slots}
    run.insert(0, w("rFonts", **faces))
    run.append(w("lang", **language_slots(language)))


def language_slots(language: Language) -> dict[str, str]:
    """Return the attributes of ``w:lang``: the language's tag for Latin letters, and in its own script's slot."""
    return {"val": language.word.latin or language.word.tag, SLOTS[language.word.slot]: language.word.tag}


def _half_points(style: Element) -> float | None:
    """Return the Latin type size of *style* in points, or None where it sets none."""
    size = style.find(f"{qualified('rPr')}/{qualified('sz')}")
    return None if size is None else points_of(str(size.get(qualified("val"))))


def points_of(size: str) -> float | None:
    """Return a type size, in half points or with a unit (ECMA-376 part 1, 17.18.42), in points; None where it is none."""
    found = SIZE.fullmatch(size)
    return float(found[1]) * UNITS[found[2]] if found else None


def _set_line(style: Element, points: float, language: Language) -> None:
    """Give *style* the language's exact line height, where it has an exact one: else each program takes its own."""
    spacing = style.find(f"{qualified('pPr')}/{qualified('spacing')}")
    if spacing is not None and spacing.get(qualified("lineRule")) == "exact":
        size = round(points * language.fonts.size, 1)
        spacing.set(qualified("line"), str(round(round(size * language.fonts.leading, 1) * TWIPS_A_POINT)))
