"""The flow of one guide: what goes in, what comes out, and what stops it."""

from __future__ import annotations

import datetime
import gc
import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace as changed
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen import pipeline
from guidegen.build.matrix import GuideName
from guidegen.build.task import Outcome, Task
from guidegen.content.issuance import Issuance
from guidegen.content.model import Congress
from guidegen.errors import GuidegenError, Severity
from guidegen.loading import load
from guidegen.pipeline import blocking, build_guide, creation_date, localized, numbered, run_task
from guidegen.renderers import pdf
from guidegen.resources.project import Project

Replace = Callable[[str, str, str], None]
Write = Callable[[str, str], None]

MEETING = "capital-city"
EPOCH = "1234567890"
STYLE = "templates/html/guide.css"


def task(project: Project, *formats: str, language: str = "en", **given: object) -> Task:
    return Task(project.root, GuideName(MEETING, language), formats or ("text",), "draft", **given)  # type: ignore[arg-type]


def built(project: Project, *formats: str, language: str = "en", **given: object) -> Outcome:
    return build_guide(load(project), task(project, *formats, language=language, **given))


def rules(outcome: Outcome) -> list[str]:
    return [finding.rule for finding in outcome.findings]


# -- what comes out ------------------------------------------------------------------------------------------------------------


def test_a_guide_is_built_in_the_formats_asked_for(starter: Project):
    outcome = built(starter, "html", "text")
    assert list(outcome.files) == ["html", "text"]
    assert (outcome.findings, outcome.output_failed) == ((), False)


def test_all_formats_are_of_one_tree_and_one_layout_and_so_are_the_facts(starter: Project):
    outcome = built(starter, "docx", "pdf", "html", "text", language="fr")
    assert outcome.files["pdf"].startswith(b"%PDF-")
    assert outcome.files["html"].startswith(b"<!DOCTYPE html>")
    with zipfile.ZipFile(io.BytesIO(outcome.files["docx"])) as archive:
        assert b"PAGEREF" in archive.read("word/document.xml")
    facts = outcome.facts
    assert (facts.symbol, facts.status, facts.pages) == ("MODEL/2009/CRP.1", "draft", 3)
    assert (facts.paragraphs, facts.notes, facts.untranslated) == (5, 2, 0)
    assert facts.messages > 20


def test_a_guide_that_was_not_laid_out_has_no_number_of_pages(starter: Project):
    assert built(starter, "text", "html").facts.pages == 0


def test_the_source_language_has_no_messages_and_needs_no_review(starter: Project):
    facts = built(starter).facts
    assert (facts.messages, facts.untranslated, facts.reviewed) == (0, 0, True)


def test_a_text_without_current_translation_is_counted_and_marked(starter: Project, replace: Replace):
    replace("content/topics/prevention.md", "What do cities need", "What do towns need")
    outcome = built(starter, language="fr")
    assert outcome.facts.untranslated == 1
    assert "⟦What do towns need from the national level in order to act?⟧" in outcome.files["text"].decode()


@pytest.mark.parametrize(("draft", "status"), [(False, "for_approval"), (True, "draft")])
def test_an_issuance_that_is_no_draft_is_marked_as_one_when_asked(starter: Project, replace: Replace, draft: bool, status: str):
    replace("content/issuances.yaml", "status: draft", "status: for_approval")
    outcome = built(starter, draft=draft)
    assert outcome.facts.status == status
    assert ("Draft – not an official document" in outcome.files["text"].decode()) is draft


# -- what stops it -------------------------------------------------------------------------------------------------------------


def test_a_meetings_errors_block_its_own_guides_only(starter: Project, write: Write):
    write("content/meetings/north/meeting.yaml", "region: North\n")
    loaded = load(starter)
    assert {finding.source.path for finding in blocking(loaded, GuideName("north", "en"))} == {
        "content/meetings/north/meeting.yaml"
    }
    assert blocking(loaded, GuideName(MEETING, "en")) == ()


def test_a_languages_errors_block_its_own_guides_only(starter: Project, replace: Replace):
    replace("locales/fr/conventions.yaml", "direction: ltr", "direction: up")
    loaded = load(starter)
    assert blocking(loaded, GuideName(MEETING, "fr"))
    assert blocking(loaded, GuideName(MEETING, "en")) == ()


def test_the_source_languages_errors_block_every_guide(starter: Project, replace: Replace):
    replace("locales/en/conventions.yaml", "direction: ltr", "direction: up")
    loaded = load(starter)
    assert blocking(loaded, GuideName(MEETING, "fr"))


def test_a_topics_errors_block_every_guide(starter: Project, replace: Replace):
    replace("content/topics/prevention.md", "{#background}\n", "")
    loaded = load(starter)
    assert blocking(loaded, GuideName(MEETING, "en"))
    assert blocking(loaded, GuideName(MEETING, "fr"))


