"""The words of the site: translated, or marked as what they are; never markup of somebody else's."""

from __future__ import annotations

from guidegen.content.text import Text
from guidegen.document.language import Language
from guidegen.errors import Source
from guidegen.localize import Translator
from guidegen.site.words import Words
from tests.conftest import CHECKOUT


def words(languages: dict[str, Language], code: str) -> Words:
    return Words(Translator(CHECKOUT, languages[code], languages["en"]))


def test_words_are_translated_and_filled(languages: dict[str, Language]) -> None:
    assert words(languages, "fr").pgettext("site.size", "{number} kB", number=3) == "3\u00a0ko"
    assert words(languages, "en").pgettext("site.size", "{number} kB", number=3) == "3 kB"


def test_words_without_a_translation_say_their_language(languages: dict[str, Language]) -> None:
    said = words(languages, "ar").pgettext("site.nowhere", "Not in any catalogue")
    assert said == '<span lang="en" dir="ltr">Not in any catalogue</span>'


def test_words_and_values_are_escaped(languages: dict[str, Language]) -> None:
    assert words(languages, "en").pgettext("site.x", "a < {b}", b="<i>{b}") == "a &lt; &lt;i&gt;{b}"


def test_titles_stand_without_notes_and_emphasis(languages: dict[str, Language]) -> None:
    text = Text("x", "A *title*[^note] of [@crc, art. 4] its own", Source("content/test.md"))
    assert words(languages, "en").text(text) == "A title of  its own"
