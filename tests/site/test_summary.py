"""The summary: a table in Markdown, with links where the site's address is known."""

from __future__ import annotations

from dataclasses import replace

from guidegen.check.configuration import Verdict
from guidegen.errors import Finding, Severity, Source
from guidegen.site.summary import summary
from tests.site.conftest import Published


def test_each_guide_has_a_row_with_its_files_linked(published: Published) -> None:
    head, rule, *rows = [line for line in published.summary.splitlines() if line.startswith("|")]
    assert head == "| region | language | translated | HTML | PDF | DOCX | findings |"
    assert rule.count("---") == head.count("|") - 1
    assert [row.split(" | ")[:3] for row in rows] == [["| capital-city", "en", "100%"], ["| capital-city", "fr", "100%"]]
    assert "(https://drafts.example/guides/guides/capital-city/discussion-guide-capital-city-fr.pdf)" in rows[1]
    assert "Not checked: parity." in published.summary


def test_without_an_address_there_are_no_links(published: Published) -> None:
    assert "](" not in summary(published.publication())


def test_findings_are_counted_for_the_guides_they_concern(published: Published) -> None:
    french = Finding(Source("locales/fr/LC_MESSAGES/guide.po", 3), "rule", "a")
    common = Finding(Source("content/congress.yaml", 3), "rule", "b", severity=Severity.WARNING)
    said = summary(replace(published.publication(), verdict=Verdict((french, common))))
    rows = [line for line in said.splitlines() if line.startswith("| capital-city")]
    assert [row.split(" | ")[-1] for row in rows] == ["1 |", "2 |"]
    assert "Errors: 1. Warnings: 1. Ignored: 0." in said


def test_a_guide_that_was_not_built_says_so(published: Published) -> None:
    made = published.publication()
    manifest = replace(made.manifest, entries={path: one for path, one in made.manifest.entries.items() if "-fr." not in path})
    assert "| capital-city | fr | – | not built | not built | not built | 0 |" in summary(replace(made, manifest=manifest))


def test_changes_are_counted_by_language(published: Published) -> None:
    made = published.publication()
    assert "No paragraph has changed." in summary(made)
    assert "No earlier state to compare with." in summary(replace(made, changes=None))
