"""What leaves: every catalogue, up to date, with the states of its messages."""

from __future__ import annotations

from collections.abc import Callable

from guidegen.resources.project import Project
from guidegen.translation.catalogues import Sources, read_sources
from guidegen.translation.exchange.outgoing import first_day, project_name, read_export, stem_of, unit_file
from guidegen.translation.exchange.units import UnitState
from tests.translation.exchange.conftest import DRAFT_STEM, FUZZY, REVIEWED_STEM, TARGETS, UNTRANSLATED

Replace = Callable[[str, str, str], None]


def test_each_message_leaves_with_the_state_that_its_catalogue_gives_it(shared: Project, sources: Sources) -> None:
    found = {(one.language, one.stem): one.units for one in read_export(shared, sources, TARGETS).units()}
    for language in TARGETS:
        for stem, usual in ((REVIEWED_STEM, UnitState.FINAL), (DRAFT_STEM, UnitState.TRANSLATED)):
            states = [unit.state for unit in found[language, stem]]
            assert states[FUZZY] is UnitState.REVIEW
            assert states[UNTRANSLATED] is UnitState.UNTRANSLATED
            assert {*states} == {usual, UnitState.REVIEW, UnitState.UNTRANSLATED}


def test_every_message_of_the_content_leaves_once(shared: Project, sources: Sources) -> None:
    made = read_export(shared, sources, TARGETS[:1])
    contexts = [unit.context for file in made.units() for unit in file.units]
    assert sorted(contexts) == sorted(message.context for messages in sources.messages.values() for message in messages)
    assert made.languages == TARGETS[:1]


def test_a_text_that_changed_leaves_as_it_is_now_and_its_translation_needs_review(starter: Project, replace: Replace) -> None:
    replace("content/topics/prevention.md", "title: Crime prevention as public policy", "title: Crime prevention as a policy")
    made = read_export(starter, read_sources(starter), ("fr",))
    [unit] = [unit for file in made.units() for unit in file.units if unit.context == "topics.prevention.title"]
    assert (unit.source, unit.state) == ("Crime prevention as a policy", UnitState.REVIEW)
    assert "Translated when the text was: Crime prevention as public policy" in unit.notes


def test_a_broken_catalogue_is_told_and_the_others_leave(starter: Project) -> None:
    path = "locales/fr/LC_MESSAGES/content/topics/prevention.po"
    starter.path(path).write_text("nonsense\n")
    made = read_export(starter, read_sources(starter), ("fr",))
    assert {finding.source.path for finding in made.findings} == {path}
    assert {file.stem for file in made.units()} == set(read_sources(starter).messages) - {"content/topics/prevention"}


def test_a_file_says_its_project_languages_and_catalogue(starter: Project) -> None:
    sources = read_sources(starter)
    made = read_export(starter, sources, ("fr",))
    language, file = made.files[0]
    units = unit_file(sources, language, file)
    assert (units.project, units.source_language, units.language) == (project_name(sources), "en", "fr")
    assert units.stem == stem_of(file)
    assert file.path == f"locales/fr/LC_MESSAGES/{units.stem}.po"


def test_a_catalogue_that_begins_with_an_exchange_has_the_date_of_the_guide(starter: Project) -> None:
    assert first_day(read_sources(starter)) == read_sources(starter).content.congress.as_of
