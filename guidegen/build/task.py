"""What a worker is given and what it gives back."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from guidegen.build.matrix import GuideName
from guidegen.errors import Finding, Source

# What a task is of and for, and the options that change the tree itself.
OF_THE_TREE = {"project", "guide", "formats", "known", "issuance", "draft", "epoch"}


def source_date_epoch() -> str:
    """Return the date that the environment sets for files (reproducible-builds.org), in seconds since 1970, or an empty text."""
    return os.environ.get("SOURCE_DATE_EPOCH", "")


@dataclass(frozen=True, slots=True)
class Task:
    """One guide to build: the project's folder, the guide, its formats, its issuance, and whether it is marked as a draft.

    *pdf_variant* is the kind of PDF, empty for the default. *epoch* is the date that files bear, as ``SOURCE_DATE_EPOCH`` says it
    where the task is made: it travels with the task. *known* is the digest of the tree of which the files that stand in the
    output folder were made: a guide whose tree has it still is not rendered again.
    """

    project: Path
    guide: GuideName
    formats: tuple[str, ...]
    issuance: str
    draft: bool = False
    pdf_variant: str = ""
    epoch: str = field(default_factory=source_date_epoch, kw_only=True)
    known: str = field(default="", kw_only=True)

    @property
    def rendered_with(self) -> tuple[str, ...]:
        """The options that the guide's tree does not show, and its files may: a file is of a tree and of these."""
        return tuple(str(getattr(self, one.name)) for one in fields(self) if one.name not in OF_THE_TREE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the manifest says about a guide. *words* counts what counts against the limit of length."""

    symbol: str = ""
    status: str = ""
    pages: int = 0
    paragraphs: int = 0
    words: int = 0
    notes: int = 0
    messages: int = 0
    untranslated: int = 0
    reviewed: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Font:
    """A font in a file of a guide: its family, the name of the file that it is of, and the SHA-256 of that file."""

    family: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: files and their fonts by format, and findings.

    *output_failed* tells an output's failure from the content's. *tree* is the digest of the guide's tree; *unchanged* is set
    where it was the one known, so that no file was made. *seconds* is how long the work took.
    """

    task: Task
    files: Mapping[str, bytes] = field(default_factory=dict)
    facts: Facts = Facts()
    findings: tuple[Finding, ...] = ()
    output_failed: bool = False
    fonts: Mapping[str, tuple[Font, ...]] = field(default_factory=dict)
    tree: str = ""
    unchanged: bool = False
    seconds: float = field(default=0.0, compare=False)


def failed(task: Task, rule: str, message: str, hint: str = "") -> Outcome:
    """Return the outcome of a *task* that failed for no fault of the content: *message* says why."""
    finding = Finding(Source(task.guide.file("*")), rule, message, hint)
    return Outcome(task, findings=(finding,), output_failed=True)
