"""The digest of a tree: the same where every renderer would write the same file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

NOT_SHOWN = "source"
FIELDS: dict[type, tuple[str, ...]] = {}


def tree_digest(*values: Any) -> str:
    """Return the SHA-256 of *values*: trees, or other dataclasses, mappings and tuples of plain values.

    Where words stand in the project's files is no part of it: renderers do not show it.
    """
    return hashlib.sha256("\x1f".join(_parts(values)).encode()).hexdigest()


def _parts(value: Any) -> Iterator[str]:
    """Yield *value* as texts that no other value has."""
    if isinstance(value, str):
        yield repr(value)
    elif is_dataclass(value):
        yield f"{type(value).__name__}("
        for name in _shown(type(value)):
            yield from _parts(getattr(value, name))
        yield ")"
    elif isinstance(value, Mapping):
        yield f"{len(value)}{{"
        for pair in value.items():
            yield from _parts(pair)
    elif isinstance(value, tuple):
        yield f"{len(value)}["
        for part in value:
            yield from _parts(part)
    else:
        yield repr(value)


def _shown(kind: type) -> tuple[str, ...]:
    if kind not in FIELDS:
        FIELDS[kind] = tuple(field.name for field in fields(kind) if field.name != NOT_SHOWN)
    return FIELDS[kind]