def test_warnings_block_nothing(starter: Project, replace: Replace):
    replace("content/topics/prevention.md", "{#background}\n", "")
    loaded = load(starter)
    softened = tuple(changed(finding, severity=Severity.WARNING) for finding in loaded.findings)
    assert blocking(changed(loaded, findings=softened), GuideName(MEETING, "en")) == ()


def test_a_blocked_guide_raises_what_blocks_it(starter: Project, replace: Replace):
    replace("content/topics/prevention.md", "{#background}\n", "")
    with pytest.raises(GuidegenError, match=r"content/topics/prevention\.md:7"):
        built(starter)


def test_a_broken_catalogue_raises_its_findings_with_the_line(starter: Project, replace: Replace):
    replace("locales/fr/LC_MESSAGES/content/topics/prevention.po", 'msgstr "Contexte"', 'msgstr "Contexte')
    with pytest.raises(GuidegenError, match=r"locales/fr/LC_MESSAGES/content/topics/prevention\.po:30: error: not"):
        built(starter, language="fr")


def test_a_broken_catalogue_does_not_touch_another_language(starter: Project, replace: Replace):
    replace("locales/fr/LC_MESSAGES/content/topics/prevention.po", 'msgstr "Contexte"', 'msgstr "Contexte')
    assert built(starter).findings == ()


def test_a_template_of_the_project_that_fails_is_told_with_its_line(starter: Project, write: Write):
    write("templates/guide/meta.xml.j2", '<meta name="title">x</meta>\n{{ nothing_of_the_kind }}\n')
    with pytest.raises(GuidegenError, match=r"templates/guide/meta\.xml\.j2:2: error: 'nothing_of_the_kind' is undefined"):
        built(starter)


def test_a_layout_that_warns_fails_the_pdf_and_no_other_format(starter: Project, write: Write):
    write(STYLE, "p { wibble: 1 }")
    outcome = built(starter, "pdf", "html")
    assert (list(outcome.files), rules(outcome), outcome.output_failed) == (["html"], ["pdf"], True)


def test_a_character_without_a_glyph_fails_the_pdf_with_its_place_and_no_other_format(starter: Project, replace: Replace):
    replace("content/topics/prevention.md", "describe what", "ሀ describe what")
    outcome = built(starter, "pdf", "docx")
    assert (list(outcome.files), rules(outcome), outcome.output_failed) == (["docx"], ["glyph"], True)
    (finding,) = outcome.findings
    assert (finding.source.path, finding.source.line) == ("content/topics/prevention.md", 11)


def test_a_reference_document_that_is_none_fails_the_docx_and_no_other_format(starter: Project, write: Write):
    write("templates/docx/reference.docx", "not a zip")
    outcome = built(starter, "docx", "html")
    assert (list(outcome.files), rules(outcome), outcome.output_failed) == (["html"], ["reference-document"], True)


@pytest.mark.parametrize(("formats", "files"), [(("docx",), ["docx"]), (("docx", "pdf"), ["docx"]), (("pdf",), [])])
def test_without_pango_there_is_no_pdf_and_docx_without_page_numbers(
    starter: Project, monkeypatch: pytest.MonkeyPatch, formats: tuple[str, ...], files: list[str]
):
    monkeypatch.setattr(pdf, "missing_libraries", lambda: "cannot load library 'libpango-1.0-0'")
    outcome = built(starter, *formats)
    (finding,) = outcome.findings
    assert (list(outcome.files), finding.hint) == (files, "guidegen doctor says what to install")
    assert (finding.severity is Severity.ERROR, outcome.output_failed) == ("pdf" in formats, "pdf" in formats)


def test_formats_without_pages_do_not_ask_for_pango(starter: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "missing_libraries", lambda: "cannot load library 'libpango-1.0-0'")
    assert built(starter, "html", "text").findings == ()


# -- the work of a worker ------------------------------------------------------------------------------------------------------


def test_a_worker_gives_back_what_was_built(starter: Project):
    assert run_task(task(starter)) == built(starter)


def test_nothing_of_a_laid_out_guide_stays_in_a_worker(starter: Project):
    gc.disable()
    try:
        assert "pdf" in run_task(task(starter, "pdf")).files
        assert [one for one in gc.get_objects() if type(one).__name__ == "PageBox"] == []
    finally:
        gc.enable()


def test_a_worker_gives_back_errors_of_the_content_as_findings(starter: Project, replace: Replace):
    replace("content/topics/prevention.md", "{#background}\n", "")
    outcome = run_task(task(starter))
    assert (dict(outcome.files), rules(outcome), outcome.output_failed) == ({}, ["id-missing"], False)


def test_a_worker_reads_a_project_anew_when_a_file_has_changed(starter: Project, replace: Replace):
    before = run_task(task(starter)).files["text"].decode()
    replace("content/topics/prevention.md", "What do cities need", "What do towns need")
    after = run_task(task(starter)).files["text"].decode()
    assert after == before.replace("What do cities need", "What do towns need") != before


