"""Content and catalogues to localized content: the same model, each text in the guide's language.

A text whose translation is missing, fuzzy or not of this source text falls back to the source language and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup, escape

from guidegen.content import dialect
from guidegen.content.issuance import Issuance
from guidegen.content.model import PENDING, Checklist, Congress, Institute, Outline
from guidegen.content.prose import Meeting, Prose
from guidegen.content.reader import Content
from guidegen.content.sources import BibliographyEntry
from guidegen.content.text import Fallback, Text
from guidegen.content.texts import replace_texts
from guidegen.document.language import Language
from guidegen.errors import Finding, GuidegenError, Source
from guidegen.locales.catalogues import Catalogue, Message, catalogue_path, read_catalogue
from guidegen.resources.files import UNWANTED
from guidegen.resources.project import Project

PLACEHOLDER = re.compile(r"\{(\w+)\}")
BRACES = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class GuideContent:
    """All that one guide says, in its language: the common texts, one meeting, one issuance."""

    language: Language
    congress: Congress
    outline: Outline
    issuance: Issuance
    institutes: Mapping[str, Institute]
    sources: Mapping[str, BibliographyEntry]
    introduction: Prose
    topics: Mapping[str, Prose]
    workshops: Mapping[str, Prose]
    annexes: Mapping[str, Prose | Checklist]
    meeting: Meeting


@dataclass(slots=True)
class Translator:
    """Looks texts up in one language's catalogues; gathers what is wrong with those it meets.

    *counted* and *missing* are the contexts of the texts looked up, and of those of them that fell back.
    """

    project: Project
    language: Language
    source_language: Language
    catalogues: dict[str, Catalogue] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    counted: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)

    @property
    def translates(self) -> bool:
        """Whether the language is another than the source language."""
        return self.language.code != self.source_language.code

    def text(self, text: Text) -> Text:
        """Return *text* in the language; marked as a fallback where its translation is missing or cannot stand for it."""
        if not self.translates or not text.translatable:
            return text
        message = self._message(text.source.path, text.context, text.text)
        findings = list(structure_findings(text, message)) if message else []
        self.findings += findings
        if message is None or findings:
            return replace(text, fallback=Fallback(self.source_language.code, self.source_language.direction))
        return replace(text, text=message.string, source=message.source)

    def pgettext(self, context: str, message: str, **values: object) -> Markup:
        """Return the template words *message* in the language, with *values* in its ``{placeholders}``, as guide markup.

        Raises ValueError where the template gives no value for one.
        """
        lacking = placeholders(message) - {f"{{{name}}}" for name in values}
        if lacking:
            raise ValueError(f'pgettext("{context}", …) is given no value for {", ".join(sorted(lacking))}')
        words = Text(context, message, Source("templates/guide"))
        translated = self.text(words)
        if translated.fallback is None and placeholders(translated.text) != placeholders(message):
            names = ", ".join(sorted(placeholders(message))) or "none"
            sentence = f"the placeholders differ from those of the source text ({names})"
            self.findings.append(Finding(translated.source, "placeholders", sentence))
        return _fill(translated, values)

    def _message(self, source_path: str, context: str, text: str) -> Message | None:
        self.counted.add(context)
        found = self._catalogue(source_path).translation(context, text)
        if found is None:
            self.missing.add(context)
        return found

    def _catalogue(self, source_path: str) -> Catalogue:
        path = catalogue_path(self.language.code, source_path)
        if path not in self.catalogues:
            try:
                self.catalogues[path] = read_catalogue(self.project, path, self.language.code)
            except GuidegenError as error:
                self.findings += error.findings
                self.catalogues[path] = Catalogue(path)
        return self.catalogues[path]

    def unreviewed(self) -> tuple[str, ...]:
        """Return the paths of the catalogues used so far that no person has reviewed."""
        return tuple(path for path, catalogue in self.catalogues.items() if not catalogue.reviewed)


def localize(content: Content, meeting: str, issuance: str, translator: Translator) -> GuideContent:
    """Return what the guide for *meeting* says in the translator's language.

    Faults of the catalogues are added to the translator's findings.
    """
    common = {
        name: replace_texts(getattr(content, name), translator.text)
        for name in ("congress", "outline", "institutes", "sources", "introduction", "topics", "workshops", "annexes")
    }
    return GuideContent(
        language=translator.language,
        issuance=replace_texts(content.issuances[issuance], translator.text),
        meeting=replace_texts(content.meetings[meeting], translator.text),
        **common,
    )


def structure_findings(text: Text, message: Message) -> Iterator[Finding]:
    """Yield what keeps *message* from standing for *text*: other notes, citations or references, or refused constructs."""
    for what, _ in dialect.refused(dialect.inlines(message.string)) if dialect.is_marked(message.string) else ():
        yield Finding(message.source, "markdown", f"{what} is not used here")
    for character in sorted(set(UNWANTED.findall(message.string)) - {"\n"}):
        sentence = f"an invisible character, U+{ord(character):04X}"
        yield Finding(message.source, "control-character", sentence, "delete it")
    source, target = _marks(text.text), _marks(message.string)
    if sorted(source) != sorted(target):
        odd = [*_without(source, target), *_without(target, source)]
        sentence = f"the note marks, citations or references differ from the source text: {' '.join(odd)}"
        yield Finding(message.source, "marks", sentence)
    elif _notes(source) != _notes(target):
        hint = "keep " + " ".join(_notes(source)) + " in this order"
        yield Finding(message.source, "note-order", "the note marks stand in another order than in the source text", hint)


def _marks(text: str) -> list[str]:
    """Return the note calls, citations and references of *text*, as they are written, in order."""
    nodes = dialect.inlines(text).walk() if dialect.is_marked(text) else ()
    return [
        f"[](#{str(node.attrs['href'])[1:]})" if node.type == "link" else node.content
        for node in nodes
        if node.type in {"note_call", "citation", "link"}
    ]


def _notes(marks: list[str]) -> list[str]:
    return [mark for mark in marks if not mark.startswith("[](")]


def _without(marks: list[str], others: list[str]) -> list[str]:
    rest = list(others)
    return [mark for mark in marks if mark not in rest or rest.remove(mark)]  # type: ignore[func-returns-value]


def placeholders(text: str) -> set[str]:
    """Return the ``{placeholders}`` of *text*, and what looks like one: ``{number.x}`` is none and is told as a difference."""
    return set(BRACES.findall(text))


def _fill(words: Text, values: Mapping[str, object]) -> Markup:
    """Return *words* as markup with *values* in the placeholders: never by str.format, which reaches into objects."""
    return Markup(PLACEHOLDER.sub(lambda match: _value(values.get(match[1], "")), words.__html__()))  # noqa: S704


def _value(value: object) -> Markup:
    """Return *value* as markup; one that is pending as a pending mark."""
    return Markup("<pending/>") if value == PENDING else escape(value)
