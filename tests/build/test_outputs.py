"""Files are written whole or not at all, and never outside the output folder."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.build.outputs import LARGEST_FILE, OutsideError, prepare, read_json, read_whole, remove, sweep, write_whole
from guidegen.errors import RenderError

KILLED = """
import os, signal, sys
from pathlib import Path
from guidegen.build.outputs import write_whole
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
write_whole(Path(sys.argv[1]), b"new" * 100_000, Path(sys.argv[1]).parent)
"""


@contextmanager
def no_room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond *size* bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def unwritable(folder: Path) -> Path:
    """Return a folder in which nobody can write: *folder*, or, for the superuser, one of the system's own."""
    folder.mkdir()
    folder.chmod(0o555)
    return Path("/proc") if os.access(folder, os.W_OK) else folder


def test_an_output_folder_is_made_and_left_empty(tmp_path: Path):
    prepare(tmp_path / "a" / "b", tmp_path / "a")
    assert names(tmp_path / "a" / "b") == []


def test_an_output_folder_that_is_a_file_is_told_in_a_sentence(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(RenderError, match="not a folder that can be written in: File exists"):
        prepare(tmp_path / "a", tmp_path / "a")


def test_an_output_folder_that_nobody_may_write_in_is_told_in_a_sentence(tmp_path: Path):
    folder = unwritable(tmp_path / "closed")
    with pytest.raises(RenderError, match=r"not a folder that can be written in: [A-Z][a-z ]+"):
        prepare(folder, folder)


def test_an_output_folder_below_another_may_not_leave_it(tmp_path: Path):
    with pytest.raises(RenderError, match="outside the output folder"):
        prepare(tmp_path / "build" / ".." / "other", tmp_path / "build")
    assert names(tmp_path) == []


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path):
    write_whole(tmp_path / "a" / "b" / "c.pdf", b"data", tmp_path)
    assert (tmp_path / "a" / "b" / "c.pdf").read_bytes() == b"data"


def test_nothing_else_is_left_beside_the_file(tmp_path: Path):
    write_whole(tmp_path / "c.pdf", b"data", tmp_path)
    assert names(tmp_path) == ["c.pdf"]


def test_an_old_file_is_replaced(tmp_path: Path):
    write_whole(tmp_path / "c.pdf", b"a long old text", tmp_path)
    write_whole(tmp_path / "c.pdf", b"new", tmp_path)
    assert (tmp_path / "c.pdf").read_bytes() == b"new"


def test_everybody_may_read_the_file(tmp_path: Path):
    write_whole(tmp_path / "c.pdf", b"data", tmp_path)
    assert (tmp_path / "c.pdf").stat().st_mode & 0o777 == 0o644


def test_a_process_killed_while_writing_leaves_the_old_file(tmp_path: Path):
    place = tmp_path / "c.pdf"
    place.write_bytes(b"old")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(place)], check=False)
    assert (ended.returncode, place.read_bytes()) == (-signal.SIGKILL, b"old")


def test_a_process_killed_while_writing_leaves_nothing_under_the_final_name(tmp_path: Path):
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "c.pdf")], check=False)
    assert "c.pdf" not in names(tmp_path)


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path):
    write_whole(tmp_path / "c.pdf", b"old", tmp_path)
    with no_room_for(10), pytest.raises(RenderError, match="cannot be written: File too large"):
        write_whole(tmp_path / "c.pdf", b"x" * 1000, tmp_path)
    assert (names(tmp_path), (tmp_path / "c.pdf").read_bytes()) == (["c.pdf"], b"old")


def test_a_folder_that_nobody_may_write_in_is_told_in_a_sentence(tmp_path: Path):
    folder = unwritable(tmp_path / "closed")
    with pytest.raises(RenderError, match=r"error: the file cannot be written: [A-Z][a-z ]+ \[output\]"):
        write_whole(folder / "guidegen-test" / "c.pdf", b"data", folder)


