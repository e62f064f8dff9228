"""The first difference inside a file, said by the part, the element, the object or the line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.build.difference import difference

DOCUMENT = (
    b'<w:document xmlns:w="urn:w"><w:body><w:p><w:t>one</w:t></w:p><w:p style="a"><w:t>two</w:t></w:p></w:body></w:document>'
)
PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": DOCUMENT, "word/media/a.png": b"\x89PNG"}


def package(parts: Mapping[str, bytes] = PARTS, **changed: bytes | None) -> bytes:
    """Return a package of *parts*; those *changed* are named with underscores, and None leaves one out."""
    names = {name: changed.get(name.split("/")[-1].partition(".")[0], data) for name, data in parts.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in names.items():
            if data is not None:
                archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


@pytest.mark.parametrize("data", [package(), b"%PDF-1.7\n", b"words\n", b""])
def test_the_same_file_has_no_difference(data: bytes):
    assert difference(data, data) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b">two<", b">three<", 'word/document.xml: /w:document/w:body/w:p[2]/w:t: "three" instead of "two"'),
        (b">two<", b"><", 'word/document.xml: /w:document/w:body/w:p[2]/w:t: nothing instead of "two"'),
        (b'style="a"', b'style="b"', 'word/document.xml: /w:document/w:body/w:p[2]: "style=b" instead of "style=a"'),
        (b'<w:p style="a"><w:t>two</w:t></w:p>', b"", "word/document.xml: /w:document/w:body/w:p[2]: missing"),
        (b"</w:p></w:body>", b"</w:p><w:p/></w:body>", "word/document.xml: /w:document/w:body/w:p[3]: should not be there"),
        (b"<w:t>one</w:t>", b"<w:t>one</w:t> ", 'word/document.xml: /w:document/w:body/w:p[1]/w:t: " " instead of nothing'),
        (b'style="a"', b"style='a'", "word/document.xml: byte 72: the same elements, written otherwise"),
        (b"</w:document>", b"", "word/document.xml: byte 105"),
    ],
)
def test_in_a_docx_the_part_and_the_element_are_named(old: bytes, new: bytes, said: str):
    assert old in DOCUMENT
    assert difference(package(document=DOCUMENT.replace(old, new, 1)), package()) == said


def test_a_part_that_is_missing_or_extra_is_named():
    assert difference(package(document=None), package()) == "word/document.xml: this part is missing"
    assert difference(package(), package(document=None)) == "word/document.xml: this part should not be there"


def test_a_part_that_is_no_xml_is_told_by_its_byte():
    assert difference(package(a=b"\x89PNX"), package()) == "word/media/a.png: byte 3"


def test_parts_in_another_order_are_told():
    turned = package(dict(reversed(PARTS.items())))
    assert difference(turned, package()) == "the parts are the same, and their order or the dates in the archive are not"


def test_in_a_text_the_line_is_named():
    assert difference(b"one\ntoo\n", b"one\ntwo\n") == 'line 2: "too" instead of "two"'
    assert difference(b"one\n", b"one\ntwo") == 'line 2: nothing instead of "two"'
    assert difference(b"one", b"one\n") == "line 2: nothing instead of nothing"


def test_a_long_line_is_cut_short():
    assert difference(b"x" * 999, b"y") == f'line 1: "{"x" * 60}…" instead of "y"'


@pytest.mark.parametrize("made", [package(), b"%PDF-1.7\n1 0 obj\n<<>>\nendobj", b"words"])
@given(found=st.binary(max_size=40))
def test_whatever_stands_there_is_told_in_a_sentence(made: bytes, found: bytes):
    assert bool(difference(found, made)) == (found != made)


def test_an_entity_that_names_a_file_is_not_read(tmp_path):
    (tmp_path / "secret").write_text("secret words", encoding="utf-8")
    hostile = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]><a>&e;</a>'.encode()
    assert "secret words" not in difference(package(document=hostile), package())
