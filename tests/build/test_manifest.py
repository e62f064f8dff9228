"""The manifest: the same build writes the same bytes, and what is written is what is read."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidegen.build.manifest import MANIFEST, VERSION, Entry, digest, manifest, read_manifest
from guidegen.errors import GuidegenError, Severity

WORDS = st.text(st.characters(codec="utf-8"), max_size=3)
TEXTS = {field.name: WORDS for field in fields(Entry) if field.type == "str"}
ENTRIES = st.lists(st.builds(Entry, **TEXTS), max_size=3, unique_by=lambda one: one.path)
NO_MANIFESTS = ["", "{", "[]", '"x"', '{"files": 3}', '{"files": [{}]}', '{"files": [{"path": "a"}]}', "\udcff"]


def entry(path: str) -> Entry:
    return Entry(path, "east", "xx", "pdf", "draft", "A/1", "draft", digest(b""), 0, 3, 5, 2, 8, 1, reviewed=False)


def test_entries_are_sorted_by_path(tmp_path: Path):
    (tmp_path / MANIFEST).write_bytes(manifest([entry("b"), entry("a")], {}))
    assert list(read_manifest(tmp_path)) == ["a", "b"]


def test_the_same_entries_are_the_same_bytes_in_any_order():
    assert manifest([entry("b"), entry("a")], {"x": "1"}) == manifest([entry("a"), entry("b")], {"x": "1"})


@given(ENTRIES)
@settings(max_examples=25)
def test_what_is_written_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]):
    output = tmp_path_factory.getbasetemp()
    (output / MANIFEST).write_bytes(manifest(entries, {}))
    assert sorted(read_manifest(output).values(), key=lambda one: one.path) == sorted(entries, key=lambda one: one.path)


def test_the_manifest_names_its_version_and_what_made_it():
    value = json.loads(manifest([], {"guidegen": "0.1.0"}))
    assert value == {"version": VERSION, "generator": {"guidegen": "0.1.0"}, "files": []}


def test_the_manifest_is_text_that_a_person_can_read():
    written = manifest([entry("é.pdf")], {}).decode()
    assert '  "files": [\n    {\n      "path": "é.pdf"' in written
    assert written.endswith("}\n")


def test_a_folder_without_manifest_has_no_entries(tmp_path: Path):
    assert read_manifest(tmp_path) == {}
    assert read_manifest(tmp_path / "none") == {}


@pytest.mark.parametrize("text", NO_MANIFESTS)
def test_a_manifest_that_cannot_be_read_is_a_warning_with_its_place(tmp_path: Path, text: str):
    (tmp_path / MANIFEST).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(GuidegenError) as caught:
        read_manifest(tmp_path)
    (finding,) = caught.value.findings
    assert (finding.source.path, finding.severity) == (str(tmp_path / MANIFEST), Severity.WARNING)


def test_the_digest_is_sha_256():
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
