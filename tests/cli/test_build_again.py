"""guidegen build, again: what is left as it is, what is made anew, and that neither is ever wrong."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result

from guidegen.resources.project import Project

Run = Callable[..., Result]
Replace = Callable[[str, str, str], None]
Write = Callable[[str, str], None]

PROSE = "content/topics/prevention.md"
WORDS = "locales/fr/LC_MESSAGES/content/topics/prevention.po"
FOCUS = "locales/fr/LC_MESSAGES/content/meetings/capital-city/focus.po"
NORTH = "region: North\ntitle: Preparatory Meeting in the North\nplace: pending\ndates: pending\nlanguages: [en, fr]\n"
NORTH_PO = """\
msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "meetings.north.meeting.region"
msgid "North"
msgstr "Nord"
"""
HEAVY = ("babel", "docx", "jinja2", "lxml", "pydantic", "weasyprint", "yaml", "rich", "distributed")
IMPORTED = """
import sys
from guidegen.cli import main
main(sys.argv[1:], standalone_mode=False)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
MOMENTS = [random.Random(seed).uniform(0.1, 1.6) for seed in range(6)]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def built(guidegen: Run, starter: Project, out: Path) -> Callable[..., list[str]]:
    """Build all guides as text in this process and return the names of the files that were written."""

    def build(*options: str | Path) -> list[str]:
        fixed = ("--project", starter.root, "--output", out, "--jobs", "1", "--format", "text", "--verbose")
        result = guidegen("build", *fixed, *options)
        assert result.exit_code == 0, result.output
        return [line.rpartition("guide-")[2] for line in result.stdout.splitlines()[1:] if line]

    return build


@pytest.fixture
def two_meetings(write: Write, built: Callable[..., list[str]]) -> None:
    """Two meetings in two languages, built."""
    write("content/meetings/north/meeting.yaml", NORTH)
    write("locales/fr/LC_MESSAGES/content/meetings/north/meeting.po", NORTH_PO)
    assert sorted(built()) == ["capital-city-en.txt", "capital-city-fr.txt", "north-en.txt", "north-fr.txt"]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def process(project: Project, out: Path, *options: str, code: str = "") -> subprocess.Popen[str]:
    """Build all guides as text in a process of its own."""
    program = ["-c", code] if code else ["-m", "guidegen"]
    command = [sys.executable, *program, "build", "--project", str(project.root), "--output", str(out), "--format", "text"]
    return subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


# -- what is made anew ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("two_meetings")
def test_nothing_changed_and_nothing_is_written(built: Callable[..., list[str]]):
    assert built() == []


@pytest.mark.usefixtures("two_meetings")
def test_what_is_said_when_nothing_changed(guidegen: Run, starter: Project, out: Path):
    result = guidegen("build", "--project", starter.root, "--output", out, "--format", "text")
    assert (result.stdout, result.stderr, result.exit_code) == (f"4 files in {out}, all unchanged\n", "", 0)
    result = guidegen("build", "--project", starter.root, "--output", out, "--format", "text", "--language", "fr")
    assert result.stdout == f"2 files in {out}, all unchanged\n"


@pytest.mark.usefixtures("two_meetings")
def test_a_string_of_one_language_makes_the_guides_of_that_language(built: Callable[..., list[str]], replace: Replace):
    replace(WORDS, 'msgstr "Contexte"', 'msgstr "Cadre"')
    assert sorted(built()) == ["capital-city-fr.txt", "north-fr.txt"]


@pytest.mark.usefixtures("two_meetings")
def test_a_string_of_a_meetings_box_makes_the_guide_of_that_meeting(built: Callable[..., list[str]], replace: Replace):
    replace(FOCUS, 'msgstr "Un plan', 'msgstr "Le plan')
    assert built() == ["capital-city-fr.txt"]


