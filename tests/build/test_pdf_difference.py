"""The first difference of two PDF files: of small ones by hand, and of real ones."""

from __future__ import annotations

import time
import tracemalloc
import zlib

import pytest

from guidegen.build import pdf_difference as module
from guidegen.build.pdf_difference import objects, pages_of, pdf_difference
from guidegen.errors import Source
from guidegen.renderers.pdf.layout import lay_out

PAGE = """<!DOCTYPE html><html lang="en"><head><title>T</title><style>p {{ break-after: page }}</style></head>
<body>{body}</body></html>"""


def written(*paragraphs: str) -> bytes:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return lay_out(PAGE.format(body=body), Source("test.pdf")).write()


def pdf(**changed: bytes) -> bytes:
    """Return a file of two pages, the objects of one of them packed; *changed* are values of its objects."""
    packed = [b"<</Type/Page/Contents 4 0 R>>", changed.get("six", b"<</A 1>>")]
    head = f"5 0 6 {len(packed[0])} ".encode()
    stream = zlib.compress(head + b"".join(packed))
    parts = [
        (1, b"<</Type/Pages/Kids [2 0 R 5 0 R]>>"),
        (2, b"<</Type/Page/Contents 3 0 R>>"),
        (3, b"<<>>\nstream\n" + zlib.compress(changed.get("first", b"words")) + b"\nendstream"),
        (4, b"<<>>\nstream\n" + zlib.compress(changed.get("second", b"words")) + b"\nendstream"),
        (7, f"<</Type/ObjStm/N 2/First {len(head)}>>\nstream\n".encode() + stream + b"\nendstream"),
    ]
    return b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%b\nendobj\n" % part for part in parts)


def test_objects_are_found_by_themselves_and_in_streams():
    assert {number: one.value for number, one in objects(pdf()).items()} == {
        1: b"<</Type/Pages/Kids [2 0 R 5 0 R]>>",
        2: b"<</Type/Page/Contents 3 0 R>>",
        3: b"<<>>words",
        4: b"<<>>words",
        5: b"<</Type/Page/Contents 4 0 R>>",
        6: b"<</A 1>>",
    }


def test_pages_and_their_contents_are_numbered_as_they_follow_each_other():
    assert pages_of(objects(pdf())) == {2: 1, 3: 1, 5: 2, 4: 2}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"first": b"other"}, "object 3 of page 1"),
        ({"second": b"other"}, "object 4 of page 2"),
        ({"six": b"<</A 2>>"}, "object 6"),
    ],
)
def test_the_object_and_its_page_are_named(changed: dict[str, bytes], said: str):
    holder = pdf().index(b"7 0 obj" if "six" in changed else f"{said[7]} 0 obj".encode())
    assert pdf_difference(pdf(**changed), pdf()) == f"offset {holder}, {said}"


def test_an_object_more_or_less_is_named():
    more = pdf() + b"9 0 obj\n<<>>\nendobj\n"
    assert pdf_difference(more, pdf()) == "object 9: should not be there"
    assert pdf_difference(pdf(), more) == "object 9: missing"


def test_what_is_outside_the_objects_is_told_by_its_offset():
    assert pdf_difference(pdf() + b"%", pdf()) == f"offset {len(pdf())}: the same objects, written otherwise"


def test_in_a_real_file_the_page_whose_words_differ_is_named():
    said = pdf_difference(written("one", "two", "tree", "four"), written("one", "two", "three", "four"))
    assert said.endswith("of page 3"), said


def values(data: bytes) -> dict[int, bytes]:
    return {number: one.value for number, one in objects(data).items()}


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"1 0 obj\n2 0 obj\n\nendobj\n3 0 obj\n<<>>", {1: b"2 0 obj\n"}),
        (b"1 0 obj\nA\nstream\nB\nendobj\n\nendstream\nendobj\n2 0 obj\nC\nendobj", {1: b"AB\nendobj\n", 2: b"C"}),
        (b"1 0 obj\nA\nstream\nB\nendobj\n2 0 obj\nC\nendobj", {1: b"A\nstream\nB", 2: b"C"}),
        (b"1 0 obj\nA\nstream\nendobj\n2 0 obj\nB\nendobj", {1: b"A\nstream", 2: b"B"}),
        (b"1 0 obj\nA\nstream\nendobj\nB\nstream\n\nendstream\nendobj", {1: b"Aendobj\nB\nstream\n"}),
        (b"1 0 obj\n\nendobj", {1: b""}),
        (b"1 0 obj\nendobj", {}),
    ],
)
def test_an_object_ends_at_the_first_word_that_ends_it(data: bytes, read: dict[int, bytes]):
    assert values(data) == read


@pytest.mark.parametrize("data", [b"1 0 obj\n", b"1 0 obj\n\nstream\n", b"\nstream\n1 0 obj\n\nendobj", b"1"], ids=ascii)
def test_what_never_ends_is_read_in_no_more_time_than_what_does(data: bytes):
    begin = time.process_time()
    objects(data * 30_000)
    assert time.process_time() - begin < 1


def test_the_streams_of_a_file_are_inflated_so_far_as_a_guide_has_any():
    bomb = b"<<>>\nstream\n" + zlib.compress(bytes(32 * 1024**2)) + b"\nendstream"
    tracemalloc.start()
    try:
        found = objects(b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, bomb) for number in range(1, 9)))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(found) == 8
    assert most < 3 * module.LARGEST_STREAMS


def test_packed_objects_that_overlap_are_no_more_than_their_stream():
    head = b"1 0 2 900 3 0 4 900 5 0 "
    data = b"9 0 obj\n<</Type/ObjStm/First %d>>\nstream\n%b\nendstream\nendobj\n" % (len(head), head + b"a" * 1000)
    assert {number: len(value) for number, value in values(data).items()} == {1: 900, 2: 0, 3: 0, 4: 0, 5: 100}


def test_no_more_objects_are_read_than_any_guide_has(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MOST_OBJECTS", 3)
    assert list(objects(pdf())) == [1, 2, 3]