def test_a_worker_reads_the_language_of_each_task_and_is_told_the_faults_of_no_other(starter: Project, replace: Replace):
    replace("locales/fr/conventions.yaml", "direction: ltr", "direction: up")
    found = [rules(run_task(task(starter, language=language))) for language in ("en", "fr", "en")]
    assert found == [[], ["value"], []]


def test_a_worker_reads_the_content_once_for_all_languages(starter: Project):
    content = pipeline.content_of(starter)
    assert run_task(task(starter, language="fr")).files.keys() == run_task(task(starter)).files.keys() == {"text"}
    assert pipeline.content_of(starter) is content


def test_a_worker_of_some_meetings_reads_no_others(starter: Project, write: Write):
    write("content/meetings/north/meeting.yaml", "region: North\n")
    assert rules(run_task(task(starter), (MEETING,))) == []
    content = pipeline.content_of(starter, (MEETING,)).content
    assert content
    assert list(content.meetings) == [MEETING]


def test_a_worker_turns_a_fault_of_guidegen_into_a_finding(starter: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pipeline, "run_passes", lambda _: 1 / 0)
    outcome = run_task(task(starter))
    assert outcome.output_failed
    (finding,) = outcome.findings
    assert str(finding).endswith("guidegen failed: ZeroDivisionError: division by zero (please report this) [internal]")
    assert finding.source.path == "capital-city/discussion-guide-capital-city-en.*"


# -- dates and bytes -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def dated(starter: Project) -> tuple[Issuance, Congress]:
    """The issuance and the congress of the starter project: both without a date."""
    content = load(starter).content
    assert content is not None
    return content.issuances["draft"], content.congress


def test_files_bear_the_date_of_the_issuance(dated: tuple[Issuance, Congress]):
    issuance, congress = dated
    made = creation_date(issuance.model_copy(update={"date": datetime.date(2009, 2, 27)}), congress, "")
    assert made.isoformat() == "2009-02-27T00:00:00+00:00"


def test_a_pending_date_counts_as_the_new_year_before_the_congress(starter: Project, replace: Replace):
    replace("content/congress.yaml", "dates: pending", "dates: {first: 2010-04-12, last: 2010-04-19}")
    content = load(starter).content
    assert content is not None
    assert creation_date(content.issuances["draft"], content.congress, "").isoformat() == "2009-01-01T00:00:00+00:00"


def test_where_the_congress_is_pending_too_the_day_on_which_the_guide_speaks_tells_the_year(dated: tuple[Issuance, Congress]):
    assert creation_date(*dated, "").isoformat() == "2009-01-01T00:00:00+00:00"


@given(seconds=st.integers(min_value=0, max_value=2**36))
def test_source_date_epoch_comes_before_all_others(seconds: int):
    made = creation_date(None, None, str(seconds))  # type: ignore[arg-type]
    assert (made.timestamp(), made.tzinfo) == (seconds, datetime.UTC)


@pytest.mark.parametrize("epoch", ["yesterday", "2009-02-27", "1e9", "9" * 20, "²"])
def test_a_source_date_epoch_that_is_no_time_is_told(dated: tuple[Issuance, Congress], epoch: str):
    with pytest.raises(GuidegenError, match=f'SOURCE_DATE_EPOCH: error: "{epoch}" is not a number of seconds since 1970'):
        creation_date(*dated, epoch)


def test_the_date_stands_in_the_tree_for_the_renderers(starter: Project):
    dated = task(starter, epoch=EPOCH)
    translator, content = localized(load(starter), dated)
    document = numbered(starter, content, translator, dated)
    assert document.meta["created"] == "2009-02-13T23:31:30+00:00"


def hashes(output: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in output.rglob("*") if path.is_file()}


def built_elsewhere(project: Project, output: Path, **environ: str) -> subprocess.Popen[bytes]:
    """Build all formats of the French guide in a process of its own."""
    formats = [word for name in ("docx", "pdf", "html", "text") for word in ("--format", name)]
    command = [sys.executable, "-m", "guidegen", "build", "--project", str(project.root), "--output", str(output), "--quiet"]
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return subprocess.Popen([*command, "--language", "fr", *formats], env={**kept, **environ})


def test_two_processes_write_the_same_bytes_whatever_their_clock_and_seed(starter: Project, tmp_path: Path):
    first = built_elsewhere(starter, tmp_path / "one", PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    again = built_elsewhere(starter, tmp_path / "two", PYTHONHASHSEED="2", TZ="America/Bogota")
    assert (first.wait(), again.wait()) == (0, 0)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_the_same_source_date_epoch_is_the_same_bytes_and_stands_in_the_word_document(starter: Project):
    first = built(starter, "docx", "pdf", epoch=EPOCH).files
    assert built(starter, "docx", "pdf", epoch=EPOCH).files == first
    with zipfile.ZipFile(io.BytesIO(first["docx"])) as archive:
        assert archive.read("docProps/core.xml").count(b"2009-02-13T23:31:30Z") == 2
