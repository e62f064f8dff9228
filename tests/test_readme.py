"""What the README says is so."""

from __future__ import annotations

import re

import pytest

from guidegen.cli import COMMANDS
from tests.help_text import README, with_help

TEXT = README.read_text(encoding="utf-8")


def test_the_help_in_the_readme_is_that_of_the_commands() -> None:
    assert with_help(TEXT) == TEXT, "make help-text writes it anew"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"guidegen {command}" in TEXT


def test_every_target_that_the_readme_names_is_in_the_makefile() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)`", TEXT)) <= targets


def test_every_path_that_the_readme_names_exists() -> None:
    named = re.findall(r"`((?:content|locales|templates|guidegen|tests|docs)/[\w./-]*)`", TEXT)
    missing = [path for path in named if not (README.parent / path).exists()]
    assert not missing
