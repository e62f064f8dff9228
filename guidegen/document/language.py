"""A language's conventions: numbering, dates, notes, citations, typography, fonts and direction, as one frozen value.

The values are data, ``locales/<language>/conventions.yaml``; this module says only which there are and what they mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from guidegen.document.counters import PREDEFINED, Counter, CounterFormat, CounterStyle
from guidegen.document.data import Data
from guidegen.document.dates import DatePattern, DatePatterns
from guidegen.document.editorial import Editorial
from guidegen.document.proofreading import Proofreading

Direction = Literal["ltr", "rtl"]
Slot = Literal["latin", "east_asian", "complex"]


@dataclass(frozen=True, slots=True)
class Numbering(Data):
    """The counters of a guide: headings and sub-paragraphs by level, paragraphs, notes of the text and of boxes.

    *point_reference* joins paragraph and point in a reference, *note_separator* two note marks at one place.
    """

    headings: tuple[CounterFormat, ...]
    paragraph: CounterFormat
    points: tuple[CounterFormat, ...]
    note: CounterFormat
    box_note: CounterFormat
    point_reference: str = "{paragraph} {point}"
    note_separator: str = ", "


@dataclass(frozen=True, slots=True)
class LocatorForms(Data):
    """The words of one kind of locator: without a number, with one, with two, with several; ``{n}`` stands for the numbers."""

    bare: str = ""
    one: str = ""
    many: str = ""
    two: str = ""


@dataclass(frozen=True, slots=True)
class CitationWords(Data):
    """How a language cites: the word for a repeated source, the locators, and how ranges, lists and parts are joined.

    *join* stands between the parts of a citation, *stop* ends a note, *pair* joins the last two numbers of a list. *numerals* are
    the words for the Roman numerals of chapters, sections and annexes, where the language does not print those.
    """

    ibid: str
    range: str
    pair: str
    list_separator: str
    join: str
    stop: str
    locators: Mapping[str, LocatorForms]
    numerals: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Masthead(Data):
    """The fixed lines of the masthead block.

    *language* is the language the block is printed in (the United Nations prints it in English in Arabic, Chinese and Russian
    documents). *version* names the language of the version, empty where that line is not printed; *original* has a line for each
    original language, by code.
    """

    language: str
    distribution: Mapping[str, str]
    version: str
    original: Mapping[str, str]
    date: DatePattern


@dataclass(frozen=True, slots=True)
class FontFamily(Data):
    """A family of the pinned fonts and the system package that brings it.

    *scripts* are those it serves here (ISO 15924), *files* the file of each style, ``regular``, ``bold``, ``italic``.
    """

    family: str
    package: str
    scripts: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WordFaces(Data):
    """The faces named in DOCX, by OOXML's font slots (``w:rFonts``): ones that Word has."""

    latin: str
    east_asian: str
    complex: str


@dataclass(frozen=True, slots=True)
class Fonts(Data):
    """The faces of a language. *size* multiplies the skin's type sizes, *leading* is the line height in type sizes."""

    pdf: tuple[FontFamily, ...]
    word: WordFaces
    size: float = 1.0
    leading: float = 1.2


@dataclass(frozen=True, slots=True)
class TypographyRule(Data):
    """One replacement in running text: a regular expression, its replacement, and the rule of the language behind it."""

    find: str
    replace: str
    why: str


@dataclass(frozen=True, slots=True)
class WordLanguage(Data):
    """The language tag that Word knows (BCP 47 with a region) and the ``w:lang`` slot it belongs to.

    *latin* is the tag of Latin letters and digits in the language's text, where that is another.
    """

    tag: str
    slot: Slot
    latin: str = ""


@dataclass(frozen=True, slots=True)
class Language(Data):
    """One language of the guides. *code* is its folder's name; *provisional* lists conventions no source settles."""

    code: str
    name: str
    autonym: str
    iso639_2: str
    letter: str
    word: WordLanguage
    direction: Direction
    numbering: Numbering
    dates: DatePatterns
    quotes: tuple[str, str, str, str]
    note_position: Literal["before_punctuation", "after_punctuation"]
    punctuation: str
    contents_range: str
    citations: CitationWords
    masthead: Masthead
    fonts: Fonts
    italics: bool = True
    digits: str = "0123456789"
    counter_styles: Mapping[str, CounterStyle] = field(default_factory=dict)
    typography: tuple[TypographyRule, ...] = ()
    editorial: Editorial = field(default_factory=Editorial)
    proofreading: Proofreading = field(default_factory=Proofreading)
    provisional: Mapping[str, str] = field(default_factory=dict)

    def counter(self, counter_format: CounterFormat) -> Counter:
        """Return *counter_format* ready to count; the language's own styles win over the predefined ones.

        Raises KeyError for an unknown style; conventions are checked for them when they are read.
        """
        style = self.counter_styles.get(counter_format.style) or PREDEFINED[counter_format.style]
        return Counter(style, counter_format.prefix, counter_format.suffix)

    def number(self, number: int | str) -> str:
        """Return *number* with the language's digits."""
        return str(number).translate({ord("0") + value: digit for value, digit in enumerate(self.digits)})
