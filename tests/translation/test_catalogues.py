"""Templates and catalogues of a project: what there is to write, and what is left alone."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from guidegen.errors import GuidegenError
from guidegen.locales.po_file import po_bytes
from guidegen.resources.project import Project
from guidegen.translation.catalogues import (
    Update,
    catalogue_folder,
    read_catalogues,
    read_sources,
    read_status,
    templates,
    unused_templates,
    update,
)
from guidegen.translation.status import State

Write = Callable[[str, str | bytes], None]
Replace = Callable[[str, str, str], None]
TODAY = datetime.date(2009, 2, 27)
YOUTH = "locales/fr/LC_MESSAGES/content/topics/prevention.po"


def updated(project: Project) -> Update:
    return update(project, "fr", read_sources(project), TODAY)


def test_there_is_a_template_for_each_source_file_and_one_for_the_words_of_the_templates(starter: Project) -> None:
    paths = {file.path for file in templates(read_sources(starter))}
    assert {"locales/pot/guide.pot", "locales/pot/content/topics/prevention.pot", "locales/pot/content/congress.pot"} <= paths


def test_a_template_is_the_same_each_time(starter: Project) -> None:
    assert [po_bytes(file) for file in templates(read_sources(starter))] == [
        po_bytes(file) for file in templates(read_sources(starter))
    ]


def test_a_template_whose_source_is_gone_is_named(starter: Project, write: Write) -> None:
    write("locales/pot/content/topics/old.pot", "")
    write("locales/pot/guide.pot", "")
    assert unused_templates(starter, read_sources(starter)) == ("locales/pot/content/topics/old.pot",)


@pytest.mark.parametrize("path", ["congress.yaml", "meetings/capital-city/focus.md", "topics/prevention.md"])
def test_with_a_broken_source_nothing_is_extracted_or_updated(starter: Project, write: Write, path: str) -> None:
    write(f"content/{path}", "---\nbroken: [\n")
    with pytest.raises(GuidegenError) as error:
        read_sources(starter)
    assert {finding.source.path for finding in error.value.findings} == {f"content/{path}"}


def test_a_source_file_without_a_catalogue_gets_one(starter: Project) -> None:
    starter.path(YOUTH).unlink()
    [file] = [one for one in updated(starter).files if one.path == YOUTH]
    assert file.field("PO-Revision-Date") == "2009-02-27 00:00+0000"
    assert (file.field("Language"), file.reviewed) == ("fr", False)
    assert {entry.string for entry in file.entries} == {""}


def test_a_catalogue_whose_source_is_gone_stays_as_long_as_it_holds_a_translation(starter: Project, write: Write) -> None:
    head = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n'
    write("locales/fr/LC_MESSAGES/content/topics/old.po", head + '\nmsgctxt "old"\nmsgid "Old words"\nmsgstr "Mots"\n')
    write("locales/fr/LC_MESSAGES/content/topics/older.po", head + '\nmsgctxt "older"\nmsgid "Old words"\nmsgstr ""\n')
    made = updated(starter)
    [old] = [file for file in made.files if file.path.endswith("old.po")]
    assert [(entry.string, entry.obsolete) for entry in old.entries] == [("Mots", True)]
    assert made.empty == ("locales/fr/LC_MESSAGES/content/topics/older.po",)


BREAKS = {
    "cut off": lambda data: data[: data.rindex(b"msgstr") + 3],
    "merged badly": lambda data: data.replace(b"\nmsgctxt", b"\n<<<<<<< ours\nmsgctxt", 1),
    "in another encoding": lambda data: data.decode().replace("é", "\u00e9").encode("latin-1", "replace"),
    "with a message twice": lambda data: data + b"\n" + data[data.rindex(b"msgctxt") :],
    "in another language": lambda data: data.replace(b"Language: fr", b"Language: es"),
    "with plural forms": lambda data: data + b'\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
    "with broken plural forms": lambda data: data + b'\nmsgid "a"\nmsgstr[0] "c"\n',
    "with a quotation mark too few": lambda data: data.rstrip()[:-1] + b"\n",
}


@pytest.mark.parametrize("fault", BREAKS)
def test_a_broken_catalogue_is_told_by_its_line_left_alone_and_the_others_are_updated(
    starter: Project, write: Write, replace: Replace, fault: str
) -> None:
    data = BREAKS[fault](starter.path(YOUTH).read_bytes())
    write(YOUTH, data)
    replace("content/congress.yaml", "First Model Congress on Crime Prevention", "First Model Congress on Crime")
    made = updated(starter)
    assert made.findings
    assert all(finding.source.path == YOUTH and finding.source.line > 0 for finding in made.findings)
    assert YOUTH not in {file.path for file in made.files}
    assert "locales/fr/LC_MESSAGES/content/congress.po" in {file.path for file in made.files}
    assert starter.path(YOUTH).read_bytes() == data


def test_how_far_a_language_is_counts_the_messages_of_a_broken_catalogue_as_missing(starter: Project, write: Write) -> None:
    sources = read_sources(starter)
    whole, _ = read_status(starter, "fr", sources)
    write(YOUTH, "nothing of the kind")
    status, findings = read_status(starter, "fr", sources)
    assert [finding.source.path for finding in findings] == [YOUTH]
    own = len(sources.messages["content/topics/prevention"])
    assert (status.total.messages[State.MISSING], whole.total.messages[State.MISSING]) == (own, 0)


def test_the_catalogues_of_a_language_are_read_by_stem(starter: Project) -> None:
    files, findings = read_catalogues(starter, "fr")
    assert files["content/topics/prevention"].path == f"{catalogue_folder('fr')}/content/topics/prevention.po" == YOUTH
    assert findings == ()
