"""A guide that is kept up with its files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.errors import Finding, Source
from guidegen.preview.live import LiveGuide
from guidegen.resources.project import Project
from guidegen.translation.status import State
from tests.preview.conftest import CATALOGUE, FRENCH, PROSE

Replace = Callable[[str, str, str], None]
Write = Callable[[str, str | bytes], None]


def rules(live: LiveGuide) -> list[str]:
    return [finding.rule for finding in live.view.findings]


def french(live: LiveGuide) -> str:
    assert live.view.translated
    return live.view.translated.html


def test_a_sound_guide_has_both_sides_and_no_findings(live: LiveGuide) -> None:
    assert live.view.original
    assert (live.view.translated is not None, rules(live)) == (True, [])
    assert {one.state for one in live.view.segments.values()} == {State.TRANSLATED}


def test_a_saved_catalogue_shows_and_the_source_side_stays_the_same_object(live: LiveGuide, replace: Replace) -> None:
    before = live.view
    replace(CATALOGUE, '"Contexte"', '"Le contexte"')
    assert live.reread([CATALOGUE])
    assert "Le contexte" in french(live)
    assert live.view.original is before.original
    assert live.view is not before


def test_only_the_catalogue_that_was_saved_is_read_again(live: LiveGuide, replace: Replace) -> None:
    before = live.view.catalogues
    replace(CATALOGUE, '"Contexte"', '"Le contexte"')
    live.reread([CATALOGUE])
    assert [path for path, catalogue in live.view.catalogues.items() if catalogue is not before[path]] == [CATALOGUE]


def test_a_broken_catalogue_is_told_with_its_line_and_shown_as_it_last_was_sound(live: LiveGuide, replace: Replace) -> None:
    before = french(live)
    replace(CATALOGUE, 'msgstr "Contexte"', 'msgstr "Contexte')
    live.reread([CATALOGUE])
    (finding,) = live.view.findings
    assert (finding.rule, finding.source.path, finding.source.line > 1) == ("catalogue-syntax", CATALOGUE, True)
    assert french(live) == before


def test_while_one_catalogue_is_broken_another_shows(live: LiveGuide, replace: Replace) -> None:
    other = "locales/fr/LC_MESSAGES/content/introduction.po"
    replace(CATALOGUE, 'msgstr "Contexte"', 'msgstr "Contexte')
    replace(other, 'msgstr "Objet"', 'msgstr "But"')
    live.reread([CATALOGUE])
    live.reread([other])
    assert "But</h3>" in french(live)
    assert rules(live) == ["catalogue-syntax"]


def test_a_catalogue_that_is_mended_has_no_findings(live: LiveGuide, replace: Replace) -> None:
    replace(CATALOGUE, 'msgstr "Contexte"', 'msgstr "Contexte')
    live.reread([CATALOGUE])
    replace(CATALOGUE, 'msgstr "Contexte', 'msgstr "Cadre"')
    live.reread([CATALOGUE])
    assert rules(live) == []
    assert "Cadre" in french(live)


def test_a_catalogue_that_was_never_sound_counts_as_empty(starter: Project, write: Write) -> None:
    write(CATALOGUE, "<<<<<<< mine\n")
    live = LiveGuide(starter, FRENCH)
    live.read()
    assert rules(live) == ["catalogue-conflict"]
    assert live.view.segments["topics.prevention.background"].state is State.MISSING
    assert '<span class="untranslated"' in french(live)


def test_a_catalogue_that_is_deleted_is_empty(live: LiveGuide, starter: Project) -> None:
    starter.path(CATALOGUE).unlink()
    live.reread([CATALOGUE])
    assert live.view.segments["topics.prevention.background"].state is State.MISSING


def test_a_mistake_in_one_message_leaves_all_others_live(live: LiveGuide, replace: Replace) -> None:
    replace(CATALOGUE, "probantes[^evidence].", "probantes.")
    replace(CATALOGUE, '"Contexte"', '"Le contexte"')
    live.reread([CATALOGUE])
    assert rules(live) == ["marks"]
    assert "Le contexte" in french(live)


def test_changed_content_shows_on_both_sides(live: LiveGuide, replace: Replace) -> None:
    replace(PROSE, "What do cities need", "What do towns need")
    live.reread([PROSE])
    assert live.view.original
    assert "What do towns need" in live.view.original.html
    assert "What do towns need" in french(live)
    assert live.view.segments["topics.prevention.q-cities"].state is State.STALE


def test_broken_content_is_told_and_shown_as_it_last_was_sound(live: LiveGuide, replace: Replace) -> None:
    before = live.view
    replace(PROSE, "{#background}\n", "")
    live.reread([PROSE])
    assert rules(live) == ["id-missing"]
    assert live.view.original is before.original


def test_while_content_is_broken_a_catalogue_shows(live: LiveGuide, replace: Replace) -> None:
    replace(PROSE, "{#background}\n", "")
    live.reread([PROSE])
    replace(CATALOGUE, '"Contexte"', '"Le contexte"')
    live.reread([CATALOGUE])
    assert rules(live) == ["id-missing"]
    assert "Le contexte" in french(live)


def test_content_that_was_never_sound_has_no_page_until_it_is(starter: Project, replace: Replace) -> None:
    replace(PROSE, "{#background}\n", "")
    live = LiveGuide(starter, FRENCH)
    live.read()
    assert (live.view.original, live.view.translated, rules(live)) == (None, None, ["id-missing"])
    replace(PROSE, "## Background", "{#background}\n## Background")
    assert live.reread([PROSE])
    assert rules(live) == []
    assert "Contexte" in french(live)


def test_a_template_that_fails_is_told_with_its_line(live: LiveGuide, write: Write) -> None:
    write("templates/guide/meta.xml.j2", '<meta name="title">x</meta>\n{{ nothing }}\n')
    live.reread(["templates/guide/meta.xml.j2"])
    assert str(live.view.findings[0].source) == "templates/guide/meta.xml.j2:2"
    assert "Contexte" in french(live)


def test_a_changed_glossary_shows(live: LiveGuide, write: Write) -> None:
    write("locales/glossary.csv", "id,en,fr\ncrime,crime,criminalité\n")
    assert live.reread(["locales/glossary.csv"])
    assert [term.forms["fr"] for term in live.view.terms] == [("criminalité",)]


@pytest.mark.parametrize(
    "path",
    [
        "content/topics/prevention.md~",
        "content/topics/.prevention.md.swp",
        "locales/pot/guide.pot",
        "locales/fr/LC_MESSAGES/content/topics/.#prevention.po",
        "locales/en/LC_MESSAGES/content/topics/prevention.po",
        "content/meetings/north/focus.md",
    ],
)
def test_a_file_that_goes_into_no_page_changes_nothing(live: LiveGuide, path: str) -> None:
    before = live.view
    assert not live.reread([path])
    assert live.view is before


def test_a_guide_in_the_source_language_has_one_side(starter: Project) -> None:
    live = LiveGuide(starter, FRENCH.__class__(FRENCH.meeting, "en"))
    live.read()
    assert live.view.original
    assert (live.view.translated, dict(live.view.segments)) == (None, {})


def test_what_is_told_stands_beside_the_other_findings(live: LiveGuide) -> None:
    finding = Finding(Source("preview"), "watch", "a sentence")
    live.tell(finding)
    assert live.view.findings == (finding,)
