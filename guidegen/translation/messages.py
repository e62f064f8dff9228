"""What there is to translate: every message of the content and the templates, with what a translator wants to know of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jinja2.ext import babel_extract

from guidegen.content.prose import BlockText, Meeting, Prose, SectionText
from guidegen.content.reader import Content
from guidegen.content.text import Text
from guidegen.content.texts import texts
from guidegen.locales.catalogues import source_stem
from guidegen.resources.project import Project

PLACEHOLDER = re.compile(r"\{\w+\}")
GUIDE_TEMPLATES = "templates/guide"


@dataclass(frozen=True, slots=True)
class SourceMessage:
    """A message in the source language. *comment* says where in the guide it stands and what it is, *files* whence it comes."""

    context: str
    text: str
    comment: str
    files: tuple[str, ...]

    @property
    def flags(self) -> frozenset[str]:
        """The flags of the message in a catalogue: what its text is made of."""
        return frozenset({"md-text", *(["python-brace-format"] if PLACEHOLDER.search(self.text) else [])})


def source_messages(project: Project, content: Content) -> Mapping[str, Sequence[SourceMessage]]:
    """Return the messages by catalogue (its path below ``LC_MESSAGES``, without suffix), in the order of their files."""
    catalogues: dict[str, list[SourceMessage]] = {"guide": list(template_messages(project))}
    for message in content_messages(content):
        catalogues.setdefault(source_stem(message.files[0]), []).append(message)
    return catalogues


def content_messages(content: Content) -> Iterator[SourceMessage]:
    """Yield the messages of ``content/``."""
    for name in ("congress", "outline", "issuances", "institutes", "sources", "annexes"):
        for text in texts(getattr(content, name)):
            yield from _message(text, f"{text.context.replace('.', ' › ')}")
    for prose in content.prose():
        yield from _prose(prose)
    for meeting in content.meetings.values():
        yield from _meeting(meeting)


def _message(text: Text, comment: str) -> Iterator[SourceMessage]:
    if text.translatable:
        yield SourceMessage(text.context, text.text, comment, (text.source.path,))
    for note in text.notes:
        yield from _message(note.text, f"{comment} (note {note.name})")


def _prose(prose: Prose) -> Iterator[SourceMessage]:
    title = prose.facts.title
    for text in texts(prose.facts):
        yield from _message(text, f"{title.text} (title)")
    for section in prose.sections:
        yield from _section(section, title.text)


def _section(section: SectionText, above: str) -> Iterator[SourceMessage]:
    path = f"{above} › {section.title.text}"
    yield from _message(section.title, f"{path} (heading)")
    kinds = ("paragraph", "question" if section.role == "questions" else "sub-paragraph")
    for block in section.blocks:
        yield from _block(block, path, kinds)
    for inner in section.sections:
        yield from _section(inner, path)


def _block(block: BlockText, path: str, kinds: tuple[str, str]) -> Iterator[SourceMessage]:
    yield from _message(block.text, f"{path} ({kinds[0]})")
    for point in block.points:
        yield from _block(point, path, (kinds[1], "sub-paragraph"))


def _meeting(meeting: Meeting) -> Iterator[SourceMessage]:
    for text in texts(meeting.facts):
        yield from _message(text, f"{meeting.facts.region.text} (meeting)")
    for section in meeting.focus.values():
        path = f"Focus: {meeting.facts.region.text} › {section.id.partition('.')[2]}"
        yield from _message(section.title, f"{path} › {section.title.text} (box title)")
        for block in section.blocks:
            yield from _block(block, f"{path} › {section.title.text}", ("box", "question in a box"))


def template_messages(project: Project) -> Iterator[SourceMessage]:
    """Yield the messages of the guide's templates: the arguments of ``pgettext``; a message in several files stands once."""
    found: dict[str, SourceMessage] = {}
    for path in sorted((project.template_path("guide/guide.xml.j2").parent).rglob("*.xml.j2")):
        name = f"{GUIDE_TEMPLATES}/{path.relative_to(project.template_path('guide/guide.xml.j2').parent).as_posix()}"
        file = io.BytesIO(path.read_bytes())
        for _, _, arguments, _ in babel_extract(file, ["pgettext"], [], {"silent": "false"}):
            context, text = map(str, tuple(arguments or ())[:2])
            first = SourceMessage(context, text, f"Words of the templates › {context}", ())
            known = found.setdefault(context, first)
            found[context] = replace(known, files=tuple(dict.fromkeys((*known.files, name))))
    yield from found.values()
