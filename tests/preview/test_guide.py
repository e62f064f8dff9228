"""The two sides of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as changed

import pytest

from guidegen.build.matrix import GuideName
from guidegen.build.task import Task
from guidegen.errors import GuidegenError
from guidegen.loading import load
from guidegen.locales.catalogues import Catalogue, read_catalogue
from guidegen.pipeline import build_guide
from guidegen.preview.guide import read_original, translate
from guidegen.resources.project import Project
from tests.preview.conftest import CATALOGUE, FRENCH, PROSE

Replace = Callable[[str, str, str], None]


def built(project: Project, guide: GuideName) -> str:
    """The guide as ``guidegen build --format html`` writes it."""
    return build_guide(load(project), Task(project.root, guide, ("html",), "draft")).files["html"].decode()


def catalogues(project: Project) -> dict[str, Catalogue]:
    paths = (path.relative_to(project.root).as_posix() for path in project.path("locales/fr").rglob("*.po"))
    return {path: read_catalogue(project, path, "fr") for path in paths}


def test_both_sides_are_the_very_pages_that_are_built(starter: Project) -> None:
    original = read_original(starter, FRENCH)
    assert original.html == built(starter, changed(FRENCH, language="en"))
    assert translate(original, catalogues(starter)).html == built(starter, FRENCH)


def test_every_message_of_the_guide_is_known_with_its_place(starter: Project) -> None:
    original = read_original(starter, FRENCH)
    assert str(original.messages["topics.prevention.background"].source) == f"{PROSE}:8:1"
    assert original.messages["draft.mark"].source.path.startswith("templates/guide/")


def test_the_messages_that_a_guide_prints_are_told(starter: Project) -> None:
    original = read_original(starter, FRENCH)
    printed = translate(original, catalogues(starter)).contexts
    assert "topics.prevention.background" in printed
    assert printed <= {*original.messages}


def test_a_guide_in_the_source_language_is_not_translated(starter: Project) -> None:
    assert read_original(starter, FRENCH).translates
    assert not read_original(starter, changed(FRENCH, language="en")).translates


def test_broken_content_raises_its_findings(starter: Project, replace: Replace) -> None:
    replace(PROSE, "{#background}\n", "")
    with pytest.raises(GuidegenError, match=r"content/topics/prevention\.md:7"):
        read_original(starter, FRENCH)


def test_a_message_that_cannot_stand_for_its_source_is_told_and_shown_in_the_source_language(
    starter: Project, replace: Replace
) -> None:
    replace(CATALOGUE, "probantes[^evidence].", "probantes.")
    made = translate(read_original(starter, FRENCH), catalogues(starter))
    (finding,) = made.findings
    assert (finding.rule, finding.source.path) == ("marks", CATALOGUE)
    assert 'class="untranslated" lang="en" dir="ltr">The Guidelines for the Prevention' in made.html


def test_an_approved_guide_is_shown_as_a_draft_whatever_it_lacks(starter: Project, replace: Replace) -> None:
    replace("content/issuances.yaml", "status: draft", "status: approved")
    original = read_original(starter, FRENCH)
    assert original.task.draft
    assert "Draft – not an official document" in original.html
