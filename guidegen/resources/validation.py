"""YAML values against typed models, every fault a finding that a secretary understands.

The models are pydantic models and standard dataclasses; pydantic finds the faults, this module says where they are and in which
words.
"""

from __future__ import annotations

import datetime
import re
import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from guidegen.errors import Finding, GuidegenError, did_you_mean
from guidegen.resources.yaml_reader import Path, YamlFile

Model = TypeVar("Model")
ADAPTERS: dict[Any, TypeAdapter[Any]] = {}

WHAT = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "date_type": "a date such as 2009-02-27",
    "year_type": "a year such as 2009",
    "empty_text": "a text with words in it",
    "tuple_type": "a list",
    "list_type": "a list",
    "too_short": "a list with something in it",
    "dict_type": "a group of keys",
    "model_type": "a group of keys",
    "dataclass_type": "a group of keys",
    "model_attributes_type": "a group of keys",
    "literal_error": "{expected}",
    "union_tag_invalid": "one of {expected_tags}",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
}
PYDANTICS_OWN = frozenset(typing.get_args(ErrorType))
MISSING = {"missing", "union_tag_not_found"}
UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
SCALARS = (bool, int, float, datetime.date)


def validate(file: YamlFile, model: type[Model]) -> Model:
    """Return the value of *file* as *model*; raises GuidegenError with a finding for each fault."""
    try:
        value: Model = _adapter(model).validate_python(file.value)
    except ValidationError as error:
        raise GuidegenError(_findings(file, model, error.errors(include_url=False))) from None
    return value


def _adapter(model: type[Model]) -> TypeAdapter[Model]:
    """Return pydantic's reader of *model*, made once for each."""
    if model not in ADAPTERS:
        ADAPTERS[model] = TypeAdapter(model)
    return ADAPTERS[model]


def _findings(file: YamlFile, model: object, details: Iterable[ErrorDetails]) -> list[Finding]:
    """Return pydantic's *details* as findings, one a path: what keeps a value from each member of a union is told together.

    Where a value is nearly one of a union's members, only what is wrong inside of it is told.
    """
    faults: dict[Path, list[ErrorDetails]] = {}
    for detail in details:
        if detail["type"] == "union_tag_not_found" and not isinstance(detail["input"], Mapping):
            detail["type"] = "model_type"
        faults.setdefault(_path(file, detail), []).append(detail)
    around = {path[:length] for path in faults for length in range(len(path))}
    found = [_finding(file, model, path, faults[path]) for path in faults if path not in around]
    return sorted(found, key=lambda finding: finding.source)


def _path(file: YamlFile, detail: ErrorDetails) -> Path:
    """Return where *detail* is: pydantic's location without the names of types in it, and the key that is missing."""
    path: Path = ()
    for part in detail["loc"]:
        if (*path, part) in file.places:
            path = (*path, part)
    if detail["type"].startswith("union_tag"):
        return (*path, detail["ctx"]["discriminator"].strip("'"))
    return (*path, detail["loc"][-1]) if detail["type"] in MISSING else path


def _finding(file: YamlFile, model: object, path: Path, details: list[ErrorDetails]) -> Finding:
    """Return the *details* of the value at *path* as one finding."""
    detail = next((detail for detail in details if detail["type"] not in WHAT), details[0])
    kind = detail["type"]
    if kind in MISSING:
        rule, message, hint = "missing-key", f'missing key "{path[-1]}"', ""
    elif kind in UNKNOWN:
        rule, message = "unknown-key", f'unknown key "{path[-1]}"'
        hint = did_you_mean(str(path[-1]), known_keys(model, path[:-1]))
    elif kind in WHAT:
        rule, message, hint = "value", f"{_name(path)} must be {_wanted(details)}", _value_hint(details)
    else:
        rule = "value" if kind in PYDANTICS_OWN else kind.replace("_", "-")
        message, hint = f"{_name(path)}: {detail['msg']}", ""
    return Finding(file.place(path), rule, message, hint)


def _name(path: Path) -> str:
    """Return what a sentence calls the value at *path*."""
    key = next((f'"{part}"' for part in reversed(path) if isinstance(part, str)), "the file")
    return f"item {path[-1] + 1} of {key}" if path and isinstance(path[-1], int) else key


def _wanted(details: list[ErrorDetails]) -> str:
    """Return what the value may be, by the *details* of all members of a union."""
    wanted = (WHAT[detail["type"]].format(**detail.get("ctx", {})) for detail in details)
    return " or ".join(dict.fromkeys(wanted)).replace("'", '"')


def _value_hint(details: list[ErrorDetails]) -> str:
    """Return how the value becomes what it must be: by quotes, or as one of the words that may stand here."""
    for detail in details:
        if detail["type"] == "string_type" and isinstance(detail["input"], SCALARS):
            return "put it in quotes"
    contexts = (detail.get("ctx", {}) for detail in details)
    words = " ".join(str(context.get("expected") or context.get("expected_tags")) for context in contexts)
    given = details[0].get("ctx", {}).get("tag", details[0]["input"])
    return did_you_mean(str(given), re.findall("'([^']*)'", words))


def known_keys(model: object, location: Path) -> list[str]:
    """Return the keys that the model at *location* inside *model* knows."""
    candidates = [model]
    for part in location:
        candidates = [inner for candidate in candidates for inner in _inside(candidate, part)] or candidates
    return [key for candidate in _unfold(candidates) for key in _annotations(candidate)]


def _unfold(candidates: Iterable[object]) -> list[object]:
    """Return *candidates* with unions and annotations taken apart."""
    unfolded: list[object] = []
    for candidate in candidates:
        origin = typing.get_origin(candidate)
        if origin is typing.Annotated:
            unfolded += _unfold(typing.get_args(candidate)[:1])
        elif origin in {typing.Union, types.UnionType}:
            unfolded += _unfold(typing.get_args(candidate))
        else:
            unfolded.append(candidate)
    return unfolded


def _inside(candidate: object, part: str | int) -> list[object]:
    """Return the types of what stands under *part* in a value of the type *candidate*."""
    inner: list[object] = []
    for one in _unfold([candidate]):
        arguments = typing.get_args(one)
        if arguments:
            inner.append(arguments[-1] if _is_mapping(one) else arguments[0])
        elif str(part) in _annotations(one):
            inner.append(_annotations(one)[str(part)])
    return inner


def _is_mapping(one: object) -> bool:
    origin = typing.get_origin(one)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _annotations(one: object) -> dict[str, object]:
    """Return the keys of a model or dataclass with their types, under the names that files use."""
    if isinstance(one, type) and issubclass(one, BaseModel):
        return {field.alias or name: field.annotation for name, field in one.model_fields.items()}
    if isinstance(one, type) and is_dataclass(one):
        hints = typing.get_type_hints(one)
        return {field.name: hints[field.name] for field in fields(one)}
    return {}
