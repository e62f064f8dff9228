"""Every translatable text of a value of the content model: walking them, and replacing them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel

from guidegen.content.text import Text

Value = TypeVar("Value")


def texts(value: Any) -> Iterator[Text]:
    """Yield each Text in *value* (records, dataclasses, mappings and tuples of them), in order; a text before its notes."""
    if isinstance(value, Text):
        yield value
    for _, part in _parts(value):
        yield from texts(part)


def replace_texts(value: Value, change: Callable[[Text], Text]) -> Value:
    """Return *value* with *change* made to each Text in it, notes included; what holds no text is the same object."""
    changed: Any = value
    updates = {name: replace_texts(part, change) for name, part in _parts(value)}
    updates = {name: new for name, new in updates.items() if new is not _part(value, name)}
    if updates:
        changed = _updated(value, updates)
    return change(changed) if isinstance(changed, Text) else changed  # type: ignore[return-value]


def _parts(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, BaseModel):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, tuple):
        yield from enumerate(value)


def _part(value: Any, name: Any) -> Any:
    return value[name] if isinstance(value, Mapping | tuple) else getattr(value, name)


def _updated(value: Any, updates: Mapping[Any, Any]) -> Any:
    if isinstance(value, BaseModel):
        return value.model_copy(update=updates)
    if isinstance(value, Mapping):
        return {**value, **updates}
    if isinstance(value, tuple):
        return tuple(updates.get(number, part) for number, part in enumerate(value))
    return replace(value, **updates)
