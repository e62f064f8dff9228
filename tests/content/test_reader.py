from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.content.model import ProseFacts
from guidegen.content.prose import Prose
from guidegen.content.reader import Reading, read_content, read_meeting, read_prose
from guidegen.content.texts import texts
from guidegen.errors import Finding
from guidegen.resources.files import LARGEST_FILE
from guidegen.resources.project import Project
from guidegen.resources.starter import starter_files
from tests.conftest import CHECKOUT
from tests.marked import findings

FILES = sorted(name for name in starter_files() if name.startswith("content/"))
YAML = [name for name in FILES if name.endswith(".yaml")]
MARKDOWN = [name for name in FILES if name.endswith(".md")]
WITH_FACTS = [name for name in MARKDOWN if not name.endswith("focus.md")]
MEETING = "content/meetings/capital-city"

Write = Callable[[str, str | bytes], None]
Replace = Callable[[str, str, str], None]


def only(project: Project) -> Finding:
    """The one finding of the content, which must keep it from being read or leave a meeting out."""
    (finding,) = read_content(project).findings
    return finding


def told(project: Project) -> set[tuple[str, str]]:
    """The rules and places of the findings of the content."""
    found = [(finding.rule, str(finding.source)) for finding in read_content(project).findings]
    assert len(found) == len(set(found))
    return set(found)


def same_words(reading: Reading, other: Reading) -> bool:
    assert reading.content
    assert other.content
    return [text.text for text in texts(reading.content)] == [text.text for text in texts(other.content)]


def test_the_shipped_content_is_read_whole() -> None:
    content = read_content(CHECKOUT).content
    assert content
    assert content.introduction.id == "introduction"
    assert {f"content/topics/{name}.md" for name in content.topics} == set(CHECKOUT.files("content/topics", ".md"))
    assert set(content.meetings) == set(CHECKOUT.meetings())


def test_the_common_prose_is_the_introduction_the_topics_the_workshops_and_the_annexes_in_words(
    starter: Project, write: Write
) -> None:
    write("content/workshops/urban.md", "---\ntitle: W\nnumbers: {congress: 1}\n---\n")
    write("content/annexes/words.md", "---\ntitle: A\n---\n")
    write("content/annexes/ticks.yaml", CHECKLIST)
    content = read_content(starter).content
    assert content
    assert [prose.id for prose in content.prose()] == ["introduction", "prevention", "urban", "words"]
    assert set(content.annexes) == {"words", "ticks"}


@pytest.mark.parametrize(("mark", "default"), [("  default: true\n", "second"), ("", "first")])
def test_the_issuance_is_the_one_marked_else_the_first(starter: Project, mark: str, default: str) -> None:
    place = starter.path("content/issuances.yaml")
    text = place.read_text(encoding="utf-8")
    unmarked = text.replace("  default: true\n", "")
    second = unmarked.replace("draft:\n", f"second:\n{mark}", 1)
    place.write_text(unmarked.replace("draft:", "first:", 1) + second, encoding="utf-8")
    content = read_content(starter).content
    assert content
    assert content.default_issuance() == default


def test_line_ends_of_windows_change_nothing(starter: Project) -> None:
    before = read_content(starter)
    for name in FILES:
        place = starter.path(name)
        place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    assert same_words(before, read_content(starter))


def test_a_text_is_the_same_however_its_lines_are_broken(starter: Project, replace: Replace) -> None:
    before = read_content(starter)
    replace("content/topics/prevention.md", "describe what a government", "describe\nwhat a\ngovernment")
    replace("content/congress.yaml", '"Prevention that lasts: ', '"Prevention\n  that lasts: ')
    assert same_words(before, read_content(starter))


# -- every reader, every fault -------------------------------------------------------------------------------------------------

