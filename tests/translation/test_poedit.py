"""A catalogue as Poedit saves it: long lines, its own order of the header, its own fields."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from guidegen.locales.po_file import PoFile, po_bytes
from guidegen.locales.po_reader import parse_po, read_po_file
from guidegen.resources.files import SourceFile
from guidegen.resources.project import Project
from guidegen.translation.catalogues import read_sources, update

Write = Callable[[str, str | bytes], None]
SAVED = (Path(__file__).parent / "poedit.po").read_text(encoding="utf-8")
PATH = "locales/fr/LC_MESSAGES/content/topics/prevention.po"

VARIANTS = {
    "unwrapped": SAVED,
    "with the line ends of Windows": SAVED.replace("\n", "\r\n"),
    "wrapped": po_bytes(parse_po(SourceFile(PATH, SAVED))).decode(),
    "without blank lines between messages": SAVED.replace("\n\n", "\n"),
    "with a blank line at the end": SAVED + "\n",
}


def updated(project: Project) -> PoFile:
    made = update(project, "fr", read_sources(project), datetime.date(2009, 2, 27))
    [file] = [file for file in made.files if file.path == PATH]
    return file


@pytest.mark.parametrize("variant", VARIANTS)
def test_nothing_that_was_saved_changes_its_meaning(starter: Project, write: Write, variant: str) -> None:
    write(PATH, VARIANTS[variant])
    saved = read_po_file(starter, PATH, "fr")
    assert saved == parse_po(SourceFile(PATH, SAVED))
    assert updated(starter) == saved


def test_what_the_editor_and_the_translator_wrote_is_there(starter: Project, write: Write) -> None:
    write(PATH, SAVED)
    file = updated(starter)
    assert file.field("Last-Translator") == "Jeanne Dupont <jeanne@example.org>"
    assert file.field("X-Poedit-Basepath") == "../../.."
    assert file.header.comments[1] == "Traduction : Jeanne Dupont <jeanne@example.org>, 2009"
    by_context = {entry.context: entry for entry in file.entries}
    assert by_context["topics.prevention.title"].comments == ("À revoir avec le glossaire : « politique publique ».",)
    cities = by_context["topics.prevention.q-cities"]
    assert (cities.fuzzy, cities.previous_id) == (True, "What do towns need in order to act?")
    assert by_context["topics.prevention.q-costs"].string == "Que coûte la criminalité ?"
    assert by_context["topics.prevention.q-who"].previous_id == "Who pays?"


def test_the_lines_of_an_update_are_wrapped_and_stay_so(starter: Project, write: Write) -> None:
    write(PATH, SAVED)
    data = po_bytes(updated(starter))
    assert max(len(line) for line in data.decode().splitlines() if line.startswith('"')) <= 79 < max(map(len, SAVED.splitlines()))
    write(PATH, data)
    assert po_bytes(updated(starter)) == data
