"""YAML values against typed models, every fault a finding that a secretary understands.

The models are pydantic models and standard dataclasses; pydantic finds the faults, this module says where they are and in which
words.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from guidegen.errors import Finding, GuidegenError, did_you_mean
from guidegen.resources.yaml_reader import Path, YamlFile

Model = TypeVar("Model")
ADAPTERS: dict[Any, TypeAdapter[Any]] = {}

SENTENCES = {
    "missing": 'missing key "{key}"',
    "extra_forbidden": 'unknown key "{key}"',
    "unexpected_keyword_argument": 'unknown key "{key}"',
    "string_type": '"{key}" must be a text',
    "int_type": '"{key}" must be a whole number',
    "int_parsing": '"{key}" must be a whole number',
    "bool_type": '"{key}" must be true or false',
    "bool_parsing": '"{key}" must be true or false',
    "date_type": '"{key}" must be a date such as 2009-02-27',
    "date_parsing": '"{key}" must be a date such as 2009-02-27',
    "date_from_datetime_parsing": '"{key}" must be a date such as 2009-02-27',
    "tuple_type": '"{key}" must be a list',
    "list_type": '"{key}" must be a list',
    "dict_type": '"{key}" must be a group of keys',
    "model_type": '"{key}" must be a group of keys',
    "dataclass_type": '"{key}" must be a group of keys',
    "model_attributes_type": '"{key}" must be a group of keys',
    "union_tag_not_found": 'missing key "type"',
    "literal_error": '"{key}" must be {expected}',
    "enum": '"{key}" must be {expected}',
    "union_tag_invalid": '"type" must be one of {expected_tags}',
}


def validate(file: YamlFile, model: type[Model]) -> Model:
    """Return the value of *file* as *model*; raises GuidegenError with a finding for each fault."""
    try:
        value: Model = _adapter(model).validate_python(file.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise GuidegenError(_merge(finding(file, model, detail) for detail in details)) from None
    return value


def _adapter(model: type[Model]) -> TypeAdapter[Model]:
    """Return pydantic's reader of *model*, made once for each."""
    if model not in ADAPTERS:
        ADAPTERS[model] = TypeAdapter(model)
    return ADAPTERS[model]


def _merge(findings: Iterable[Finding]) -> list[Finding]:
    """Keep one finding a place: a value that fits no member of a union is told once."""
    kept: dict[Any, Finding] = {}
    for found in findings:
        kept.setdefault(found.source, found)
    return list(kept.values())


def finding(file: YamlFile, model: object, detail: ErrorDetails) -> Finding:
    """Return pydantic's *detail* as a finding in *file*."""
    location = detail["loc"]
    key = next((str(part) for part in reversed(location) if isinstance(part, str)), "the file")
    kind = detail["type"]
    words = {"key": key, **detail.get("ctx", {})}
    message = SENTENCES.get(kind, '"{key}": ' + detail["msg"].replace("{", "{{").replace("}", "}}")).format(**words)
    unknown = kind in {"extra_forbidden", "unexpected_keyword_argument"}
    hint = did_you_mean(key, known_keys(model, location[:-1])) if unknown else ""
    return Finding(file.place(_without_tags(file, location)), kind.replace("_", "-"), message, hint)


def _without_tags(file: YamlFile, location: Path) -> Path:
    """Return pydantic's *location* without the parts that are names of types instead of keys."""
    path: Path = ()
    for part in location:
        if (*path, part) in file.places:
            path = (*path, part)
    return path


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
