"""What is published: files that are what the manifest says, and the paragraphs of guides that can be made."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from guidegen.build.manifest import Manifest, read_manifest
from guidegen.build.matrix import GuideName
from guidegen.loading import load
from guidegen.site.publication import paragraphs, sound, statuses
from tests.site.conftest import Published

FRENCH = GuideName("capital-city", "fr")


def test_a_file_that_is_not_the_manifests_is_left_out_and_told(published: Published) -> None:
    manifest = read_manifest(published.built)
    path = FRENCH.file("pdf")
    odd = replace(manifest.entries[path], sha256="0" * 64)
    left, [finding] = sound(Manifest({**manifest.entries, path: odd}, {}), published.built, [FRENCH])
    assert {*left.entries} == {FRENCH.file("docx"), FRENCH.file("html")}
    assert (finding.rule, finding.source.path) == ("file-changed", str(published.built / path))


def test_a_link_out_of_the_build_is_not_published(published: Published, tmp_path: Path) -> None:
    shutil.copytree(published.built, tmp_path / "built")
    place = tmp_path / "built" / FRENCH.file("pdf")
    place.rename(tmp_path / "elsewhere.pdf")
    place.symlink_to(tmp_path / "elsewhere.pdf")
    left, [finding] = sound(read_manifest(tmp_path / "built"), tmp_path / "built", [FRENCH])
    assert FRENCH.file("pdf") not in left.entries
    assert (finding.rule, finding.source.path) == ("file-changed", str(place))


def test_guides_that_the_project_has_no_more_are_left_out(published: Published) -> None:
    left, findings = sound(read_manifest(published.built), published.built, [])
    assert (left.entries, findings) == ({}, ())


def test_translations_have_a_status_and_the_source_language_has_none(published: Published) -> None:
    found = statuses(load(published.project))
    assert [*found] == ["fr"]
    assert found["fr"].total.share == 1


def test_a_guide_that_cannot_be_made_has_no_paragraphs(published: Published) -> None:
    loaded = load(published.project)
    assert loaded.content is not None
    issuance = loaded.content.default_issuance()
    assert {*paragraphs(loaded, [FRENCH], issuance)} == {FRENCH}
    assert paragraphs(replace(loaded, content=None), [FRENCH], issuance) == {}


def test_findings_of_a_language_are_those_of_its_guides(published: Published) -> None:
    made = published.publication()
    assert [*made.guides()] == [GuideName("capital-city", "en"), FRENCH]
    assert {entry.format for entry in made.files(FRENCH)} == {"docx", "html", "pdf"}
    assert list(made.formats) == ["html", "pdf", "docx"]
    assert made.findings(FRENCH) == ()
