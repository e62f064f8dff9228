"""The tables of the site."""

from __future__ import annotations

from dataclasses import replace

from guidegen.localize import Translator
from guidegen.site.publication import Publication
from guidegen.site.state import Change, Mark
from guidegen.site.tables import Tables
from guidegen.site.words import Words
from guidegen.translation.status import State, Tally
from tests.site.conftest import Published


def tables(publication: Publication) -> Tables:
    languages = publication.loaded.languages
    words = Words(Translator(publication.loaded.project, languages["fr"], languages["en"]))
    return Tables(publication, words)


def with_topic(publication: Publication, translated: int, missing: int, reviewed: int) -> Publication:
    words = dict.fromkeys(State, 0) | {State.TRANSLATED: translated, State.MISSING: missing}
    status = publication.statuses["fr"]
    tally = Tally(words, words, reviewed, reviewed)
    return replace(publication, statuses={"fr": replace(status, topics={"prevention": tally})})


def test_a_shelf_has_a_row_for_each_language(published: Published) -> None:
    [shelf] = tables(published.publication()).shelves()
    assert [row["language"].code for row in shelf["rows"]] == ["en", "fr"]
    assert {*shelf["rows"][1]["files"]} == {"docx", "html", "pdf"}


def test_a_topic_is_as_far_as_its_words_are(published: Published) -> None:
    made = published.publication()
    for translated, missing, level in ((0, 9, "none"), (1, 9, "part"), (9, 1, "most"), (999, 1, "most"), (9, 0, "complete")):
        topic, every = tables(with_topic(made, translated, missing, 0)).translation()
        source, french = topic["cells"]
        assert source["level"] == "source"
        assert (french["level"], french["reviewed"]) == (level, False)
        assert every["title"] == ""
    reviewed, _ = tables(with_topic(made, 9, 0, 9)).translation()
    assert reviewed["cells"][1]["reviewed"] is True


def test_a_change_is_linked_to_its_place_where_it_still_has_one(published: Published) -> None:
    made = published.publication()
    name = next(iter(made.state))
    known = next(iter(made.state[name]))
    rows = (
        Change(name.language, known, "changed", (name.meeting,), Mark("1.", "a")),
        Change(name.language, "gone", "removed", (name.meeting,), Mark("2.", "b")),
        Change("xx", "p", "removed", ("nowhere",), Mark("3.", "c")),
    )
    [group] = tables(replace(made, changes=rows)).changes()
    first, second = group["rows"]
    assert first["link"] == f"../guides/{name.file('html')}#{known}"
    assert (second["link"], second["every"]) == ("", False)
