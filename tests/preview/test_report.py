"""What the page is told of a guide and of a message."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace as changed

import pytest

from guidegen.preview.live import LiveGuide, View
from guidegen.preview.report import message, pages, state
from guidegen.resources.project import Project
from tests.preview.conftest import CATALOGUE, FRENCH, PROSE

Replace = Callable[[str, str, str], None]
Write = Callable[[str, str | bytes], None]

BACKGROUND = "topics.prevention.background"


def rules(live: LiveGuide, context: str) -> list[str]:
    """The rules of the findings that are told with the message *context*."""
    told = message(live.view, context)
    assert told
    return [finding["rule"] for finding in told["findings"]]


def line_of(project: Project, path: str, words: str) -> int:
    return project.path(path).read_text(encoding="utf-8").partition(words)[0].count("\n") + 1


def test_there_is_a_page_for_each_side(live: LiveGuide) -> None:
    assert [*pages(live.view)] == ["original", "translation"]
    assert pages(View()) == {}


def test_the_state_is_json_whatever_there_is(live: LiveGuide) -> None:
    assert json.loads(json.dumps(state(live.view)))["findings"] == []
    assert json.loads(json.dumps(state(View())))["elements"] == []


def test_a_page_that_has_changed_has_another_digest(live: LiveGuide, replace: Replace) -> None:
    before = state(live.view)["pages"]
    replace(CATALOGUE, '"Contexte"', '"Le contexte"')
    live.reread([CATALOGUE])
    after = state(live.view)["pages"]
    assert after["original"] == before["original"]
    assert after["translation"] != before["translation"]


def test_catalogues_are_counted(live: LiveGuide, replace: Replace) -> None:
    replace(
        CATALOGUE,
        '#, md-text\nmsgctxt "topics.prevention.background"',
        '#, fuzzy, md-text\nmsgctxt "topics.prevention.background"',
    )
    live.reread([CATALOGUE])
    told = state(live.view)
    (row,) = [one for one in told["catalogues"] if one["path"] == CATALOGUE]
    assert row == {"path": CATALOGUE, "reviewed": False, "translated": 7, "fuzzy": 1, "stale": 0, "faulty": 0, "missing": 0}
    assert told["statuses"][BACKGROUND] == "fuzzy"


def test_a_finding_about_a_message_names_it(live: LiveGuide, replace: Replace) -> None:
    replace(CATALOGUE, "probantes[^evidence].", "probantes.")
    live.reread([CATALOGUE])
    (finding,) = state(live.view)["findings"]
    assert (finding["context"], finding["severity"], finding["rule"]) == ("topics.prevention.guidelines", "error", "marks")
    assert "marks" in rules(live, "topics.prevention.guidelines")
    assert state(live.view)["statuses"]["topics.prevention.guidelines"] == "faulty"
    assert rules(live, BACKGROUND) == []


def test_a_message_is_held_to_the_rules_for_translations(live: LiveGuide, replace: Replace) -> None:
    replace(CATALOGUE, '"Contexte"', '"Contexte contexte ("')
    live.reread([CATALOGUE])
    assert state(live.view)["findings"] == []
    assert {"brackets", "doubled-word"} <= {*rules(live, BACKGROUND)}


def test_a_stale_message_is_not_held_to_a_text_that_it_does_not_translate(live: LiveGuide, replace: Replace) -> None:
    replace(CATALOGUE, '"Contexte"', '"Contexte contexte ("')
    replace(PROSE, "## Background", "## History")
    live.reread([PROSE])
    assert rules(live, BACKGROUND) == []


def test_a_finding_about_a_file_names_no_message(live: LiveGuide, replace: Replace) -> None:
    replace(PROSE, "{#background}\n", "")
    live.reread([PROSE])
    assert [finding["context"] for finding in state(live.view)["findings"]] == [""]


def test_a_message_has_both_texts_with_their_places_and_languages(live: LiveGuide, starter: Project) -> None:
    told = message(live.view, BACKGROUND)
    assert told
    assert told["source"] == {"place": f"{PROSE}:8:1", "text": "Background", "lang": "en-GB", "dir": "ltr"}
    line = line_of(starter, CATALOGUE, 'msgid "Background"')
    assert told["translation"] == {
        "status": "translated",
        "place": f"{CATALOGUE}:{line}",
        "text": "Contexte",
        "former": "",
        "comments": (),
        "lang": "fr-FR",
        "dir": "ltr",
    }


def test_a_stale_message_tells_the_text_that_it_translates(live: LiveGuide, replace: Replace) -> None:
    replace(PROSE, "What do cities need", "What do towns need")
    live.reread([PROSE])
    translation = message(live.view, "topics.prevention.q-cities")["translation"]  # type: ignore[index]
    assert (translation["status"], translation["former"][:19]) == ("stale", "What do cities need")


def test_a_message_that_no_catalogue_has_tells_where_it_would_stand(live: LiveGuide, starter: Project) -> None:
    starter.path(CATALOGUE).unlink()
    live.reread([CATALOGUE])
    translation = message(live.view, BACKGROUND)["translation"]  # type: ignore[index]
    assert (translation["status"], translation["place"], translation["text"]) == ("missing", CATALOGUE, "")


def test_a_message_has_the_terms_of_the_glossary(live: LiveGuide, write: Write) -> None:
    write("locales/glossary.csv", "id,en,fr\nbackground,background,contexte | cadre\nchild,child,enfant\n")
    live.reread(["locales/glossary.csv"])
    assert message(live.view, BACKGROUND)["terms"] == [  # type: ignore[index]
        {"term": "background", "forms": ("contexte", "cadre")}
    ]


@pytest.mark.parametrize("context", ["", "nothing.of.the.kind"])
def test_of_a_message_that_there_is_not_nothing_is_told(live: LiveGuide, context: str) -> None:
    assert message(live.view, context) is None
    assert message(View(), context) is None


def test_in_the_source_language_a_message_has_its_source_only(starter: Project) -> None:
    live = LiveGuide(starter, changed(FRENCH, language="en"))
    live.read()
    told = message(live.view, BACKGROUND)
    assert told
    assert (told["translation"], told["terms"]) == (None, [])
