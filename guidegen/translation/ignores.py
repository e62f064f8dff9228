"""What translators let pass: ``# guidegen: ignore=rule reason`` on a message, ``ignore`` in the conventions of a language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from guidegen.errors import Finding, Severity, Source, did_you_mean
from guidegen.locales.catalogues import Message
from guidegen.locales.conventions import conventions_path
from guidegen.resources.files import read_file
from guidegen.resources.project import Project
from guidegen.resources.yaml_reader import parse_yaml

COMMENT = re.compile(r"guidegen:\s*ignore\s*=\s*([\w,-]*)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A rule that a message is not held to, and the reason."""

    rule: str
    reason: str
    source: Source


def ignores_of(message: Message) -> tuple[Ignore, ...]:
    """Return what the translator's comments of *message* let pass; a comment may name several rules, with commas."""
    found = (match for comment in message.comments if (match := COMMENT.match(comment)))
    return tuple(Ignore(rule, match[2], message.source) for match in found for rule in match[1].split(","))


def without_ignored(findings: Iterable[Finding], message: Message, known: Collection[str]) -> Iterator[Finding]:
    """Yield those *findings* about *message* that it does not let pass, and what is wrong with its comments.

    A comment without a reason lets nothing pass.
    """
    ignores = ignores_of(message)
    found = list(findings)
    valid = {one.rule for one in ignores if one.reason}
    yield from (finding for finding in found if finding.rule not in valid)
    broken = {rule for finding in found for rule in [finding.rule]}
    for ignore in ignores:
        yield from _faults(ignore, known)
        if ignore.rule in known and ignore.rule not in broken:
            sentence = f'the message keeps to the rule "{ignore.rule}", which its comment lets pass'
            yield Finding(ignore.source, "ignore-unused", sentence, "delete the comment", Severity.WARNING)


def _faults(ignore: Ignore, known: Collection[str]) -> Iterator[Finding]:
    if ignore.rule not in known:
        yield Finding(
            ignore.source, "ignore-unknown", f'there is no rule "{ignore.rule}" to ignore', did_you_mean(ignore.rule, known)
        )
    elif not ignore.reason:
        sentence = f'the comment lets the rule "{ignore.rule}" pass without a reason'
        yield Finding(ignore.source, "ignore-reason", sentence, f"# guidegen: ignore={ignore.rule} why this is right here")


def language_findings(project: Project, language: str, ignored: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each of the rules *ignored* by the conventions of *language* that there is not."""
    unknown = [rule for rule in ignored if rule not in known]
    file = parse_yaml(read_file(project, conventions_path(language))) if unknown else None
    for rule in unknown:
        place = file.place(("proofreading", "ignore", rule)) if file else Source(conventions_path(language))
        yield Finding(place, "ignore-unknown", f'there is no rule "{rule}" to ignore', did_you_mean(rule, known))
