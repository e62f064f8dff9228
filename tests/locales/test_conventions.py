"""The conventions of the shipped languages, and the findings of broken ones."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guidegen.document.inlines import Locator
from guidegen.document.language import Language
from guidegen.errors import Finding, GuidegenError
from guidegen.locales.conventions import conventions_path, counter_formats, read_language
from guidegen.passes.citations import locator_text
from guidegen.resources.project import Project
from tests.conftest import CHECKOUT, LANGUAGES

DAYS = tuple(datetime.date(2009, month, day) for month, day in ((2, 27), (9, 1), (12, 31)))
RANGES = (
    (datetime.date(2010, 4, 12), datetime.date(2010, 4, 19)),
    (datetime.date(2012, 11, 26), datetime.date(2012, 12, 7)),
    (datetime.date(2009, 12, 28), datetime.date(2010, 1, 1)),
)
SPANS = {
    "one": (("3", "3"),),
    "two": (("3", "3"), ("5", "5")),
    "range": (("35", "47"),),
    "list": (("1", "1"), ("35", "47"), ("50", "50")),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_conventions_of_each_language_are_those_of_its_expected_page(
    code: str, languages: dict[str, Language], golden: Callable[[str, str], None]
) -> None:
    golden(f"conventions-{code}.txt", "\n".join(page(languages[code])) + "\n")


def page(language: Language) -> Iterator[str]:
    """Yield the lines of a page that shows what *language* prints."""
    yield f"{language.name} ({language.code}, {language.iso639_2}, {language.letter}): {language.autonym}, {language.direction}"
    yield f"quotation marks {' '.join(language.quotes)}; titles in italics: {'yes' if language.italics else 'no'}"
    yield f"note marks stand {language.note_position.replace('_', ' ')} {' '.join(language.punctuation)}"
    yield from labels(language)
    yield from dates(language)
    yield from citations(language)
    yield from masthead(language)
    yield "\ntypography"
    yield from (f"  {rule.why}" for rule in language.typography)
    yield "\nprovisional"
    yield from (f"  {key}: {why}" for key, why in language.provisional.items())


def labels(language: Language) -> Iterator[str]:
    numbering = language.numbering
    rows = [(f"heading {level}", counter) for level, counter in enumerate(numbering.headings, 1)]
    rows += [("paragraph", numbering.paragraph)]
    rows += [(f"point {level}", counter) for level, counter in enumerate(numbering.points, 1)]
    rows += [("note", numbering.note), ("note in a box", numbering.box_note)]
    yield "\nlabels"
    for name, counter_format in rows:
        counter = language.counter(counter_format)
        yield f"  {name:14} {'  '.join(counter.label(ordinal) for ordinal in range(1, 13))}"
    two = numbering.note_separator.join(language.counter(numbering.note).label(ordinal) for ordinal in (7, 8))
    reference = numbering.point_reference.format(paragraph="23", point=language.counter(numbering.points[0]).label(1))
    yield f"  two notes      {two}"
    yield f"  a point        {reference}"
    yield f"  in contents    {language.contents_range.format(first=3, last=17)}"
    yield f"  digits         {language.number('0123456789')}"


def dates(language: Language) -> Iterator[str]:
    yield "\ndates"
    yield from (f"  {language.dates.format_date(day)}" for day in DAYS)
    yield from (f"  {language.dates.format_range(first, last)}" for first, last in RANGES)
    yield f"  {' | '.join(language.dates.day.month(datetime.date(2009, month, 1)) for month in range(1, 13))}"


def citations(language: Language) -> Iterator[str]:
    words = language.citations
    yield f"\ncitations: {words.ibid}{words.join}…{words.stop}"
    for kind, forms in words.locators.items():
        written = [locator_text(Locator(kind, spans), words) for spans in SPANS.values()] if forms.one else []
        yield f"  {kind:10} {' | '.join([*([forms.bare] if forms.bare else []), *written])}"


def masthead(language: Language) -> Iterator[str]:
    lines = language.masthead
    yield f"\nmasthead, in {lines.language}"
    for distribution in lines.distribution.values():
        yield f"  {distribution}"
    yield f"  {lines.date.format_date(DAYS[0])}"
    yield f"  {lines.version or '(no line for the version)'}"
    yield from (f"  {line}" for line in lines.original.values())


# -- facts of the United Nations' documents --------------------------------------------------------------------------------------

CHAPTERS = {
    "en": ("I.", "II.", "III.", "XII."),
    "fr": ("I.", "II.", "III.", "XII."),
    "es": ("I.", "II.", "III.", "XII."),
    "ru": ("I.", "II.", "III.", "XII."),
    "zh": ("一.", "二.", "三.", "十二."),
    "ar": ("أولاً-", "ثانياً-", "ثالثاً-", "ثاني عشر-"),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_chapters_are_labelled_as_in_documents_of_the_united_nations(code: str, languages: dict[str, Language]) -> None:
    counter = languages[code].counter(languages[code].numbering.headings[0])
    assert tuple(map(counter.label, (1, 2, 3, 12))) == CHAPTERS[code]


SECOND_HEADINGS = {"en": "A.", "fr": "A.", "es": "A.", "ru": "A.", "zh": "A.", "ar": "ألف-"}
PARAGRAPHS = {"en": "23.", "fr": "23.", "es": "23.", "ru": "23.", "zh": "23.", "ar": "23-"}
POINTS = {
    "en": ("(b)", "(ii)", "b."),
    "fr": ("b)", "ii)", "b."),
    "es": ("b)", "ii)", "b."),
    "ru": ("b)", "ii)", "b."),
    "zh": ("(b)", "(ii)", "b."),
    "ar": ("(ب)", "‘2’", "ب-"),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_headings_paragraphs_and_points_bear_the_markers_of_their_language(code: str, languages: dict[str, Language]) -> None:
    language = languages[code]
    numbering = language.numbering
    assert language.counter(numbering.headings[1]).label(1) == SECOND_HEADINGS[code]
    assert language.counter(numbering.paragraph).label(23) == PARAGRAPHS[code]
    assert tuple(language.counter(point).label(2) for point in numbering.points[:3]) == POINTS[code]


ON_27_FEBRUARY_2009 = {
    "en": "27 February 2009",
    "fr": "27 février 2009",
    "es": "27 de febrero de 2009",
    "ru": "27 февраля 2009 года",
    "zh": "2009年2月27日",
    "ar": "27 شباط/فبراير 2009",
}
FROM_12_TO_19_APRIL_2010 = {
    "en": "12–19 April 2010",
    "fr": "12-19 avril 2010",
    "es": "12 a 19 de abril de 2010",
    "ru": "12–19 апреля 2010 года",
    "zh": "2010年4月12日至19日",
    "ar": "12-19 نيسان/أبريل 2010",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_days_and_ranges_are_written_as_in_documents_of_the_united_nations(code: str, languages: dict[str, Language]) -> None:
    dates = languages[code].dates
    assert dates.format_date(DAYS[0]) == ON_27_FEBRUARY_2009[code]
    assert dates.format_range(*RANGES[0]) == FROM_12_TO_19_APRIL_2010[code]


def test_a_range_over_two_months_in_chinese_names_the_year_once(languages: dict[str, Language]) -> None:
    assert languages["zh"].dates.format_range(*RANGES[1]) == "2012年11月26日至12月7日"


def test_the_first_of_a_month_is_1er_in_french_only(languages: dict[str, Language]) -> None:
    day = datetime.date(1950, 12, 1)
    assert languages["fr"].dates.format_date(day) == "1er décembre 1950"
    assert languages["fr"].masthead.date.format_date(day) == "1er décembre 1950"
    assert languages["es"].dates.format_date(day) == "1 de diciembre de 1950"


def test_months_in_arabic_have_double_names_with_the_spelling_of_the_united_nations(arabic: Language) -> None:
    months = [arabic.dates.day.month(datetime.date(2009, month, 1)) for month in range(1, 13)]
    assert all(month.count("/") == 1 for month in months)
    assert (months[5], months[6]) == ("حزيران/يونيه", "تموز/يوليه")


NOTE_POSITIONS = {"en": "after_punctuation"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_note_marks_stand_after_punctuation_in_english_and_before_it_elsewhere(code: str, languages: dict[str, Language]) -> None:
    assert languages[code].note_position == NOTE_POSITIONS.get(code, "before_punctuation")


def test_note_marks_in_arabic_stand_in_parentheses(arabic: Language) -> None:
    assert arabic.counter(arabic.numbering.note).label(1) == "(1)"
    assert arabic.counter(arabic.numbering.box_note).label(1) == "(أ)"


MASTHEADS = {
    "en": ("Distr.: General", "27 February 2009", "", "Original: English"),
    "fr": ("Distr. générale", "27 février 2009", "Français", "Original\u00a0: anglais"),
    "es": ("Distr. general", "27 de febrero de 2009", "Español", "Original: inglés"),
    "ru": ("Distr.: General", "27 February 2009", "Russian", "Original: English"),
    "zh": ("Distr.: General", "27 February 2009", "Chinese", "Original: English"),
    "ar": ("Distr.: General", "27 February 2009", "Arabic", "Original: English"),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_masthead_block_is_in_english_in_arabic_chinese_and_russian(code: str, languages: dict[str, Language]) -> None:
    block = languages[code].masthead
    lines = (block.distribution["general"], block.date.format_date(DAYS[0]), block.version, block.original["en"])
    assert lines == MASTHEADS[code]
    assert block.language == (code if code in {"en", "fr", "es"} else "en")


def test_job_letters_and_iso_codes_are_those_of_united_nations_documents(languages: dict[str, Language]) -> None:
    letters = {code: (language.letter, language.iso639_2) for code, language in languages.items()}
    assert letters == {
        "ar": ("A", "ara"), "zh": ("C", "zho"), "en": ("E", "eng"),
        "fr": ("F", "fra"), "ru": ("R", "rus"), "es": ("S", "spa"),
    }  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_counter_has_different_labels_for_a_whole_guide(code: str, languages: dict[str, Language]) -> None:
    language = languages[code]
    for counter_format in counter_formats(language.numbering):
        counter = language.counter(counter_format)
        labels = [counter.label(ordinal) for ordinal in range(1, 300)]
        assert len(set(labels)) == len(labels), counter_format


# -- broken conventions --------------------------------------------------------------------------------------------------------


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, str], list[Finding]]:
    """Return the findings of the French conventions with some words replaced."""

    def read(old: str, new: str) -> list[Finding]:
        project = Project(tmp_path)
        place = project.path(conventions_path("fr"))
        place.parent.mkdir(parents=True)
        shutil.copy(CHECKOUT.path(conventions_path("fr")), place)
        text = place.read_text(encoding="utf-8")
        assert old in text
        place.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(GuidegenError) as error:
            read_language(project, "fr")
        return list(error.value.findings)

    return read


def line_of(words: str) -> int:
    """Return the line of the French conventions that says *words*."""
    text = CHECKOUT.path(conventions_path("fr")).read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


LEVELS = (("lower-alpha", ")"), ("lower-roman", ")"), ("lower-alpha", "."))
THREE_POINTS = "points:\n" + "".join(f'    - {{style: {style}, suffix: "{suffix}"}}\n' for style, suffix in LEVELS)
STYLES = "name: French\ncounter_styles: {own: {word: decimal, "
BROKEN = {
    "a counter style that is none": ("style: upper-roman", "style: upper-romn", 'there is no counter style "upper-romn"'),
    "a level too few": (THREE_POINTS, "points: []\n", '"points" must have a level at least'),
    "a placeholder that is none": ("{day} {month} {year}", "{day} {month} {month} {yaer}", '"date" does not know {yaer}'),
    "a placeholder that reaches into objects": ("{first} à", "{first} {first.__class__} à", "does not know {first.__class__}"),
    "a placeholder that is missing": ('one: "par. {n}"', 'one: "par."', '"one" must say where {n} stands'),
    "a pattern that is not closed": ("{paragraph}, {point}", "{paragraph}, {point", '"point_reference" is not a pattern'),
    "a locale that CLDR has not": ("months: fr,", "months: xx_YY,", 'CLDR has no locale "xx_YY"'),
    "too few months": ("months: fr,", "months: [janvier, février],", '"months" must be a CLDR locale or twelve names'),
    "too few digits": ("name: French", "name: French\ndigits: '012'", '"digits" must be the ten digits'),
    "a rule that is no regular expression": ("find: '(?<=", "find: '((?<=", "not a regular expression"),
    "a replacement with a group that is none": ("\\u202F\\\\1", "\\\\7", "invalid group reference"),
    "a misprint that is no regular expression": (r"find: '\(\s|", r"find: '(\(\s|", "not a regular expression"),
    "words that are no regular expression": (
        "editorial: {", "editorial: {wording: [{find: '(', use: a, why: b}], ", "not a regular expression",
    ),
    "a prefix that is no regular expression": (
        "doubled: [nous", "inflection: {prefixes: '('}\n  doubled: [nous", "not a regular expression",
    ),
    "a rule that is ignored without a reason": (
        "doubled: [nous", "ignore: {numbers: ' '}\n  doubled: [nous", '"numbers" is ignored without a reason',
    ),
    "a key that is none": ("direction: ltr", "direction: ltr\ndirecton: ltr", 'unknown key "directon"'),
    "a direction that is none": ("direction: ltr", "direction: up", '"direction" must be'),
    "a numeric style without ten symbols": ("name: French", STYLES + "system: numeric, symbols: [a]}}", "needs ten symbols"),
    "an alphabetic style without symbols": ("name: French", STYLES + "system: alphabetic}}", "needs symbols"),
    "an additive style in disorder": ("name: French", STYLES + "system: additive, additive: {1: i, 5: v}}}", "largest first"),
    "an additive style without one": ("name: French", STYLES + "system: additive, additive: {5: v}}}", "to 1"),
    "a style unknown to Word": (
        "name: French", "name: French\ncounter_styles: {own: {system: fixed, symbols: [a]}}", "neither its Word format",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), BROKEN.values(), ids=BROKEN)
def test_conventions_are_refused_with(broken: Callable[[str, str], list[Finding]], old: str, new: str, words: str) -> None:
    findings = broken(old, new)
    assert words in findings[0].message
    assert findings[0].source.path == "locales/fr/conventions.yaml"
    assert line_of("name: French") <= findings[0].source.line <= line_of(old) + 1


def test_a_misspelt_placeholder_is_told_with_the_right_one(broken: Callable[[str, str], list[Finding]]) -> None:
    findings = broken("{day} {month} {year}", "{day} {mont} {year}")
    assert [finding.hint for finding in findings] == ['did you mean "month"?', ""]
    assert {finding.source.line for finding in findings} == {line_of("{day} {month} {year}")}


def test_every_fault_of_the_conventions_is_told_at_once(broken: Callable[[str, str], list[Finding]]) -> None:
    findings = broken("name: French", "name: French\ndigits: '012'\ncounter_styles: {own: {system: alphabetic}}")
    assert [finding.rule for finding in findings] == ["counter-style", "counter-style", "digits"]


def test_conventions_that_are_no_group_of_keys_are_refused(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.path("locales/fr").mkdir(parents=True)
    project.path(conventions_path("fr")).write_text("- name: French\n", encoding="utf-8")
    with pytest.raises(GuidegenError, match="the file must be a group of keys"):
        read_language(project, "fr")


def test_a_language_without_conventions_is_refused_with_the_missing_file(tmp_path: Path) -> None:
    with pytest.raises(GuidegenError, match=r"locales/fr/conventions\.yaml: error: this file is missing"):
        read_language(Project(tmp_path), "fr")
