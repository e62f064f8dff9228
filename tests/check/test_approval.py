"""What an approved issuance may not have: each kind of finding, one at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.build.matrix import GuideName
from guidegen.build.task import Task
from guidegen.check.approval import unverified
from guidegen.errors import GuidegenError
from guidegen.loading import load
from guidegen.pipeline import localized, numbered
from guidegen.resources.project import Project

Replace = Callable[[str, str, str], None]

FACTS = (
    ("content/issuances.yaml", "status: draft", "status: approved"),
    ("content/issuances.yaml", "date: pending", "date: 2009-02-27"),
    ("content/issuances.yaml", "place: pending, dates: pending", "place: Vienna, dates: {first: 2009-04-16, last: 2009-04-24}"),
)
PROSE = "content/topics/prevention.md"


def catalogues(project: Project) -> list[str]:
    return sorted(path.relative_to(project.root).as_posix() for path in project.path("locales/fr").rglob("*.po"))


@pytest.fixture
def approved(starter: Project, replace: Replace) -> Project:
    """The starter project with all that an approved issuance needs, in both languages."""
    for path, old, new in FACTS:
        replace(path, old, new)
    for path in catalogues(starter):
        replace(path, "X-Review-Status: draft", "X-Review-Status: reviewed")
    place = starter.path("locales/fr/LC_MESSAGES/content/issuances.po")
    message = '\nmsgctxt "issuances.draft.session.place"\nmsgid "Vienna"\nmsgstr "Vienne"\n'
    place.write_text(place.read_text(encoding="utf-8") + message, encoding="utf-8")
    return starter


def findings(project: Project, language: str, *, draft: bool = False) -> list[tuple[str, str]]:
    """Return the rule and the place of each finding against the guide in *language*."""
    loaded = load(project)
    task = Task(project.root, GuideName("capital-city", language), (), "draft", draft)
    try:
        translator, content = localized(loaded, task)
        numbered(loaded.project, content, translator, task)
    except GuidegenError as error:
        return [(finding.rule, str(finding.source)) for finding in error.findings]
    return []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_guide_that_is_decided_translated_reviewed_and_verified_is_approved(approved: Project, language: str):
    assert findings(approved, language) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_pending_value_is_told_in_every_language(approved: Project, replace: Replace, language: str):
    replace("content/issuances.yaml", "date: 2009-02-27", "date: pending")
    assert [rule for rule, _ in findings(approved, language)] == ["approved-pending"]


def test_a_pending_text_is_told(approved: Project, replace: Replace):
    replace("content/issuances.yaml", "place: Vienna", "place: pending")
    assert [rule for rule, _ in findings(approved, "en")] == ["approved-pending"]


def test_a_pending_mark_typed_into_a_symbol_is_told(approved: Project, replace: Replace):
    replace("content/issuances.yaml", "MODEL/2009/CRP.1", "MODEL/2009/CRP.[…]")
    assert [rule for rule, _ in findings(approved, "en")] == ["approved-pending"]


def test_a_pending_mark_typed_into_a_paragraph_is_told_with_its_line(approved: Project, replace: Replace):
    replace(PROSE, "plans that rest on evidence.", "plans that rest on […] evidence.")
    assert findings(approved, "en") == [("approved-pending", f"{PROSE}:11:1")]


def test_a_text_without_translation_is_told_with_the_line_of_its_source(approved: Project, replace: Replace):
    replace(PROSE, "What do cities need", "What do towns need")
    assert findings(approved, "fr") == [("approved-untranslated", f"{PROSE}:25:3")]
    assert findings(approved, "en") == []


def test_a_fuzzy_translation_is_none(approved: Project, replace: Replace):
    path = "locales/fr/LC_MESSAGES/content/topics/prevention.po"
    replace(path, '#, md-text\nmsgctxt "topics.prevention.q-cities"', '#, fuzzy, md-text\nmsgctxt "topics.prevention.q-cities"')
    assert findings(approved, "fr") == [("approved-untranslated", f"{PROSE}:25:3")]


def test_words_of_the_templates_without_translation_are_told_once_with_their_catalogue(approved: Project, replace: Replace):
    replace("locales/fr/LC_MESSAGES/guide.po", 'msgctxt "contents.paragraphs"', 'msgctxt "contents.old"')
    assert findings(approved, "fr") == [("approved-untranslated", "locales/fr/LC_MESSAGES/guide.po")]


def test_words_that_only_screens_show_are_told_too(approved: Project, replace: Replace):
    """The skip link stands in no tree; it must not be left in the source language in silence."""
    replace("locales/fr/LC_MESSAGES/guide.po", 'msgctxt "html.skip"', 'msgctxt "html.old"')
    assert findings(approved, "fr") == [("approved-untranslated", "locales/fr/LC_MESSAGES/guide.po")]


def test_a_catalogue_that_nobody_has_reviewed_is_told_by_name(approved: Project, replace: Replace):
    path = "locales/fr/LC_MESSAGES/content/outline.po"
    replace(path, "X-Review-Status: reviewed", "X-Review-Status: draft")
    assert findings(approved, "fr") == [("approved-unreviewed", f"{path}:1")]


def test_a_fact_that_nobody_has_verified_is_told_with_its_line(approved: Project, replace: Replace):
    replace("content/issuances.yaml", "  session: {", "  verified: false\n  session: {")
    assert findings(approved, "en") == [("approved-unverified", "content/issuances.yaml:2:3")]


def test_an_unverified_source_is_told(approved: Project, replace: Replace):
    replace("content/sources.yaml", "number: 2002/13", "number: 2002/13\n  verified: false")
    assert findings(approved, "en") == [("approved-unverified", "content/sources.yaml:2:3")]


def test_all_kinds_are_told_together(approved: Project, replace: Replace):
    replace("content/issuances.yaml", "date: 2009-02-27", "date: pending")
    replace("content/issuances.yaml", "  session: {", "  verified: false\n  session: {")
    replace("locales/fr/LC_MESSAGES/content/outline.po", "X-Review-Status: reviewed", "X-Review-Status: draft")
    replace(PROSE, "What do cities need", "What do towns need")
    rules = {rule for rule, _ in findings(approved, "fr")}
    assert rules == {"approved-pending", "approved-untranslated", "approved-unreviewed", "approved-unverified"}


@pytest.mark.parametrize(("old", "new"), [("status: approved", "status: for_approval"), ("status: approved", "status: draft")])
def test_an_issuance_that_is_not_approved_may_have_them(approved: Project, replace: Replace, old: str, new: str):
    replace("content/issuances.yaml", "date: 2009-02-27", "date: pending")
    replace("content/issuances.yaml", old, new)
    assert findings(approved, "en") == []


def test_a_draft_of_an_approved_issuance_may_have_them(approved: Project, replace: Replace):
    replace("content/issuances.yaml", "date: 2009-02-27", "date: pending")
    assert findings(approved, "en", draft=True) == []


def test_facts_are_found_wherever_they_stand(starter: Project):
    content = load(starter).content
    assert content is not None
    doubtful = content.congress.model_copy(update={"verified": False})
    assert list(unverified({"a": (1, {"b": (doubtful, content.outline)})})) == [doubtful]