BYTES: dict[str, tuple[Callable[[bytes], bytes], str, str]] = {
    "a byte order mark": (lambda data: b"\xef\xbb\xbf" + data, "byte-order-mark", "1:1"),
    "UTF-16": (lambda data: data.decode().encode("utf-16"), "encoding", "1:1"),
    "a byte of another encoding": (lambda data: b"# caf\xe9\n" + data, "encoding", "1:6"),
    "a tab": (lambda data: b"#\n# a\tb\n" + data, "tab", "2:4"),
    "a null": (lambda data: b"\x00" + data, "control-character", "1:1"),
    "a line separator": (lambda data: "# a\u2028\n".encode() + data, "control-character", "1:4"),
    "nothing": (lambda data: b"", "empty-file", "1"),
    "line ends only": (lambda data: b"\n\n \n", "empty-file", "1"),
    "too much": (lambda data: data + b"#" * LARGEST_FILE, "file-size", ""),
}


@pytest.mark.parametrize("fault", BYTES)
def test_no_reader_takes_a_file_with(fault: str, starter: Project) -> None:
    """Every file of the project has the fault, and each is told."""
    change, rule, place = BYTES[fault]
    for file in FILES:
        starter.path(file).write_bytes(change(starter.path(file).read_bytes()))
    assert told(starter) == {(rule, f"{file}:{place}".removesuffix(":")) for file in FILES}


LINES: dict[str, tuple[str, str, int]] = {
    "a key twice": ("zz: 1\nzz: 2", "duplicate-key", 1),
    "an anchor": ("zz: &a b", "yaml-alias", 5),
    "an alias": ("zz: *a", "yaml-alias", 5),
    "a tag": ("zz: !a b", "yaml-tag", 5),
    "a bad date": ("zz: 2009-02-30", "yaml-value", 5),
    "a key that is none": ("? [a]\n: b", "yaml-key", 3),
    "a syntax error": ("zz: @b", "yaml-syntax", 5),
    "an open quote": ("zz: 'b", "yaml-syntax", 7),
    "an escape": ('zz: "\\0"', "control-character", 5),
    "another document": ("---\nzz: b", "yaml-syntax", 1),
}


@pytest.mark.parametrize("fault", LINES)
def test_no_reader_of_yaml_takes_a_file_with(fault: str, starter: Project) -> None:
    lines, rule, column = LINES[fault]
    expected = set()
    for file in YAML:
        text = starter.path(file).read_text(encoding="utf-8")
        starter.path(file).write_text(text + lines, encoding="utf-8")
        line = text.count("\n") + 1 + (fault == "a key twice")
        expected.add((rule, f"{file}:{line}:{column}"))
    assert told(starter) == expected


@pytest.mark.parametrize("fault", [fault for fault in LINES if fault not in {"an open quote", "another document"}])
def test_no_reader_of_front_matter_takes_a_file_with(fault: str, starter: Project, replace: Replace) -> None:
    lines, rule, column = LINES[fault]
    for file in WITH_FACTS:
        replace(file, "---\n", f"---\n{lines}\n")
    line = 2 + (fault == "a key twice")
    assert told(starter) == {(rule, f"{file}:{line}:{column}") for file in WITH_FACTS}


@pytest.mark.parametrize(
    ("words", "rule", "place"),
    [
        ("{#zz}\nSome **bold** words", "markdown", (2, 6)),
        ("{#zz}\nAnd an\n\n1. item", "markdown", (4, 1)),
        ("Words without an id", "id-missing", (1, 1)),
        ("{#Zz}\nWords", "id-form", (1, 2)),
        ("{#zz .red}\nWords", "attribute", (1, 7)),
        ("{#zz}\nWords[^zz]", "note-undefined", (2, 6)),
        ("[^zz]: never called", "note-unused", (1, 1)),
        ("{#zz}\nWords[@zz, page 3]", "locator", (2, 6)),
        ("{#zz}\nWords[@zz; 3]", "markdown", (2, 6)),
        ("{#zz}\n##", "structure", (2, 1)),
    ],
)
def test_no_reader_of_markdown_takes_a_file_with(words: str, rule: str, place: tuple[int, int], starter: Project) -> None:
    line, column = place
    expected = set()
    for file in MARKDOWN:
        text = starter.path(file).read_text(encoding="utf-8").rstrip("\n") + "\n\n"
        starter.path(file).write_text(text + words + "\n", encoding="utf-8")
        expected.add((rule, f"{file}:{text.count(chr(10)) + line}:{column}"))
    assert told(starter) == expected


