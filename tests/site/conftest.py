"""A site of the starter project, published once: no test writes in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from guidegen.cli import main
from guidegen.cli.publish import PublishOptions, publication_of
from guidegen.loading import load
from guidegen.resources.project import Project
from guidegen.resources.starter import write_starter
from guidegen.site.publication import Publication


@dataclass(frozen=True)
class Published:
    """A project, the folder of its build, the folder of its site, the summary."""

    project: Project
    built: Path
    site: Path
    summary: str

    def publication(self) -> Publication:
        """What is published, read anew."""
        options: PublishOptions = {
            "project": self.project.root, "quiet": True, "verbose": False, "output": self.site, "built": self.built,
            "previous": self.site, "parity": False, "summary": None, "url": "", "jobs": 1,
        }  # fmt: skip
        return publication_of(load(self.project), options)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = tmp_path_factory.mktemp("published")
    write_starter(folder / "project")
    built, site, summary = folder / "build", folder / "a path with spaces" / "موقع", folder / "summary.md"
    asked = ["--built", built, "--output", site, "--summary", summary, "--url", "https://drafts.example/guides/", "--jobs", 1]
    result = CliRunner().invoke(main, ["publish", "--project", str(folder / "project"), *map(str, asked)])
    assert (result.exit_code, result.stderr) == (0, "")
    return Published(Project(folder / "project"), built, site, summary.read_text(encoding="utf-8"))
