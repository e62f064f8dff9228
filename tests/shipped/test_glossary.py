"""Every catalogue keeps to the glossary: a term of the source text stands in the translation, inflected as grammar asks."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import pytest

from guidegen.loading import Loaded
from guidegen.locales.catalogues import read_catalogue
from guidegen.translation.messages import source_messages
from tests.conftest import CHECKOUT, LANGUAGES

SOURCE = "en"
TRANSLATED = [code for code in LANGUAGES if code != SOURCE]
IGNORED = "guidegen: ignore=glossary "
TOKENS = re.compile(r"\[@[^\]]+\]|\[\]\([^)]+\)|\[\^[^\]]+\]")
TITLE_MARKS = re.compile("[《》“”（）]")
ARABIC_PREFIX = re.compile("^(?:وال|بال|كال|فال|ال|لل)")
ARABIC_VARIANTS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})


@cache
def glossary() -> tuple[dict[str, str], ...]:
    """The rows, longest terms first: a term inside another is looked for in what the longer one leaves."""
    with CHECKOUT.path("locales/glossary.csv").open(encoding="utf-8", newline="") as file:
        return tuple(sorted(csv.DictReader(file), key=lambda row: -len(row[SOURCE])))


def test_there_are_terms_enough_with_a_form_in_every_language_and_an_origin() -> None:
    assert len(glossary()) >= 150
    assert len({row["id"] for row in glossary()}) == len(glossary())
    for row in glossary():
        assert all(row[code].strip() for code in LANGUAGES), row["id"]
        assert row["origin"] in {"un-facts", "instrument", "unterm", "usage"}, row["id"]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_term_is_translated_by_its_form(checkout: Loaded, language: str) -> None:
    assert checkout.content is not None
    deviations = []
    for stem, messages in source_messages(CHECKOUT, checkout.content).items():
        catalogue = read_catalogue(CHECKOUT, f"locales/{language}/LC_MESSAGES/{stem}.po", language)
        for message in messages:
            found = catalogue.messages[message.context]
            if any(comment.startswith(IGNORED) for comment in found.comments):
                continue
            missing = (row for row in terms_in(message.text) if not translated(row, found.string, language))
            deviations += [f"{found.source}: {row[SOURCE]}" for row in missing]
    assert deviations == []


def test_a_reason_is_given_wherever_a_term_is_let_go() -> None:
    for path in CHECKOUT.path("locales").rglob("*.po"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(f"# {IGNORED.strip()}"):
                assert len(line.split()) > 3, f"{path}: {line}"


def terms_in(text: str) -> Iterator[dict[str, str]]:
    rest = TOKENS.sub(" ", text)
    for row in glossary():
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(spaced, row[SOURCE].split(' | ')))})(?:s|es)?(?![\w-])", re.IGNORECASE)
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            yield row


def spaced(term: str) -> str:
    return r"\s+".join(map(re.escape, term.split()))


def translated(row: dict[str, str], translation: str, language: str) -> bool:
    return any(stands_in(form, translation, language) for form in row[language].split(" | "))


def stands_in(form: str, translation: str, language: str) -> bool:
    """Whether *form* is in *translation*: as it is where words are not inflected, else by the stems of its words."""
    if language == "zh":
        return TITLE_MARKS.sub("", plain(form)) in TITLE_MARKS.sub("", plain(translation))
    return all(stem in plain(translation) for stem in stems(form, language))


def stems(form: str, language: str) -> Iterator[str]:
    for word in re.findall(r"\w+", plain(form)):
        if language == "ar":
            bare = ARABIC_PREFIX.sub("", word)
            if len(bare) >= 3:
                yield bare[: max(3, len(bare) - 2)]
        elif len(word) >= 4:
            yield word[: max(3, len(word) - 3)] if len(word) > 5 else word[:3]


def plain(text: str) -> str:
    """*text* in small letters without accents and vowel signs, Arabic letters in one spelling."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("’", "'").translate(ARABIC_VARIANTS))
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
