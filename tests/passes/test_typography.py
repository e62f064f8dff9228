"""The typographic rules of the conventions, on running text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.inlines import Emphasis, Foreign, Inline, Text, Untranslated
from guidegen.document.language import Language, TypographyRule
from guidegen.document.tree import Paragraph
from guidegen.document.walk import plain
from guidegen.locales.conventions import read_language
from guidegen.passes.typography import set_typography
from tests.builders import document, line, note, para, ref, section
from tests.conftest import CHECKOUT, LANGUAGES

NO_BREAK, NARROW = "\u00a0", "\u202f"
READ = {code: read_language(CHECKOUT, code) for code in LANGUAGES}


def typeset(language: Language, *parts: Inline | str) -> str:
    """Return a line of text as it is set; notes show nothing."""
    [paragraph] = set_typography(document(language, section("a", para("p", *parts)))).children[0].children
    assert isinstance(paragraph, Paragraph)
    return plain(paragraph.children)


def shown(text: str) -> str:
    """Return *text* with its hard spaces to be seen: ``~`` and, for narrow ones, ``|``."""
    return text.replace(NO_BREAK, "~").replace(NARROW, "|")


N = note("n", "x")

# -- French --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("questions :", "questions~:"),
        ("questions:", "questions~:"),
        ("questions: a", "questions~: a"),
        (f"questions{NARROW}:", "questions~:"),
        ("un ; deux", "un|; deux"),
        ("un; deux ! trois ?", "un|; deux|! trois|?"),
        (f"un{NO_BREAK};", "un|;"),
        ("« mot »", "«~mot~»"),
        ("«mot»", "«~mot~»"),
        (f"«{NARROW}mot{NARROW}» :", "«~mot~»~:"),
        ("(mot) ;", "(mot)|;"),
        ("“mot” !", "“mot”|!"),
        ("par. 3, art. 12 et chap. IV", "par.~3, art.~12 et chap.~IV"),
        ("n° 16", "n°~16"),
        ("10:30", "10:30"),
        ("https://www.un.org/a?b=c;d", "https://www.un.org/a?b=c;d"),
        ("A/CONF.213/PM.1", "A/CONF.213/PM.1"),
    ],
)
def test_french(text: str, expected: str) -> None:
    assert shown(typeset(READ["fr"], text)) == expected


# -- Chinese -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第 5 条", "第5条"),
        ("大会 2010 年", "大会2010年"),
        ("联合国 UNODC 的", "联合国UNODC的"),
        ("《公约》 第 5 条", "《公约》 第5条"),
        ("Treaty Series 第 1 卷", "Treaty Series第1卷"),
        ("见 2010 。", "见2010。"),
        ("A 和 B", "A和B"),
    ],
)
def test_chinese(text: str, expected: str) -> None:
    assert typeset(READ["zh"], text) == expected


# -- Russian -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("мир — труд", "мир~— труд"),
        ("26 ноября — 7 декабря", "26~ноября~— 7~декабря"),
        ("№ 16", "№~16"),
        ("пункт 5, пункты 6 и 7", "пункт~5, пункты~6 и 7"),
        ("статья 12 и статьи 13", "статья~12 и статьи~13"),
        ("стр. 4, том 2225", "стр.~4, том~2225"),
        ("27 февраля 2009 года", "27~февраля 2009~года"),
        ("2009 годовой", "2009~годовой"),
    ],
)
def test_russian(text: str, expected: str) -> None:
    assert shown(typeset(READ["ru"], text)) == expected


# -- English, Spanish and Arabic -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "paras. 3 and 5, chap. IV, vol. 2225, No. 39574", "paras.~3 and 5, chap.~IV, vol.~2225, No.~39574"),
        ("en", "See para. of", "See para. of"),
        ("es", "párr. 3, cap. IV, núm. 4, págs. 5", "párr.~3, cap.~IV, núm.~4, págs.~5"),
        ("ar", "الفقرة 3 ; :", "الفقرة 3 ; :"),
    ],
)
def test_abbreviations_keep_their_numbers(code: str, text: str, expected: str) -> None:
    assert shown(typeset(READ[code], text)) == expected


# -- what a rule sees ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "parts", "expected"),
    [
        ("fr", ("mot", N, " ; suite"), "mot|; suite"),
        ("fr", ("mot", N, "; suite"), "mot|; suite"),
        ("fr", (Emphasis(line("Titre")), " : suite"), "Titre~: suite"),
        ("fr", ("« ", Emphasis(line("mot")), " »"), "«~mot~»"),
        ("fr", ("un ", Emphasis(line("mot :")), " b"), "un mot~: b"),
        ("fr", ("mot", ";"), "mot|;"),
        ("fr", ("(", ref("p"), ") ;"), "()|;"),
    ],
)
def test_a_rule_sees_what_stands_beside_a_text(code: str, parts: tuple[Inline | str, ...], expected: str) -> None:
    assert shown(typeset(READ[code], *parts)) == expected


def test_a_rule_sees_the_number_of_a_reference() -> None:
    reference = replace(ref("p"), number="23")
    assert shown(typeset(READ["ru"], "пункт ", reference, " и")) == "пункт~23 и"
    assert typeset(READ["zh"], "见第 ", reference, " 段") == "见第23段"
    assert shown(typeset(READ["fr"], "par. ", reference, ";")) == "par.~23|;"


def test_a_reference_without_a_number_yet_is_no_neighbour() -> None:
    assert shown(typeset(READ["ru"], "пункт ", ref("p"), " и")) == "пункт  и"


@pytest.mark.parametrize("kind", [Foreign, Untranslated])
def test_words_in_another_language_stay_as_they_are(kind: type[Foreign | Untranslated]) -> None:
    assert shown(typeset(READ["fr"], "un ; ", kind(line("two; three"), "en", "ltr"), " ; trois")) == "un|; two; three|; trois"


def test_notes_headings_and_contents_are_set_too() -> None:
    chapter = section("a", para("p", "x", note("n", "note ;")), title=line("Titre :"))
    done = set_typography(document(READ["fr"], chapter))
    assert shown(plain(done.children[0].title)) == "Titre~:"
    [paragraph] = done.children[0].children
    assert isinstance(paragraph, Paragraph)
    assert [shown(plain(one.children)) for one in paragraph.children if hasattr(one, "children")] == ["note|;"]


def test_rules_are_applied_in_their_order(english: Language) -> None:
    rules = (TypographyRule("a", "b", "first"), TypographyRule("b", "c", "second"))
    assert typeset(replace(english, typography=rules), "abc") == "ccc"


def test_a_language_without_rules_leaves_the_same_document(arabic: Language) -> None:
    tree = document(arabic, section("a", para("p", "x")))
    assert set_typography(tree) is tree


def test_a_rule_never_takes_from_its_neighbours(english: Language) -> None:
    language = replace(english, typography=(TypographyRule("b *c", "_", "swallows"),))
    assert typeset(language, "ab", Emphasis(line("cd"))) == "abcd"


WORDS = st.text(alphabet="aé5 \u00a0:;!?«»().第5条пункт", max_size=8)


@pytest.mark.parametrize("code", LANGUAGES)
@given(words=st.lists(WORDS, min_size=1, max_size=4))
def test_only_spaces_change(code: str, words: list[str]) -> None:
    parts = [Text(word) for word in words]
    result = typeset(READ[code], *parts)
    assert [character for character in result if not character.isspace()] == [
        character for character in "".join(words) if not character.isspace()
    ]


@pytest.mark.parametrize("code", LANGUAGES)
@given(text=WORDS)
def test_setting_a_text_twice_changes_nothing_more(code: str, text: str) -> None:
    once = typeset(READ[code], text)
    assert typeset(READ[code], once) == once
