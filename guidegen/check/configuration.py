"""The section ``[guidegen:check]`` of a project's ``setup.cfg``: the severities of rules, and what is ignored for which reason.

[guidegen:check]
severity =
    unused-source = error
ignore =
    word-limit: the Commission asked for the long draft
    emphasis content/topics/cyber.md: the word is the title of a model law
"""

from __future__ import annotations

import configparser
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from guidegen.errors import Finding, GuidegenError, Severity, Source, did_you_mean
from guidegen.resources.files import decode
from guidegen.resources.project import Project

FILE, SECTION = "setup.cfg", "guidegen:check"
KEYS = ("severity", "ignore")
SEVERITIES = {severity.value: severity for severity in Severity}
KEY = re.compile(r"([^\s=:#;][^=:]*?)\s*[=:]\s*(.*)")


@dataclass(frozen=True, slots=True)
class Ignore:
    """What is ignored: a *rule*, in the files that *path* matches (``*`` for any characters), for a *reason*."""

    rule: str
    path: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Return whether *finding* is ignored."""
        return finding.rule == self.rule and fnmatchcase(finding.source.path, self.path)


@dataclass(frozen=True, slots=True)
class Configuration:
    """How a project weighs the findings of its check."""

    severities: Mapping[str, Severity] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a check: its findings, those that are ignored with the reason, and what was *unchecked*."""

    findings: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, str], ...] = ()
    unchecked: tuple[str, ...] = ()


def verdict(findings: Iterable[Finding], configuration: Configuration, unchecked: tuple[str, ...] = ()) -> Verdict:
    """Return *findings*, each once and in the order of their places, as *configuration* weighs them."""
    kept: list[Finding] = []
    ignored: list[tuple[Finding, str]] = []
    for finding in sorted(dict.fromkeys(findings), key=lambda one: (one.source, one.rule, one.message)):
        weighed = replace(finding, severity=configuration.severities.get(finding.rule, finding.severity))
        reason = next((ignore.reason for ignore in configuration.ignores if ignore.covers(finding)), None)
        if reason is None:
            kept.append(weighed)
        else:
            ignored.append((weighed, reason))
    return Verdict(tuple(kept), tuple(ignored), unchecked)


def read_configuration(project: Project, rules: Collection[str]) -> Configuration:
    """Return what ``setup.cfg`` of *project* says about the *rules* there are; nothing where there is no such file or section.

    Raises GuidegenError with a finding for each rule, severity and key that does not exist, and for each missing reason.
    """
    path = project.path(FILE)
    if not path.is_file():
        return Configuration()
    text = decode(FILE, path.read_bytes())
    _parse(text)
    findings: list[Finding] = []
    severities: dict[str, Severity] = {}
    ignores: list[Ignore] = []
    for key, entry, place in _entries(text):
        try:
            if key == "severity":
                severities |= [_severity(entry, place, rules)]
            elif key == "ignore":
                ignores.append(_ignore(entry, place, rules))
            else:
                raise _fault(place, f'[{SECTION}] does not know "{key}"', did_you_mean(key, KEYS))
        except GuidegenError as error:
            findings += error.findings
    if findings:
        raise GuidegenError(findings)
    return Configuration(severities, tuple(ignores))


def _parse(text: str) -> None:
    """Raise GuidegenError where *text* is not what setup.cfg must be."""
    try:
        configparser.ConfigParser(interpolation=None).read_string(text, FILE)
    except configparser.Error as error:
        places = [getattr(error, "lineno", None), *(number for number, _ in getattr(error, "errors", ()))]
        line = next((number for number in places if number), 0)
        raise _fault(Source(FILE, line), error.message.splitlines()[0]) from None


def _entries(text: str) -> Iterator[tuple[str, str, Source]]:
    """Yield each line of the section: the key it belongs to, its words, its place. A key without words has an empty one."""
    section = key = ""
    for number, line in enumerate(text.split("\n"), 1):
        words, place = line.strip(), Source(FILE, number, len(line) - len(line.lstrip()) + 1)
        if not words or words[0] in "#;":
            continue
        if line.startswith("["):
            section, key = words.strip("[]"), ""
        elif section == SECTION and line[0].isspace():
            yield key, words, place
        elif section == SECTION and (match := KEY.fullmatch(words)):
            key = match[1]
            if match[2] or key not in KEYS:
                yield key, match[2], Source(FILE, number, len(words) - len(match[2]) + 1)


def _severity(entry: str, place: Source, rules: Collection[str]) -> tuple[str, Severity]:
    match = KEY.fullmatch(entry)
    rule, severity = (match[1], match[2]) if match else (entry, "")
    _known(rule, place, rules)
    if severity not in SEVERITIES:
        known = " or ".join(SEVERITIES)
        raise _fault(place, f'the severity of "{rule}" must be {known}, not "{severity}"', did_you_mean(severity, SEVERITIES))
    return rule, SEVERITIES[severity]


def _ignore(entry: str, place: Source, rules: Collection[str]) -> Ignore:
    named, _, reason = entry.partition(": ")
    rule, _, path = named.rstrip(":").partition(" ")
    _known(rule, place, rules)
    if not reason.strip():
        raise _fault(place, f'no reason is given for ignoring "{rule}"', f"write {named.rstrip(':')}: and the reason")
    return Ignore(rule, path.strip() or "*", reason.strip())


def _known(rule: str, place: Source, rules: Collection[str]) -> None:
    if rule not in rules:
        raise _fault(place, f'there is no rule "{rule}"', did_you_mean(rule, rules))


def _fault(place: Source, message: str, hint: str = "") -> GuidegenError:
    return GuidegenError([Finding(place, "configuration", message, hint)])
