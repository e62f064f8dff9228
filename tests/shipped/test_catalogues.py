"""The shipped catalogues: complete, current and sound; what stands in them is held by ``test_proofreading``."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from guidegen.loading import Loaded
from guidegen.locales.catalogues import Catalogue, Message, read_catalogue
from guidegen.translation.messages import SourceMessage, source_messages
from tests.conftest import CHECKOUT, LANGUAGES

SOURCE = "en"
TRANSLATED = [code for code in LANGUAGES if code != SOURCE]
Messages = list[tuple[str, SourceMessage]]
Pairs = list[tuple[SourceMessage, Message]]


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
