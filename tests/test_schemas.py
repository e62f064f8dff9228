"""The schemas describe the files that are shipped, and refuse what the readers refuse."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from guidegen.resources.project import Project, shipped_root
from guidegen.schemas import DESCRIBED, NAMES, schema
from tests.conftest import CHECKOUT

STARTER = Project(shipped_root() / "templates" / "starter")
# What is wrong, in which kind of file: a path to the value, and what stands there.
FAULTS: list[tuple[str, tuple[str | int, ...], Any]] = [
    ("congress", ("number",), 0),
    ("congress", ("numbr",), 12),
    ("congress", ("dates", "first"), "soon"),
    ("issuances", ("conference-room-paper", "status"), "final"),
    ("institutes", ("unicri", "acronim"), "UNICRI"),
    ("outline", ("chapters", 0, "holds"), "everything"),
    ("topic", ("numbers", "congress"), "three"),
    ("meeting", ("languages",), []),
    ("checklist", ("columns", "maybe"), "Maybe"),
    ("conventions", ("direction",), "up"),
    ("conventions", ("code",), "xx"),
    ("conventions", ("numbering", "points", 0, "stile"), "decimal"),
]


def plain(value: Any) -> Any:
    """Return *value* as an editor sees it: days are texts, keys too."""
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return plain(yaml.safe_load(text.split("---\n")[1] if path.suffix == ".md" else text))


def files(name: str, project: Project = CHECKOUT) -> list[Path]:
    return sorted(path for pattern in DESCRIBED[name].files for path in project.root.glob(pattern))


def faults(name: str, value: Any) -> list[str]:
    validator = Draft202012Validator(schema(name), format_checker=FormatChecker(["date"]))
    return [error.message for error in validator.iter_errors(value)]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name: str):
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", DESCRIBED)
def test_every_shipped_file_is_as_its_schema_has_it(name: str):
    found = [*files(name), *files(name, STARTER)]
    assert found
    assert {path.name: faults(name, read(path)) for path in found} == {path.name: [] for path in found}


def test_every_content_file_has_a_schema_but_the_boxes_which_have_no_facts():
    described = {path for name in DESCRIBED for path in files(name)}
    content = {path for path in CHECKOUT.path("content").rglob("*.*") if path.name != "focus.md"}
    assert content <= described


@pytest.mark.parametrize(("name", "path", "value"), FAULTS)
def test_what_a_reader_refuses_the_schema_refuses(name: str, path: tuple[str | int, ...], value: Any):
    read_value = read(files(name)[0])
    *way, last = path
    part = read_value
    for key in way:
        part = part[key]
    part[last] = value
    assert len(faults(name, read_value)) == 1


@pytest.mark.parametrize("name", DESCRIBED)
def test_a_schema_says_of_which_files_it_is(name: str):
    assert schema(name)["title"] == " and ".join(DESCRIBED[name].files)
