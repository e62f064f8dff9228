"""A project, read once: its content, its languages, and every finding on the way."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from guidegen.content.integrity import integrity_findings
from guidegen.content.reader import Content, read_content
from guidegen.document.language import Language
from guidegen.errors import Finding, GuidegenError
from guidegen.locales.conventions import read_language
from guidegen.resources.project import Project


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read of a project: its content (None where common files are broken), languages, and all findings of these."""

    project: Project
    content: Content | None
    languages: Mapping[str, Language]
    findings: tuple[Finding, ...]

    @property
    def source_language(self) -> str:
        """The code of the language in which the content is written; empty where that is not known."""
        return self.content.congress.source_language if self.content else ""


def load(project: Project, languages: Iterable[str] | None = None, meetings: Container[str] | None = None) -> Loaded:
    """Return *project*, read: what can be read is there, and what cannot is a finding.

    Where *languages* are given, only they and the source language are read, and where *meetings* are, no others.
    """
    return with_languages(load_content(project, meetings), project.languages() if languages is None else languages)


def load_content(project: Project, meetings: Container[str] | None = None) -> Loaded:
    """Return the content of *project*, read, of its meetings only *meetings* where these are given; and none of its languages."""
    reading = read_content(project, meetings)
    unfit = integrity_findings(reading.content, project) if reading.content else ()
    return Loaded(project, reading.content, {}, (*reading.findings, *unfit))


def with_languages(loaded: Loaded, languages: Iterable[str]) -> Loaded:
    """Return *loaded*, in which no language was read, with *languages* and the source language: those that the project has."""
    asked = {*languages, loaded.source_language}
    read: dict[str, Language] = {}
    findings = [*loaded.findings]
    for code in loaded.project.languages():
        try:
            if code in asked:
                read[code] = read_language(loaded.project, code)
        except GuidegenError as error:
            findings += error.findings
    return replace(loaded, languages=read, findings=tuple(findings))
