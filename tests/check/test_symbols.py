"""Symbols of documents, well formed and otherwise."""

from __future__ import annotations

import pytest

from guidegen.check.symbols import odd_symbols, well_formed


@pytest.mark.parametrize(
    "symbol",
    [
        "A/CONF.213/PM.1", "A/CONF.222/INF/1", "E/CN.15/2007/6", "E/CN.15/2009/CRP.[…]", "A/63/193", "A/RES/63/193",
        "S/PRST/2005/1",
        "A/C.3/63/L.5", "CTOC/COP/WG.2/2007/2", "ST/CS/SER.A/44/Rev.1", "A/CONF.213/RPM.1/1", "A/63/1/Add.1", "A/63/1*",
        "MODEL/2009/CRP.1", "E/CN.15/2007/8 and Add.1-3", "A/S-20/14", "A/54/38(SUPP)", "A/CONF.213/IE/7",
    ],
)  # fmt: skip
def test_a_well_formed_symbol_is_in_order(symbol: str):
    assert well_formed(symbol)
    assert list(odd_symbols(f"in the report ({symbol}), which")) == []


@pytest.mark.parametrize(
    "symbol",
    [
        "A/CONF 213/PM.1",
        "A/CONF.213/PM1",
        "a/CONF.213",
        "A/CONF/213",
        "A/",
        "PM.1",
        "A/63//193",
        "A/63/add.1",
        "A/63/Add1",
        "A 63/1",
    ],
)
def test_a_symbol_with_a_slip_of_the_pen_is_not(symbol: str):
    assert not well_formed(symbol)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("see a/conf.213/pm.1.", ["a/conf.213/pm.1"]),
        ("see A/CONF.213/PM1, and", ["A/CONF.213/PM1"]),
        ("see A/CONF 213/PM.1", ["A/CONF"]),
        ("(E/CN.15/2007/6)", []),
        ("s/he and and/or", []),
        ("a/b testing", []),
        ("http://a/63/x.1", []),
        ("3/4 of them", []),
    ],
)
def test_symbols_are_found_in_texts_by_their_organ(words: str, found: list[str]):
    assert list(odd_symbols(words)) == found
