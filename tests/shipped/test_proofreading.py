"""The rules for translations on the shipped catalogues: none finds anything there, and each finds the mistakes sown into them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest

from guidegen.document.language import Language
from guidegen.loading import Loaded
from guidegen.locales.catalogues import Message
from guidegen.locales.glossary import read_glossary
from guidegen.translation.check import check_language, read_catalogues, rule_findings, usual_translations
from guidegen.translation.rules.facts import dates_of, numbers_of
from guidegen.translation.rules.punctuation import END_MARKS, last_mark
from guidegen.translation.rules.segment import AT_A_WORD, Languages, Segment, without_marks
from guidegen.translation.rules.table import BY_ID, RULES
from guidegen.translation.rules.terms import longest_first, plain, stems, terms_in
from tests.conftest import CHECKOUT, LANGUAGES

SOURCE = "en"
TRANSLATED = [code for code in LANGUAGES if code != SOURCE]
FEWEST, MOST = 5, 25
MARK = re.compile(r"\[[@^][^\]]+\]|\[\]\([^)]+\)")
NOTE = re.compile(r"\[[@^][^\]]+\]")
WORD = re.compile(r"(?<![\w{-])[^\W\d_]{4,}(?![\w}])")
# letters that look alike, or are alike in width only
LOOK_ALIKES: Mapping[str, Mapping[str, str]] = {
    "fr": {"a": "а", "e": "е", "o": "о"},
    "es": {"a": "а", "e": "е", "o": "о"},
    "ru": {"а": "a", "е": "e", "о": "o"},
    "ar": {"ا": "l", "ه": "o", "ل": "J"},
    "zh": {"一": "Ꭰ", "人": "А", "工": "エ", "口": "ロ", "二": "ニ", "的": "Ａ"},
}
# for each misprint of a language's conventions, in their order, what makes it of a sound text
MISPRINTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "fr": ((r"(?<=\w), ", " , "), (r"\((?=\w)", "( "), (r", (?=[a-z])", ","), ("œ", "oe"), ("É(?=tat|gal|cole|quip|tud)", "E")),
    "es": (("¿", ""), (r"\.$", "!"), (r"(?<=\w), ", " , "), ("¿", "¿ "), (r", (?=[a-z])", ",")),
    "ru": ((r"(?<=\w), ", " , "), (r"(?<=\w)\)", " )"), (r", (?=[а-я])", ","), (" [—–] ", " - "), (r"(?<=\d) года(?!\w)", " г.")),
    "ar": (("،", ","), (r"(?<=\w)،", " ،"), (r"، (?=\w)", "،"), (r"\((?=\w)", "( "), (r"(?<=\w)ر(?=\w)", "ـر"), ("ك", "ک")),
    "zh": (("，", ","), ("。(?=.)", "."), ("、", "、 "), ("的(?=[\u4e00-\u9fff])", "的 "), ("，", "，，")),
}  # fmt: skip


@pytest.fixture(scope="module", params=TRANSLATED)
def sown(request: pytest.FixtureRequest, checkout: Loaded) -> tuple[Languages, tuple[Message, ...]]:
    """A pair of languages, and every translation of its catalogues."""
    source, target = checkout.languages[SOURCE], checkout.languages[request.param]
    messages = tuple(read_catalogues(CHECKOUT, target.code).translations())
    terms = longest_first(read_glossary(CHECKOUT), SOURCE)
    return Languages(source, target, terms, usual_translations(messages)), messages


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_rule_finds_anything_in_the_catalogues(checkout: Loaded, language: str) -> None:
    terms = read_glossary(CHECKOUT)
    assert list(check_language(CHECKOUT, checkout.languages[SOURCE], checkout.languages[language], terms)) == []


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_each_rule_finds_the_mistakes_that_are_sown(sown: tuple[Languages, tuple[Message, ...]], rule: str) -> None:
    languages, messages = sown
    if rule == "misprint":
        assert len(MISPRINTS[languages.target.code]) == len(languages.target.proofreading.misprints)
    for sower in sowers(rule, languages):
        mistakes = [made for message in messages for made in [sower(message)] if made is not None and made != message]
        if rule == "no-break-space" and not languages.target.proofreading.no_break:
            found = [one for mistake in mistakes for one in rule_findings(BY_ID[rule], Segment(mistake, languages))]
            assert not found, "the conventions say that the language has no such spaces"
            continue
        assert len(mistakes) >= FEWEST
        for mistake in mistakes[:: max(1, len(mistakes) // MOST)]:
            assert list(rule_findings(BY_ID[rule], Segment(mistake, languages))), f"{mistake.source}: {mistake.string}"


def sowers(rule: str, languages: Languages) -> Iterator[Callable[[Message], Message | None]]:
    """Yield what makes a mistake against *rule* of a sound message; it returns None where the message has no room for it."""
    if rule == "misprint":
        for find, made in MISPRINTS[languages.target.code]:
            yield lambda message, find=find, made=made: with_text(message, re.sub(find, made, outside_marks(message), count=1))
    else:
        yield lambda message: SOWERS[rule](message, languages)


def outside_marks(message: Message) -> str:
    """The translation without marks: what is changed in it is no mark."""
    return "" if "[](" in message.string else AT_A_WORD.sub("", message.string)


def with_text(message: Message, text: str | None) -> Message | None:
    """*message* with *text* for its translation, None without a text or a change; no comment lets the mistake pass."""
    unchanged = text in {message.string, AT_A_WORD.sub("", message.string), None, ""}
    return None if unchanged else replace(message, string=text, comments=())


def drop(pattern: str, text: str) -> str:
    return re.sub(pattern, "", text, count=1)


def rename_placeholder(message: Message, _: Languages) -> Message | None:
    return with_text(message, re.sub(r"\{(\w+)\}", r"{\1s}", message.string, count=1))


def make_bold(message: Message, _: Languages) -> Message | None:
    return with_text(message, re.sub(r"^(\w+)", r"**\1**", message.string))


def lose_mark(message: Message, _: Languages) -> Message | None:
    return with_text(message, MARK.sub("", message.string, count=1))


def exchange_notes(message: Message, _: Languages) -> Message | None:
    notes = NOTE.findall(message.string)
    if len(set(notes)) < 2 or len(set(notes)) < len(notes):
        return None
    turned = dict(zip(notes, [notes[1], notes[0], *notes[2:]], strict=True))
    return with_text(message, NOTE.sub(lambda note: turned[note[0]], message.string))


def make_italic(message: Message, _: Languages) -> Message | None:
    return with_text(message, re.sub(r"^(\w+)", r"*\1*", message.string))


def pass_limit(message: Message, _: Languages) -> Message | None:
    flagged = replace(message, flags=(*message.flags, f"max-length:{len(without_marks(message.string).strip())}"))
    return with_text(flagged, f"{message.string}x")


def drop_digit(message: Message, _: Languages) -> Message | None:
    text, wanted = outside_marks(message), numbers_of(message.id)
    for number, times in wanted.items():
        if (
            len(number) > 1
            and number.isdecimal()
            and number in text
            and numbers_of(text)[number] == times
            and f"{number}s" not in message.id
        ):
            return with_text(message, text.replace(number, number[:-1]))
    return None


def change_month(message: Message, languages: Languages) -> Message | None:
    source, target = languages.source, languages.target.dates
    for date in dates_of(message.id, source.dates.day, source.proofreading.range_words):
        right, wrong = target.format_date(date), target.format_date(date.replace(day=3, month=date.month % 12 + 1))
        return with_text(message, message.string.replace(right, wrong))
    return None


def exchange_symbols(message: Message, _: Languages) -> Message | None:
    """No shipped text has a symbol outside its citations: two are put into both, in the translation the wrong way round."""
    told = replace(message, id=f"{message.id} A/64/82, A/CONF.203/18")
    return with_text(told, f"{message.string} A/CONF.203/18, A/64/82")


def drop_end_mark(message: Message, languages: Languages) -> Message | None:
    marks = END_MARKS + "".join(languages.target.proofreading.end_marks.values())
    mark = last_mark(message.string, marks)
    place = message.string.rfind(mark) if mark else -1
    return (
        with_text(message, message.string[:place] + message.string[place + 1 :])
        if last_mark(message.id, END_MARKS) and mark
        else None
    )


def lose_bracket(message: Message, languages: Languages) -> Message | None:
    marks = "".join(map(re.escape, {mark.strip() for mark in languages.target.quotes[:2]} | {*"()（）《》"}))
    return with_text(message, drop(f"[{marks}]", outside_marks(message)))


def use_typewriter_marks(message: Message, _: Languages) -> Message | None:
    return with_text(message, re.sub(r"^(\w+)", r'"\1"', message.string))


def break_line(message: Message, languages: Languages) -> Message | None:
    return with_text(message, re.sub("[\u00a0\u202f]", " ", message.string, count=1))


def double_word(message: Message, languages: Languages) -> Message | None:
    text = outside_marks(message)
    space = " " if languages.target.proofreading.spaced else ""
    mixed = not languages.target.proofreading.spaced and re.search("[A-Za-z]", (WORD.search(text) or [""])[0])
    return None if mixed else with_text(message, WORD.sub(lambda word: f"{word[0]}{space}{word[0]}", text, count=1))


def exchange_letter(message: Message, languages: Languages) -> Message | None:
    alike = LOOK_ALIKES[languages.target.code]
    found = re.search(rf"(?<=[^\W\dA-Z_])(?:{'|'.join(alike)})(?=[^\W\d_])", outside_marks(message))
    if found is None or "{" in message.string:
        return None
    text = outside_marks(message)
    return with_text(message, text[: found.start()] + alike[found[0]] + text[found.end() :])


def leave_words(message: Message, languages: Languages) -> Message | None:
    found = re.search(r"\b(?:of|the|and|with|which) [a-z]{3,}\b", without_marks(message.id))
    return with_text(message, f"{message.string} {found[0]}") if found else None


def copy_source(message: Message, _: Languages) -> Message | None:
    return with_text(message, message.id) if len(re.findall("[a-z]{3,}", re.sub(r"\{\w+\}", "", message.id))) > 2 else None


def translate_otherwise(message: Message, languages: Languages) -> Message | None:
    return with_text(message, f"{message.string} 1") if message.id in languages.usual else None


def lose_term(message: Message, languages: Languages) -> Message | None:
    term = next(terms_in(message.id, languages.terms, SOURCE), None)
    return with_text(message, without_term(message.string, term.forms[languages.target.code], languages.target)) if term else None


def without_term(text: str, forms: tuple[str, ...], language: Language) -> str:
    """*text* without any form of a term: without every word that has one of its stems."""
    inflection = language.proofreading.inflection
    if not inflection.inflected:
        marks = re.compile(f"[{inflection.overlooked}]")
        return re.sub("|".join(marks.sub("", form) for form in forms), "", marks.sub("", text))
    kept = {stem for form in forms for stem in stems(form, inflection)}
    return re.sub(r"\w+", lambda word: "" if any(stem in plain(word[0], inflection) for stem in kept) else word[0], text)


SOWERS: Mapping[str, Callable[[Message, Languages], Message | None]] = {
    "placeholders": rename_placeholder,
    "markdown": make_bold,
    "marks": lose_mark,
    "note-order": exchange_notes,
    "italics": make_italic,
    "max-length": pass_limit,
    "numbers": drop_digit,
    "dates": change_month,
    "symbols": exchange_symbols,
    "edge-space": lambda message, _: with_text(message, f"{message.string} "),
    "double-space": lambda message, _: with_text(message, re.sub(r"(?<=\w)(?=[،,，.。])", "  ", message.string, count=1)),
    "end-mark": drop_end_mark,
    "brackets": lose_bracket,
    "quotation-marks": use_typewriter_marks,
    "no-break-space": break_line,
    "doubled-word": double_word,
    "script": exchange_letter,
    "untranslated-words": leave_words,
    "unchanged": copy_source,
    "inconsistent": translate_otherwise,
    "glossary": lose_term,
}


def test_every_rule_has_its_sower() -> None:
    assert {*SOWERS, "misprint"} == {*BY_ID}


def test_every_language_is_checked_by_its_letters_and_marks(languages: dict[str, Language]) -> None:
    for code in TRANSLATED:
        assert languages[code].proofreading.scripts
        assert languages[code].proofreading.misprints
        assert languages[code].proofreading.ignore == {}
