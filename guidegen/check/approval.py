"""What an approved issuance may not have: pending values, untranslated words, unreviewed catalogues, unverified facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any

from pydantic import BaseModel

from guidegen.content.model import Fact
from guidegen.content.texts import texts
from guidegen.document.inlines import Pending, Text, Untranslated
from guidegen.document.tree import Document
from guidegen.document.walk import walk
from guidegen.errors import Finding, Source
from guidegen.locales.catalogues import catalogue_path
from guidegen.localize import GuideContent, Translator

TEMPLATES = "templates/"
HINT = "an approved issuance may have none"


def approval_findings(document: Document, content: GuideContent, translator: Translator) -> Iterator[Finding]:
    """Yield what keeps *document* from being approved."""
    for node in walk(document):
        if isinstance(node, Pending) or (isinstance(node, Text) and "[…]" in node.value):
            yield Finding(node.source, "approved-pending", "a pending value", HINT)
        elif isinstance(node, Untranslated) and not node.source.path.startswith(TEMPLATES):
            yield Finding(node.source, "approved-untranslated", "a text without a current translation", HINT)
    yield from untranslated_words(content, translator)
    for path in translator.unreviewed():
        hint = "a person sets X-Review-Status: reviewed in its header"
        yield Finding(Source(path, 1), "approved-unreviewed", "a catalogue that nobody has reviewed", hint)
    for fact in unverified(content):
        yield Finding(fact.source, "approved-unverified", "a fact that nobody has verified (verified: false)", HINT)


def untranslated_words(content: GuideContent, translator: Translator) -> Iterator[Finding]:
    """Yield each message of the templates without a current translation: some, such as the skip link, stand in no tree."""
    place = Source(catalogue_path(translator.language.code, TEMPLATES))
    for context in sorted(translator.missing - {text.context for text in texts(content)}):
        yield Finding(place, "approved-untranslated", f'"{context}" has no current translation', HINT)


def unverified(value: Any) -> Iterator[Fact]:
    """Yield each fact in *value* that is marked ``verified: false``."""
    if isinstance(value, Fact) and not value.verified:
        yield value
    if isinstance(value, BaseModel):
        parts = [getattr(value, name) for name in type(value).model_fields]
    elif is_dataclass(value):
        parts = [getattr(value, name) for name in value.__dataclass_fields__]
    elif isinstance(value, Mapping):
        parts = list(value.values())
    else:
        parts = list(value) if isinstance(value, tuple) else []
    for part in parts:
        yield from unverified(part)
