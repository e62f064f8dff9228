from __future__ import annotations

from dataclasses import replace

from guidegen.content.markdown import MarkdownFile, parse_markdown
from guidegen.content.model import ProseFacts
from guidegen.content.text import Text
from guidegen.content.texts import replace_texts, texts
from guidegen.loading import Loaded
from guidegen.resources.files import SourceFile

FILE = """\
---
title: Youth
---

{#a}
## First

{#b}
Words[^n] and words:

- {#c}
  A point.

{#d}
### Second

[^n]: A note.
"""


def read() -> MarkdownFile[ProseFacts]:
    return parse_markdown(SourceFile("content/x.md", FILE), "x", ProseFacts)


def louder(text: Text) -> Text:
    return replace(text, text=text.text.upper())


def test_texts_come_in_order_and_each_before_its_notes() -> None:
    assert [text.text for text in texts(read())] == ["Youth", "First", "Words[^n] and words:", "A note.", "A point.", "Second"]


def test_every_text_is_replaced_notes_and_records_included() -> None:
    words = [text.text for text in texts(replace_texts(read(), louder))]
    assert words == ["YOUTH", "FIRST", "WORDS[^N] AND WORDS:", "A NOTE.", "A POINT.", "SECOND"]


def test_what_holds_no_changed_text_is_the_same_object() -> None:
    file = read()
    assert replace_texts(file, lambda text: text) is file
    changed = replace_texts(file, lambda text: louder(text) if text.text == "Second" else text)
    assert changed.facts is file.facts
    assert changed.sections[0].blocks is file.sections[0].blocks
    assert changed.sections[0].sections[0].title.text == "SECOND"


def test_a_record_keeps_its_place_when_its_texts_are_replaced(checkout: Loaded) -> None:
    assert checkout.content
    congress = checkout.content.congress
    changed = replace_texts(congress, louder)
    assert changed.name.text == congress.name.text.upper()
    assert (changed.source, changed.number, changed.dates) == (congress.source, congress.number, congress.dates)


def test_every_text_of_the_shipped_content_has_a_context_of_its_own(checkout: Loaded) -> None:
    contexts = [text.context for text in texts(checkout.content)]
    assert len(contexts) > 400
    assert len(contexts) == len(set(contexts))


def test_a_value_without_texts_has_none() -> None:
    assert list(texts(("a", 5, {"b": None}))) == []
    assert replace_texts({"a": (1, 2)}, louder) == {"a": (1, 2)}
