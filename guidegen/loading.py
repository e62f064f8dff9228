"""A project, read once: its content, its languages, and every finding on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidegen.content.integrity import integrity_findings
from guidegen.content.reader import Content, read_content
from guidegen.document.language import Language
from guidegen.errors import Finding, GuidegenError
from guidegen.locales.conventions import read_language
from guidegen.resources.project import Project


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read of a project: its content (None where common files are broken), its languages, and all findings."""

    project: Project
    content: Content | None
    languages: Mapping[str, Language]
    findings: tuple[Finding, ...]

    @property
    def source_language(self) -> str:
        """The code of the language in which the content is written; empty where that is not known."""
        return self.content.congress.source_language if self.content else ""


def load(project: Project) -> Loaded:
    """Return *project*, read: what can be read is there, and what cannot is a finding."""
    reading = read_content(project)
    findings = list(reading.findings)
    if reading.content:
        findings += integrity_findings(reading.content, project)
    languages: dict[str, Language] = {}
    for code in project.languages():
        try:
            languages[code] = read_language(project, code)
        except GuidegenError as error:
            findings += error.findings
    return Loaded(project, reading.content, languages, tuple(findings))
