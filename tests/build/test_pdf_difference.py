"""The first difference of two PDF files: of small ones by hand, and of real ones."""

from __future__ import annotations

import zlib

import pytest

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
