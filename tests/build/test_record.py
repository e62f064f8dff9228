"""What is written is read; what is not whole is nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guidegen.build.record import Answer, Made, Record, read_record, write_record
from guidegen.build.stamps import Stamp
from guidegen.errors import Finding, RenderError, Severity, Source
from tests.build.test_manifest import entry

HINT = Finding(Source("content/a.md", 3, 1), "rule", "a remark", "a hint", Severity.WARNING)
STAMP = Stamp("abc", (1, 2, 3, 4), settled=True)
RECORD = Record(
    {"content/a.md": STAMP},
    {"east/a.pdf": replace(STAMP, settled=False)},
    {"east/a.pdf": Made(entry("a.pdf"), "ground", "tree", 1.5, (HINT,))},
    {"build": Answer("world", {"east/a.pdf": "abc", "manifest.json": "def"}, (HINT,), "final")},
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_record(tmp_path / "cache" / "record", RECORD)
    return tmp_path / "cache" / "record"


def test_what_is_written_is_what_is_read(place: Path):
    assert read_record(place) == RECORD


def test_there_is_no_record_before_the_first_build(tmp_path: Path):
    assert read_record(tmp_path / "none") == Record()


def test_a_record_cut_off_anywhere_is_none(place: Path):
    data = place.read_bytes()
    for length in range(0, len(data), 97):
        place.write_bytes(data[:length])
        assert read_record(place) == Record()


@pytest.mark.parametrize("text", [b"", b"\n", b"guidegen-record 1 \n{}", b"\xff\n\xff", b"{}"])
def test_what_is_no_record_is_none(place: Path, text: bytes):
    place.write_bytes(text)
    assert read_record(place) == Record()


def test_a_record_that_somebody_edited_is_none(place: Path):
    place.write_bytes(place.read_bytes().replace(b'"tree"', b'"eert"', 1))
    assert read_record(place) == Record()


def test_a_record_of_another_form_is_none(place: Path):
    place.write_bytes(place.read_bytes().replace(b"guidegen-record 1", b"guidegen-record 0", 1))
    assert read_record(place) == Record()


def test_a_record_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "cache").write_bytes(b"")
    with pytest.raises(RenderError):
        write_record(tmp_path / "cache" / "record", RECORD)
