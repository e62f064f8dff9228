"""The catalogues of a language against the rules."""

from __future__ import annotations

from collections.abc import Callable

from guidegen.errors import Severity, Source
from guidegen.locales.catalogues import Message
from guidegen.resources.project import Project
from guidegen.translation.check import check_language, message_findings, read_catalogues, rule_findings, usual_translations
from guidegen.translation.rules.segment import Languages, Segment
from guidegen.translation.rules.table import BY_ID
from tests.translation.rules.segments import CONVENTIONS, changed, message, segment

PATH = "locales/fr/LC_MESSAGES/content/topics/youth.po"
HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\n'


def entry(context: str, source: str, target: str, before: str = "") -> str:
    return f'{before}msgctxt "{context}"\nmsgid "{source}"\nmsgstr "{target}"\n\n'


def check(project: Project) -> list[tuple[str, str]]:
    findings = check_language(project, CONVENTIONS["en"], CONVENTIONS["fr"], ())
    return [(finding.rule, str(finding.source)) for finding in findings if finding.source.path == PATH]


def test_a_mistake_is_told_with_its_rule_and_its_line(starter: Project, write: Callable[[str, str], None]) -> None:
    write(PATH, HEADER + entry("a", "Below 18 years", "Moins de 81 ans") + entry("b", "Below 18 years", "Moins de 18 ans"))
    rules = dict(check(starter))
    assert rules["numbers"] == f"{PATH}:6"
    assert "inconsistent" in rules


def test_what_is_fuzzy_or_missing_is_not_checked(starter: Project, write: Callable[[str, str], None]) -> None:
    write(PATH, HEADER + entry("a", "Below 18", "Moins de 81", "#, fuzzy\n") + entry("b", "Below 18 years", ""))
    assert check(starter) == []


def test_a_broken_catalogue_is_told_and_the_others_are_checked(starter: Project, write: Callable[[str, str], None]) -> None:
    write(PATH, f"{HEADER}nonsense\n")
    write("locales/fr/LC_MESSAGES/content/topics/other.po", HEADER + entry("a", "Below 18", "Moins de 81"))
    rules = {finding.rule for finding in check_language(starter, CONVENTIONS["en"], CONVENTIONS["fr"], ())}
    assert {"catalogue-syntax", "numbers"} <= rules


def test_catalogues_are_read_in_the_order_of_their_paths(starter: Project, write: Callable[[str, str], None]) -> None:
    write(PATH, HEADER + entry("a", "Below 18", "Moins de 18"))
    catalogues = read_catalogues(starter, "fr")
    paths = [catalogue.path for catalogue in catalogues.read]
    assert PATH in paths
    assert paths == sorted(paths)
    assert "Moins de 18" in [one.string for one in catalogues.translations()]


def test_a_rule_that_the_language_ignores_finds_nothing() -> None:
    wrong = message("Below 18 years", "Moins de 81 ans")
    held = Languages(CONVENTIONS["en"], CONVENTIONS["fr"])
    free = Languages(CONVENTIONS["en"], changed("fr", ignore={"numbers": "a reason"}))
    assert [finding.rule for finding in message_findings(wrong, held)] == ["numbers"]
    assert list(message_findings(wrong, free)) == []


def test_a_message_that_lets_a_rule_pass_is_not_told() -> None:
    wrong = message("Below 18 years", "Moins de 81 ans", "guidegen: ignore=numbers a reason")
    assert list(message_findings(wrong, Languages(CONVENTIONS["en"], CONVENTIONS["fr"]))) == []


def test_a_finding_has_the_weight_of_its_rule_and_each_sentence_once() -> None:
    spaced = segment("a b", "a  b")
    (finding,) = rule_findings(BY_ID["double-space"], Segment(spaced.message, spaced.languages))
    assert finding.severity is Severity.WARNING


def test_the_usual_translation_is_the_most_frequent_one_and_of_those_the_first() -> None:
    texts = [("x", "un"), ("x", "deux"), ("x", "deux"), ("y", "trois"), ("z", "quatre"), ("z", "cinq")]
    messages = [Message(str(line), source, target, Source("a.po", line)) for line, (source, target) in enumerate(texts, 1)]
    usual = usual_translations(messages)
    assert {text: (one.string, one.source.line) for text, one in usual.items()} == {"x": ("deux", 2), "z": ("quatre", 5)}
