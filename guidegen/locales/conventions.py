"""Reads ``locales/<language>/conventions.yaml`` into a Language."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator

from guidegen.document.counters import PREDEFINED, CounterFormat, CounterStyle
from guidegen.document.language import Language, Numbering
from guidegen.errors import Finding, GuidegenError, Source, did_you_mean
from guidegen.resources.files import read_file
from guidegen.resources.project import Project
from guidegen.resources.validation import validate
from guidegen.resources.yaml_reader import Path, YamlFile, parse_yaml


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
    findings = [finding for rule in RULES for finding in rule(file, language)]
    if findings:
        raise GuidegenError(findings)
    return language


def counter_formats(numbering: Numbering) -> tuple[CounterFormat, ...]:
    """Return every counter format of *numbering*."""
    return (*numbering.headings, numbering.paragraph, *numbering.points, numbering.note, numbering.box_note)


# -- the rules -----------------------------------------------------------------------------------------------------------------


def _counter_findings(file: YamlFile, language: Language) -> Iterator[Finding]:
    for name in ("headings", "points"):
        if not getattr(language.numbering, name):
            yield Finding(file.place(("numbering", name)), "counter-style", f'"{name}" must have a level at least')
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
        if not _countable(style):
            symbols = {"numeric": "ten symbols", "additive": "symbols by weight, largest first, to 1"}.get(
                style.system, "symbols"
            )
            message = f'the counter style "{name}" needs {symbols}: it is {style.system}'
            yield Finding(file.place(("counter_styles", name)), "counter-style", message)


def _countable(style: CounterStyle) -> bool:
    """Return whether *style* has the symbols that its system needs."""
    if style.system == "additive":
        weights = list(style.additive)
        return weights == sorted(weights, reverse=True) and weights[-1:] == [1]
    return len(style.symbols) == len(string.digits) if style.system == "numeric" else bool(style.symbols)


def _typography_findings(file: YamlFile, language: Language) -> Iterator[Finding]:
    for number, rule in enumerate(language.typography):
        try:
            re.compile(rule.find).sub(rule.replace, "")
        except (re.error, IndexError) as error:
            place = file.place(("typography", number, "find"))
            yield Finding(place, "typography", f"not a regular expression with its replacement: {error}")


def _editorial_findings(file: YamlFile, language: Language) -> Iterator[Finding]:
    for name in ("wording", "resolutions"):
        for number, rule in enumerate(getattr(language.editorial, name)):
            try:
                re.compile(rule.find)
            except re.error as error:
                place = file.place(("editorial", name, number, "find"))
                yield Finding(place, "editorial", f"not a regular expression: {error}")


def _proofreading_findings(file: YamlFile, language: Language) -> Iterator[Finding]:
    for name in ("no_break", "misprints"):
        for number, misprint in enumerate(getattr(language.proofreading, name)):
            yield from _expression_findings(file, ("proofreading", name, number, "find"), misprint.find)
    prefixes = language.proofreading.inflection.prefixes
    yield from _expression_findings(file, ("proofreading", "inflection", "prefixes"), prefixes)
    for rule, reason in language.proofreading.ignore.items():
        if not reason.strip():
            yield Finding(file.place(("proofreading", "ignore", rule)), "ignore-reason", f'"{rule}" is ignored without a reason')


def _expression_findings(file: YamlFile, path: Path, expression: str) -> Iterator[Finding]:
    try:
        re.compile(expression)
    except re.error as error:
        yield Finding(file.place(path), "proofreading", f"not a regular expression: {error}")


def _digit_findings(file: YamlFile, language: Language) -> Iterator[Finding]:
    if len(language.digits) != len(string.digits):
        yield Finding(file.place(("digits",)), "digits", '"digits" must be the ten digits from zero to nine')


def _month_findings(file: YamlFile, language: Language) -> Iterator[Finding]:
    from babel.localedata import exists  # noqa: PLC0415  (CLDR is not loaded with the command line)

    for path, pattern in (
        (("dates", "day", "months"), language.dates.day),
        (("masthead", "date", "months"), language.masthead.date),
    ):
        if isinstance(pattern.months, str) and not exists(pattern.months):
            yield Finding(file.place(path), "months", f'CLDR has no locale "{pattern.months}"')
        elif not isinstance(pattern.months, str) and len(pattern.months) != 12:
            yield Finding(file.place(path), "months", '"months" must be a CLDR locale or twelve names')


def _pattern_findings(file: YamlFile, language: Language) -> Iterator[Finding]:
    for path, pattern, needed, allowed in _patterns(language):
        try:
            used = {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}
        except ValueError as error:
            yield Finding(file.place(path), "pattern", f'"{path[-1]}" is not a pattern: {error}')
            continue
        for name in sorted(used - allowed - needed):
            hint = did_you_mean(name, allowed | needed)
            yield Finding(file.place(path), "pattern", f'"{path[-1]}" does not know {{{name}}}', hint)
        for name in sorted(needed - used):
            yield Finding(file.place(path), "pattern", f'"{path[-1]}" must say where {{{name}}} stands')


def _patterns(language: Language) -> Iterator[tuple[Path, str, set[str], set[str]]]:
    """Yield each pattern of *language*: its path, its text, the placeholders that it needs and others that it may have."""
    day, ends = {"day", "month", "year"}, {"first", "last"}
    yield ("dates", "day", "date"), language.dates.day.date, day, set()
    yield ("masthead", "date", "date"), language.masthead.date.date, day, set()
    others = {"first_month", "first_year", "last_month", "last_year"}
    for name in ("same_month", "same_year", "years"):
        yield ("dates", "range", name), getattr(language.dates.range, name), {"first_day", "last_day"}, others
    yield ("contents_range",), language.contents_range, ends, set()
    yield ("numbering", "point_reference"), language.numbering.point_reference, {"paragraph", "point"}, set()
    for name in ("range", "pair"):
        yield ("citations", name), getattr(language.citations, name), ends, set()
    for kind, forms in language.citations.locators.items():
        yield ("citations", "locators", kind, "bare"), forms.bare, set(), set()
        for name in ("one", "two", "many"):
            if getattr(forms, name):
                yield ("citations", "locators", kind, name), getattr(forms, name), {"n"}, set()


RULES: tuple[Callable[[YamlFile, Language], Iterator[Finding]], ...] = (
    _counter_findings,
    _typography_findings,
    _editorial_findings,
    _proofreading_findings,
    _digit_findings,
    _month_findings,
    _pattern_findings,
)
