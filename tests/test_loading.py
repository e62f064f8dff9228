from __future__ import annotations

from collections.abc import Callable

from guidegen.errors import has_errors
from guidegen.loading import load
from guidegen.resources.project import Project


def test_a_sound_project_is_loaded_without_findings(starter: Project) -> None:
    loaded = load(starter)
    assert loaded.findings == ()
    assert loaded.content
    assert set(loaded.languages) == set(starter.languages())
    assert loaded.source_language == "en"


def test_a_broken_common_file_leaves_the_languages_readable(starter: Project, write: Callable[..., None]) -> None:
    write("content/congress.yaml", "")
    loaded = load(starter)
    assert loaded.content is None
    assert loaded.source_language == ""
    assert set(loaded.languages) == set(starter.languages())


def test_a_broken_language_leaves_the_content_and_the_other_languages_readable(
    starter: Project, write: Callable[..., None]
) -> None:
    write("locales/fr/conventions.yaml", b"\xff")
    loaded = load(starter)
    assert loaded.content
    assert set(loaded.languages) == set(starter.languages()) - {"fr"}
    assert [str(finding.source) for finding in loaded.findings] == ["locales/fr/conventions.yaml:1:1"]


def test_only_the_languages_asked_for_and_the_source_language_are_read(starter: Project, write: Callable[..., None]) -> None:
    assert set(load(starter, ["fr"]).languages) == {"en", "fr"}
    assert set(load(starter, []).languages) == {"en"}
    write("locales/fr/conventions.yaml", b"\xff")
    assert load(starter, ["en"]).findings == ()
    assert [finding.rule for finding in load(starter, ["fr"]).findings] == ["encoding"]


def test_only_the_meetings_asked_for_are_read(starter: Project, write: Callable[..., None]) -> None:
    write("content/meetings/other/meeting.yaml", "region: [")
    loaded = load(starter, meetings=["capital-city"])
    assert loaded.content
    assert (list(loaded.content.meetings), loaded.findings) == (["capital-city"], ())
    assert [finding.source.path for finding in load(starter, meetings=["other"]).findings] == [
        "content/meetings/other/meeting.yaml"
    ]


def test_a_language_that_the_project_lacks_is_not_read(starter: Project) -> None:
    loaded = load(starter, ["xx"])
    assert (set(loaded.languages), loaded.findings) == ({"en"}, ())


def test_a_broken_meeting_leaves_the_others_readable(starter: Project, write: Callable[..., None]) -> None:
    write("content/meetings/other/meeting.yaml", "region: [")
    loaded = load(starter)
    assert loaded.content
    assert list(loaded.content.meetings) == ["capital-city"]
    assert has_errors(loaded.findings)


def test_what_does_not_fit_together_is_told_with_what_cannot_be_read(
    starter: Project, write: Callable[..., None], replace: Callable[..., None]
) -> None:
    write("content/meetings/other/meeting.yaml", "")
    replace("content/introduction.md", "one topic.", "one topic.[@nothing]")
    replace("locales/fr/conventions.yaml", "direction: ltr", "direction: up")
    assert [finding.rule for finding in load(starter).findings] == ["empty-file", "citation", "value"]


def test_an_empty_folder_is_told_every_file_that_it_lacks(starter: Project, write: Callable[..., None]) -> None:
    write("empty/content/topics/.keep", "")
    found = load(Project(starter.path("empty"))).findings
    assert {finding.rule for finding in found} == {"missing-file"}
    names = ["congress.yaml", "outline.yaml", "issuances.yaml", "institutes.yaml", "sources.yaml", "introduction.md"]
    assert [str(finding.source) for finding in found] == [f"content/{name}" for name in names]
