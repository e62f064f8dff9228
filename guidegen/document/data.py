"""The mark of values that are read from data files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar


class Data:
    """A value read from a data file, in which a key that it does not know is a fault."""

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}
