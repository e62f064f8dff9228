"""Counter styles: how an ordinal becomes a printed number, in the terms of CSS Counter Styles Level 3."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from guidegen.document.data import Data

System = Literal["numeric", "alphabetic", "additive", "fixed"]

ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"}
ROMAN |= {10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}
LATIN = tuple("abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True, slots=True)
class CounterStyle(Data):
    """A way of writing the ordinals 1, 2, 3…, as in CSS ``@counter-style``.

    *symbols* serve the systems numeric (ten digits), alphabetic and fixed; *additive* maps weights to symbols, largest first.
    *word* is the number format that shows the same labels in Word (ECMA-376, ST_NumberFormat); where Word has none, *literal*
    says why the label is written as text instead.
    """

    system: System
    symbols: tuple[str, ...] = ()
    additive: Mapping[int, str] = field(default_factory=dict)
    word: str = ""
    literal: str = ""

    def number(self, ordinal: int) -> str:
        """Return *ordinal* in this style, in decimal digits where the style ends (CSS's fallback)."""
        if ordinal < 1 or (self.system == "fixed" and ordinal > len(self.symbols)):
            return str(ordinal)
        writers = {"numeric": self._numeric, "alphabetic": self._alphabetic, "additive": self._additive}
        return writers.get(self.system, self._fixed)(ordinal)

    def _numeric(self, ordinal: int) -> str:
        return "".join(self.symbols[int(digit)] for digit in str(ordinal))

    def _alphabetic(self, ordinal: int) -> str:
        rest, letter = divmod(ordinal - 1, len(self.symbols))
        return (self._alphabetic(rest) if rest else "") + self.symbols[letter]

    def _additive(self, ordinal: int) -> str:
        written = ""
        for weight, symbol in self.additive.items():
            times, ordinal = divmod(ordinal, weight)
            written += symbol * times
        return written

    def _fixed(self, ordinal: int) -> str:
        return self.symbols[ordinal - 1]


PREDEFINED: Mapping[str, CounterStyle] = {
    "decimal": CounterStyle("numeric", tuple("0123456789"), word="decimal"),
    "lower-alpha": CounterStyle("alphabetic", LATIN, word="lowerLetter"),
    "upper-alpha": CounterStyle("alphabetic", tuple(letter.upper() for letter in LATIN), word="upperLetter"),
    "lower-roman": CounterStyle("additive", additive=ROMAN, word="lowerRoman"),
    "upper-roman": CounterStyle("additive", additive={n: s.upper() for n, s in ROMAN.items()}, word="upperRoman"),
}


@dataclass(frozen=True, slots=True)
class CounterFormat(Data):
    """A counter style with what stands before and behind the number in its marker: ``(``, ``)`` or ``.``."""

    style: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter format with its style looked up: what a pass needs to number something."""

    style: CounterStyle
    prefix: str = ""
    suffix: str = ""

    def number(self, ordinal: int) -> str:
        """Return the bare number, as a reference names it: ``III``."""
        return self.style.number(ordinal)

    def label(self, ordinal: int) -> str:
        """Return the marker, as it stands before its text: ``III.``."""
        return f"{self.prefix}{self.number(ordinal)}{self.suffix}"