def test_a_file_in_the_place_of_a_folder_is_told_in_a_sentence(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(RenderError, match=r"a/c\.pdf: error: the file cannot be written"):
        write_whole(tmp_path / "a" / "c.pdf", b"data", tmp_path)


@pytest.mark.parametrize("path", ["../c.pdf", "a/../../c.pdf", "/c.pdf"])
def test_a_path_that_leaves_the_output_folder_is_refused(tmp_path: Path, path: str):
    root = tmp_path / "build"
    with pytest.raises(RenderError, match="outside the output folder"):
        write_whole(root / path, b"data", root)
    assert names(tmp_path) == []


def test_a_link_that_leaves_the_output_folder_is_refused(tmp_path: Path):
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "a").symlink_to(tmp_path)
    with pytest.raises(RenderError, match="outside the output folder"):
        write_whole(tmp_path / "build" / "a" / "c.pdf", b"data", tmp_path / "build")


@given(st.binary(max_size=200))
def test_what_is_written_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, data: bytes):
    place = tmp_path_factory.getbasetemp() / "written"
    write_whole(place, data, place.parent)
    assert place.read_bytes() == data


@pytest.mark.parametrize("path", ["../mine", "link", "folder/../../mine"])
def test_nothing_outside_the_output_folder_is_read(tmp_path: Path, path: str):
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "out/folder").mkdir(parents=True)
    (tmp_path / "out/link").symlink_to(tmp_path / "mine")
    with pytest.raises(OutsideError, match="outside the folder"):
        read_whole(tmp_path / "out" / path, tmp_path / "out")


def test_a_link_inside_of_the_output_folder_is_followed(tmp_path: Path):
    (tmp_path / "own").write_bytes(b"own")
    (tmp_path / "link").symlink_to("own")
    assert read_whole(tmp_path / "link", tmp_path) == b"own"


def test_what_is_no_file_or_larger_than_any_guide_is_not_read(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    for name, sentence in (
        ("pipe", "is missing"),
        ("large", "is larger than 256 MiB"),
        ("x" * 300, "cannot be read: File name too"),
        ("a\0b", "has a name that no file can have"),
    ):
        with pytest.raises(ValueError, match=sentence):
            read_whole(tmp_path / name, tmp_path)


@pytest.mark.parametrize("value", [{"a": [1, "é", None]}, "x", 0.5])
def test_a_value_of_json_is_read(tmp_path: Path, value: object):
    (tmp_path / "a.json").write_text(json.dumps(value), encoding="utf-8")
    assert read_json(tmp_path / "a.json", tmp_path) == value


@pytest.mark.parametrize("text", ["", "{", "[" * 200_000, "NaN", "[-Infinity]", r'"\ud800"'], ids=range(6))
def test_what_could_not_be_written_as_json_again_is_none(tmp_path: Path, text: str):
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"."):
        read_json(tmp_path / "a.json", tmp_path)


def test_a_file_is_removed(tmp_path: Path):
    (tmp_path / "c.pdf").write_bytes(b"old")
    remove(tmp_path / "c.pdf", tmp_path)
    assert names(tmp_path) == []


def test_removing_what_is_not_there_is_no_fault(tmp_path: Path):
    remove(tmp_path / "a" / "c.pdf", tmp_path)


def test_nothing_outside_the_output_folder_is_removed(tmp_path: Path):
    (tmp_path / "c.pdf").write_bytes(b"mine")
    with pytest.raises(RenderError, match="outside the output folder"):
        remove(tmp_path / "build" / ".." / "c.pdf", tmp_path / "build")
    assert names(tmp_path) == ["c.pdf"]


def test_a_folder_in_the_place_of_an_old_file_is_told_in_a_sentence(tmp_path: Path):
    (tmp_path / "c.pdf").mkdir()
    with pytest.raises(RenderError, match="the old file cannot be removed"):
        remove(tmp_path / "c.pdf", tmp_path)


def test_what_killed_builds_left_is_swept_away_and_nothing_else(tmp_path: Path):
    (tmp_path / "a").mkdir()
    for name in (".c.pdf.x.part", "a/.c.pdf.y.part", "a/c.pdf", "a/c.part", ".cache"):
        (tmp_path / name).write_bytes(b"")
    sweep(tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [".cache", "a", "a/c.part", "a/c.pdf"]
