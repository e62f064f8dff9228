"""Tasks and outcomes travel between processes."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from guidegen.build.matrix import GuideName
from guidegen.build.task import Facts, Outcome, Task, failed
from guidegen.errors import Finding, Severity, Source

TASK = Task(Path("project"), GuideName("east", "xx"), ("docx", "pdf"), "draft")


def test_a_task_is_the_same_on_the_other_side_of_a_process():
    assert pickle.loads(pickle.dumps(TASK)) == TASK


def test_an_outcome_is_the_same_on_the_other_side_of_a_process():
    finding = Finding(Source("content/a.md", 3), "rule", "a sentence", "a hint", Severity.WARNING)
    outcome = Outcome(TASK, {"docx": b"PK"}, Facts(symbol="A/1", pages=3), (finding,), output_failed=True)
    assert pickle.loads(pickle.dumps(outcome)) == outcome


def test_an_outcome_of_nothing_has_no_files_and_no_findings():
    outcome = Outcome(TASK)
    assert (dict(outcome.files), outcome.findings, outcome.output_failed) == ({}, (), False)


def test_a_task_bears_the_date_of_the_environment_in_which_it_is_made(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    dated = Task(Path(), GuideName("east", "xx"), (), "draft")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert (dated.epoch, Task(Path(), GuideName("east", "xx"), (), "draft").epoch) == ("1234567890", "")


def test_a_task_that_failed_is_told_by_the_name_of_its_guide():
    outcome = failed(Task(Path(), GuideName("east", "xx"), (), "draft"), "worker", "it died", "try again")
    assert outcome.output_failed
    assert [str(finding) for finding in outcome.findings] == [
        "east/discussion-guide-east-xx.*: error: it died (try again) [worker]"
    ]


def test_a_file_is_of_a_tree_and_of_the_options_that_no_tree_shows():
    others = {"project": Path("a"), "formats": (), "issuance": "final", "draft": True, "epoch": "1", "known": "x"}
    assert replace(TASK, **others).rendered_with == TASK.rendered_with
    assert replace(TASK, pdf_variant="a-2b").rendered_with != TASK.rendered_with
