"""What comes back: units against the catalogue they left from. What is refused is told, and nothing is lost for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from guidegen.content.text import Text
from guidegen.errors import Finding, Severity
from guidegen.locales.catalogues import message_of
from guidegen.locales.po_file import DRAFT, REVIEW, REVIEWED, Entry, PoFile
from guidegen.localize import placeholders, structure_findings
from guidegen.resources.files import SourceFile, unwanted_characters
from guidegen.translation.exchange.units import Unit, UnitFile, UnitState


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms units are taken.

    *replace_reviewed*: also in the place of translations that a person has reviewed. *believe_review*: a catalogue becomes a
    reviewed one where the file says of all its messages that they are final.
    """

    replace_reviewed: bool = False
    believe_review: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A catalogue after its units were taken: how many *changed*, and what was refused."""

    file: PoFile
    changed: int
    findings: tuple[Finding, ...]


def alterations(file: UnitFile) -> Iterator[Finding]:
    """Yield what makes *file* one that cannot be trusted: units without an id or with the same, texts that were changed in it."""
    count = Counter(unit.context for unit in file.units)
    for unit in file.units:
        if not unit.context:
            yield Finding(unit.place, "exchange-id", "a unit without an id")
        elif count[unit.context] > 1:
            yield _refusal(unit, "exchange-duplicate", f"stands {count[unit.context]} times in the file", "keep one of them")
        elif not unit.source_kept:
            sentence = "its source text was changed in the file; only translations can come back"
            yield _refusal(unit, "exchange-altered", sentence, "change the text in content/, or export anew")


def take(file: UnitFile, catalogue: PoFile, terms: Terms) -> Taken:
    """Return *catalogue* with what translators changed in *file*.

    A catalogue of which a message changed is a draft again.
    """
    entries = {entry.context: entry for entry in catalogue.live}
    findings: list[Finding] = []
    changed: dict[str, Entry] = {}
    for unit in file.units:
        decision = _decision(unit, entries.get(unit.context), catalogue, terms)
        if isinstance(decision, Finding):
            findings.append(decision)
        elif decision is not None:
            changed[unit.context] = decision
    merged = tuple(entry if entry.obsolete else changed.get(entry.context, entry) for entry in catalogue.entries)
    made = replace(catalogue, entries=merged)
    return Taken(_with_status(made, file, terms, changed=bool(changed)), len(changed), tuple(findings))


def _with_status(made: PoFile, file: UnitFile, terms: Terms, *, changed: bool) -> PoFile:
    if terms.believe_review and _all_final(made, file):
        return made if made.reviewed else made.with_field(REVIEW, REVIEWED)
    return made.with_field(REVIEW, DRAFT) if changed and made.reviewed else made


def _all_final(made: PoFile, file: UnitFile) -> bool:
    """Return whether *file* says of each message of *made*, as it is there, that it is final."""
    final = {(unit.context, unit.target) for unit in file.units if unit.state is UnitState.FINAL}
    live = [entry for entry in made.live if entry.id]
    return all((entry.context, entry.string) in final and entry.translated and not entry.fuzzy for entry in live)


def _decision(unit: Unit, entry: Entry | None, catalogue: PoFile, terms: Terms) -> Entry | Finding | None:
    """Return the entry that *unit* makes of *entry*, or why it is refused, or None where it says nothing new."""
    if unit.untouched:
        return None
    if entry is None:
        return _refusal(unit, "exchange-unknown", "no message of the catalogue has this id", "export it anew")
    if entry.id != unit.source:
        hint = "export it anew; the translation stands in the file"
        return _refusal(unit, "exchange-source", "the source text has changed since the export", hint)
    if not unit.target.strip():
        sentence = "has no translation in the file; that of the catalogue is kept"
        return replace(_refusal(unit, "exchange-empty", sentence), severity=Severity.WARNING) if entry.translated else None
    made = _translated(unit, entry, terms)
    if made == entry:
        return None
    findings = (finding for refusals in FAULTS for finding in refusals(unit, entry, catalogue, terms))
    return next(findings, None) or made


def _translated(unit: Unit, entry: Entry, terms: Terms) -> Entry:
    state = unit.state if terms.believe_review and unit.state is UnitState.FINAL else unit.settled
    made = replace(entry, string=unit.target).marked(fuzzy=state is UnitState.REVIEW)
    return made if made.fuzzy else replace(made, previous_context="", previous_id="")


def _reviewed(unit: Unit, entry: Entry, catalogue: PoFile, terms: Terms) -> Iterator[Finding]:
    if catalogue.reviewed and entry.translated and not entry.fuzzy and not terms.replace_reviewed:
        sentence = "the catalogue has a reviewed translation, which is not replaced"
        yield _refusal(unit, "exchange-reviewed", sentence, "--replace-reviewed replaces it")


def _both(unit: Unit, entry: Entry, catalogue: PoFile, terms: Terms) -> Iterator[Finding]:  # noqa: ARG001  (the faults share a signature)
    """Yield a finding where *entry* was changed here while *unit* was away."""
    if unit.stamp and entry.string != unit.target and not unit.left_with(entry.string):
        sentence = "was changed in the file and in the catalogue, in two ways, since the export"
        yield _refusal(unit, "exchange-conflict", sentence, "decide in the catalogue")


def _structure(unit: Unit, entry: Entry, catalogue: PoFile, terms: Terms) -> Iterator[Finding]:  # noqa: ARG001
    """Yield what keeps the translation of *unit* from being printed: other marks or placeholders, characters that break lines."""
    for finding in unwanted_characters(SourceFile(catalogue.path, unit.target.replace("\n", " "))):
        yield _passed_on(unit, finding, f"the translation has {finding.message}")
    message = message_of(catalogue, replace(entry, string=unit.target))
    for finding in structure_findings(Text(unit.context, unit.source, message.source), message):
        yield _passed_on(unit, finding, finding.message)
    if placeholders(unit.source) != placeholders(unit.target):
        names = ", ".join(sorted(placeholders(unit.source))) or "none"
        yield _refusal(unit, "placeholders", f"the placeholders differ from those of the source text ({names})")
    if "\n" in unit.target and "\n" not in unit.source:
        yield _refusal(unit, "line-break", "the translation has several lines, and the text has one")


Fault = Callable[[Unit, Entry, PoFile, Terms], Iterator[Finding]]
FAULTS: Sequence[Fault] = (_reviewed, _both, _structure)


def _refusal(unit: Unit, rule: str, sentence: str, hint: str = "") -> Finding:
    return Finding(unit.place, rule, f'"{unit.context}": {sentence}', hint)


def _passed_on(unit: Unit, finding: Finding, sentence: str) -> Finding:
    """Return *finding* as one about *unit*, with another *sentence*."""
    return replace(finding, source=unit.place, message=f'"{unit.context}": {sentence}')
