"""``guidegen translate check``: the catalogues of a language against the rules for translations.

Every current translation is held against the text that it translates, whether or not the content still has that text. What is
missing or fuzzy is not printed, and so not checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guidegen.document.language import Language
from guidegen.errors import Finding
from guidegen.locales.catalogues import Catalogue, Message, catalogue_of
from guidegen.locales.glossary import Term
from guidegen.resources.project import Project
from guidegen.translation.catalogues import read_catalogues as read_po_files
from guidegen.translation.ignores import language_findings, without_ignored
from guidegen.translation.rules.segment import Languages, Segment
from guidegen.translation.rules.table import BY_ID, RULES, Rule
from guidegen.translation.rules.terms import longest_first


@dataclass(frozen=True, slots=True)
class Catalogues:
    """The catalogues of a language that could be read, and what kept the others from it."""

    read: tuple[Catalogue, ...]
    findings: tuple[Finding, ...]

    def translations(self) -> Iterator[Message]:
        """Yield every current translation, file by file."""
        for catalogue in self.read:
            yield from (message for message in catalogue.messages.values() if message.current)


def check_language(project: Project, source: Language, target: Language, terms: Sequence[Term]) -> Iterator[Finding]:
    """Yield what is wrong with the catalogues of the language *target*, by the rules that its conventions do not ignore."""
    catalogues = read_catalogues(project, target.code)
    yield from catalogues.findings
    yield from language_findings(project, target.code, target.proofreading.ignore, BY_ID)
    languages = Languages(source, target, longest_first(terms, source.code), usual_translations(catalogues.translations()))
    for message in catalogues.translations():
        yield from message_findings(message, languages)


def read_catalogues(project: Project, language: str) -> Catalogues:
    """Return the catalogues in the folder of *language*, sorted by path."""
    files, findings = read_po_files(project, language)
    return Catalogues(tuple(map(catalogue_of, files.values())), findings)


def usual_translations(messages: Iterable[Message]) -> Mapping[str, Message]:
    """Return the message with the usual translation of each source text: the most frequent one, of those the first."""
    by_text: dict[str, list[Message]] = {}
    for message in messages:
        by_text.setdefault(message.id, []).append(message)
    return {text: _usual(some) for text, some in by_text.items() if len(some) > 1}


def _usual(messages: list[Message]) -> Message:
    most = Counter(message.string for message in messages).most_common(1)[0][0]
    return next(message for message in messages if message.string == most)


def message_findings(message: Message, languages: Languages) -> Iterator[Finding]:
    """Yield what is wrong with *message*, and with the comments that let something pass."""
    segment = Segment(message, languages)
    rules = [rule for rule in RULES if rule.id not in languages.target.proofreading.ignore]
    findings = [finding for rule in rules for finding in rule_findings(rule, segment)]
    yield from without_ignored(findings, message, BY_ID)


def rule_findings(rule: Rule, segment: Segment) -> Iterator[Finding]:
    """Yield what *rule* finds in *segment*, each sentence once."""
    for sentence in dict.fromkeys(rule.function(segment)):
        finding = Finding(segment.message.source, rule.id, sentence)
        yield replace(finding, severity=rule.severity)
