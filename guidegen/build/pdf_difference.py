"""The first difference between two PDF files: its offset, the object it is in, and the page that shows the object.

Reads the files that guidegen writes (ISO 32000-1, 7.3.10 and 7.5.7): objects in streams or by themselves, deflated or not.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, islice, pairwise, zip_longest

LARGEST_STREAMS = 64 * 1024**2  # bytes of all streams of a file; what is beyond is compared as it is packed: a guide has 3 MiB
MOST_OBJECTS = 200_000  # what is beyond is not compared: a guide has 6,000
HEAD = re.compile(rb"(?<!\d)(\d{1,10}) 0 obj\n")
STREAM, END, END_OF_STREAM = b"\nstream\n", b"\nendobj", b"\nendstream\nendobj"
PACKED = re.compile(rb"/Type\s*/ObjStm")
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
REFERENCE = re.compile(rb"(\d+) 0 R")
PAIR = re.compile(rb"(\d{1,10})\s+(\d{1,10})")
OWN = re.compile(rb"/Contents\s*\[?((?:\s*\d+ 0 R)+)")


@dataclass(frozen=True, slots=True)
class PdfObject:
    """One object of a file: its number, its value (and, deflated no more, its stream), and the offset of what holds it."""

    number: int
    value: bytes
    offset: int


def pdf_difference(found: bytes, made: bytes) -> str:
    """Return where the PDF *found* first differs from *made*."""
    ones, others = objects(found), objects(made)
    pages = pages_of(others)
    for one, other in zip_longest(ones.values(), others.values()):
        if one is None or other is None:
            present = one or other
            return f"object {present.number}: {'missing' if one is None else 'should not be there'}"
        if (one.number, one.value) != (other.number, other.value):
            page = f" of page {pages[other.number]}" if other.number in pages else ""
            return f"offset {one.offset}, object {other.number}{page}"
    at = next(at for at, (one, other) in enumerate(zip_longest(found, made)) if one != other)
    return f"offset {at}: the same objects, written otherwise"


def objects(pdf: bytes) -> dict[int, PdfObject]:
    """Return the objects of *pdf* by number, in the order in which they stand."""
    return {one.number: one for one in islice(_each(pdf), MOST_OBJECTS)}


def _each(pdf: bytes) -> Iterator[PdfObject]:
    left = LARGEST_STREAMS
    for one, packed in _written(pdf):
        stream = _inflated(packed, left)
        left -= len(stream)
        yield from _unpacked(one, stream)


def _written(pdf: bytes) -> Iterator[tuple[PdfObject, bytes]]:
    """Yield the objects that *pdf* has outside of streams, without and with their streams. Each byte is looked at a few times."""
    last = pdf.rfind(END_OF_STREAM)
    head = HEAD.search(pdf)
    while head and (end := pdf.find(END, head.end())) >= 0:
        value = stream = pdf.find(STREAM, head.end(), end + 1)
        if 0 <= stream <= last - len(STREAM):
            stream += len(STREAM)
            end = pdf.find(END_OF_STREAM, stream)
            yield PdfObject(int(head[1]), pdf[head.end() : value], head.start()), pdf[stream:end]
        else:
            yield PdfObject(int(head[1]), pdf[head.end() : end], head.start()), b""
        head = HEAD.search(pdf, end + len(END))


def _unpacked(one: PdfObject, stream: bytes) -> Iterator[PdfObject]:
    """Yield *one* with its *stream*, or the objects in it: each ends where the next begins, which is never before it."""
    if not PACKED.search(one.value):
        yield replace(one, value=one.value + stream)
        return
    first = int(one.value.partition(b"/First")[2].partition(b"/")[0].strip(b"> "))
    pairs = [(int(pair[1]), int(pair[2])) for pair in islice(PAIR.finditer(stream[:first]), MOST_OBJECTS)]
    starts = [*accumulate((start for _, start in pairs), max), len(stream)]
    for (number, _), (start, end) in zip(pairs, pairwise(starts), strict=True):
        yield PdfObject(number, stream[first + start : first + end], one.offset)


def _inflated(stream: bytes, most: int) -> bytes:
    """Return *stream* inflated as far as *most* bytes; as it is where that is nothing, or it is not deflated."""
    try:
        return zlib.decompressobj().decompress(stream, most) if most > 0 else stream
    except zlib.error:
        return stream


def pages_of(found: dict[int, PdfObject]) -> dict[int, int]:
    """Return the number of the page, from 1, that each page object and each content stream of *found* belongs to."""
    order = [int(kid) for one in found.values() for kids in KIDS.findall(one.value) for kid in REFERENCE.findall(kids)]
    pages = [number for number in order if number in found and PAGE.search(found[number].value)]
    numbered: dict[int, int] = {}
    for page, number in enumerate(pages, 1):
        own = OWN.search(found[number].value)
        numbered |= dict.fromkeys([number, *map(int, REFERENCE.findall(own[1] if own else b""))], page)
    return numbered
