"""Every translatable text of a value of the content model: walking them, and replacing them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import methodcaller
from typing import Any, TypeVar

from pydantic import BaseModel

from guidegen.content.text import Text
from guidegen.errors import Source

Value = TypeVar("Value")
Parts = Iterable[tuple[Any, object]]


def texts(value: Any) -> Iterator[Text]:
    """Yield each Text in *value* (records, dataclasses, mappings and tuples of them), in order; a text before its notes."""
    found: list[Text] = []
    _gather(value, found)
    return iter(found)


def _gather(value: Any, found: list[Text]) -> None:
    if isinstance(value, Text):
        found.append(value)
    for _, part in _parts(value):
        _gather(part, found)


def replace_texts(value: Value, change: Callable[[Text], Text]) -> Value:
    """Return *value* with *change* made to each Text in it, notes included; what holds no text is the same object."""
    changed: Any = value
    updates = {}
    for name, part in _parts(value):
        new = replace_texts(part, change)
        if new is not part:
            updates[name] = new
    if updates:
        changed = _updated(value, updates)
    return change(changed) if isinstance(changed, Text) else changed  # type: ignore[return-value]


def _parts(value: object) -> Parts:
    """Return the parts of *value* that may hold texts, with their names or numbers in it."""
    read = _reader_of(value)
    return [(name, part) for name, part in read(value) if _reader_of(part)] if read else ()


def _reader_of(value: object) -> Callable[[Any], Parts] | None:
    return _reader(type(value))  # type: ignore[arg-type]  # to mypy a class is not hashable


@cache
def _reader(kind: type) -> Callable[[Any], Parts] | None:
    """Return what gives all parts of a value of *kind*, or None where it has none: asked for every value of the content."""
    if issubclass(kind, tuple):
        return enumerate
    if issubclass(kind, Mapping):
        return methodcaller("items")
    names = _names(kind)
    return (lambda value: [(name, getattr(value, name)) for name in names]) if names else None


def _names(kind: type) -> tuple[str, ...]:
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    if issubclass(kind, Text):
        return ("notes",)
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) and not issubclass(kind, Source) else ()


def _updated(value: Any, updates: Mapping[Any, Any]) -> Any:
    if isinstance(value, BaseModel):
        return value.model_copy(update=updates)
    if isinstance(value, Mapping):
        return {**value, **updates}
    if isinstance(value, tuple):
        return tuple(updates.get(number, part) for number, part in enumerate(value))
    return replace(value, **updates)
