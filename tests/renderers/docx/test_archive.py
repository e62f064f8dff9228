"""Archives are the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from guidegen.build.archives import parts_of
from guidegen.renderers.docx.archive import write_archive

NAMES = st.text("abcz/._-[]é", min_size=1, max_size=8).filter(lambda name: not name.endswith("/"))
PARTS = st.dictionaries(NAMES, st.binary(max_size=40), max_size=5)


@given(PARTS)
@settings(max_examples=40)
def test_what_is_written_is_what_is_read(parts: dict[str, bytes]):
    assert parts_of(write_archive(parts)) == parts


@given(PARTS)
@settings(max_examples=40)
def test_the_order_of_the_parts_makes_no_difference(parts: dict[str, bytes]):
    assert write_archive(dict(reversed(parts.items()))) == write_archive(parts)


@given(PARTS)
@settings(max_examples=40)
def test_writing_what_was_read_is_the_same_bytes(parts: dict[str, bytes]):
    written = write_archive(parts)
    assert write_archive(parts_of(written)) == written


def entries(parts: dict[str, bytes]) -> list[zipfile.ZipInfo]:
    return zipfile.ZipFile(io.BytesIO(write_archive(parts))).infolist()


def test_the_content_types_come_first_and_the_rest_by_name():
    names = [entry.filename for entry in entries({"word/b": b"", "[Content_Types].xml": b"", "_rels/.rels": b"", "word/a": b""})]
    assert names == ["[Content_Types].xml", "_rels/.rels", "word/a", "word/b"]


def test_no_entry_tells_when_where_or_by_whom_it_was_made():
    (entry,) = entries({"a": b"x"})
    assert (entry.date_time, entry.external_attr >> 16, entry.create_system) == ((1980, 1, 1, 0, 0, 0), 0o644, 3)


def test_parts_are_compressed():
    (entry,) = entries({"a": b"x" * 1000})
    assert entry.compress_size < 50
