"""guidegen translate check: what is wrong with translations, and how it ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from guidegen.cli import main
from guidegen.resources.project import Project
from tests.conftest import CHECKOUT

GUIDE = "locales/fr/LC_MESSAGES/guide.po"
Replace = Callable[[str, str, str], None]
Check = Callable[..., Result]


@pytest.fixture
def check(starter: Project) -> Check:
    """Check the translations of the starter project."""

    def run(*arguments: str, project: Project = starter) -> Result:
        result = CliRunner().invoke(main, ["translate", "check", *arguments, "--project", str(project.root)])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run


def test_sound_catalogues_end_with_0(check: Check) -> None:
    result = check()
    assert (result.exit_code, result.stdout, result.stderr) == (0, "0 findings\n", "")


def test_the_shipped_catalogues_are_sound(check: Check) -> None:
    assert check(project=CHECKOUT).stdout == "0 findings\n"


def test_an_error_ends_with_1_and_is_told_with_its_place(check: Check, replace: Replace) -> None:
    replace(GUIDE, "résolution {number} de l’Assemblée", "résolution {numéro} de l’Assemblée")
    result = check()
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{GUIDE}:")
    assert "[placeholders]" in result.stderr
    assert result.stdout == "1 finding\n"


def test_a_warning_ends_with_0(check: Check, replace: Replace) -> None:
    replace(GUIDE, "résolution {number} de l’Assemblée", "résolution  {number} de l’Assemblée")
    result = check("--quiet")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "warning: two spaces stand together [double-space]" in result.stderr


def test_only_the_languages_asked_for_are_checked(check: Check, replace: Replace) -> None:
    replace(GUIDE, "résolution {number} de l’Assemblée", "résolution {numéro} de l’Assemblée")
    assert check("--language", "en").exit_code == 0
    assert check("--language", "fr").exit_code == 1
    assert check("--language", "frr").exit_code == 2


def test_a_broken_glossary_is_told_and_the_rest_is_checked(
    check: Check, replace: Replace, write: Callable[[str, str], None]
) -> None:
    replace(GUIDE, "résolution {number} de l’Assemblée", "résolution {numéro} de l’Assemblée")
    write("locales/glossary.csv", "name,en\n")
    result = check()
    assert result.exit_code == 1
    assert "[glossary-syntax]" in result.stderr
    assert "[placeholders]" in result.stderr


def test_broken_conventions_are_told(check: Check, replace: Replace) -> None:
    replace("locales/fr/conventions.yaml", "doubled: [nous, vous]", "doubled: nous")
    result = check()
    assert result.exit_code == 1
    assert '"doubled" must be a list' in result.stderr


def test_content_without_a_source_language_is_told_with_all_that_is_wrong(
    check: Check, write: Callable[[str, str], None]
) -> None:
    write("content/congress.yaml", "nonsense: true\n")
    result = check()
    assert result.exit_code == 1
    assert "content/congress.yaml:1" in result.stderr
