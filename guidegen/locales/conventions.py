"""Reads ``locales/<language>/conventions.yaml`` into a Language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidegen.document.counters import PREDEFINED, CounterFormat
from guidegen.document.language import Language, Numbering
from guidegen.errors import Finding, GuidegenError, Source, did_you_mean
from guidegen.resources.files import read_file
from guidegen.resources.project import Project
from guidegen.resources.validation import validate
from guidegen.resources.yaml_reader import YamlFile, parse_yaml


def conventions_path(code: str) -> str:
    """Return where the conventions of the language *code* stand in a project."""
    return f"locales/{code}/conventions.yaml"


def read_language(project: Project, code: str) -> Language:
    """Return the conventions of the language *code*. Raises GuidegenError with every finding of the file."""
    file = parse_yaml(read_file(project, conventions_path(code)))
    if not isinstance(file.value, dict):
        raise GuidegenError([Finding(Source(file.path, 1), "conventions", "the file must be a group of keys")])
    file.value["code"] = code
    language = validate(file, Language)
    findings = [*_counter_findings(file, language), *_typography_findings(file, language)]
    if len(language.digits) != len("0123456789"):
        findings.append(Finding(file.place(("digits",)), "digits", '"digits" must be the ten digits from zero to nine'))
    if findings:
        raise GuidegenError(findings)
    return language


def counter_formats(numbering: Numbering) -> tuple[CounterFormat, ...]:
    """Return every counter format of *numbering*."""
    return (*numbering.headings, numbering.paragraph, *numbering.points, numbering.note, numbering.box_note)


def _counter_findings(file: YamlFile, language: Language) -> Iterator[Finding]:
    known = PREDEFINED.keys() | language.counter_styles.keys()
    for counter in counter_formats(language.numbering):
        if counter.style not in known:
            message = f'there is no counter style "{counter.style}"'
            yield Finding(file.place(("numbering",)), "counter-style", message, did_you_mean(counter.style, known))
    for name, style in language.counter_styles.items():
        if not style.word and not style.literal:
            message = (
                f'the counter style "{name}" says neither its Word format ("word") nor why it is written as text ("literal")'
            )
            yield Finding(file.place(("counter_styles", name)), "counter-style", message)


def _typography_findings(file: YamlFile, language: Language) -> Iterator[Finding]:
    for number, rule in enumerate(language.typography):
        try:
            re.compile(rule.find)
        except re.error as error:
            place = file.place(("typography", number, "find"))
            yield Finding(place, "typography", f"not a regular expression: {error}")
