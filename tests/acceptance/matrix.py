"""What the acceptance tests share: the built files, the trees they were built of, and the judges' folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

from guidegen.build.matrix import GuideName
from guidegen.build.task import Task
from guidegen.document.tree import Document
from guidegen.loading import Loaded
from guidegen.pipeline import localized, numbered
from tests.conftest import LANGUAGES, MEETINGS

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
JUDGES = ROOT / ".cache/guidegen/judges"
PINNED = Path(__file__).parent / "judges"
NAMES = [GuideName(meeting, language) for meeting in MEETINGS for language in LANGUAGES]


def built(extension: str) -> list[Path]:
    """The files of the matrix with this extension; all must be there."""
    files = [BUILD / name.file(extension) for name in NAMES]
    assert [file.name for file in files if not file.is_file()] == []
    return files


def tree(checkout: Loaded, name: GuideName) -> Document:
    """The numbered tree of a guide."""
    assert checkout.content is not None
    task = Task(checkout.project.root, name, (), checkout.content.default_issuance())
    translator, content = localized(checkout, task)
    return numbered(checkout.project, content, translator, task)


def run(*command: str | Path, seconds: int = 60) -> subprocess.CompletedProcess[str]:
    """What a judge says; a judge that is missing, or too slow, raises."""
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, timeout=seconds)