def test_a_missing_file_is_told_unless_the_project_can_do_without(starter: Project) -> None:
    for file in FILES:
        starter.path(file).unlink()
    needed = [file for file in FILES if not file.endswith(("focus.md", "topics/prevention.md"))]
    assert told(starter) == {("missing-file", file) for file in needed}


# -- all in one go -------------------------------------------------------------------------------------------------------------


def test_every_file_is_read_before_anything_is_told(starter: Project, write: Write, replace: Replace) -> None:
    write("content/congress.yaml", b"\xff")
    replace("content/outline.yaml", "topics:", "topcs:")
    write("content/issuances.yaml", "")
    replace("content/institutes.yaml", "  name:", "\tname:")
    starter.path("content/sources.yaml").unlink()
    replace("content/introduction.md", "## Purpose", "# Purpose")
    replace("content/topics/prevention.md", "{#guidelines}\n", "")
    replace(f"{MEETING}/meeting.yaml", "2009-09-10", "2009-09-07")
    replace(f"{MEETING}/focus.md", "share one plan", "share [one plan](http://plan)")
    reading = read_content(starter)
    assert reading.content is None
    assert [f"{finding.source} {finding.rule}" for finding in reading.findings] == [
        "content/congress.yaml:1:1 encoding",
        "content/outline.yaml:1:1 missing-key",
        "content/outline.yaml:4:1 unknown-key",
        "content/issuances.yaml:1 empty-file",
        "content/institutes.yaml:2:1 tab",
        "content/sources.yaml missing-file",
        "content/introduction.md:6:1 markdown",
        "content/topics/prevention.md:10:1 id-missing",
        f"{MEETING}/meeting.yaml:4:1 date-order",
        f"{MEETING}/focus.md:6:16 markdown",
    ]


def test_both_files_of_a_meeting_are_told(starter: Project, replace: Replace) -> None:
    replace(f"{MEETING}/meeting.yaml", "region:", "regoin:")
    replace(f"{MEETING}/focus.md", "{#prevention-text}", "")
    found = findings(lambda: read_meeting(starter, "capital-city"))
    assert [finding.rule for finding in found] == ["missing-key", "unknown-key", "id-missing"]


def test_a_broken_meeting_is_left_out_and_the_rest_is_read(starter: Project, write: Write) -> None:
    write("content/meetings/other/meeting.yaml", "region: 5\n")
    reading = read_content(starter)
    assert reading.content
    assert set(reading.content.meetings) == {"capital-city"}
    assert {finding.source.path for finding in reading.findings} == {"content/meetings/other/meeting.yaml"}


def test_a_folder_for_a_meeting_without_files_is_told(starter: Project) -> None:
    starter.path("content/meetings/other").mkdir()
    assert str(only(starter).source) == "content/meetings/other/meeting.yaml"


def test_a_meeting_has_its_boxes_by_topic(starter: Project) -> None:
    meeting = read_meeting(starter, "capital-city")
    assert list(meeting.focus) == ["prevention"]
    assert meeting.focus["prevention"].id == "focus.prevention"


def test_two_files_for_one_annex_are_told(starter: Project, write: Write) -> None:
    write("content/annexes/ticks.md", "---\ntitle: A\n---\n")
    write("content/annexes/ticks.yaml", CHECKLIST)
    finding = only(starter)
    assert (finding.rule, str(finding.source)) == ("id-twice", "content/annexes/ticks.yaml:1")


def test_prose_has_its_id_from_its_file_and_its_place_at_the_head(starter: Project) -> None:
    prose = read_prose(starter, "content/introduction.md", ProseFacts)
    assert isinstance(prose, Prose)
    assert (prose.id, str(prose.source), prose.facts.title.text) == ("introduction", "content/introduction.md:1", "Introduction")


CHECKLIST = """\
title: Ticks
introduction: {lead: Tick}
columns: {question: Q, yes: Y, partly: P, no: N, remarks: R}
groups: {prevention: {plan: "Is there a plan?"}}
"""
