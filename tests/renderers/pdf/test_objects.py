"""The objects of a file are put into bytes once, and the file is the same."""

from __future__ import annotations

import zlib
from contextlib import suppress
from io import BytesIO
from typing import Any

import pydyf
import pytest

from guidegen.renderers.pdf.objects import LEVEL, compressed_quickly, finish_objects


class Counted(pydyf.Stream):  # type: ignore[misc]
    """A stream that counts how often it is put into bytes."""

    times = 0

    @property
    def data(self) -> Any:
        self.times += 1
        return super().data


def file(stream: Any) -> Any:
    pdf = pydyf.PDF()
    pdf.info["Title"] = pydyf.String("(A title)")
    gone = pydyf.Dictionary({"Gone": 1})
    for one in (stream, gone, pydyf.Dictionary({"Kept": stream.reference if stream.number else 1})):
        pdf.add_object(one)
    gone.free = "f"
    return pdf


def written(pdf: Any, *, compress: bool) -> bytes:
    output = BytesIO()
    pdf.write(output, identifier=True, compress=compress)
    return output.getvalue()


@pytest.mark.parametrize("compress", [True, False])
def test_the_file_is_the_same(compress: bool):
    growing, finished = (file(pydyf.Stream([b"words"], compress=True)) for _ in range(2))
    finish_objects(finished)
    assert written(finished, compress=compress) == written(growing, compress=compress)


def test_a_stream_is_compressed_once():
    growing, finished = Counted([b"words"]), Counted([b"words"])
    written(file(growing), compress=True)
    pdf = file(finished)
    finish_objects(pdf)
    written(pdf, compress=True)
    assert (growing.times, finished.times) == (2, 1)


def test_a_stream_is_compressed_at_the_level_that_is_named():
    words = b" ".join(f"{number} {number % 7} Td".encode() for number in range(4000))
    made = pydyf.Stream([words], compress=True)
    with compressed_quickly():
        quick = made.data
    compressor = zlib.compressobj(LEVEL)
    packed = compressor.compress(words) + compressor.flush()
    assert packed in quick
    assert packed not in made.data


def test_pydyf_is_left_as_it_was():
    with suppress(ZeroDivisionError), compressed_quickly():
        assert pydyf.zlib.compress is zlib.compress
        assert pydyf.zlib.compressobj is not zlib.compressobj
        raise ZeroDivisionError
    assert pydyf.zlib is zlib
