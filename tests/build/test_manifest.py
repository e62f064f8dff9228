"""The manifest: the same build writes the same bytes, and what is written is what is read."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidegen.build.manifest import MANIFEST, SCHEMA, VERSION, Entry, Manifest, manifest, read_manifest
from guidegen.build.stamps import digest
from guidegen.build.task import Font
from guidegen.errors import GuidegenError, Severity

WORDS = st.text(st.characters(codec="utf-8"), max_size=3)
TEXTS = {field.name: WORDS for field in fields(Entry) if field.type == "str"}
TOOLCHAIN = "0123456789ab"
TOOLCHAINS = {TOOLCHAIN: {"guidegen": "0.1.0"}, "fedcba987654": {"guidegen": "0.0.1"}}
FONT = Font("A Serif", "serif.ttf", digest(b"serif"))
ENTRIES = st.lists(st.builds(Entry, translated=st.floats(0, 1), **TEXTS), max_size=3, unique_by=lambda one: one.path)
NO_MANIFESTS = ["", "{", "[]", '"x"', '{"files": 3}', '{"files": [{}]}', '{"files": [{"path": "a"}]}', "\udcff"]


def entry(path: str) -> Entry:
    return Entry(
        path=path, meeting="east", language="xx", format="pdf", variant="a-2b", issuance="draft", symbol="A/1", status="draft",
        sha256=digest(b""), bytes=0, pages=3, paragraphs=5, words=90, notes=2, messages=8, untranslated=1, translated=0.875,
        reviewed=False, fonts=(FONT,), inputs=digest(b"x"), toolchain=TOOLCHAIN,
    )  # fmt: skip


def test_entries_are_sorted_by_path(tmp_path: Path):
    (tmp_path / MANIFEST).write_bytes(manifest([entry("b"), entry("a")], {}))
    assert list(read_manifest(tmp_path).entries) == ["a", "b"]


def test_the_same_entries_are_the_same_bytes_in_any_order():
    assert manifest([entry("b"), entry("a")], TOOLCHAINS) == manifest([entry("a"), entry("b")], TOOLCHAINS)


@given(ENTRIES)
@settings(max_examples=25)
def test_what_is_written_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]):
    output = tmp_path_factory.getbasetemp()
    (output / MANIFEST).write_bytes(manifest(entries, {}))
    assert sorted(read_manifest(output).entries.values(), key=lambda one: one.path) == sorted(entries, key=lambda one: one.path)


def test_the_manifest_names_its_version_and_what_made_its_files_and_nothing_else():
    value = json.loads(manifest([entry("a")], TOOLCHAINS))
    assert (value["version"], value["toolchains"]) == (VERSION, {TOOLCHAIN: {"guidegen": "0.1.0"}})
    assert json.loads(manifest([], TOOLCHAINS)) == {"version": VERSION, "toolchains": {}, "files": []}


def test_a_manifest_is_as_its_schema_has_it():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(manifest([entry("a")], TOOLCHAINS)), schema)


@pytest.mark.parametrize("key", [field.name for field in fields(Entry)])
def test_the_schema_describes_every_key_of_an_entry_and_asks_for_it(key: str):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert schema["$defs"]["file"]["properties"][key]["description"]
    row = json.loads(manifest([entry("a")], TOOLCHAINS))
    del row["files"][0][key]
    with pytest.raises(jsonschema.ValidationError, match=f"'{key}' is a required property"):
        jsonschema.validate(row, schema)


def test_the_manifest_is_text_that_a_person_can_read():
    written = manifest([entry("é.pdf")], {}).decode()
    assert '  "files": [\n    {\n      "path": "é.pdf"' in written
    assert written.endswith("}\n")


def test_a_folder_without_manifest_has_no_entries(tmp_path: Path):
    assert read_manifest(tmp_path) == read_manifest(tmp_path / "none") == Manifest({}, {})


@pytest.mark.parametrize("text", NO_MANIFESTS)
def test_a_manifest_that_cannot_be_read_is_a_warning_with_its_place(tmp_path: Path, text: str):
    (tmp_path / MANIFEST).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(GuidegenError) as caught:
        read_manifest(tmp_path)
    (finding,) = caught.value.findings
    assert (finding.source.path, finding.severity) == (str(tmp_path / MANIFEST), Severity.WARNING)


ODD = [
    ("version", 1), ("toolchains", {TOOLCHAIN: {"a": [1]}}), ("bytes", True), ("bytes", "1"), ("reviewed", 0),
    ("translated", "1"), ("translated", float("nan")), ("path", "x\ud800y"),
    ("fonts", [{"family": 1, "file": "a", "sha256": ""}]), ("fonts", "ab"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value"), ODD)
def test_a_manifest_with_a_value_of_another_kind_is_none(tmp_path: Path, key: str, value: object):
    whole = json.loads(manifest([entry("a")], TOOLCHAINS))
    (whole if key in whole else whole["files"][0])[key] = value
    (tmp_path / MANIFEST).write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(GuidegenError, match="not a manifest"):
        read_manifest(tmp_path)


def test_a_manifest_that_is_a_link_out_of_its_folder_is_none(tmp_path: Path):
    (tmp_path / "elsewhere.json").write_bytes(manifest([entry("a")], TOOLCHAINS))
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / MANIFEST).symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(GuidegenError, match="not a manifest"):
        read_manifest(tmp_path / "output")


def test_the_digest_is_sha_256():
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
