"""What tests share: languages, a small project to break, and expectations that a person can read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase

from guidegen.cli import main
from guidegen.document.language import Language
from guidegen.loading import Loaded, load
from guidegen.locales.conventions import read_language
from guidegen.resources.project import Project, shipped_root
from guidegen.resources.starter import write_starter

settings.register_profile("guidegen", deadline=None, database=DirectoryBasedExampleDatabase(".cache/hypothesis"))
settings.load_profile("guidegen")

CHECKOUT = Project(shipped_root())
LANGUAGES = CHECKOUT.languages()
MEETINGS = CHECKOUT.meetings()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the expected files anew")


@pytest.fixture(scope="session")
def checkout() -> Loaded:
    """The shipped project, read once."""
    return load(CHECKOUT)


@pytest.fixture(scope="session")
def languages() -> dict[str, Language]:
    """The conventions of every shipped language, by code."""
    return {code: read_language(CHECKOUT, code) for code in LANGUAGES}


@pytest.fixture
def english(languages: dict[str, Language]) -> Language:
    return languages["en"]


@pytest.fixture
def arabic(languages: dict[str, Language]) -> Language:
    return languages["ar"]


@pytest.fixture
def starter(tmp_path: Path) -> Project:
    """A project of one's own to change and break: one meeting, one topic, English and French."""
    write_starter(tmp_path / "project")
    return Project(tmp_path / "project")


@pytest.fixture
def write(starter: Project) -> Callable[[str, str | bytes], None]:
    """Write a file of the starter project; a text of several lines may be indented."""

    def write_file(path: str, text: str | bytes) -> None:
        place = starter.path(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())

    return write_file


@pytest.fixture
def replace(starter: Project) -> Callable[[str, str, str], None]:
    """Replace words in a file of the starter project; they must be there."""

    def replace_in(path: str, old: str, new: str) -> None:
        place = starter.path(path)
        text = place.read_text(encoding="utf-8")
        assert old in text, f"{path} does not say {old!r}"
        place.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace_in


@pytest.fixture
def guidegen() -> Callable[..., Result]:
    """Run the command line; the result has stdout, stderr and the exit code."""

    def run(*arguments: str | Path) -> Result:
        result = CliRunner().invoke(main, list(map(str, arguments)))
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the expected file of this name in tests/golden; ``make golden`` writes them anew."""

    def compare(name: str, text: str) -> None:
        place = Path(__file__).parent / "golden" / name
        if request.config.getoption("--golden"):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        assert place.is_file(), f"no expected file {place.name}: make golden writes it"
        assert text == place.read_text(encoding="utf-8")

    return compare


def copy_checkout(target: Path) -> Project:
    """Return a copy of the shipped project in *target*."""
    for folder in ("content", "locales", "templates"):
        shutil.copytree(CHECKOUT.path(folder), target / folder)
    return Project(target)
