"""guidegen build, on the starter project: what is written, what is said, and the exit codes that CI relies on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from click.testing import Result

from guidegen.build.manifest import MANIFEST
from guidegen.build.matrix import GuideName
from guidegen.build.stamps import digest
from guidegen.build.task import Outcome, Task
from guidegen.cli.build import FORMATS, PDF_VARIANTS, progress
from guidegen.renderers.pdf.conformance import VARIANTS
from guidegen.renderers.table import DEFAULT_FORMATS
from guidegen.renderers.table import FORMATS as RENDERERS
from guidegen.resources.project import Project

Run = Callable[..., Result]
Replace = Callable[[str, str, str], None]
Write = Callable[[str, str], None]
Files = Callable[[], list[str]]

PROSE = "content/topics/prevention.md"
CATALOGUE = "locales/fr/LC_MESSAGES/content/topics/prevention.po"
STYLE = "templates/html/guide.css"
NORTH = """\
region: North
title: Preparatory Meeting in the North
place: pending
dates: pending
languages: [en]
"""
FINAL = """
final:
  status: for_approval
  symbol: MODEL/2009/1
  organ: Model Council
  date: 2009-02-27
  original: [en]
  session: {body: Model Commission on Crime Prevention, place: pending, dates: pending}
"""


def file(language: str, extension: str = "txt", meeting: str = "capital-city") -> str:
    return f"{meeting}/discussion-guide-{meeting}-{language}.{extension}"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def build(guidegen: Run, starter: Project, out: Path) -> Run:
    """Build guides of the starter project as text, in this process."""
    fixed = ("--project", starter.root, "--output", out, "--jobs", "1", "--format", "text")
    return lambda *arguments: guidegen("build", *fixed, *arguments)


@pytest.fixture
def files(out: Path) -> Files:
    """The files in the output folder, without the manifest."""
    return lambda: sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file() and path.name != MANIFEST)


def entries(out: Path) -> list[dict[str, object]]:
    return json.loads((out / MANIFEST).read_text(encoding="utf-8"))["files"]  # type: ignore[no-any-return]


# -- what is written -----------------------------------------------------------------------------------------------------------


def test_a_build_makes_every_guide_of_every_meeting(build: Run, files: Files, out: Path):
    result = build()
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"2 files in {out}\n", "")
    assert files() == [file("en"), file("fr")]


def test_without_a_format_guides_are_docx_and_pdf(guidegen: Run, starter: Project, out: Path):
    result = guidegen("build", "--project", starter.root, "--output", out, "--language", "en", "--jobs", "1")
    assert result.stdout == f"2 files in {out}\n"
    assert [entry["path"] for entry in entries(out)] == [file("en", "docx"), file("en", "pdf")]
    assert [entry["pages"] for entry in entries(out)] == [3, 3]


def test_without_an_output_guides_go_to_build_in_the_current_folder(
    guidegen: Run, starter: Project, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(starter.root)
    assert guidegen("build", "--format", "text", "--language", "fr").stdout == "1 file in build\n"
    assert starter.path(f"build/{file('fr')}").is_file()


def test_the_formats_of_the_command_line_are_the_renderers(guidegen: Run):
    assert tuple(RENDERERS) == FORMATS
    assert FORMATS[:2] == DEFAULT_FORMATS


def test_the_kinds_of_pdf_of_the_command_line_are_the_renderers():
    assert tuple(VARIANTS) == PDF_VARIANTS


def test_a_pdf_is_of_the_kind_that_was_asked_for(guidegen: Run, starter: Project, out: Path):
    asked = ("--format", "pdf", "--language", "en", "--pdf-variant", "a-2b")
    assert guidegen("build", "--project", starter.root, "--output", out, "--jobs", "1", *asked).exit_code == 0
    with pikepdf.open(out / file("en", "pdf")) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], "pdfuaid:part" in metadata) == ("2", "B", False)


def test_a_kind_of_pdf_that_there_is_not_is_wrong_usage(build: Run):
    assert build("--pdf-variant", "x-4").exit_code == 2


def test_a_format_asked_for_twice_is_made_once(build: Run, out: Path):
    assert build("--format", "text", "--language", "en").stdout == f"1 file in {out}\n"


def test_the_manifest_has_the_digest_and_size_of_every_file(build: Run, out: Path):
    build("--format", "html", "--language", "en")
    assert len(entries(out)) == 2
    for entry in entries(out):
        data = (out / str(entry["path"])).read_bytes()
        assert (entry["sha256"], entry["bytes"]) == (digest(data), len(data))


def test_two_jobs_write_the_same_bytes_as_one(guidegen: Run, starter: Project, tmp_path: Path):
    for jobs in ("1", "2"):
        assert guidegen("build", "--project", starter.root, "-o", tmp_path / jobs, "-f", "text", "-j", jobs).exit_code == 0
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / jobs).rglob("*.*") if path.is_file()} for jobs in "12")
    assert one == two


def test_a_build_of_one_language_replaces_only_its_entries(build: Run, out: Path, replace: Replace):
    build()
    before = {entry["language"]: entry["sha256"] for entry in entries(out)}
    replace(PROSE, "What do cities need", "What do towns need")
    build("--language", "fr")
    after = {entry["language"]: entry["sha256"] for entry in entries(out)}
    assert (after["en"] == before["en"], after["fr"] == before["fr"]) == (True, False)


def test_an_issuance_other_than_the_default_has_a_folder_of_its_own(build: Run, files: Files, out: Path, starter: Project):
    with starter.path("content/issuances.yaml").open("a", encoding="utf-8") as issuances:
        issuances.write(FINAL)
    build("--language", "en")
    result = build("--issuance", "final", "--language", "en")
    assert result.stdout == f"1 file in {out / 'final'}\n"
    assert files() == [file("en"), f"final/{file('en')}"]
    assert [(entry["issuance"], entry["symbol"]) for entry in entries(out / "final")] == [("final", "MODEL/2009/1")]
    assert [entry["issuance"] for entry in entries(out)] == ["draft"]


def test_the_default_issuance_has_no_folder_even_where_it_is_named(build: Run, files: Files):
    build("--issuance", "draft", "--language", "en")
    assert files() == [file("en")]


def test_an_issuance_whose_name_leaves_the_output_folder_is_refused(build: Run, tmp_path: Path, starter: Project):
    with starter.path("content/issuances.yaml").open("a", encoding="utf-8") as issuances:
        issuances.write(FINAL.replace("final:", "../../final:"))
    result = build("--issuance", "../../final", "--language", "en")
    assert result.exit_code == 3
    assert "the file would stand outside the output folder" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]


@pytest.mark.parametrize(("options", "status"), [((), "for_approval"), (("--draft",), "draft")])
def test_draft_marks_any_issuance_as_a_draft(build: Run, out: Path, replace: Replace, options: tuple[str, ...], status: str):
    replace("content/issuances.yaml", "status: draft", "status: for_approval")
    build("--language", "en", *options)
    assert [entry["status"] for entry in entries(out)] == [status]
    assert ("Draft – not an official document" in (out / file("en")).read_text(encoding="utf-8")) is bool(options)


# -- what is said --------------------------------------------------------------------------------------------------------------


def test_quiet_says_nothing_where_nothing_is_wrong(build: Run):
    assert build("--quiet", "--language", "en").output == ""


def test_quiet_still_says_what_is_wrong(build: Run, replace: Replace):
    replace(PROSE, "{#background}\n", "")
    result = build("--quiet")
    assert result.stdout == ""
    assert "this block has no id" in result.stderr


def test_verbose_names_every_file(build: Run):
    assert build("--verbose", "--language", "en").stdout.splitlines()[1:] == [file("en")]


def test_a_progress_bar_goes_to_standard_error(capsys: pytest.CaptureFixture[str], starter: Project):
    with progress(2, shown=True) as done:
        done(Outcome(Task(starter.root, GuideName("capital-city", "en"), (), "draft")))
    assert capsys.readouterr().out == ""


# -- usage errors --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--region", "capitol-city"), 'did you mean "capital-city"?'),
        (("--region", "x"), "known are capital-city"),
        (("--language", "fra"), 'did you mean "fr"?'),
        (("--issuance", "daft"), 'did you mean "draft"?'),
        (("--format", "doc"), "'doc' is not one of"),
        (("--jobs", "0"), "0 is not in the range x>=1"),
    ],
)
def test_what_is_not_known_is_a_usage_error(build: Run, out: Path, arguments: tuple[str, ...], words: str):
    result = build(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert not out.exists()


def test_a_guide_that_there_is_not_is_a_usage_error(build: Run, write: Write):
    write("content/meetings/north/meeting.yaml", NORTH)
    result = build("--region", "north", "--language", "fr")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no such guide" in result.stderr


# -- errors of content, locales and templates ----------------------------------------------------------------------------------


def test_a_broken_catalogue_fails_its_own_language_and_names_the_line(build: Run, files: Files, replace: Replace):
    replace(CATALOGUE, 'msgstr "Contexte"', 'msgstr "Contexte')
    result = build()
    assert (result.exit_code, files()) == (1, [file("en")])
    assert f"{CATALOGUE}:30: error: not a valid catalogue" in result.stderr


def test_broken_conventions_fail_their_own_language(build: Run, files: Files, replace: Replace):
    replace("locales/fr/conventions.yaml", "direction: ltr", "direction: up")
    result = build()
    assert (result.exit_code, files()) == (1, [file("en")])
    assert "locales/fr/conventions.yaml:" in result.stderr


def test_a_translation_without_its_placeholders_fails_its_own_language(build: Run, files: Files, replace: Replace):
    replace("locales/fr/LC_MESSAGES/guide.po", 'msgstr "Thème du Congrès', 'msgstr "{thema} : Thème du Congrès')
    result = build()
    assert (result.exit_code, files()) == (1, [file("en")])
    assert "the placeholders differ from those of the source text ({theme})" in result.stderr


@pytest.mark.parametrize("text", ["region: North\n", "region: [\n", ""])
def test_a_broken_meeting_file_fails_its_own_meeting(build: Run, files: Files, write: Write, text: str):
    write("content/meetings/north/meeting.yaml", text)
    result = build("--language", "en")
    assert (result.exit_code, files()) == (1, [file("en")])
    assert "content/meetings/north/meeting.yaml:" in result.stderr


def test_a_broken_focus_file_fails_its_own_meeting(build: Run, files: Files, write: Write):
    write("content/meetings/north/meeting.yaml", NORTH)
    write("content/meetings/north/focus.md", "{#nothing}\n## A box of no topic\n\n{#nothing-text}\nText.\n")
    result = build("--language", "en")
    assert (result.exit_code, files()) == (1, [file("en")])
    assert 'content/meetings/north/focus.md:2:1: error: there is no topic "nothing"' in result.stderr


def test_a_meeting_folder_without_its_file_fails_alone(build: Run, files: Files, starter: Project):
    starter.path("content/meetings/north").mkdir()
    result = build("--language", "en")
    assert (result.exit_code, files()) == (1, [file("en")])
    assert "content/meetings/north/meeting.yaml: error: this file is missing" in result.stderr


def test_a_broken_topic_fails_every_guide(build: Run, files: Files, replace: Replace):
    replace(PROSE, "{#background}\n", "")
    result = build()
    assert (result.exit_code, files()) == (1, [])
    assert result.stderr.count(f"{PROSE}:7:1: error: this block has no id") == 1


def test_a_broken_template_of_a_meeting_fails_its_own_meeting(build: Run, files: Files, write: Write):
    write("content/meetings/north/meeting.yaml", NORTH)
    write("templates/meetings/north/guide.xml.j2", '{% extends "guide/guide.xml.j2" %}\n{% block meta %}<metta/>{% endblock %}\n')
    result = build("--language", "en")
    assert (result.exit_code, files()) == (1, [file("en")])
    assert "templates/meetings/north/guide.xml.j2:2" in result.stderr


@pytest.mark.parametrize("text", ["{}\n", "draft: {}\n"])
def test_issuances_that_are_none_are_findings(build: Run, files: Files, write: Write, text: str):
    write("content/issuances.yaml", text)
    result = build()
    assert (result.exit_code, files()) == (1, [])
    assert "content/issuances.yaml:1" in result.stderr


def test_a_guide_that_fails_loses_its_entry_and_its_old_file(build: Run, files: Files, out: Path, replace: Replace):
    build()
    replace(CATALOGUE, 'msgstr "Contexte"', 'msgstr "Contexte')
    build()
    assert files() == [file("en")] == [entry["path"] for entry in entries(out)]


def test_an_approved_issuance_with_pending_values_is_an_error(build: Run, files: Files, replace: Replace):
    replace("content/issuances.yaml", "status: draft", "status: approved")
    result = build("--language", "en")
    assert (result.exit_code, files()) == (1, [])
    assert "a pending value (an approved issuance may have none) [approved-pending]" in result.stderr


# -- outputs that fail ---------------------------------------------------------------------------------------------------------


def test_an_output_folder_that_is_a_file_ends_with_three_and_a_sentence(build: Run, out: Path):
    out.write_bytes(b"")
    result = build()
    assert (result.exit_code, result.stdout) == (3, f"0 files in {out}\n")
    assert result.stderr == f"{out}: error: not a folder that can be written in: File exists [output]\n"


def test_an_output_folder_that_nobody_may_write_in_ends_with_three_and_a_sentence(guidegen: Run, starter: Project):
    result = guidegen("build", "--project", starter.root, "--output", "/proc/guidegen", "--format", "text", "--jobs", "1")
    assert result.exit_code == 3
    assert "/proc/guidegen: error: not a folder that can be written in: " in result.stderr


def test_a_file_that_cannot_be_written_fails_alone(build: Run, files: Files, out: Path):
    (out / file("fr")).mkdir(parents=True)
    result = build()
    assert (result.exit_code, files()) == (3, [file("en")])
    assert f"{out / file('fr')}: error: the file cannot be written: Is a directory" in result.stderr


def test_a_pdf_that_cannot_be_rendered_ends_with_three_and_the_other_formats_are_there(build: Run, files: Files, write: Write):
    write(STYLE, "p { colour: red }")
    result = build("--format", "pdf", "--language", "en")
    assert (result.exit_code, files()) == (3, [file("en")])
    assert "WeasyPrint: Ignored `colour: red" in result.stderr


def test_a_scheduler_that_does_not_answer_ends_with_three_and_a_sentence(
    build: Run, files: Files, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("guidegen.build.cluster.PATIENCE", 1)
    result = build("--scheduler", "tcp://127.0.0.1:9")
    assert (result.exit_code, files()) == (3, [])
    assert "tcp://127.0.0.1:9: error: no Dask scheduler answers" in result.stderr
