"""guidegen schema prints JSON Schemas and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from guidegen import schemas
from guidegen.cli.schema import NAMES

Run = Callable[..., Result]


def test_the_names_of_the_command_line_are_the_schemas():
    assert NAMES == schemas.NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed_as_json(guidegen: Run, name: str):
    result = guidegen("schema", name)
    assert json.loads(result.stdout) == schemas.schema(name)
    assert (result.stderr, result.exit_code) == ("", 0)


def test_an_unknown_name_is_a_usage_error_that_lists_the_known(guidegen: Run):
    result = guidegen("schema", "nothing")
    assert result.exit_code == 2
    assert "'manifest', 'congress'" in result.stderr
