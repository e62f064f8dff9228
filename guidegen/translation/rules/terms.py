"""The rule about the glossary: a term of the source text stands in the translation, inflected as grammar asks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from guidegen.document.proofreading import Inflection
from guidegen.locales.glossary import Term
from guidegen.translation.rules.segment import Segment, without_marks


def glossary(segment: Segment) -> Iterator[str]:
    """Yield a sentence for each term of the source text of which the translation has no form."""
    source, target = segment.languages.source, segment.languages.target
    for term in terms_in(segment.source, segment.languages.terms, source.code):
        forms = term.forms.get(target.code, ())
        if forms and not any(stands_in(form, segment.target, segment.proofreading.inflection) for form in forms):
            yield f'"{term.forms[source.code][0]}" is not translated as the glossary has it: {" or ".join(forms)}'


def longest_first(terms: Sequence[Term], language: str) -> tuple[Term, ...]:
    """Return *terms* in the order in which they are looked for: by the length of their forms in *language*."""
    return tuple(sorted(terms, key=lambda term: -len(" | ".join(term.forms.get(language, ())))))


def terms_in(text: str, terms: Sequence[Term], language: str) -> Iterator[Term]:
    """Yield those of *terms* that *text*, in *language*, has; one inside another only where it stands outside of that, too."""
    rest = without_marks(text)
    for term in terms:
        pattern = _expression(term.forms.get(language, ()))
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            yield term


@cache
def _expression(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return the regular expression of *forms*, in the singular or in the plural."""
    alternatives = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?:s|es)?(?![\w-])", re.IGNORECASE)


def stands_in(form: str, translation: str, inflection: Inflection) -> bool:
    """Return whether *form* is in *translation*: as it is where words are not inflected, else by the stems of its words."""
    text = plain(translation, inflection)
    if not inflection.inflected:
        return plain(form, inflection) in text
    return all(stem in text for stem in stems(form, inflection))


def stems(form: str, inflection: Inflection) -> Iterator[str]:
    """Yield what stays of each word of *form*, however it is inflected; words that are too short to tell are left out."""
    for word in re.findall(r"\w+", plain(form, inflection)):
        bare = re.sub(rf"^(?:{inflection.prefixes})", "", word) if inflection.prefixes else word
        if len(bare) >= inflection.shortest:
            yield bare[: max(3, len(bare) - inflection.ending)]


def plain(text: str, inflection: Inflection) -> str:
    """Return *text* in small letters and one spelling, without accents, vowel signs and marks that are overlooked."""
    overlooked = str.maketrans(dict.fromkeys(inflection.overlooked, ""))
    one_spelling = text.lower().replace("’", "'").translate(str.maketrans(dict(inflection.spelling)) | overlooked)
    letters = unicodedata.normalize("NFKD", one_spelling)
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
