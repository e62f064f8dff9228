"""The pool of a language's translations: what a message finds in it, and what is left."""

from __future__ import annotations

from guidegen.locales.po_file import Entry, PoFile
from guidegen.translation.messages import SourceMessage
from guidegen.translation.pool import Found, Pool, obsolete

HEADER = Entry("", "", "Language: fr\n")


def pool(entries: list[Entry], *messages: SourceMessage) -> Pool:
    return Pool({"a": PoFile("a.po", HEADER, tuple(entries))}, {"a": messages})


def message(context: str, text: str) -> SourceMessage:
    return SourceMessage(context, text, "where", ("content/a.md",))


def taken(found: Pool) -> dict[str, str]:
    return {message.context: one.entry.string for _, message, one in found.matched()}


def test_a_message_finds_its_own_before_another_finds_it() -> None:
    entries = [Entry("x", "Word", "Mot"), Entry("gone", "Word", "Parole")]
    assert taken(pool(entries, message("new", "Word"), message("x", "Word"))) == {"x": "Mot", "new": "Parole"}


def test_a_live_translation_is_found_before_an_obsolete_one() -> None:
    entries = [Entry("x", "Word", "Parole", obsolete=True), Entry("x", "Word", "Mot")]
    assert taken(pool(entries, message("x", "Word"))) == {"x": "Mot"}


def test_the_latest_of_several_earlier_texts_is_found() -> None:
    entries = [Entry("x", text, text, obsolete=True) for text in ("First", "Second")]
    assert taken(pool(entries, message("x", "Third"))) == {"x": "Second"}


def test_an_empty_translation_is_none() -> None:
    assert taken(pool([Entry("x", "Word", " ")], message("x", "Word"))) == {}


def test_what_nobody_took_is_left() -> None:
    made = pool([Entry("x", "Word", "Mot"), Entry("y", "Other", "Autre")], message("x", "Word"))
    assert list(made.matched())
    assert [(entry.context, entry.obsolete) for entry in made.left("a", ())] == [("y", True)]


def test_an_earlier_text_is_left_although_it_was_taken() -> None:
    made = pool([Entry("x", "Word", "Mot")], message("x", "Words"))
    [(_, _, found)] = made.matched()
    assert [entry.id for entry in made.left("a", {found.where})] == ["Word"]


def test_remarks_without_a_translation_are_kept_for_their_message() -> None:
    made = pool([Entry("x", "Word", "", comments=("ask",)), Entry("y", "Gone", "", comments=("why",))], message("x", "Word"))
    assert list(made.remarks("x")) == ["ask"]
    assert [entry.comments for entry in made.left("a", ())] == [("why",)]


def test_the_number_of_an_obsolete_context_is_no_part_of_it() -> None:
    assert Found(Entry("a.x~2", "Word", obsolete=True), "a", 0).home == "a.x"
    assert Found(Entry("a.x~2", "Word"), "a", 0).home == "a.x~2"


def test_an_obsolete_entry_keeps_what_people_wrote() -> None:
    entry = Entry("x", "Word", "Mot", flags=("fuzzy", "md-text"), comments=("kept",), extracted=("where",), references=("a.md",))
    assert list(obsolete(entry)) == [Entry("x", "Word", "Mot", flags=("fuzzy",), comments=("kept",), obsolete=True)]
    assert list(obsolete(Entry("x", "Word"))) == []
