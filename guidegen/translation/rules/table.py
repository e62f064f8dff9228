"""The table of the rules for translations: each with its weight, what it is for, and an example of both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from guidegen.errors import Severity
from guidegen.translation.rules import facts, punctuation, structure, terms, wording
from guidegen.translation.rules.segment import Segment

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for translations. *function* yields a sentence for each fault of a segment.

    *what* says what holds, *why* to what end; *wrong* and *right* are an example of each side.
    """

    id: str
    severity: Severity
    what: str
    why: str
    wrong: str
    right: str
    function: Callable[[Segment], Iterator[str]]

    @property
    def explanation(self) -> str:
        """The documentation of the rule, several lines."""
        heading = f"{self.id} ({self.severity.value}): {self.what}"
        return f"{heading}\n\n{self.why}\n\n    wrong: {self.wrong}\n    right: {self.right}"


RULES: tuple[Rule, ...] = (
    Rule(
        "placeholders", ERROR, "The placeholders in braces are those of the source text.",
        "A placeholder is filled when the guide is built: a name that is not known there leaves a gap, a lost one loses a fact.",
        "{date} 2010 года", "{dates} 2010 года", structure.placeholder_names,
    ),
    Rule(
        "markdown", ERROR, "A translation has no Markdown but italics, note marks, citations, references and spans.",
        "What the content may not have, such as bold text or links, no format of the guide can show.",
        "**Комиссия**", "Комиссия", structure.markdown,
    ),
    Rule(
        "marks", ERROR, "The note calls, citations and references are those of the source text.",
        "Notes have one number in all languages, so none may be lost, added or changed; their words are translated elsewhere.",
        "la Convention[@untoc, par. 3]", "la Convention[@untoc, para. 3]", structure.marks,
    ),
    Rule(
        "note-order", ERROR, "Note calls and citations stand in the order of the source text.",
        "Notes are numbered as they come: note 7 must be note 7 in every language. Turn the sentence so that the order stays.",
        "las Reglas[@b] y la Convención[@a]", "la Convención[@a] y las Reglas[@b]", structure.note_order,
    ),
    Rule(
        "italics", ERROR, "As many passages are in italics as in the source text, none in a language without italics.",
        "Italics mark the titles of publications. Languages without italics put titles into marks of their own, such as 《》.",
        "Recueil des *Traités", "*Recueil des Traités*", structure.italics,
    ),
    Rule(
        "max-length", ERROR, "The translation is no longer than the flag max-length allows.",
        "A running head or the title of a box has one line; what is longer is cut or moves the page. Here there is"
        " room for 12 letters (max-length:12).",
        "Projet, document non officiel", "Projet", structure.length,
    ),
    Rule(
        "numbers", ERROR, "Every number of the source text stands in the translation.",
        "A wrong article or year is the mistake that readers cannot see. Numbers may be added, as for the name of a month; they"
        " may have the language's own digits and marks between groups of digits.",
        "moins de 81 ans", "moins de 18 ans", facts.numbers,
    ),
    Rule(
        "dates", ERROR, "Every date of the source text stands in the translation as the language prints dates.",
        "The conventions of each language say how the United Nations print a date in it; cover and text must agree.",
        "22 декабря 2006 г.", "22 декабря 2006 года", facts.dates,
    ),
    Rule(
        "symbols", ERROR, "The document symbols are those of the source text, in its order.",
        "All language versions of a document share one symbol, letter by letter. A sentence with two must not exchange them.",
        "A/CONF.203/18 et A/64/82", "A/64/82 et A/CONF.203/18", facts.symbols,
    ),
    Rule(
        "edge-space", WARNING, "The translation begins and ends with the spaces of the source text, mostly none.",
        "A space at an edge is printed, or joins words when texts are put together.",
        " Page", "Page", punctuation.edge_space,
    ),
    Rule(
        "double-space", WARNING, "No two spaces stand together.",
        "They are left over when words are deleted, and show as a gap.",
        "la  prévention", "la prévention", punctuation.double_space,
    ),
    Rule(
        "end-mark", WARNING, "The translation ends with the mark that its language has for that of the source text.",
        "The items of a list end with semicolons, questions with the language's question mark, headings with nothing. The"
        " conventions say which marks differ (end_marks).",
        "ما هي التحديات?", "ما هي التحديات؟", punctuation.end_mark,
    ),
    Rule(
        "brackets", ERROR, "Every bracket and quotation mark has its counterpart.",
        "A lost bracket makes one sentence of two. The parenthesis of a lettered point, a), and apostrophes stand alone.",
        "(voir l’annexe", "(voir l’annexe)", punctuation.brackets,
    ),
    Rule(
        "quotation-marks", WARNING, "Quotation marks are those of the language.",
        "The conventions name them (quotes); typewriter marks and those of other languages are not printed.",
        '"круглый стол"', "«круглый стол»", punctuation.quotation_marks,
    ),
    Rule(
        "no-break-space", WARNING, "Where no line may break, a no-break space stands.",
        "French has a space before double punctuation and inside its quotation marks, and no line may begin with either. The"
        " conventions say where (no_break).",
        "Thème :", "Thème\u00a0:", punctuation.no_break_space,
    ),
    Rule(
        "misprint", WARNING, "No combination of letters, marks and spaces stands that the language does not have.",
        "Such as a space before a comma, a Latin comma in Arabic or Chinese, a Spanish question that is not opened. The"
        " conventions list them with their reasons (misprints).",
        "Cuáles son los retos?", "¿Cuáles son los retos?", punctuation.misprints,
    ),
    Rule(
        "doubled-word", WARNING, "No word stands twice running.",
        "It is left over from editing. Words that may (nous nous) are listed in the conventions (doubled).",
        "la la Convention", "la Convention", wording.doubled_word,
    ),
    Rule(
        "script", ERROR, "The letters of a word are of the language's script.",
        "A Latin c in a Russian word looks right, but is not found by a search, is read wrongly aloud, and breaks the font.",
        "cовет", "совет", wording.script,
    ),
    Rule(
        "untranslated-words", WARNING, "No words of the source language are left.",
        "Names in Latin letters are listed in the conventions (borrowed); words of another language stand in a span,"
        " [hawala]{lang=ar}.",
        "la prévention of crime", "la prévention du crime", wording.untranslated_words,
    ),
    Rule(
        "unchanged", WARNING, "The translation is not the source text.",
        "Somebody copied it, or forgot it. Texts that are the same in both languages are listed in the conventions (unchanged).",
        "Background", "Généralités", wording.unchanged,
    ),
    Rule(
        "inconsistent", WARNING, "One source text has one translation.",
        "Headings that are the same in every topic must be the same in every language, or readers look for the difference.",
        "Questions à débattre", "Questions à examiner", wording.inconsistent,
    ),
    Rule(
        "glossary", WARNING, "The terms of the glossary are translated by its forms.",
        "One thing has one name. locales/glossary.csv has the terms; the conventions say how words are inflected (inflection).",
        "crimen organizado", "delincuencia organizada", terms.glossary,
    ),
)  # fmt: skip

BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}
