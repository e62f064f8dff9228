"""A build: what is written, what is removed, what the manifest says afterwards, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from guidegen.build.executor import Local
from guidegen.build.manifest import MANIFEST, read_manifest
from guidegen.build.matrix import GuideName
from guidegen.build.memory import Memory, Origins
from guidegen.build.run import Place, Summary, build
from guidegen.build.stamps import digest, digest_of
from guidegen.build.task import Facts, Outcome, Task
from guidegen.errors import Finding, Severity, Source

FAULT = Finding(Source("content/a.md", 3), "rule", "a fault")
HINT = Finding(Source("content/a.md", 4), "rule", "a remark", severity=Severity.WARNING)
PAGES = Facts(symbol="A/1", status="draft", pages=3, paragraphs=5, words=90, notes=2, messages=8, untranslated=1, reviewed=True)

Work = Callable[[Task], Outcome]


def task(meeting: str, *formats: str) -> Task:
    return Task(Path(), GuideName(meeting, "xx"), formats or ("docx", "pdf"), "draft")


def file(meeting: str, extension: str = "docx") -> str:
    return f"{meeting}/discussion-guide-{meeting}-xx.{extension}"


def good(task: Task) -> Outcome:
    return Outcome(task, {name: f"{task.guide.meeting} {name}".encode() for name in task.formats}, PAGES)


def remarked(task: Task) -> Outcome:
    return Outcome(task, good(task).files, PAGES, (HINT,))


def failing(*meetings: str, output: bool = False) -> Work:
    """Return work that fails for *meetings*: because of their content, or of their *output*."""

    def work(task: Task) -> Outcome:
        bad = task.guide.meeting in meetings
        return Outcome(task, findings=(FAULT,), output_failed=output) if bad else good(task)

    return work


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Summary]:
    """Build tasks into tmp_path / "out"."""

    def make(*tasks: Task, work: Work = good, folder: str = "") -> Summary:
        place = Place(tmp_path / "out", {"docx": "docx", "pdf": "pdf", "akn": "akn.xml"}, {"guidegen": "0"}, folder, {"pdf"})
        memory = Memory(tmp_path / "record", Origins(dict), force=True)
        return build(tasks, Local(work, 1), place, memory, lambda _: None)

    return make


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def files(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


def test_a_build_writes_a_file_for_each_format_and_a_manifest(make: Callable[..., Summary], out: Path):
    summary = make(task("a"))
    assert files(out) == [file("a"), file("a", "pdf"), MANIFEST]
    assert summary.written == (file("a"), file("a", "pdf"))
    assert (summary.findings, summary.exit_code) == ((), 0)


def test_each_outcome_is_told_as_it_comes(tmp_path: Path):
    told: list[str] = []
    place = Place(tmp_path, {"pdf": "pdf"}, {})
    memory = Memory(tmp_path / "record", Origins(dict))
    tasks = [task("a", "pdf"), task("b", "pdf")]
    for _ in range(2):
        build(tasks, Local(good, 1), place, memory, lambda outcome: told.append(outcome.task.guide.meeting))
    assert told == ["a", "b", "a", "b"]


def test_an_entry_tells_what_its_file_is(make: Callable[..., Summary], out: Path):
    make(task("a", "akn"))
    (entry,) = json.loads((out / MANIFEST).read_text(encoding="utf-8"))["files"]
    assert entry == {
        "path": file("a", "akn.xml"), "meeting": "a", "language": "xx", "format": "akn", "variant": "", "issuance": "draft",
        "symbol": "A/1",
        "status": "draft", "sha256": digest(b"a akn"), "bytes": 5, "pages": 0, "paragraphs": 5, "words": 90, "notes": 2,
        "messages": 8, "untranslated": 1, "translated": 0.875, "reviewed": True, "fonts": [],
        "inputs": entry["inputs"], "toolchain": digest_of("guidegen", "0")[:12],
    }  # fmt: skip


def test_the_manifest_names_exactly_the_files_that_are_there(make: Callable[..., Summary], out: Path):
    make(task("a"), task("b", "pdf"))
    assert sorted([*read_manifest(out).entries, MANIFEST]) == files(out)


def test_the_same_build_twice_writes_the_same_bytes(make: Callable[..., Summary], out: Path):
    make(task("a"), task("b"))
    first = {name: (out / name).read_bytes() for name in files(out)}
    make(task("b"), task("a"))
    assert {name: (out / name).read_bytes() for name in files(out)} == first


def test_a_build_of_some_guides_replaces_only_their_entries(make: Callable[..., Summary], out: Path):
    make(task("a"), task("b"))
    before = read_manifest(out).entries
    make(task("b", "pdf"), work=lambda task: Outcome(task, {"pdf": b"other"}, PAGES))
    after = read_manifest(out).entries
    assert {path for path in before if before[path] != after[path]} == {file("b", "pdf")}
    assert after.keys() == before.keys()


def test_a_guide_that_fails_loses_its_entries_and_its_old_files(make: Callable[..., Summary], out: Path):
    make(task("a"), task("b"))
    make(task("a"), task("b"), work=failing("b"))
    assert files(out) == [file("a"), file("a", "pdf"), MANIFEST]
    assert sorted(read_manifest(out).entries) == [file("a"), file("a", "pdf")]


def test_a_format_that_fails_takes_no_other_with_it(make: Callable[..., Summary], out: Path):
    make(task("a"))
    summary = make(task("a"), work=lambda task: Outcome(task, {"docx": b"new"}, PAGES, (FAULT,), output_failed=True))
    assert files(out) == [file("a"), MANIFEST]
    assert summary.exit_code == 3


def test_a_format_that_was_not_asked_for_stays(make: Callable[..., Summary], out: Path):
    make(task("a"))
    make(task("a", "pdf"), work=failing("a"))
    assert sorted(read_manifest(out).entries) == [file("a")]


def test_one_failing_guide_does_not_stop_the_others(make: Callable[..., Summary]):
    summary = make(task("a", "pdf"), task("b", "pdf"), task("c", "pdf"), work=failing("a", "b"))
    assert summary.written == (file("c", "pdf"),)


def test_a_finding_of_several_guides_is_told_once(make: Callable[..., Summary]):
    assert make(task("a"), task("b"), work=failing("a", "b")).findings == (FAULT,)


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (good, 0),
        (failing("a"), 1),
        (failing("a", output=True), 3),
        (remarked, 0),
    ],
    ids=["done", "content", "output", "warning"],
)
def test_the_exit_code_tells_content_from_output(make: Callable[..., Summary], work: Work, code: int):
    assert make(task("a"), work=work).exit_code == code


def test_a_failed_output_outranks_failed_content(make: Callable[..., Summary]):
    both = {"a": failing("a"), "b": failing("b", output=True)}
    assert make(task("a"), task("b"), work=lambda task: both[task.guide.meeting](task)).exit_code == 3


def test_a_file_that_cannot_be_written_fails_alone(make: Callable[..., Summary], out: Path):
    out.mkdir()
    (out / "a").write_bytes(b"a file where the folder should be")
    summary = make(task("a", "pdf"), task("b", "pdf"))
    assert (summary.written, summary.exit_code) == ((file("b", "pdf"),), 3)
    assert sorted(read_manifest(out).entries) == [file("b", "pdf")]


def test_an_output_folder_that_is_a_file_is_told_in_one_sentence(make: Callable[..., Summary], out: Path):
    out.write_bytes(b"")
    summary = make(task("a", "pdf"), task("b", "pdf"))
    assert summary.exit_code == 3
    assert [finding.message for finding in summary.findings] == ["not a folder that can be written in: File exists"]


def test_no_guide_is_made_for_a_folder_that_cannot_be_written_in(make: Callable[..., Summary], out: Path):
    out.write_bytes(b"")
    made: list[Task] = []
    make(task("a"), work=lambda task: made.append(task) or good(task))
    assert made == []


def test_another_folder_below_the_output_folder_has_a_manifest_of_its_own(make: Callable[..., Summary], out: Path):
    make(task("a", "pdf"))
    make(task("b", "pdf"), folder="final")
    assert files(out) == [file("a", "pdf"), f"final/{file('b', 'pdf')}", f"final/{MANIFEST}", MANIFEST]
    assert sorted(read_manifest(out).entries) == [file("a", "pdf")]


def test_a_folder_that_leaves_the_output_folder_is_refused(make: Callable[..., Summary], tmp_path: Path):
    summary = make(task("a", "pdf"), folder="../elsewhere")
    assert summary.exit_code == 3
    assert {finding.message for finding in summary.findings} == {"the file would stand outside the output folder"}
    assert not (tmp_path / "elsewhere").exists()
    assert files(tmp_path) == []


def test_a_manifest_that_cannot_be_read_is_a_warning_and_written_anew(make: Callable[..., Summary], out: Path):
    make(task("a", "pdf"))
    (out / MANIFEST).write_text("{", encoding="utf-8")
    summary = make(task("b", "pdf"))
    assert [finding.rule for finding in summary.findings] == ["manifest"]
    assert (summary.exit_code, sorted(read_manifest(out).entries)) == (0, [file("b", "pdf")])
