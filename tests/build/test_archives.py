"""Archives of anybody's making are read, or it is said why not."""

from __future__ import annotations

import io
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


def damaged() -> bytes:
    data = packed()
    at = data.index(b"word/document.xml") + len("word/document.xml")
    return data[:at] + b"\xff" * 8 + data[at + 8 :]


def test_the_files_of_an_archive_are_read_by_name_and_no_folders() -> None:
    assert parts_of(packed()) == PARTS


@pytest.mark.parametrize(
    "data",
    [b"", b"nothing", packed()[:-30], damaged(), patched(b"PK\1\2", 8, 1), patched(b"PK\1\2", 10, 99)],
    ids=["empty", "none", "cut off", "damaged", "encrypted", "unknown method"],
)
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a zip archive that can be read"):
        parts_of(data)


def test_what_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_ARCHIVE", 399)
    with pytest.raises(ValueError, match="unpacked, it is larger than"):
        parts_of(packed())
