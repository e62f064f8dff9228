"""Which phrases of the other direction are isolated. In the tables ``⟨…⟩`` is an isolate, ``*…*`` emphasis, ``[n]`` a note."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.inlines import (
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Isolate,
    Note,
    Pending,
    Reference,
    Text,
    Untranslated,
)
from guidegen.document.language import Language
from guidegen.document.tree import Paragraph
from guidegen.document.walk import walk
from guidegen.locales.conventions import read_language
from guidegen.passes.direction import isolate_phrases, split
from tests.builders import HERE, box, document, line, note, para, plain_para, ref, section
from tests.conftest import CHECKOUT

READ = {code: read_language(CHECKOUT, code) for code in ("ar", "en")}
N = note("n", "ملاحظة")


def isolated(language: Language, *parts: Inline | str) -> str:
    """Return a line of text with its isolates to be seen."""
    [paragraph] = isolate_phrases(document(language, section("a", para("p", *parts)))).children[0].children
    assert isinstance(paragraph, Paragraph)
    return shown(paragraph.children)


def shown(inlines: tuple[Inline, ...]) -> str:
    marks = {Isolate: "⟨{}⟩", Emphasis: "*{}*", Citation: "{}", Foreign: "[{}]", Untranslated: "⟦{}⟧"}
    parts: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            parts.append(inline.value)
        elif isinstance(inline, Isolate | Emphasis | Citation | Foreign | Untranslated):
            parts.append(marks[type(inline)].format(shown(inline.children)))
        else:
            parts.append({Note: "[n]", Pending: "[…]"}.get(type(inline), "[ref]"))
    return "".join(parts)


# -- lines in Arabic -------------------------------------------------------------------------------------------------------------

ARABIC_LINES = {
    "Arabic alone": "الجمعية العامة",
    "a symbol": "الوثيقة ⟨A/CONF.213/PM.1⟩ عن",
    "a symbol at the end of a sentence": "في الوثيقة ⟨E/CN.15/2009/CRP.1⟩.",
    "a symbol in parentheses": "(⟨A/CONF.213/18⟩)",
    "a symbol and its year in parentheses": "الوثيقة ⟨A/CONF.213/PM.1 (2004)⟩ عن",
    "two symbols joined by an Arabic word": "⟨A/RES/60/177⟩ و⟨E/2009/30⟩",
    "two symbols with an Arabic comma between": "⟨A/RES/60/177⟩، ⟨E/2009/30⟩",
    "two symbols with a Latin comma between": "⟨A/RES/60/177, E/2009/30⟩ و",
    "a symbol that begins with a number": "المقرر ⟨1/CP.15⟩ من",
    "a resolution with a letter behind its number": "القرار 155 ⟨C (VII)⟩ من",
    "an ordinal in Latin letters": "⟨15th Congress⟩ في",
    "a number without letters": "القرار 60/177 المؤرخ 16 كانون الأول/ديسمبر 2005",
    "a range of paragraphs": "الفقرات ⟨23⟩-⟨25⟩ و50",
    "a range of days": "⟨12⟩-⟨19⟩ نيسان/أبريل 2010",
    "a percentage": "نسبة ⟨50⟩% من",
    "a percentage behind Latin letters": "⟨UNODC 50%⟩ من",
    "an amount of money": "⟨US$ 5⟩ مليون",
    "Arabic digits behind Latin letters": "⟨UNODC⟩ ٥٠ في",
    "an abbreviation in parentheses": "مكتب الأمم المتحدة (⟨UNODC⟩) في",
    "parentheses inside a Latin phrase": "⟨Interpol (ICPO)⟩ في",
    "parentheses with an Arabic word behind a Latin phrase": "⟨Interpol⟩ (⟨ICPO⟩ والشرطة) في",
    "parentheses that end between two Latin words": "(مكتب ⟨UNODC⟩) ⟨Vienna⟩ و",
    "parentheses with a year and an Arabic word": "⟨UNODC⟩ (2004، قرار)",
    "a quotation of Latin words": "“⟨Treaty Series⟩” المجلد",
    "a quotation inside a Latin phrase": "⟨the “Treaty Series”⟩ المجلد",
    "a Latin word in Arabic quotation marks": "«⟨UNODC⟩»",
    "Latin words in quotation marks with Arabic ones": "“⟨Treaty Series⟩ المجلد”",
    "a Latin citation with its volume": "⟨United Nations, Treaty Series, vol. 2225, No. 39574⟩.",
    "a slash between Latin and Arabic": "⟨UNODC⟩/الأمم",
    "an address": "الموقع ⟨https://www.un.org/a?b=c#d⟩.",
    "an address that ends with a slash": "الموقع ⟨https://www.un.org/⟩.",
    "an address of electronic mail": "البريد ⟨a.b@un.org⟩؟",
    "a name that ends with a sign": "لغة ⟨C++⟩ و⟨C#⟩ في",
    "an apostrophe": "كتاب ⟨Children’s rights⟩ في",
    "a Latin word with a combining mark": "⟨cafe\u0301⟩ في",
    "a dash between Latin words": "⟨Vienna – Salvador⟩ في",
    "a question in Arabic behind Latin letters": "ما هو ⟨UNODC⟩؟",
    "a Latin letter in a list": "الفقرتان ⟨a⟩ و⟨b⟩",
}  # fmt: skip


@pytest.mark.parametrize("expected", ARABIC_LINES.values(), ids=ARABIC_LINES)
def test_in_an_arabic_line(expected: str) -> None:
    assert isolated(READ["ar"], expected.replace("⟨", "").replace("⟩", "")) == expected


ACROSS = {
    "emphasis inside a citation": (
        ("الأمم المتحدة، ", *line("United Nations, "), Emphasis(line("Treaty Series")), ", vol. 2225."),
        "الأمم المتحدة، ⟨United Nations, *Treaty Series*, vol. 2225⟩.",
    ),
    "emphasis of both directions": (
        ("انظر ", Emphasis(line("المجلد Treaty")), " Series في"),
        "انظر *المجلد *⟨*Treaty* Series⟩ في",
    ),
    "emphasis of another direction at the end": (("UN ", Emphasis(line("نص"))), "⟨UN⟩ *نص*"),
    "a whole citation": (
        (Citation("x", children=line("United Nations, vol. 2225"), source=HERE), "، الفقرة 3"),
        "⟨United Nations, vol. 2225⟩، الفقرة 3",
    ),
    "a citation cut where its language changes": (
        (Citation("x", children=line("UN, vol. 2225، الفقرة 3"), source=HERE), " و"),
        "⟨UN, vol. 2225⟩، الفقرة 3 و",
    ),
    "a note ends a phrase": (("UN ", N, " Vienna"), "⟨UN⟩ [n] ⟨Vienna⟩"),
    "parentheses around a note": (("UN (a", N, "b) في"), "⟨UN⟩ (⟨a⟩[n]⟨b⟩) في"),
    "the number of a reference behind Latin letters": (("UN ", replace(ref("p"), number="23"), " في"), "⟨UN [ref]⟩ في"),
    "an Arabic number of a reference": (("UN ", replace(ref("p"), number="ثالثاً"), " في"), "⟨UN⟩ [ref] في"),
    "the number of a reference in Arabic words": (("الفقرة ", replace(ref("p"), number="23"), " من"), "الفقرة [ref] من"),
    "a symbol with a pending number": (("E/CN.15/2009/CRP.", Pending(), " و"), "⟨E/CN.15/2009/CRP.[…]⟩ و"),
    "words marked as foreign": (("نص ", Foreign(line("Habeas corpus"), "la", "ltr"), " UN"), "نص [Habeas corpus] ⟨UN⟩"),
    "Arabic inside words marked as foreign": (
        (Foreign(line("the term ثالثاً here"), "en", "ltr"), " نص"), "[the term ⟨ثالثاً⟩ here] نص",
    ),
    "untranslated words": ((Untranslated(line("One UN text, with نص inside"), "en", "ltr"),), "⟦One UN text, with ⟨نص⟩ inside⟧"),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), ACROSS.values(), ids=ACROSS)
def test_in_an_arabic_line_of_several_parts(parts: tuple[Inline | str, ...], expected: str) -> None:
    assert isolated(READ["ar"], *parts) == expected


def test_an_isolate_knows_its_direction_and_its_place() -> None:
    [paragraph] = isolate_phrases(document(READ["ar"], section("a", para("p", "نص UN")))).children[0].children
    [isolate] = [node for node in walk(paragraph) if isinstance(node, Isolate)]
    assert (isolate.direction, isolate.source) == ("ltr", HERE)


# -- lines in English ------------------------------------------------------------------------------------------------------------

ENGLISH_LINES = {
    "English alone": "General Assembly, 12–19 April 2010 (50%)",
    "an Arabic word": "the term ⟨قرار⟩ here",
    "an Arabic phrase": "called ⟨قرار الجمعية العامة⟩.",
    "an Arabic word with a final mark": "chapter ⟨ثالثاً⟩, he said",
    "an Arabic word in quotation marks": "“⟨قرار⟩”",
    "an Arabic phrase with a quotation": "⟨قرار “الجمعية”⟩ here",
    "two Arabic words with an English one between": "⟨قرار⟩ and ⟨عام⟩",
    "Arabic words with a number between": "⟨قرار 50 عام⟩ here",
    "parentheses with words of both": "⟨قرار⟩ (or ⟨عام⟩) here",
    "Hebrew": "the word ⟨שלום⟩ here",
}


@pytest.mark.parametrize("expected", ENGLISH_LINES.values(), ids=ENGLISH_LINES)
def test_in_an_english_line(expected: str) -> None:
    assert isolated(READ["en"], expected.replace("⟨", "").replace("⟩", "")) == expected


# -- where ---------------------------------------------------------------------------------------------------------------------


def test_headings_notes_boxes_and_points_are_lines_of_their_own() -> None:
    chapter = section("a", para("p", "UN", note("n", "UN")), box("b", plain_para("q", "UN")), title=line("فصل UN"))
    tree = isolate_phrases(document(READ["ar"], chapter))
    inside = [
        node.value
        for one in walk(tree.children[0])
        if isinstance(one, Isolate)
        for node in one.children
        if isinstance(node, Text)
    ]
    assert inside == ["UN", "UN", "UN", "Focus", "Title", "UN"]


# -- laws ------------------------------------------------------------------------------------------------------------------------

ALPHABET = "aZ ثم5٥%$,.;/()[]“”«»‘’-–،؟\u0301\u064b\u00a0"
PIECES = st.recursive(
    st.one_of(
        st.text(alphabet=ALPHABET, min_size=1, max_size=8).map(lambda value: Text(value, source=HERE)),
        st.sampled_from([Pending(), Reference("p", number="7"), note("n", ".")]),
    ),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda children: Emphasis(tuple(children), source=HERE)),
    max_leaves=6,
)


def characters(inlines: tuple[Inline, ...]) -> str:
    """Return the characters of a line, whatever they stand in, each node without words as one."""
    parts: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            parts.append(inline.value)
        elif isinstance(inline, Emphasis | Isolate):
            parts.append(characters(inline.children))
        else:
            parts.append("\ufffc")
    return "".join(parts)


def line_of(run: list[Inline], code: str) -> tuple[Inline, ...]:
    """Return *run* as a line with its phrases isolated."""
    [paragraph] = isolate_phrases(document(READ[code], section("a", para("p", *run)))).children[0].children
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


@pytest.mark.parametrize("code", ["ar", "en"])
@given(run=st.lists(PIECES, min_size=1, max_size=5))
def test_isolating_loses_no_character_and_moves_none(code: str, run: list[Inline]) -> None:
    assert characters(line_of(run, code)) == characters(tuple(run))


@pytest.mark.parametrize(("code", "own"), [("ar", "ثم٥،؟"), ("en", "aZ")])
@given(run=st.lists(PIECES, min_size=1, max_size=5))
def test_every_letter_of_the_other_direction_and_none_of_the_own_is_isolated(code: str, own: str, run: list[Inline]) -> None:
    done = line_of(run, code)
    inside = "".join(characters(node.children) for inline in done for node in walk(inline) if isinstance(node, Isolate))
    everything = characters(tuple(run))
    others = {"ar": "aZ", "en": "ثم٥"}[code]
    assert not set(own) & set(inside)
    assert sorted(one for one in inside if one in others) == sorted(one for one in everything if one in others)


@given(run=st.lists(PIECES, min_size=1, max_size=5))
def test_an_isolate_begins_and_ends_without_a_space_and_has_words(run: list[Inline]) -> None:
    for node in (node for inline in line_of(run, "ar") for node in walk(inline) if isinstance(node, Isolate)):
        assert characters(node.children).strip() == characters(node.children) != ""


@given(text=st.text(alphabet="aث (5", max_size=12), at=st.integers(0, 12))
def test_splitting_a_line_gives_its_two_parts(text: str, at: int) -> None:
    run = (Text(text[:3], source=HERE), Emphasis((Text(text[3:], source=HERE),), source=HERE))
    left, right = split(run, at)
    assert (characters(left), characters(right)) == (text[:at], text[at:])