@pytest.mark.usefixtures("two_meetings")
def test_a_translators_remark_makes_no_guide(built: Callable[..., list[str]], replace: Replace):
    replace(WORDS, 'msgctxt "', '# to be looked at again\nmsgctxt "')
    assert built() == []


@pytest.mark.usefixtures("two_meetings")
def test_a_message_that_no_guide_prints_makes_none(built: Callable[..., list[str]], starter: Project):
    with starter.path(WORDS).open("a", encoding="utf-8") as catalogue:
        catalogue.write('\nmsgctxt "prevention.gone"\nmsgid "Gone"\nmsgstr "Parti"\n')
    assert built() == []


@pytest.mark.usefixtures("two_meetings")
def test_lines_that_moved_make_no_guide_and_what_is_left_is_what_would_be_made(
    built: Callable[..., list[str]], starter: Project, out: Path
):
    place = starter.path(PROSE)
    place.write_text(place.read_text(encoding="utf-8").replace("\n\n", "\n\n\n"), encoding="utf-8")
    assert built() == []
    left = files(out)
    assert len(built("--force")) == 4
    assert files(out) == left


@pytest.mark.usefixtures("two_meetings")
def test_conventions_make_the_guides_of_their_language(built: Callable[..., list[str]], replace: Replace):
    replace("locales/fr/conventions.yaml", "punctuation:", "italics: false\npunctuation:")
    assert sorted(built()) == ["capital-city-fr.txt", "north-fr.txt"]


@pytest.mark.usefixtures("two_meetings")
def test_a_template_of_a_meeting_makes_its_guides(built: Callable[..., list[str]], write: Write):
    write("templates/meetings/north/guide.xml.j2", '{% extends "guide/guide.xml.j2" %}\n{% block annexes %}{% endblock %}\n')
    built()
    assert built() == []


@pytest.mark.usefixtures("two_meetings")
def test_a_skin_makes_every_guide(built: Callable[..., list[str]], write: Write):
    write("templates/html/guide.css", "p { color: black }")
    assert len(built()) == 4


@pytest.mark.usefixtures("two_meetings")
@pytest.mark.parametrize("name", ["SOURCE_DATE_EPOCH", "FONTCONFIG_PATH"])
def test_another_date_and_other_fonts_make_every_guide(
    built: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, name: str
):
    monkeypatch.setenv(name, "1234567890")
    assert len(built()) == 4
    assert built() == []


@pytest.mark.usefixtures("two_meetings")
def test_an_option_makes_what_it_is_about(built: Callable[..., list[str]], replace: Replace):
    assert built("--draft") == []
    replace("content/issuances.yaml", "status: draft", "status: for_approval")
    assert len(built()) == 4
    assert sorted(built("--draft", "--language", "en")) == ["capital-city-en.txt", "north-en.txt"]
    assert built("--draft", "--language", "en") == []
    assert sorted(built()) == ["capital-city-en.txt", "north-en.txt"]


def test_a_new_language_of_a_meeting_is_built(built: Callable[..., list[str]], replace: Replace):
    replace("content/meetings/capital-city/meeting.yaml", "languages: [en, fr]", "languages: [en]")
    assert built() == ["capital-city-en.txt"]
    replace("content/meetings/capital-city/meeting.yaml", "languages: [en]", "languages: [en, fr]")
    assert built() == ["capital-city-fr.txt"]


def test_an_incremental_build_leaves_what_a_build_from_nothing_leaves(
    built: Callable[..., list[str]], replace: Replace, out: Path, tmp_path: Path
):
    built()
    replace(WORDS, 'msgstr "Contexte"', 'msgstr "Cadre"')
    replace(PROSE, "What do cities need", "What do towns need")
    built()
    built("--output", tmp_path / "clean")
    assert files(out) == files(tmp_path / "clean")


