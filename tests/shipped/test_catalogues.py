"""The shipped catalogues: complete, current, sound, and true to the numbers of the source text."""

from __future__ import annotations

import calendar
import datetime
import re
import shutil
import subprocess
from collections import Counter

import pytest

from guidegen.document.language import Language
from guidegen.loading import Loaded
from guidegen.locales.catalogues import Catalogue, Message, read_catalogue
from guidegen.localize import Translator
from guidegen.translation.messages import SourceMessage, source_messages
from tests.conftest import CHECKOUT, LANGUAGES

SOURCE = "en"
TRANSLATED = [code for code in LANGUAGES if code != SOURCE]
TOKENS = re.compile(r"\[@[^\]]+\]|\[\^[^\]]+\]|\[\]\([^)]+\)")
NUMBER = re.compile(r"\d+(?:[/.]\d+)*")
SYMBOL = re.compile(r"\b[AES]/[A-Z0-9][\w./-]*\w|CTOC/[\w/.]+\w")
MONTHS = list(calendar.month_name)[1:]
DATE = re.compile(rf"(?<! to )(?<! and )(?<!-)(?<!–)\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")
Messages = list[tuple[str, SourceMessage]]
Pairs = list[tuple[SourceMessage, Message]]
WRITTEN_OUT = {"1960s"}


@pytest.fixture(scope="module")
def messages(checkout: Loaded) -> Messages:
    """Every message of the project with the catalogue it belongs to."""
    assert checkout.content is not None
    return [(stem, one) for stem, some in source_messages(CHECKOUT, checkout.content).items() for one in some]


@pytest.fixture(scope="module", params=TRANSLATED)
def translations(request: pytest.FixtureRequest, messages: Messages) -> Pairs:
    """Every message with its translation into a language; one without any is missing here."""
    language = request.param
    read: dict[str, Catalogue] = {}
    pairs = []
    for stem, message in messages:
        path = f"locales/{language}/LC_MESSAGES/{stem}.po"
        catalogue = read.setdefault(stem, read.get(stem) or read_catalogue(CHECKOUT, path, language))
        found = catalogue.translation(message.context, message.text)
        if found is not None:
            pairs.append((message, found))
    return pairs


def language_of(found: Message) -> str:
    return found.source.path.split("/")[1]


def test_no_message_is_untranslated_fuzzy_or_stale(translations: Pairs, messages: Messages) -> None:
    missing = {message.context for _, message in messages} - {message.context for message, _ in translations}
    assert not missing


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_catalogue_has_a_message_that_is_not_used(language: str, messages: Messages) -> None:
    known = {(stem, message.context) for stem, message in messages}
    root = CHECKOUT.path(f"locales/{language}/LC_MESSAGES")
    for path in root.rglob("*.po"):
        stem = path.relative_to(root).as_posix().removesuffix(".po")
        catalogue = read_catalogue(CHECKOUT, f"locales/{language}/LC_MESSAGES/{stem}.po", language)
        assert {(stem, context) for context in catalogue.messages} <= known


def test_every_number_is_in_the_translation(translations: Pairs) -> None:
    for message, found in translations:
        there = Counter(NUMBER.findall(western(without_tokens(found.string))))
        lost = Counter(NUMBER.findall(without_tokens(message.text))) - there
        lost -= Counter(number for word in WRITTEN_OUT if word in message.text for number in NUMBER.findall(word))
        assert not lost, f"{found.source}: {dict(lost)}"


def test_every_date_is_in_the_translation_as_the_language_prints_it(translations: Pairs, languages: dict[str, Language]) -> None:
    for message, found in translations:
        language = languages[language_of(found)]
        for day, month, year in DATE.findall(message.text):
            date = datetime.date(int(year), MONTHS.index(month) + 1, int(day))
            assert squeezed(language.dates.format_date(date)) in squeezed(found.string), f"{found.source}: {date}"


def test_every_document_symbol_is_in_the_translation(translations: Pairs) -> None:
    for message, found in translations:
        assert Counter(SYMBOL.findall(message.text)) == Counter(SYMBOL.findall(found.string)), str(found.source)


def test_every_catalogue_of_the_templates_keeps_the_placeholders(checkout: Loaded, languages: dict[str, Language]) -> None:
    assert checkout.content is not None
    for code in TRANSLATED:
        translator = Translator(CHECKOUT, languages[code], languages[SOURCE])
        for some in source_messages(CHECKOUT, checkout.content).values():
            for message in (one for one in some if one.files[0].startswith("templates")):
                translator.pgettext(message.context, message.text, **dict.fromkeys(re.findall(r"{(\w+)}", message.text), "x"))
        assert not translator.findings


@pytest.mark.parametrize("language", TRANSLATED)
def test_gettext_accepts_every_catalogue(language: str) -> None:
    msgfmt = shutil.which("msgfmt")
    assert msgfmt, "gettext's msgfmt is missing"
    for path in sorted(CHECKOUT.path(f"locales/{language}").rglob("*.po")):
        done = subprocess.run([msgfmt, "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_catalogue_says_that_it_is_a_draft(language: str) -> None:
    for path in sorted(CHECKOUT.path(f"locales/{language}/LC_MESSAGES").rglob("*.po")):
        assert '"X-Review-Status: draft\\n"' in path.read_text(encoding="utf-8"), path


def without_tokens(text: str) -> str:
    return TOKENS.sub(" ", text)


def western(text: str) -> str:
    """*text* with Arabic-Indic digits as European ones."""
    return text.translate({0x660 + value: str(value) for value in range(10)})


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)
