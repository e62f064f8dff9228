"""A file is the same where its content is, and is read only where that could be in doubt."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.build.stamps import SETTLED, Stamp, digest, digest_of, digest_of_all, is_still, stamp, stamps

WORDS = st.lists(st.text(max_size=3), max_size=4)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_bytes(b"one")
    return tmp_path / "a.md"


def settled(path: Path) -> Stamp:
    """Return the stamp that *path* has when it has been left alone for a while."""
    return replace(stamp(path), settled=True)


def test_the_digest_is_sha_256():
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@given(WORDS, WORDS)
def test_other_parts_have_another_digest(one: list[str], other: list[str]):
    assert (digest_of(*one) == digest_of(*other)) == (one == other)


def test_names_and_values_have_one_digest_in_any_order():
    assert digest_of_all({"a": "1", "b": "2"}) == digest_of_all({"b": "2", "a": "1"}) != digest_of_all({"a": "2", "b": "1"})


def test_a_stamp_has_the_digest_of_the_file(file: Path):
    assert stamp(file).sha256 == digest(b"one")


def test_a_file_just_written_is_not_settled(file: Path):
    assert not stamp(file).settled


def test_a_file_left_alone_is_settled(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(time, "time_ns", lambda: file.stat().st_ctime_ns + SETTLED + 1)
    assert stamp(file).settled


def test_a_file_from_the_future_is_never_settled(file: Path):
    os.utime(file, (2**33, 2**33))
    assert not stamp(file).settled


def test_a_settled_file_is_not_read_again(file: Path):
    known = replace(settled(file), sha256="as it was")
    assert stamp(file, known) is known


def test_a_file_that_is_not_settled_is_read_again(file: Path):
    assert stamp(file, replace(stamp(file), sha256="as it was")).sha256 == digest(b"one")


def test_a_file_of_the_same_size_whose_time_was_set_back_is_read_again(file: Path):
    known, times = settled(file), file.stat()
    time.sleep(0.02)
    file.write_bytes(b"two")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert file.stat().st_mtime_ns == times.st_mtime_ns
    assert stamp(file, known).sha256 == digest(b"two")


def test_another_file_renamed_into_its_place_is_read(file: Path):
    known = settled(file)
    (file.parent / "b.md").write_bytes(b"two")
    (file.parent / "b.md").replace(file)
    assert not is_still(file, known)


def test_a_file_that_was_only_touched_is_still_the_same(file: Path):
    known = settled(file)
    os.utime(file)
    assert is_still(file, known)


def test_a_file_that_is_gone_is_not_the_same(file: Path):
    known = settled(file)
    file.unlink()
    assert not is_still(file, known)
    assert not is_still(file, stamps({"a": file}, {})["a"])


def test_a_folder_has_a_stamp_and_no_digest(tmp_path: Path):
    assert stamps({"here": tmp_path}, {}) == {"here": Stamp("folder")}


def test_what_is_neither_a_file_nor_a_folder_is_not_opened(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    assert stamps({"pipe": tmp_path / "pipe"}, {}) == {"pipe": Stamp("")}


def test_a_name_that_is_no_text_has_a_digest():
    assert digest_of("\udcff") != digest_of("\udcfe")