def test_a_project_that_cannot_be_written_in_is_remembered_beside_the_output(
    guidegen: Run, starter: Project, out: Path, monkeypatch: pytest.MonkeyPatch
):
    read_only = SimpleNamespace(access=lambda *_: False, walk=os.walk, W_OK=os.W_OK, path=os.path)
    monkeypatch.setattr("guidegen.resources.inputs.os", read_only)
    build = ("build", "--project", starter.root, "--output", out, "--format", "text", "--jobs", "1")
    guidegen(*build)
    assert guidegen(*build).stdout == f"2 files in {out}, all unchanged\n"
    assert [path.suffix for path in (out / ".cache" / "guidegen").iterdir()] == [".record"]
    assert not starter.path(".cache").exists()


# -- speed ---------------------------------------------------------------------------------------------------------------------


def test_where_nothing_changed_no_library_is_loaded(built: Callable[..., list[str]], starter: Project, out: Path):
    built()
    imported = process(starter, out, code=IMPORTED).communicate()[0]
    assert "all unchanged" in imported
    assert {*HEAVY}.isdisjoint(imported.splitlines()[-1].split())


# -- safety --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_killed_at_any_moment_leaves_nothing_that_the_next_one_does_not_mend(
    built: Callable[..., list[str]], starter: Project, out: Path, replace: Replace, moment: float
):
    built("--output", out.parent / "clean")
    built()
    replace(PROSE, "What do cities need", "What do towns need")
    killed = process(starter, out)
    time.sleep(moment)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    replace(PROSE, "What do towns need", "What do cities need")
    built()
    assert files(out) == files(out.parent / "clean")


def test_what_a_killed_build_left_goes_even_where_nothing_has_changed(built: Callable[..., list[str]], out: Path):
    built()
    before = files(out)
    left = out / "capital-city" / ".discussion-guide-capital-city-en.txt.gf3lmvp8.part"
    left.write_bytes(b"half")
    built()
    assert files(out) == before


def test_two_builds_at_once_leave_what_one_leaves(built: Callable[..., list[str]], starter: Project, out: Path):
    built("--output", out.parent / "clean")
    both = [process(starter, out, "--jobs", "1") for _ in range(2)]
    results = [one.communicate() for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sorted(said.partition("out")[2] for said, _ in results) == ["\n", ", all unchanged\n"]
    assert files(out) == files(out.parent / "clean")


def test_two_builds_of_other_guides_at_once_lose_no_entry(built: Callable[..., list[str]], starter: Project, out: Path):
    both = [process(starter, out, "--jobs", "1", "--language", language) for language in ("en", "fr")]
    for one in both:
        one.communicate()
    entries = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert [entry["language"] for entry in entries] == ["en", "fr"]
    assert built() == []


@pytest.mark.parametrize("length", [0, 40, 1000])
def test_a_record_cut_off_is_no_record(built: Callable[..., list[str]], starter: Project, out: Path, length: int):
    built()
    (record,) = starter.path(".cache/guidegen").iterdir()
    record.write_bytes(record.read_bytes()[:length])
    assert len(built()) == 2
    assert built() == []


def test_an_edited_file_with_the_size_and_time_of_the_right_one_is_made_anew(built: Callable[..., list[str]], out: Path):
    built()
    right = files(out)
    (name,) = (name for name in right if name.endswith("en.txt"))
    times = (out / name).stat()
    (out / name).write_bytes(right[name][::-1])
    os.utime(out / name, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert built() == ["capital-city-en.txt"]
    assert files(out) == right


def test_another_kind_of_pdf_is_made_and_verified(guidegen: Run, starter: Project, out: Path):
    build = ("build", "--project", starter.root, "--output", out, "--format", "pdf", "--language", "en", "--jobs", "1")
    guidegen(*build)
    first = files(out)
    assert guidegen(*build, "--pdf-variant", "a-2b").stdout == f"1 file in {out}\n"
    assert files(out).keys() == first.keys()
    assert [name for name in first if files(out)[name] == first[name]] == []
    assert guidegen("verify", out / "manifest.json", "--project", starter.root).stdout == "1 file, all verified\n"
