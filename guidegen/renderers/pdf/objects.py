"""The objects of a PDF file, each put into bytes, and compressed, once.

pydyf does it again for the file's identifier, which is a digest of all of them, and presses as hard as zlib can.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pydyf

LEVEL = 7  # of zlib's 9: a file is one part in a hundred larger, and compressed in a third of the time


class FinishedObject(pydyf.Object):  # type: ignore[misc]
    """An object of a PDF that changes no more."""

    def __init__(self, growing: Any) -> None:
        super().__init__()
        self.number, self.generation, self.free = growing.number, growing.generation, growing.free
        self._data, self._compressible = growing.data, growing.compressible

    @property
    def data(self) -> Any:
        """The bytes of the object."""
        return self._data

    @property
    def compressible(self) -> Any:
        """Whether the object may stand in a stream of objects (ISO 32000-1, 7.5.7)."""
        return self._compressible


def finish_objects(pdf: Any) -> None:
    """Let no object of *pdf* change any more. Those that are made while it is written are as ever."""
    pdf.objects[:] = [one if one.free == "f" else FinishedObject(one) for one in pdf.objects]


@contextmanager
def compressed_quickly() -> Iterator[None]:
    """Compress what pydyf writes inside at :data:`LEVEL`."""
    hard = pydyf.zlib
    pydyf.zlib = SimpleNamespace(**{**vars(zlib), "compressobj": lambda **_: zlib.compressobj(LEVEL)})
    try:
        yield
    finally:
        pydyf.zlib = hard
