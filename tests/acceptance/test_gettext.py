"""gettext's own programs read every catalogue, and give it back without a change of meaning."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable
from dataclasses import replace as replaced
from pathlib import Path

import pytest

from guidegen.locales.po_file import Entry, PoFile, po_bytes
from guidegen.locales.po_reader import read_po_file
from guidegen.resources.project import Project
from guidegen.resources.writing import write_file
from guidegen.translation.catalogues import read_sources, update
from tests.conftest import CHECKOUT, LANGUAGES

pytestmark = pytest.mark.acceptance

Replace = Callable[[str, str, str], None]
TRANSLATED = [code for code in LANGUAGES if code != "en"]
KNOWN_TO_GETTEXT = {"fuzzy", "python-brace-format"}
TODAY = datetime.date(2009, 2, 27)


def gettext(program: str, *arguments: str | Path) -> bytes:
    """Run a program of gettext, which must find no fault, and return what it prints."""
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout


def catalogues(project: Project, language: str) -> list[Path]:
    return sorted(project.path(f"locales/{language}").rglob("*.po"))


def known(file: PoFile) -> PoFile:
    """Return *file* as gettext keeps it: without the flags that it does not know."""

    def plain(entry: Entry) -> Entry:
        return replaced(entry, flags=tuple(flag for flag in entry.flags if flag in KNOWN_TO_GETTEXT))

    return replaced(file, header=plain(file.header), entries=tuple(map(plain, file.entries)))


@pytest.fixture
def changed(starter: Project, replace: Replace) -> Project:
    """The starter project after two changes of its texts, each with an update: fuzzy, obsolete, moved and new messages."""
    for old, new in (("public policy", "a policy"), ("{#guidelines}", "{#principles}"), ("## Background", "## Origins")):
        replace("content/topics/prevention.md", old, new)
        made = update(starter, "fr", read_sources(starter), TODAY)
        for file in made.files:
            write_file(starter, file.path, po_bytes(file))
    return starter


@pytest.mark.parametrize("language", TRANSLATED)
def test_msgfmt_accepts_every_shipped_catalogue(language: str) -> None:
    for path in catalogues(CHECKOUT, language):
        gettext("msgfmt", "--check", "-o", "/dev/null", path)


@pytest.mark.parametrize("path", sorted(CHECKOUT.path("locales/pot").rglob("*.pot")), ids=lambda path: path.stem)
def test_msgcat_accepts_every_shipped_template(path: Path) -> None:
    gettext("msgcat", "-o", "/dev/null", path)


def test_msgfmt_accepts_what_an_update_writes(changed: Project) -> None:
    for path in catalogues(changed, "fr"):
        gettext("msgfmt", "--check", "-o", "/dev/null", path)
    [path] = [path for path in catalogues(changed, "fr") if path.stem == "prevention"]
    text = path.read_text(encoding="utf-8")
    assert "#, fuzzy" in text
    assert "#| msgid" in text
    assert "#~ msgctxt" in text


@pytest.mark.parametrize("language", TRANSLATED)
def test_msgcat_breaks_every_line_where_we_do(language: str, tmp_path: Path) -> None:
    different = 0
    for path in catalogues(CHECKOUT, language):
        file = read_po_file(CHECKOUT, path.relative_to(CHECKOUT.root).as_posix())
        (tmp_path / "x.po").write_bytes(po_bytes(known(file)))
        different += gettext("msgcat", tmp_path / "x.po") != po_bytes(known(file))
    # gettext 0.21 divides a reference, [](#id.of-it), inside its id and not before it
    assert different <= 1


@pytest.mark.parametrize("options", [(), ("--no-wrap",), ("--width=79",), ("--sort-output",)], ids=str)
def test_a_catalogue_that_went_through_msgcat_says_the_same_and_an_update_writes_it_as_before(
    changed: Project, options: tuple[str, ...]
) -> None:
    before = {path: path.read_bytes() for path in catalogues(changed, "fr")}
    for path in before:
        name = path.relative_to(changed.root).as_posix()
        first = known(read_po_file(changed, name, "fr"))
        path.write_bytes(gettext("msgcat", *options, path))
        second = known(read_po_file(changed, name, "fr"))
        assert sorted(second.entries, key=str) == sorted(first.entries, key=str)
        assert second.header == first.header
    for file in update(changed, "fr", read_sources(changed), TODAY).files:
        assert sorted(po_bytes(file).split(b"\n\n")) == sorted(before[changed.path(file.path)].split(b"\n\n"))
