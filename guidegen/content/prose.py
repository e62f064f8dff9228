"""The prose of the guide, as it is read from Markdown: sections, paragraphs, points; and the meetings with their boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidegen.content.model import MeetingFacts, ProseFacts, TopicFacts
from guidegen.content.text import Text
from guidegen.errors import Source


@dataclass(frozen=True, slots=True)
class BlockText:
    """A paragraph or a point of the prose; *generated* names the data list that continues it (``institutes``)."""

    id: str
    text: Text
    points: tuple[BlockText, ...] = ()
    generated: str = ""


@dataclass(frozen=True, slots=True)
class SectionText:
    """A heading of the prose with its blocks and its own subsections; *role* is its class (``questions``)."""

    id: str
    title: Text
    role: str = ""
    blocks: tuple[BlockText, ...] = ()
    sections: tuple[SectionText, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """An introduction, topic or workshop: its facts and its sections."""

    id: str
    facts: ProseFacts | TopicFacts
    sections: tuple[SectionText, ...]
    source: Source

    @property
    def questions(self) -> tuple[BlockText, ...]:
        """The questions for discussion: the points under the headings of that role."""
        asked = [section for section in self.sections if section.role == "questions"]
        return tuple(point for section in asked for block in section.blocks for point in block.points)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A regional meeting with its focus boxes, by topic id."""

    id: str
    facts: MeetingFacts
    focus: Mapping[str, SectionText]
    source: Source
