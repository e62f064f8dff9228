"""What there is to translate: every message of the content and the templates, with what a translator wants to know of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Any

from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract

from guidegen.content.model import Checklist
from guidegen.content.prose import BlockText, Meeting, Prose, SectionText
from guidegen.content.reader import Content
from guidegen.content.text import Text
from guidegen.content.texts import texts
from guidegen.errors import Finding, GuidegenError, Source
from guidegen.locales.catalogues import source_stem
from guidegen.resources.files import read_template
from guidegen.resources.project import Project, shipped_root
from guidegen.templates.skin import read_skin

PLACEHOLDER = re.compile(r"\{\w+\}")
MEETING_FILE = re.compile(r"(?:content|templates)/meetings/([^/]+)/")
TEMPLATES = ("guide/**/*.xml.j2", "meetings/*/*.xml.j2", "site/*.html.j2")
SITE = "templates/site/"


@dataclass(frozen=True, slots=True)
class SourceMessage:
    """A message in the source language.

    *comment* says where in the guide it stands and what it is, *files* whence it comes, *kind* what kind of block it is, *limit*
    how many characters its translation may have (0: as many as it needs).
    """

    context: str
    text: str
    comment: str
    files: tuple[str, ...]
    kind: str = ""
    limit: int = 0

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags of the message in a catalogue: what its text is made of, and how long it may be."""
        formatted = ("python-brace-format",) if PLACEHOLDER.search(self.text) else ()
        return ("md-text", *formatted, *((f"max-length:{self.limit}",) if self.limit else ()))

    @property
    def meetings(self) -> tuple[str, ...]:
        """The meetings in whose guides alone the message stands; none where it stands in every guide."""
        found = [MEETING_FILE.match(name) for name in self.files]
        return tuple(dict.fromkeys(match[1] for match in found if match)) if all(found) else ()

    @property
    def comments(self) -> tuple[str, ...]:
        """What a translator is told of the message, each part beginning a line."""
        where = f"Only in the guides of: {', '.join(self.meetings)}" if self.meetings else "In every guide"
        if all(name.startswith(SITE) for name in self.files):
            where = "On the site of drafts"
        return (self.comment, where, *((f"At most {self.limit} characters",) if self.limit else ()))


def source_messages(project: Project, content: Content) -> Mapping[str, Sequence[SourceMessage]]:
    """Return the messages by catalogue (its path below ``LC_MESSAGES``, without suffix), in the order of their files.

    Raises GuidegenError where the words of a template cannot be translated, or the skin is broken.
    """
    limits = read_skin(project).limits
    catalogues: dict[str, list[SourceMessage]] = {}
    for message in (*template_messages(project), *content_messages(content)):
        limited = replace(message, limit=_limit(message, limits))
        catalogues.setdefault(source_stem(message.files[0]), []).append(limited)
    return catalogues


def _limit(message: SourceMessage, limits: Mapping[str, int]) -> int:
    """Return the limit of *message*: the first of *limits* that names its kind or its context."""
    named = (limit for name, limit in limits.items() if name == message.kind or fnmatchcase(message.context, name))
    return next(named, 0)


def content_messages(content: Content) -> Iterator[SourceMessage]:
    """Yield the messages of ``content/``."""
    checklists = tuple(annex for annex in content.annexes.values() if isinstance(annex, Checklist))
    facts = (content.congress, content.outline, content.issuances, content.institutes, content.sources, checklists)
    for text in texts(facts):
        yield from _message(text, text.context.replace(".", " › "))
    for prose in content.prose():
        yield from _prose(prose)
    for meeting in content.meetings.values():
        yield from _meeting(meeting)


def _message(text: Text, path: str, kind: str = "") -> Iterator[SourceMessage]:
    comment = f"{path} ({kind})" if kind else path
    if text.translatable:
        yield SourceMessage(text.context, text.text, comment, (text.source.path,), kind)
    for note in text.notes:
        yield from _message(note.text, comment, f"note {note.name}")


def _prose(prose: Prose) -> Iterator[SourceMessage]:
    title = prose.facts.title
    for text in texts(prose.facts):
        yield from _message(text, title.text, "title")
    for section in prose.sections:
        yield from _section(section, title.text)


def _section(section: SectionText, above: str) -> Iterator[SourceMessage]:
    path = f"{above} › {section.title.text}"
    yield from _message(section.title, path, "heading")
    kinds = ("paragraph", "question" if section.role == "questions" else "sub-paragraph")
    for block in section.blocks:
        yield from _block(block, path, kinds)
    for inner in section.sections:
        yield from _section(inner, path)


def _block(block: BlockText, path: str, kinds: tuple[str, str]) -> Iterator[SourceMessage]:
    yield from _message(block.text, path, kinds[0])
    for point in block.points:
        yield from _block(point, path, (kinds[1], "sub-paragraph"))


def _meeting(meeting: Meeting) -> Iterator[SourceMessage]:
    for text in texts(meeting.facts):
        yield from _message(text, meeting.facts.region.text, "meeting")
    for section in meeting.focus.values():
        path = f"Focus: {meeting.facts.region.text} › {section.id.partition('.')[2]} › {section.title.text}"
        yield from _message(section.title, path, "box title")
        for block in section.blocks:
            yield from _block(block, path, ("box", "question in a box"))


def template_messages(project: Project) -> Iterator[SourceMessage]:
    """Yield the messages of the guides' templates: the arguments of ``pgettext``; a message in several files stands once.

    Raises GuidegenError where they are not written out, or differ under one context.
    """
    found: dict[str, SourceMessage] = {}
    findings: list[Finding] = []
    for name in template_names(project):
        for place, arguments in _calls(project, name):
            if len(arguments) < 2 or not all(isinstance(argument, str) for argument in arguments[:2]):
                findings.append(Finding(place, "template-message", "pgettext needs a context and a text, both in quotes"))
                continue
            context, text = arguments[:2]
            known = found.setdefault(context, SourceMessage(context, text, f"Words of the templates › {context}", ()))
            if known.text != text:
                sentence = f'"{context}" has another text here than in {known.files[0]}'
                findings.append(Finding(place, "template-message", sentence, "give it a context of its own"))
            found[context] = replace(known, files=tuple(dict.fromkeys((*known.files, place.path))))
    if findings:
        raise GuidegenError(findings)
    yield from found.values()


def template_names(project: Project) -> tuple[str, ...]:
    """Return the names of the templates of *project*'s guides and site: its own and, where it has none, the shipped ones."""
    roots = [root / "templates" for root in (shipped_root(), project.root)]
    return tuple(sorted({path.relative_to(root).as_posix() for root in roots for name in TEMPLATES for path in root.glob(name)}))


def _calls(project: Project, name: str) -> Iterator[tuple[Source, tuple[Any, ...]]]:
    """Yield each call of ``pgettext`` in the template *name*: its place and its arguments, None for what is not written out."""
    path = f"templates/{name}"
    file = io.BytesIO(read_template(project, name).encode())
    try:
        for line, _, arguments, _ in babel_extract(file, ["pgettext"], [], {"silent": "false"}):
            yield Source(path, line), arguments if isinstance(arguments, tuple) else (arguments,)
    except TemplateSyntaxError as error:
        message = error.message or "not a valid template"
        raise GuidegenError([Finding(Source(path, error.lineno), "template-syntax", message)]) from None
