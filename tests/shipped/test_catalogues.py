"""The shipped catalogues: complete, current and sound; what stands in them is held by ``test_proofreading``."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from pathlib import Path

import pytest

from guidegen.loading import Loaded
from guidegen.locales.catalogues import Catalogue, Message, read_catalogue
from guidegen.locales.po_file import po_bytes
from guidegen.resources.project import Project
from guidegen.translation.catalogues import read_sources, templates, update
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


def test_the_templates_are_what_extract_writes() -> None:
    made = {file.path: po_bytes(file) for file in templates(read_sources(CHECKOUT))}
    shipped = sorted(path.relative_to(CHECKOUT.root).as_posix() for path in CHECKOUT.path("locales/pot").rglob("*.pot"))
    assert shipped == sorted(made)
    for path, data in made.items():
        assert CHECKOUT.path(path).read_bytes() == data, f"{path}: make catalogues"


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogues_are_what_update_writes(language: str) -> None:
    made = update(CHECKOUT, language, read_sources(CHECKOUT), datetime.date(2009, 2, 27))
    assert (made.findings, made.empty) == ((), ())
    for file in made.files:
        assert CHECKOUT.path(file.path).read_bytes() == po_bytes(file), f"{file.path}: make catalogues"


def test_the_catalogues_of_the_starter_project_are_what_update_writes(starter: Project) -> None:
    made = update(starter, "fr", read_sources(starter), datetime.date(2009, 2, 27))
    for file in made.files:
        assert starter.path(file.path).read_bytes() == po_bytes(file), file.path


# What translate-toolkit's pofilter compares letter by letter with English: the punctuation, capitals and quotation marks of a
# language are its own, a citation in brackets may stand on another side of a full stop, and symbols and acronyms have forms of
# their own in some languages. In Chinese and Arabic hardly anything else is told.
OTHER_IN_EACH_LANGUAGE = (
    "acronyms", "brackets", "doublequoting", "endpunc", "long", "numbers", "puncspacing", "sentencecount", "short",
    "simplecaps", "startcaps", "startpunc", "unchanged",
)  # fmt: skip


def pofilter(folder: Path, output: Path, language: str) -> list[str]:
    """Return the names of the checks that pofilter finds fault with in the catalogues of *folder*."""
    output.mkdir()
    code = "import sys; from translate.filters.pofilter import main; sys.exit(main())"
    excluded = [f"--excludefilter={name}" for name in OTHER_IN_EACH_LANGUAGE]
    command = [sys.executable, "-c", code, "--progress=none", f"--language={language}", *excluded, str(folder), "-o", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return [name for path in output.rglob("*.po") for name in re.findall(r"\(pofilter\) (\w+)", path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_translate_toolkit_finds_no_fault(language: str, tmp_path: Path) -> None:
    assert pofilter(CHECKOUT.path(f"locales/{language}"), tmp_path / "found", language) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_translate_toolkit_finds_a_fault_that_is_there(language: str, tmp_path: Path) -> None:
    catalogue = CHECKOUT.path(f"locales/{language}/LC_MESSAGES/guide.po").read_text(encoding="utf-8")
    head, _, rest = catalogue.partition("msgstr")[2].partition("msgstr")
    (tmp_path / "broken").mkdir()
    broken = 'msgid ""\nmsgstr' + head + "msgstr" + rest.replace("{number}", "number", 1)
    (tmp_path / "broken" / "guide.po").write_text(broken, encoding="utf-8")
    assert "pythonbraceformat" in pofilter(tmp_path / "broken", tmp_path / "found", language)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_catalogue_says_that_it_is_a_draft(language: str) -> None:
    for path in sorted(CHECKOUT.path(f"locales/{language}/LC_MESSAGES").rglob("*.po")):
        assert '"X-Review-Status: draft\\n"' in path.read_text(encoding="utf-8"), path
