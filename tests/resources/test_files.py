from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.errors import GuidegenError, Source
from guidegen.resources.files import (
    LARGEST_FILE,
    SourceFile,
    decode,
    digest_of_file,
    read_file,
    read_template,
    unwanted_characters,
)
from guidegen.resources.project import Project, shipped_root
from tests.marked import MARK, findings, marks, sentence

PATH = "content/note.md"
BOM = b"\xef\xbb\xbf"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "content").mkdir()
    return Project(tmp_path)


@pytest.fixture
def told(project: Project) -> Callable[[bytes], list[str]]:
    """What reading a file with these bytes tells, with the places."""

    def read(data: bytes) -> list[str]:
        project.path(PATH).write_bytes(data)
        return [f"{found.source}: {sentence(found)}" for found in findings(lambda: read_file(project, PATH))]

    return read


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")))
def test_every_visible_text_is_read_as_it_is(text: str) -> None:
    assert decode(PATH, text.encode()) == text
    assert list(unwanted_characters(SourceFile(PATH, text))) == []


def test_line_ends_of_windows_are_line_feeds(project: Project) -> None:
    project.path(PATH).write_bytes(b"one\r\ntwo\r\n")
    assert read_file(project, PATH).text == "one\ntwo\n"


def test_a_missing_file_is_told_without_a_line(project: Project) -> None:
    (finding,) = findings(lambda: read_file(project, PATH))
    assert str(finding) == f"{PATH}: error: this file is missing [missing-file]"


def test_a_folder_in_the_place_of_a_file_is_a_missing_file(project: Project) -> None:
    project.path(PATH).mkdir()
    (finding,) = findings(lambda: read_file(project, PATH))
    assert finding.rule == "missing-file"


def test_a_file_that_the_system_does_not_let_read_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is unreadable for root, so the refusal is played."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    project.path(PATH).write_bytes(b"text")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    (finding,) = findings(lambda: read_file(project, PATH))
    assert str(finding) == f"{PATH}: error: the file cannot be read: Permission denied [unreadable-file]"


@pytest.mark.parametrize("data", [b"", b"\n", b"  \n \n"])
def test_an_empty_file_is_told_in_its_first_line(told: Callable[[bytes], list[str]], data: bytes) -> None:
    assert told(data) == [f"{PATH}:1: the file is empty"]


def test_a_huge_file_is_told_and_not_read(told: Callable[[bytes], list[str]]) -> None:
    assert told(b"a" * (LARGEST_FILE + 1)) == [f"{PATH}: the file is larger than 1 MiB"]


def test_the_largest_file_is_read(project: Project) -> None:
    project.path(PATH).write_bytes(b"a" * LARGEST_FILE)
    assert len(read_file(project, PATH).text) == LARGEST_FILE


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff\xfet\x00", "1:1"),
        (b"one\ntwo \xe9t\xe9", "2:5"),
        ("État, ".encode() + b"caf\xe9", "1:10"),
        ("中文\n中".encode() + b"\xd6\xd0", "2:2"),
        (b"cut off \xe4\xb8", "1:9"),
        (BOM + b"\xe9", "1:1"),
    ],
)
def test_bytes_that_are_not_utf_8_are_told_at_their_character(
    told: Callable[[bytes], list[str]], data: bytes, place: str
) -> None:
    (line,) = told(data)
    assert line.startswith(f"{PATH}:{place}: not UTF-8: byte 0x")
    assert line.endswith("(save the file as UTF-8)")


def test_a_byte_order_mark_is_told_with_all_else_that_is_wrong(told: Callable[[bytes], list[str]]) -> None:
    assert told(BOM + b"a\tb\n\x00") == [
        f"{PATH}:1:1: the file begins with a byte order mark (save the file as UTF-8 without BOM)",
        f"{PATH}:1:2: a tab character (use spaces)",
        f"{PATH}:2:1: an invisible character, U+0000 (delete it)",
    ]
    assert len(told(BOM)) == 2, "and it is empty"


@pytest.mark.parametrize(
    "marked",
    [
        "tabs►\tbetween►\twords\n►\tand before",
        "►\x00 null, ►\x07 bell, ►\x1b[0m escape, ►\x7f delete",
        "a line end of old Macintoshes►\rhere",
        "of a mainframe►\x85, and ►\x80 of no use",
        "a line separator►\u2028 and a paragraph separator►\u2029 from a word processor",
        "a mark in the midst►\ufeff of words, as joined files have it",
        "not for XML: ►\ufffe ►\uffff",
    ],
)
def test_each_tab_and_invisible_character_is_told_where_it_stands(told: Callable[[bytes], list[str]], marked: str) -> None:
    lines = told(marked.replace(MARK, "").encode())
    assert [line.split(": ")[0] for line in lines] == [str(place) for place in marks(PATH, marked)]


def test_a_no_break_space_and_a_direction_mark_are_wanted() -> None:
    assert list(unwanted_characters(SourceFile(PATH, "20\u00a0% \u200f\u202f«"))) == []


@pytest.mark.parametrize("data", [BOM + b"x", b"\xff"])
def test_decoding_alone_refuses_a_byte_order_mark_and_other_encodings(data: bytes) -> None:
    with pytest.raises(GuidegenError) as caught:
        decode("templates/page.css", data)
    assert caught.value.findings[0].source == Source("templates/page.css", 1, 1)


def test_decoding_alone_lets_tabs_through() -> None:
    assert decode("templates/page.css", b"a {\tb }") == "a {\tb }"


@given(st.lists(st.text(st.characters(exclude_characters="\n"))).map("\n".join), st.data())
def test_the_place_of_an_offset_is_its_line_and_column(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    place = SourceFile("a", text, first_line=5).place(offset)
    lines = text.split("\n")[: place.line - 5]
    assert sum(len(line) + 1 for line in lines) + place.column - 1 == offset


def test_a_template_is_the_projects_own_or_the_shipped_one(project: Project) -> None:
    assert read_template(project, "html/guide.css") == (shipped_root() / "templates/html/guide.css").read_text(encoding="utf-8")
    project.path("templates/html").mkdir(parents=True)
    project.path("templates/html/guide.css").write_text("p {}", encoding="utf-8")
    assert read_template(project, "html/guide.css") == "p {}"


@pytest.mark.parametrize(
    ("name", "rule"), [("none.css", "missing-file"), ("large.css", "file-size"), ("link.css", "outside-link")]
)
def test_a_template_that_cannot_be_read_is_told(project: Project, tmp_path: Path, name: str, rule: str) -> None:
    project.path("templates").mkdir()
    project.path("templates/large.css").write_bytes(b"a" * (LARGEST_FILE + 1))
    project.path("templates/link.css").symlink_to("/etc/passwd")
    assert [(str(one.source), one.rule) for one in findings(lambda: read_template(project, name))] == [
        (f"templates/{name}", rule)
    ]


def test_a_link_out_of_the_project_is_not_read(project: Project) -> None:
    project.path(PATH).symlink_to("/etc/passwd")
    assert [one.rule for one in findings(lambda: read_file(project, PATH))] == ["outside-link"]


def test_a_file_that_was_replaced_has_another_digest(tmp_path: Path) -> None:
    place = tmp_path / "a"
    for number, data in enumerate((b"one", b"two")):
        place.write_bytes(data)
        os.utime(place, ns=(number, number))
        assert digest_of_file(place) == hashlib.sha256(data).hexdigest()
