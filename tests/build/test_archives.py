"""Archives of anybody's making are read, or it is said why not."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest

from guidegen.build import archives
from guidegen.build.archives import parts_of

PARTS = {"word/document.xml": b"<a/>" * 100, "b": b""}


def packed() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("word")
        for name, data in PARTS.items():
            archive.writestr(name, data)
    return made.getvalue()


def patched(sign: bytes, offset: int, value: int) -> bytes:
    """An archive with another byte at *offset* of each header that begins with *sign*."""
    data = bytearray(packed())
    at = data.find(sign)
    while at >= 0:
        data[at + offset] = value
        at = data.find(sign, at + 1)
    return bytes(data)


def method(number: int) -> bytes:
    """An archive whose files are said to be packed by another method than they are."""
    return patched(b"PK\1\2", 10, number)


def damaged() -> bytes:
    data = packed()
    at = data.index(b"word/document.xml") + len("word/document.xml")
    return data[:at] + b"\xff" * 8 + data[at + 8 :]


def test_the_files_of_an_archive_are_read_by_name_and_no_folders() -> None:
    assert parts_of(packed()) == PARTS


@pytest.mark.parametrize(
    "data",
    [b"", b"nothing", packed()[:-30], damaged(), patched(b"PK\1\2", 8, 1), *map(method, (12, 14, 99))],
    ids=["empty", "none", "cut off", "damaged", "encrypted", "bzip2", "LZMA", "unknown method"],
)
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a zip archive that can be read"):
        parts_of(data)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_no_office_packs_is_not_unpacked_though_it_could_be(method: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr("a.xml", b"<a/>")
    with pytest.raises(ValueError, match=f"a.xml is packed by method {method}, neither stored nor deflated"):
        parts_of(made.getvalue())


def test_only_the_files_that_are_asked_for_are_read() -> None:
    assert parts_of(damaged(), "b", "c") == {"b": b""}


def test_a_file_that_is_longer_than_is_said_is_not_unpacked_to_its_end() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", bytes(64 * 1024**2))
    data = bytearray(made.getvalue())
    at = data.rindex(b"PK\1\2") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="not a zip archive that can be read"):
            parts_of(bytes(data))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 1024**2


def test_what_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_ARCHIVE", 399)
    with pytest.raises(ValueError, match="unpacked, it is larger than"):
        parts_of(packed())
    assert parts_of(packed(), "b") == {"b": b""}
