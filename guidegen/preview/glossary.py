"""The glossary, as far as a translator wants it beside a paragraph: which of its terms the paragraph has."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guidegen.resources.files import read_file
from guidegen.resources.project import Project

GLOSSARY = "locales/glossary.csv"
ALTERNATIVES = " | "
# Note calls, citations and references have no words.
MARKS = re.compile(r"\[@[^\]]+\]|\[\]\([^)]+\)|\[\^[^\]]+\]")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary: its forms by language, alternatives separated by ``|``, and a note for translators."""

    forms: Mapping[str, str]
    note: str = ""


def read_glossary(project: Project) -> tuple[Term, ...]:
    """Return the terms of *project*'s glossary, none where it has none. Raises GuidegenError where it cannot be read."""
    if not project.path(GLOSSARY).is_file():
        return ()
    languages = project.languages()
    rows = csv.DictReader(io.StringIO(read_file(project, GLOSSARY).text))
    return tuple(Term({code: row.get(code) or "" for code in languages}, row.get("note") or "") for row in rows)


def terms_in(text: str, terms: Iterable[Term], language: str) -> Iterator[Term]:
    """Yield the *terms* that stand in *text*, written in *language*; one that stands inside a longer one does not count."""
    rest = MARKS.sub(" ", text)
    for term in sorted(terms, key=lambda one: -len(one.forms.get(language, ""))):
        pattern = _pattern(term.forms.get(language, ""))
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            yield term


def _pattern(forms: str) -> re.Pattern[str]:
    """Return what finds one of *forms* as whole words, in the singular or the plural; nothing for no form."""
    spaced = [r"\s+".join(map(re.escape, form.split())) for form in forms.split(ALTERNATIVES) if form.strip()]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?:s|es)?(?![\w-])" if spaced else r"(?!)", re.IGNORECASE)
