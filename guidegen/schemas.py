"""JSON Schemas of the files that people write, and of the manifest: for editors that complete and check while one types.

They are made of the models by which the files are read, so they say what the readers say, but for what only a rule can tell.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from guidegen.build.manifest import SCHEMA
from guidegen.content.model import Checklist, Congress, MeetingFacts, Outline, ProseFacts, TopicFacts
from guidegen.content.reader import Institutes, Issuances, Sources
from guidegen.document.language import Language

DRAFT = "https://json-schema.org/draft/2020-12/schema"
MANIFEST = "manifest"


@dataclass(frozen=True, slots=True)
class Described:
    """Files of a project that one schema describes: their paths as patterns, and the model by which they are read.

    Of Markdown files it describes the front matter. *given* are the keys that come from elsewhere than from the file.
    """

    files: tuple[str, ...]
    model: Any
    given: tuple[str, ...] = ()


DESCRIBED: Mapping[str, Described] = {
    "congress": Described(("content/congress.yaml",), Congress),
    "outline": Described(("content/outline.yaml",), Outline),
    "issuances": Described(("content/issuances.yaml",), Issuances),
    "institutes": Described(("content/institutes.yaml",), Institutes),
    "sources": Described(("content/sources.yaml",), Sources),
    "topic": Described(("content/topics/*.md", "content/workshops/*.md"), TopicFacts),
    "text": Described(("content/introduction.md", "content/annexes/*.md"), ProseFacts),
    "meeting": Described(("content/meetings/*/meeting.yaml",), MeetingFacts),
    "checklist": Described(("content/annexes/*.yaml",), Checklist),
    "conventions": Described(("locales/*/conventions.yaml",), Language, given=("code",)),
}
NAMES = (MANIFEST, *DESCRIBED)


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema *name*, one of NAMES."""
    if name == MANIFEST:
        described: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
        return described
    one = DESCRIBED[name]
    made = TypeAdapter(one.model).json_schema()
    for key in one.given:
        del made["properties"][key]
        made["required"].remove(key)
    return {"$schema": DRAFT, **made, "title": " and ".join(one.files)}
