"""What the rules about texts read: the whole content in one language, and its headings, questions, lists and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidegen.content import dialect
from guidegen.content.model import Checklist
from guidegen.content.prose import BlockText, Prose, SectionText
from guidegen.content.reader import Content
from guidegen.content.text import Text
from guidegen.content.texts import texts
from guidegen.document.language import Language

WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Note calls, citations and references, and words in another language: nothing that an editor of this language reads.
MARKS = re.compile(r"\[@[^\]]*\]|\[\^[^\]]*\]|\[\]\([^)]*\)|\[[^\]]*\]\{[^}]*\}")
MID_SENTENCE = re.compile(r"(?<=[\w,;] )[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The *content* of a project in one *language*; texts without a current translation are marked as fallen back."""

    content: Content
    language: Language

    def texts(self) -> Iterator[Text]:
        """Yield every text that stands in the language."""
        return (text for text in texts(self.content) if text.fallback is None)

    def headings(self) -> Iterator[Text]:
        """Yield the titles of chapters, topics, annexes, sections and boxes."""
        outline = (chapter.title for chapter in self.content.outline.chapters if chapter.title)
        titles = (prose.facts.title for prose in self.content.prose())
        checklists = (annex.title for annex in self.content.annexes.values() if isinstance(annex, Checklist))
        found = (*outline, *titles, *checklists, *(section.title for section in self.sections()))
        return (text for text in found if text.fallback is None)

    def sections(self) -> Iterator[SectionText]:
        """Yield every section and subsection of the prose, then every box."""
        for prose in self.content.prose():
            yield from _sections(prose.sections)
        for meeting in self.content.meetings.values():
            yield from meeting.focus.values()

    def lists(self) -> Iterator[tuple[BlockText, ...]]:
        """Yield the points of every list."""
        for section in self.sections():
            for block in section.blocks:
                yield from _lists(block)

    def questions(self) -> Iterator[Text]:
        """Yield the questions of topics and workshops, of boxes and of checklists."""
        points = [point for prose in topics(self.content) for point in prose.questions]
        boxes = (box for meeting in self.content.meetings.values() for box in meeting.focus.values())
        points += [point for box in boxes for block in box.blocks for point in block.points]
        checklists = (annex for annex in self.content.annexes.values() if isinstance(annex, Checklist))
        asked = [question for one in checklists for group in one.groups.values() for question in group.values()]
        return (text for text in (*(point.text for point in points), *asked) if text.fallback is None)


def topics(content: Content) -> tuple[Prose, ...]:
    """Return the topics and workshops of *content*."""
    return (*content.topics.values(), *content.workshops.values())


def words_alone(text: Text) -> str:
    """Return the words of *text* without note calls, citations, references and words in another language."""
    return MARKS.sub("", text.text)


def vocabulary(manuscript: Manuscript) -> tuple[set[str], set[str]]:
    """Return the words that the running text has in lower case, and those that it has with a capital within a sentence."""
    headings = {id(heading) for heading in manuscript.headings()}
    prose = [_roman(text) for text in manuscript.texts() if id(text) not in headings]
    common = {word for text in prose for word in WORD.findall(text) if word[0].islower()}
    names = {word for text in prose for word in MID_SENTENCE.findall(text) if word[0].isupper()}
    return common, names


def emphasized(text: Text) -> Iterator[str]:
    """Yield the words of *text* that stand in italics."""
    for node in dialect.inlines(text.text).walk():
        if node.type == "em" and not (node.parent and node.parent.type == "span"):
            yield "".join(child.content for child in node.walk() if child.type == "text")


def _roman(text: Text) -> str:
    alone = words_alone(text)
    for words in emphasized(text) if "*" in alone or "_" in alone else ():
        alone = alone.replace(words, "")
    return alone


def _sections(sections: tuple[SectionText, ...]) -> Iterator[SectionText]:
    for section in sections:
        yield section
        yield from _sections(section.sections)


def _lists(block: BlockText) -> Iterator[tuple[BlockText, ...]]:
    if block.points:
        yield block.points
    for point in block.points:
        yield from _lists(point)
