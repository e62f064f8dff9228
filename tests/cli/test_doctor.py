"""guidegen doctor: what the machine lacks and how to get it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from guidegen.resources.project import Project
from guidegen.versions import versions

Run = Callable[..., Result]
Replace = Callable[[str, str, str], None]

FRENCH = "locales/fr/conventions.yaml"
PINNED = "  pdf:\n"


def test_a_machine_that_lacks_nothing_is_told_so(guidegen: Run, starter: Project):
    result = guidegen("doctor", "--project", starter.root)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("nothing is missing\n")


def test_versions_are_told(guidegen: Run, starter: Project):
    printed = guidegen("doctor", "--project", starter.root).stdout.splitlines()
    assert printed[0].startswith("Python 3.")
    assert printed[1:-1] == [f"{name} {number}" for name, number in versions().items()]


@pytest.fixture
def without_font(replace: Replace) -> None:
    """Make the French guides of the starter project ask for a font that there is not."""
    replace(FRENCH, PINNED, f"{PINNED}    - {{family: No Such Family, package: fonts-no-such-family}}\n")


@pytest.mark.usefixtures("without_font")
def test_a_missing_font_is_an_error_with_the_package_and_the_command(guidegen: Run, starter: Project):
    result = guidegen("doctor", "--project", starter.root)
    assert result.exit_code == 1
    assert "the font No Such Family (regular) is missing (install the package fonts-no-such-family)" in result.stderr
    assert result.stdout.endswith("On Debian and Ubuntu: apt-get install fonts-no-such-family\n")


@pytest.mark.usefixtures("without_font")
def test_packages_are_names_for_a_package_manager_and_nothing_else(guidegen: Run, starter: Project):
    result = guidegen("doctor", "--packages", "--project", starter.root)
    assert (result.exit_code, result.output) == (0, "fonts-no-such-family\n")


def test_where_nothing_is_missing_there_are_no_packages(guidegen: Run, starter: Project):
    assert guidegen("doctor", "--packages", "--project", starter.root).output == "\n"


def test_a_character_that_no_font_has_is_told_for_its_languages(guidegen: Run, starter: Project, replace: Replace):
    replace("content/congress.yaml", "First Model Congress on Crime", "First ሀ Congress on Crime")
    result = guidegen("doctor", "--project", starter.root)
    assert result.exit_code == 1
    assert "locales/en/conventions.yaml: error: " in result.stderr
    assert "no glyph for ሀ (U+1200)" in result.stderr


def test_broken_content_does_not_keep_the_machine_from_being_looked_at(guidegen: Run, starter: Project, replace: Replace):
    replace("content/congress.yaml", "number: 1", "number: one")
    assert guidegen("doctor", "--project", starter.root).exit_code == 0
