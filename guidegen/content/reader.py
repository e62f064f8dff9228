"""Reads ``content/``: every file that can be read is read, and every finding is gathered before anything stops."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from guidegen.content.issuance import Issuance
from guidegen.content.markdown import MarkdownFile, parse_markdown
from guidegen.content.model import Checklist, Congress, Institute, MeetingFacts, Name, NoFacts, Outline, ProseFacts, TopicFacts
from guidegen.content.prose import Meeting, Prose
from guidegen.content.sources import BibliographyEntry
from guidegen.errors import Finding, GuidegenError, Source, has_errors
from guidegen.resources.files import read_file
from guidegen.resources.project import Project
from guidegen.resources.validation import validate
from guidegen.resources.yaml_reader import parse_yaml

Value = TypeVar("Value")

Issuances = dict[Name, Issuance]
Institutes = dict[Name, Institute]
Sources = dict[Name, BibliographyEntry]


@dataclass(frozen=True, slots=True)
class Content:
    """All content of a project. *meetings* lacks those whose files could not be read, and those that were not asked for."""

    congress: Congress
    outline: Outline
    issuances: Mapping[str, Issuance]
    institutes: Mapping[str, Institute]
    sources: Mapping[str, BibliographyEntry]
    introduction: Prose
    topics: Mapping[str, Prose]
    workshops: Mapping[str, Prose]
    annexes: Mapping[str, Prose | Checklist]
    meetings: Mapping[str, Meeting]

    def prose(self) -> Iterator[Prose]:
        """Yield the texts that stand in every guide."""
        yield self.introduction
        yield from self.topics.values()
        yield from self.workshops.values()
        yield from (annex for annex in self.annexes.values() if isinstance(annex, Prose))

    def default_issuance(self) -> str:
        """Return the id of the issuance marked ``default``, else of the first."""
        marked = [name for name, issuance in self.issuances.items() if issuance.default]
        return (marked or list(self.issuances))[0]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reading of ``content/`` gave: the content, or None where common files are broken, and all findings."""

    content: Content | None
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Collector:
    """Runs readers, keeps their findings and goes on."""

    project: Project
    findings: list[Finding] = field(default_factory=list)

    def attempt(self, read: Callable[[], Value]) -> Value | None:
        """Return what *read* returns, or None after keeping its findings."""
        try:
            return read()
        except GuidegenError as error:
            self.findings += error.findings
            return None

    def yaml(self, name: str, model: type[Value]) -> Value | None:
        """Return the YAML file *name* of ``content/`` as *model*, or None."""
        return self.attempt(lambda: validate(parse_yaml(read_file(self.project, f"content/{name}")), model))

    def prose(self, folder: str, facts: type[ProseFacts | TopicFacts]) -> dict[str, Prose]:
        """Return the Markdown files of a folder of ``content/``, by id."""
        paths = self.project.files(f"content/{folder}", ".md")
        read = [self.attempt(lambda path=path: read_prose(self.project, path, facts)) for path in paths]  # type: ignore[misc]
        return {prose.id: prose for prose in read if prose is not None}

    def annexes(self) -> dict[str, Prose | Checklist]:
        """Return the annexes, prose and checklists, by id."""
        read: dict[str, Prose | Checklist] = {**self.prose("annexes", ProseFacts)}
        for path in self.project.files("content/annexes", ".yaml"):
            checklist = self.yaml(path.removeprefix("content/"), Checklist)
            name = PurePosixPath(path).stem
            if name in read:
                hint = "give one of the two files another name"
                self.findings.append(Finding(Source(path, 1), "id-twice", f'the annex "{name}" has another file', hint))
            elif checklist is not None:
                read[name] = checklist
        return read

    def meetings(self, asked: Container[str] | None) -> dict[str, Meeting]:
        """Return the meetings that can be read, by id; of all those that are *asked* for."""
        names = [name for name in self.project.meetings() if asked is None or name in asked]
        read = [self.attempt(lambda name=name: read_meeting(self.project, name)) for name in names]  # type: ignore[misc]
        return {meeting.id: meeting for meeting in read if meeting is not None}


def read_content(project: Project, meetings: Container[str] | None = None) -> Reading:
    """Return the content of *project* with the findings of all its files; unreadable meetings are left out.

    Where *meetings* are given, no other is read.
    """
    collector = _Collector(project)
    parts = {
        "congress": collector.yaml("congress.yaml", Congress),
        "outline": collector.yaml("outline.yaml", Outline),
        "issuances": collector.yaml("issuances.yaml", Issuances),
        "institutes": collector.yaml("institutes.yaml", Institutes),
        "sources": collector.yaml("sources.yaml", Sources),
        "introduction": collector.attempt(lambda: read_prose(project, "content/introduction.md", ProseFacts)),
        "topics": collector.prose("topics", TopicFacts),
        "workshops": collector.prose("workshops", TopicFacts),
        "annexes": collector.annexes(),
    }
    common_is_sound = not has_errors(collector.findings)
    read = collector.meetings(meetings)
    content = Content(**parts, meetings=read) if common_is_sound else None  # type: ignore[arg-type]
    return Reading(content, tuple(collector.findings))


def read_prose(project: Project, path: str, facts: type[ProseFacts | TopicFacts]) -> Prose:
    """Return the prose of the Markdown file *path*; its id is the file's name. Raises GuidegenError with its findings."""
    name = PurePosixPath(path).stem
    file = parse_markdown(read_file(project, path), name, facts)
    return Prose(name, file.facts, file.sections, Source(path, 1))


def read_meeting(project: Project, name: str) -> Meeting:
    """Return the meeting in the folder *name* with its focus boxes. Raises GuidegenError with the findings of its files."""
    folder = f"content/meetings/{name}"
    collector = _Collector(project)
    facts = collector.yaml(f"meetings/{name}/meeting.yaml", MeetingFacts)
    focus: MarkdownFile[NoFacts] | None = None
    if project.path(f"{folder}/focus.md").is_file():
        focus = collector.attempt(lambda: parse_markdown(read_file(project, f"{folder}/focus.md"), "focus", NoFacts))
    if facts is None or collector.findings:
        raise GuidegenError(collector.findings)
    boxes = {section.id.removeprefix("focus."): section for section in (focus.sections if focus else ())}
    return Meeting(name, facts, boxes, Source(f"{folder}/meeting.yaml", 1))
