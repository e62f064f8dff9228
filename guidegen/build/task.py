"""What a worker is given and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guidegen.build.matrix import GuideName
from guidegen.errors import Finding


@dataclass(frozen=True, slots=True)
class Task:
    """One guide to build: the project's folder, the guide, its formats, its issuance, and whether it is marked as a draft.

    *pdf_variant* is the kind of PDF, empty for the default.
    """

    project: Path
    guide: GuideName
    formats: tuple[str, ...]
    issuance: str
    draft: bool = False
    pdf_variant: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the manifest says about a guide."""

    symbol: str = ""
    status: str = ""
    pages: int = 0
    paragraphs: int = 0
    notes: int = 0
    messages: int = 0
    untranslated: int = 0
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: files by format, and findings. *output_failed* tells an output's failure from the content's."""

    task: Task
    files: Mapping[str, bytes] = field(default_factory=dict)
    facts: Facts = Facts()
    findings: tuple[Finding, ...] = ()
    output_failed: bool = False
