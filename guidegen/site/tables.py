"""The tables of the site: guides by meeting, translation by topic, changes by language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from guidegen.build.manifest import Entry
from guidegen.build.matrix import GuideName
from guidegen.site.publication import GUIDES, Publication
from guidegen.site.words import Words
from guidegen.translation.status import Tally

MEDIA = {
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "akn": "application/akn+xml",
    "text": "text/plain",
}
MOST = 0.5
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of *publication* in the language of *words*."""

    publication: Publication
    words: Words

    def shelves(self) -> list[Row]:
        """Return the guides by meeting: a row for each language, with its files by format."""
        shelves: dict[str, Row] = {}
        for name in self.publication.guides():
            region = self.region(name.meeting)
            shelf = shelves.setdefault(name.meeting, {"meeting": name.meeting, "region": region, "rows": []})
            shelf["rows"].append(self._guide(name))
        return [*shelves.values()]

    def _guide(self, name: GuideName) -> Row:
        files = {entry.format: _file(entry) for entry in self.publication.files(name)}
        share = next((entry.translated for entry in self.publication.files(name)), None)
        language = self.publication.loaded.languages[name.language]
        return {"language": language, "share": None if share is None else int(share * 100), "files": files}

    def region(self, meeting: str) -> Markup:
        """Return the name of *meeting*'s region."""
        known = self.publication.content.meetings
        return self.words.text(known[meeting].facts.region) if meeting in known else Markup("{}").format(meeting)

    def translation(self) -> list[Row]:
        """Return how far each topic is, in order: its title, and a cell for each language; the last row is of all texts."""
        content = self.publication.content
        prose = {**content.topics, **content.workshops}
        topics = [{"title": self.words.text(one.facts.title), "cells": [*self._cells(key)]} for key, one in prose.items()]
        return [*topics, {"title": "", "cells": [*self._cells("")]}]

    def _cells(self, topic: str) -> Iterator[Row]:
        for language in self.publication.languages:
            status = self.publication.statuses.get(language.code)
            if status is None:
                yield {"level": "source", "share": 100, "reviewed": True}
            else:
                yield _cell(status.topics[topic] if topic else status.total)

    def changes(self) -> list[Row]:
        """Return what has changed, by language, each change with where it can be read."""
        by_language: dict[str, Row] = {}
        for change in self.publication.changes or ():
            language = self.publication.loaded.languages.get(change.language)
            if language is None:
                continue
            group = by_language.setdefault(change.language, {"language": language, "rows": []})
            meetings = [self.region(one) for one in change.meetings]
            every = len(meetings) == len(self.publication.content.meetings) > 1
            link = self._link(GuideName(change.meetings[0], change.language), change.id)
            group["rows"].append({"change": change, "meetings": meetings, "every": every, "link": link})
        return [*by_language.values()]

    def _link(self, name: GuideName, paragraph: str) -> str:
        """Return where *paragraph* of the guide *name* can be read, empty where it cannot."""
        if paragraph and paragraph not in self.publication.state.get(name, {}):
            return ""
        page = next((one.path for one in self.publication.files(name) if one.format == "html"), "")
        anchor = f"#{paragraph}" if paragraph else ""
        return f"../{GUIDES}/{page}{anchor}" if page else ""


def _file(entry: Entry) -> Row:
    size = -(-entry.bytes // 1000)
    return {"path": f"../{GUIDES}/{entry.path}", "size": size, "pages": entry.pages, "media": MEDIA[entry.format]}


def _cell(tally: Tally) -> Row:
    reviewed = tally.reviewed_words == tally.total_words
    return {"level": _level(tally.share), "share": int(tally.share * 100), "reviewed": reviewed}


def _level(share: float) -> str:
    if share in {0, 1}:
        return "complete" if share else "none"
    return "most" if share >= MOST else "part"
