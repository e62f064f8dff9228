"""The first difference between two PDF files: its offset, the object it is in, and the page that shows the object.

Reads the files that guidegen writes (ISO 32000-1, 7.3.10 and 7.5.7): objects in streams or by themselves, deflated or not.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

LARGEST_STREAM = 64 * 1024**2  # bytes; what is longer is compared so far
OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)(?:\nstream\n(.*?)\nendstream)?\nendobj", re.DOTALL)
PACKED = re.compile(rb"/Type\s*/ObjStm")
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
REFERENCE = re.compile(rb"(\d+) 0 R")
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
    return {one.number: one for match in OBJECT.finditer(pdf) for one in _unpacked(match)}


def _unpacked(match: re.Match[bytes]) -> Iterator[PdfObject]:
    value, stream = match[2], _inflated(match[3] or b"")
    if not PACKED.search(value):
        yield PdfObject(int(match[1]), value + stream, match.start())
        return
    first = int(value.partition(b"/First")[2].split(b"/")[0].strip(b"> "))
    numbers = [int(word) for word in stream[:first].split()]
    starts = [*numbers[1::2], len(stream)]
    for index, number in enumerate(numbers[::2]):
        yield PdfObject(number, stream[first + starts[index] : first + starts[index + 1]], match.start())


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, LARGEST_STREAM)
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
