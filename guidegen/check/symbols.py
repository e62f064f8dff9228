"""Symbols of United Nations documents: parts between strokes, series with a dot before their number (research.un.org/docs)."""

from __future__ import annotations

import re
from collections.abc import Iterator

ORGANS = ("A", "E", "S", "ST", "T", "CTOC", "CAC", "UNEP", "HRI", "TD")
# Parts that are nothing without a number.
SERIES = {"CONF", "CN", "PM", "CRP", "RPM", "WP", "L", "AC", "WG", "ADD", "CORR", "REV", "AMEND"}
PENDING = r"\[…\]"
PART = re.compile(
    rf"(?:Add|Corr|Rev|Amend|Sess)\.(?:\d+|{PENDING})|[A-Z]{{1,12}}(?:\.(?:\d+[A-Z]?|[A-Z]|{PENDING}))?|\d+(?:\([A-Z]+\))?"
    rf"|(?:S|ES)-\d+|Summary|{PENDING}"
)
MORE = re.compile(r"(?:Add|Corr|Rev|Amend)\.\d+(?:[-–]\d+)?")
TOKEN = re.compile(r"(?<![\w/.@-])[A-Za-z]{1,4}/[^\s,;:!?“”\"«»]+")


def well_formed(symbol: str) -> bool:
    """Return whether *symbol* is one: ``A/CONF.213/PM.1``, ``E/CN.15/2009/CRP.[…]``, reissued ``A/1*``, ``A/1 and Add.1-3``."""
    first, _, more = symbol.partition(" and ")
    parts = first.removesuffix("*").split("/")
    known = all(PART.fullmatch(part) and part not in SERIES for part in parts)
    return len(parts) > 1 and known and (not more or MORE.fullmatch(more) is not None)


def odd_symbols(text: str) -> Iterator[str]:
    """Yield what stands in *text* for a symbol, by the organ at its beginning, and is none."""
    for match in TOKEN.finditer(text):
        symbol = match[0].rstrip(".")
        symbol = symbol if symbol.count("(") == symbol.count(")") else symbol.removesuffix(")").rstrip(".")
        organ = symbol.partition("/")[0]
        if organ.upper() in ORGANS and _numbered(symbol) and not well_formed(symbol):
            yield symbol


def _numbered(symbol: str) -> bool:
    """Return whether *symbol* is meant as one: a number or the name of a series is in it. ``S/he`` is none."""
    parts = re.split(r"[/.]", symbol)[1:]
    return any(character.isdigit() for character in symbol) or any(part.upper() in SERIES for part in parts)
