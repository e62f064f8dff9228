"""What is kept is the last sound value."""

from __future__ import annotations

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.preview.kept import Kept

FINDING = Finding(Source("content/a.md", 1), "rule", "a sentence")


def broken() -> int:
    raise GuidegenError([FINDING])


def test_what_is_sound_replaces_what_was() -> None:
    kept = Kept(1)
    kept.make(lambda: 2)
    assert (kept.value, kept.findings) == (2, ())


def test_what_is_broken_leaves_the_last_sound_value_and_its_findings() -> None:
    kept = Kept(1)
    kept.make(broken)
    assert (kept.value, kept.findings) == (1, (FINDING,))


def test_what_is_sound_again_has_no_findings() -> None:
    kept = Kept(1, (FINDING,))
    kept.make(lambda: 1)
    assert kept.findings == ()


def test_a_fault_of_guidegen_is_a_finding_too() -> None:
    kept = Kept(1)
    kept.make(lambda: 1 // 0)
    (finding,) = kept.findings
    assert (kept.value, finding.rule) == (1, "internal")
    assert "ZeroDivisionError" in finding.message
