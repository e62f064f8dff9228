"""A build is verified: against its manifest, and against what is made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guidegen.build.executor import Local
from guidegen.build.manifest import MANIFEST, read_manifest
from guidegen.build.task import Outcome, Task
from guidegen.build.verify import Verification
from guidegen.errors import Finding, Source
from tests.build.test_memory import XX, House, file, house

__all__ = ["house"]


def verification(house: House) -> Verification:
    memory = house.memory()
    memory.look()
    return Verification(
        house.root / "out", read_manifest(house.root / "out"), Path(), memory.inputs_of, house.versions, ["draft"]
    )


def on_disk(house: House) -> list[str]:
    return [f"{finding.rule} {Path(finding.source.path).name}" for finding in verification(house).on_disk()]


def again(house: House, work: Callable[[Task], Outcome] | None = None) -> list[Finding]:
    one = verification(house)
    return list(one.rebuilt(Local(work or house.work, 1), one.tasks()))


def test_a_build_left_alone_is_verified(house: House):
    assert on_disk(house) == []
    assert again(house) == []
    assert len(house.rendered) == 8


def test_the_tasks_of_a_manifest_are_those_that_made_it(house: House):
    tasks = verification(house).tasks()
    assert {(task.guide.meeting, task.guide.language) for task in tasks} == {
        (m, g) for m in ("east", "west") for g in ("xx", "yy")
    }
    assert {(task.formats, task.issuance, task.draft) for task in tasks} == {(("docx", "pdf"), "draft", False)}


def test_a_format_that_a_manifest_names_again_and_again_is_made_once(house: House):
    one = verification(house)
    entry = one.manifest.entries[file()]
    many = {f"{number}.pdf": replace(entry, path=f"{number}.pdf", variant="") for number in range(100)}
    (task,) = replace(one, manifest=replace(one.manifest, entries=many)).tasks()
    assert task.formats == ("pdf",)


def test_a_draft_of_an_issuance_that_is_none_is_made_again_as_a_draft(house: House):
    assert {task.draft for task in replace(verification(house), drafts=()).tasks()} == {True}


def test_missing_changed_and_extra_files_are_named(house: House):
    (house.root / "out" / file()).unlink()
    (house.root / "out" / file("west")).write_bytes(b"pdf other words")
    (house.root / "out" / "east" / "notes.txt").write_bytes(b"")
    assert on_disk(house) == [
        "file-missing discussion-guide-east-xx.pdf",
        "file-changed discussion-guide-west-xx.pdf",
        "file-extra notes.txt",
    ]


@pytest.mark.parametrize("name", [".cache/guidegen/a.record", "east/.hidden", MANIFEST, f"final/{MANIFEST}", "final/east/a.pdf"])
def test_hidden_files_and_another_issuances_are_not_extra(house: House, name: str):
    for one in (f"final/{MANIFEST}", name):
        place = house.root / "out" / one
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            place.write_bytes(b"")
    assert on_disk(house) == []


def test_a_changed_file_is_told_with_the_place_of_its_first_difference(house: House):
    place = house.root / "out" / file()
    place.write_bytes(place.read_bytes().replace(b"words", b"worms", 1))
    (finding,) = again(house)
    assert (finding.rule, finding.source.path) == ("file-rebuilt", str(place))
    assert finding.message.startswith('not as the rebuild makes it: line 1: "pdf worms of ')


def test_a_project_that_has_changed_since_is_said_to_have(house: House):
    house.write(XX, "other words")
    findings = again(house)
    assert {Path(finding.source.path).name for finding in findings} == {
        f"discussion-guide-{meeting}-xx.{extension}" for meeting in ("east", "west") for extension in ("docx", "pdf")
    }
    assert {finding.hint for finding in findings} == {"the project, or SOURCE_DATE_EPOCH, has changed since it was built"}
    assert findings[0].message.startswith("a rebuild makes another file: line 1: ")


def test_other_versions_are_named(house: House):
    house.versions = {"guidegen": "1", "weasyprint": "70"}
    findings = again(house, lambda task: Outcome(task, dict.fromkeys(task.formats, b"other")))
    assert {finding.hint for finding in findings} == {"it was built by other versions of guidegen, weasyprint"}


def test_a_manifest_that_names_another_digest_than_the_file_has_is_told(house: House):
    place = house.root / "out" / MANIFEST
    sha256 = verification(house).manifest.entries[file()].sha256
    place.write_text(place.read_text(encoding="utf-8").replace(sha256, "0" * 64), encoding="utf-8")
    assert on_disk(house) == ["file-changed discussion-guide-east-xx.pdf"]
    (finding,) = again(house)
    assert finding.message == "a rebuild makes another file: the manifest names one with another digest"


def test_a_file_that_cannot_be_made_again_is_told_with_its_reason(house: House):
    fault = Finding(Source("content/a.md", 3), "rule", "a fault")
    findings = again(house, lambda task: Outcome(task, findings=(fault,)))
    assert fault in findings
    assert {finding.message for finding in findings} == {"a fault", "this file could not be built again"}


@pytest.mark.parametrize("path", ["../secret", "/etc/passwd", "a/../../secret"])
def test_a_file_outside_the_folder_is_not_read(house: House, path: str):
    one = verification(house)
    entry = replace(one.manifest.entries[file()], path=path)
    outside = replace(one, manifest=replace(one.manifest, entries={path: entry}))
    assert [finding.rule for finding in outside.on_disk() if finding.source.path.endswith(path)] == ["file-outside"]
    assert not [finding for finding in outside.rebuilt(Local(house.work, 1), outside.tasks()) if "instead of" in finding.message]


def test_a_pdf_is_made_again_as_the_kind_of_pdf_that_it_is(house: House):
    one = verification(house)
    entries = {
        path: replace(entry, variant="a-2b" if entry.format == "pdf" else "") for path, entry in one.manifest.entries.items()
    }
    varied = replace(one, manifest=replace(one.manifest, entries=entries))
    assert {task.pdf_variant for task in varied.tasks()} == {"a-2b"}
