"""Rules about the shape of the content: headings, questions, and what is kept in files without being used."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from guidegen.check.manuscript import MARKS, Manuscript, topics
from guidegen.content import dialect
from guidegen.content.prose import SectionText
from guidegen.content.sources import Annex
from guidegen.content.text import Text
from guidegen.content.texts import texts
from guidegen.errors import Finding, Severity

ALONE = 1


def headings_have_company(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that no heading has a single subheading: where there is an A there must be a B."""
    prose = ((one.facts.title, one.sections) for one in manuscript.content.prose())
    sections = ((section.title, section.sections) for section in manuscript.sections())
    for title, inner in chain(prose, sections):
        if len(inner) == ALONE:
            message = f'"{inner[0].title.text}" is the only heading under "{title.text}"'
            hint = "where there is an A there must be a B: add another heading, or take this one out"
            yield Finding(inner[0].title.source, "lone-heading", message, hint)


def sections_are_filled(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that something stands under every heading."""
    for section in manuscript.sections():
        if not section.blocks and not section.sections:
            yield _empty(section.title)
    for prose in manuscript.content.prose():
        if not prose.sections:
            yield _empty(prose.facts.title)


def _empty(title: Text) -> Finding:
    return Finding(title.source, "empty-section", f'nothing stands under "{title.text}"', "write a paragraph, or take it out")


def topics_ask(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that every topic and workshop asks a question."""
    for topic in topics(manuscript.content):
        if not topic.questions:
            message = f'"{topic.facts.title.text}" asks no question'
            hint = "give it a heading {#questions .questions} with a lead-in and points"
            yield Finding(topic.source, "no-question", message, hint)


def questions_end_as_such(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that questions are written as the language writes them: closed by its mark, opened by one where it has one."""
    opening, closing = manuscript.language.editorial.question
    for text in manuscript.questions():
        words = MARKS.sub("", text.text).rstrip(" \u00a0\u202f”»")
        if not words.endswith(closing) or opening not in words:
            wanted = f"{opening}…{closing}"
            yield Finding(text.source, "question-mark", f'"{_short(words)}" is no question: it needs {wanted}')


def _short(words: str, longest: int = 60) -> str:
    return words if len(words) <= longest else f"{words[:longest]}…"


def sources_are_cited(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that every source is cited, by a text or by an annex that stands in it."""
    content = manuscript.content
    cited = {source.within for source in content.sources.values() if isinstance(source, Annex)}
    for text in texts(content):
        if "[@" in text.text:
            cited |= {str(node.meta["name"]) for node in dialect.inlines(text.text).walk() if node.type == "citation"}
    for name, source in content.sources.items():
        if name not in cited:
            message, hint = f'nothing cites the source "{name}"', "cite it, or take it out"
            yield Finding(source.source, "unused-source", message, hint, Severity.WARNING)


def institutes_are_named(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that every institute is named by a topic or meeting, or printed by a list of all institutes."""
    content = manuscript.content
    if any(lists_institutes(section) for section in manuscript.sections()):
        return
    named = {name for prose in topics(content) for name in getattr(prose.facts, "institutes", ())}
    named |= {name for meeting in content.meetings.values() for name in meeting.facts.institutes}
    for name, institute in content.institutes.items():
        if name not in named:
            message, hint = f'nothing names the institute "{name}"', "name it, or take it out"
            yield Finding(institute.source, "unused-institute", message, hint, Severity.WARNING)


def lists_institutes(section: SectionText) -> bool:
    """Return whether a paragraph of *section* is continued by the list of all institutes."""
    return any(block.generated for block in section.blocks)
