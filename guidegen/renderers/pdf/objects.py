"""The objects of a PDF file, each put into bytes, and compressed, once.

pydyf does it again for the file's identifier, which is a digest of all of them.
"""

from __future__ import annotations

from typing import Any

import pydyf


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
