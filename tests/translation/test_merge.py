"""The merge of catalogues with the source texts: what each message takes, and the law that nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidegen.locales.po_file import Entry, PoFile, po_bytes
from guidegen.locales.po_reader import parse_po
from guidegen.resources.files import SourceFile
from guidegen.translation.merge import Merged, Outcome, merge
from guidegen.translation.messages import SourceMessage

HEADER = Entry("", "", "Language: fr\nContent-Type: text/plain; charset=UTF-8\nX-Review-Status: reviewed\n")


def message(context: str, text: str, limit: int = 0) -> SourceMessage:
    return SourceMessage(context, text, "where", ("content/a.md",), limit=limit)


def gone(context: str, text: str, string: str) -> Entry:
    return Entry(context, text, string, obsolete=True)


def file(*entries: Entry, stem: str = "a") -> PoFile:
    return PoFile(f"{stem}.po", HEADER, entries)


def merged(entries: Sequence[Entry], *messages: SourceMessage) -> PoFile:
    """Return one catalogue after its merge."""
    return merge({"a": file(*entries)}, {"a": messages}).files["a"]


def outcomes(result: Merged) -> dict[str, Outcome]:
    return {change.context: change.outcome for change in result.changes}


def said(file: PoFile) -> list[tuple[str, str, str, bool]]:
    """What the live entries say."""
    return [(entry.context, entry.id, entry.string, entry.fuzzy) for entry in file.live]


def buried(file: PoFile) -> list[tuple[str, str, str]]:
    return [(entry.context, entry.id, entry.string) for entry in file.entries if entry.obsolete]


# -- kept ----------------------------------------------------------------------------------------------------------------------


def test_the_same_text_in_the_same_context_keeps_its_translation() -> None:
    result = merge({"a": file(Entry("x", "Word", "Mot"))}, {"a": [message("x", "Word")]})
    assert said(result.files["a"]) == [("x", "Word", "Mot", False)]
    assert outcomes(result) == {"x": Outcome.KEPT}


def test_what_the_source_says_of_a_message_is_written_anew() -> None:
    old = Entry("x", "Word", "Mot", flags=("max-length:9", "no-wrap"), extracted=("old",), references=("old.md",))
    [entry] = merged([old], message("x", "Word", limit=60)).live
    assert (entry.extracted, entry.references) == (("where", "In every guide", "At most 60 characters"), ("content/a.md",))
    assert entry.flags == ("no-wrap", "md-text", "max-length:60")


@pytest.mark.parametrize("text", ["Word", "Words"])
@pytest.mark.parametrize("string", ["Mot", ""])
def test_the_remarks_of_translators_stay(text: str, string: str) -> None:
    [entry] = merged([Entry("x", "Word", string, comments=("ask Geneva",))], message("x", text)).live
    assert entry.comments == ("ask Geneva",)


def test_a_fuzzy_translation_stays_fuzzy_with_its_earlier_text() -> None:
    old = Entry("x", "Words", "Mot", flags=("fuzzy",), previous_id="Word")
    [entry] = merged([old], message("x", "Words")).live
    assert (entry.fuzzy, entry.previous_id) == (True, "Word")


def test_the_earlier_text_of_a_translation_that_is_fuzzy_no_more_is_forgotten() -> None:
    [entry] = merged([Entry("x", "Words", "Mots", previous_id="Word")], message("x", "Words")).live
    assert entry.previous_id == ""


def test_messages_stand_in_the_order_of_the_source_and_obsolete_ones_behind_them() -> None:
    old = [gone("z", "Z", "z"), Entry("x", "X", "x"), Entry("y", "Y", "y")]
    assert [entry.context for entry in merged(old, message("y", "Y"), message("w", "W"), message("x", "X")).entries] == [
        "y", "w", "x", "z",
    ]  # fmt: skip


# -- changed -------------------------------------------------------------------------------------------------------------------


def test_a_changed_text_keeps_the_old_translation_as_fuzzy_with_the_old_text() -> None:
    result = merge({"a": file(Entry("x", "Word", "Mot"))}, {"a": [message("x", "Words")]})
    [entry] = result.files["a"].live
    assert (entry.id, entry.string, entry.fuzzy, entry.previous_id) == ("Words", "Mot", True, "Word")
    assert outcomes(result) == {"x": Outcome.FUZZY}


def test_a_text_that_changes_twice_keeps_the_text_that_was_translated() -> None:
    twice = merged(merged([Entry("x", "Word", "Mot")], message("x", "Words")).entries, message("x", "Verbs"))
    assert (twice.live[0].previous_id, twice.live[0].string) == ("Word", "Mot")


def test_a_text_that_comes_back_has_its_translation_as_it_was() -> None:
    changed = merged([Entry("x", "Word", "Mot")], message("x", "Words"))
    result = merge({"a": changed}, {"a": [message("x", "Word")]})
    assert said(result.files["a"]) == [("x", "Word", "Mot", False)]
    assert outcomes(result) == {"x": Outcome.REVIVED}


def test_a_text_that_comes_back_is_not_given_what_was_half_translated_meanwhile() -> None:
    changed = merged([Entry("x", "Word", "Mot")], message("x", "Words"))
    [entry, *others] = changed.entries
    back = merged(
        [*others, Entry("x", "Words", "Mots ??", flags=("fuzzy",), previous_id=entry.previous_id)], message("x", "Word")
    )
    assert said(back) == [("x", "Word", "Mot", False)]
    assert ("x", "Words", "Mots ??") in buried(back)


def test_a_retouched_text_keeps_its_translation_and_that_is_said() -> None:
    result = merge({"a": file(Entry("x", '10000 "words"', "mots"))}, {"a": [message("x", "10,000 “words”")]})
    assert said(result.files["a"]) == [("x", "10,000 “words”", "mots", False)]
    assert outcomes(result) == {"x": Outcome.RETOUCHED}
    assert buried(result.files["a"]) == []


def test_a_retouched_text_does_not_make_a_fuzzy_translation_sure() -> None:
    assert merged([Entry("x", "a 'b'", "c", flags=("fuzzy",))], message("x", "a “b”")).live[0].fuzzy


# -- moved ---------------------------------------------------------------------------------------------------------------------


def test_a_message_that_moves_to_another_file_takes_its_translation_along() -> None:
    files = {"a": file(Entry("x", "Word", "Mot", comments=("kept",))), "b": file(stem="b")}
    result = merge(files, {"b": [message("x", "Word")]})
    assert said(result.files["b"]) == [("x", "Word", "Mot", False)]
    assert result.files["b"].live[0].comments == ("kept",)
    assert result.files["a"].entries == ()
    assert outcomes(result) == {"x": Outcome.MOVED}


def test_a_text_that_moves_to_another_context_is_found_again() -> None:
    result = merge({"a": file(Entry("a.old", "Word", "Mot"))}, {"a": [message("a.new", "Word")]})
    assert said(result.files["a"]) == [("a.new", "Word", "Mot", False)]
    assert outcomes(result) == {"a.new": Outcome.MOVED}


def test_a_context_does_not_get_the_translation_of_another_that_is_still_there() -> None:
    result = merged([Entry("x", "Background", "Contexte")], message("x", "Background"), message("y", "Background"))
    assert said(result) == [("x", "Background", "Contexte", False), ("y", "Background", "", False)]


def test_two_contexts_that_exchange_their_texts_do_not_exchange_their_translations() -> None:
    result = merged([Entry("x", "A", "a"), Entry("y", "B", "b")], message("x", "B"), message("y", "A"))
    assert said(result) == [("x", "B", "a", True), ("y", "A", "b", True)]


def test_a_translation_goes_to_one_message_and_to_the_nearest() -> None:
    files = {"a": file(Entry("a.title", "Word", "Mot")), "b": file(stem="b")}
    result = merge(files, {"b": [message("b.lead", "Word"), message("b.title", "Word")]})
    assert {entry.context: entry.string for entry in result.files["b"].live} == {"b.lead": "Mot", "b.title": ""}


def test_where_two_translations_are_as_near_the_one_taken_is_fuzzy() -> None:
    result = merged([Entry("a.x", "Word", "Mot"), Entry("a.y", "Word", "Parole")], message("a.z", "Word"))
    assert said(result) == [("a.z", "Word", "Mot", True)]
    assert result.live[0].previous_context == "a.x"
    assert buried(result) == [("a.y", "Word", "Parole")]


# -- gone and back -------------------------------------------------------------------------------------------------------------


def test_a_message_that_is_gone_is_obsolete_with_its_remarks() -> None:
    [entry] = merged([Entry("x", "Word", "Mot", flags=("md-text",), comments=("kept",), extracted=("where",))]).entries
    assert entry == Entry("x", "Word", "Mot", comments=("kept",), obsolete=True)


def test_a_message_without_a_translation_leaves_nothing_behind() -> None:
    assert merged([Entry("x", "Word", "")]).entries == ()


def test_a_message_that_comes_back_is_revived() -> None:
    result = merge({"a": file(gone("x", "Word", "Mot"))}, {"a": [message("x", "Word")]})
    assert said(result.files["a"]) == [("x", "Word", "Mot", False)]
    assert buried(result.files["a"]) == []
    assert outcomes(result) == {"x": Outcome.REVIVED}


def test_a_new_message_is_empty() -> None:
    result = merge({"a": file()}, {"a": [message("x", "Word")]})
    assert said(result.files["a"]) == [("x", "Word", "", False)]
    assert outcomes(result) == {"x": Outcome.NEW}


def test_an_obsolete_translation_beside_a_live_one_gets_a_context_that_gettext_can_tell() -> None:
    result = merged([Entry("x", "Word", "Mot"), gone("x", "Word", "Parole")], message("x", "Word"))
    assert buried(result) == [("x~2", "Word", "Parole")]
    assert said(merged(result.entries, message("x", "Word"))) == [("x", "Word", "Mot", False)]
    assert buried(merged(result.entries, message("x", "Word"))) == [("x~2", "Word", "Parole")]


def test_the_messages_of_a_broken_catalogue_are_still_there() -> None:
    files = {"a": file(Entry("x", "Word", "Mot"))}
    result = merge(files, {"a": [message("x", "Other"), message("z", "Word")], "broken": [message("y", "Word")]})
    assert list(result.files) == ["a"]
    assert "y" not in outcomes(result)


# -- review --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("messages", "reviewed"),
    [
        ([message("x", "Word")], True),
        ([message("x", "Word", limit=60)], True),
        ([message("x", "Words")], False),
        ([message("x", "Word"), message("y", "New")], False),
        ([], False),
    ],
)
def test_a_catalogue_is_a_draft_again_when_one_of_its_messages_changes(messages: list[SourceMessage], reviewed: bool) -> None:
    assert merged([Entry("x", "Word", "Mot")], *messages).reviewed is reviewed


# -- the laws ------------------------------------------------------------------------------------------------------------------

CONTEXT = st.sampled_from(["a.x", "a.y", "b.x", "b.y"])
TEXT = st.sampled_from(["Word", "Words", "10000 'a'", "10,000 “a”", "Background"])
STRING = st.sampled_from(["", "mot", "mots", "parole", "contexte"])
ENTRY = st.builds(
    Entry,
    CONTEXT,
    TEXT,
    STRING,
    flags=st.sampled_from([(), ("fuzzy",)]),
    comments=st.sampled_from([(), ("remark",), ("another",)]),
    previous_id=st.sampled_from(["", "Word"]),
    obsolete=st.booleans(),
)
STEMS = ("a", "b", "guide")


@st.composite
def catalogues(draw: st.DrawFn) -> Mapping[str, PoFile]:
    """Catalogues as a project may have them: a live context stands once in a file, an obsolete message may stand anywhere."""
    made = {}
    for stem in STEMS:
        entries = draw(
            st.lists(ENTRY, max_size=5, unique_by=lambda one: (one.context, one.id if one.obsolete else "", one.obsolete))
        )
        made[stem] = file(*entries, stem=stem)
    return made


@st.composite
def source_texts(draw: st.DrawFn) -> Mapping[str, Sequence[SourceMessage]]:
    chosen = draw(st.dictionaries(CONTEXT, st.tuples(TEXT, st.sampled_from(STEMS)), max_size=4))
    return {stem: [message(context, text) for context, (text, at) in chosen.items() if at == stem] for stem in STEMS}


def translations(files: Mapping[str, PoFile]) -> set[str]:
    return {entry.string for one in files.values() for entry in one.entries if entry.translated}


def remarks(files: Mapping[str, PoFile]) -> set[str]:
    return {line for one in files.values() for entry in one.entries for line in entry.comments}


@given(catalogues(), source_texts())
@settings(max_examples=300)
def test_no_translation_and_no_remark_is_ever_lost(files: Mapping[str, PoFile], sources: Mapping[str, Sequence[SourceMessage]]):
    after = merge(files, sources).files
    assert translations(after) >= translations(files)
    assert remarks(after) >= remarks(files)


@given(catalogues(), st.lists(source_texts(), min_size=2, max_size=5))
@settings(max_examples=200)
def test_no_translation_is_lost_however_often_the_texts_change(
    files: Mapping[str, PoFile], history: list[Mapping[str, Sequence[SourceMessage]]]
):
    after = files
    for sources in history:
        after = merge(after, sources).files
    assert translations(after) >= translations(files)


@given(catalogues(), source_texts())
@settings(max_examples=300)
def test_a_second_merge_changes_nothing(files: Mapping[str, PoFile], sources: Mapping[str, Sequence[SourceMessage]]):
    once = merge(files, sources).files
    assert merge(once, sources).files == once


@given(catalogues(), source_texts())
@settings(max_examples=200)
def test_a_sure_translation_was_made_for_its_own_text(
    files: Mapping[str, PoFile], sources: Mapping[str, Sequence[SourceMessage]]
):
    """What is printed is never a guess: the same text, or one that differs in nothing that matters, had this translation."""
    alike = {"10000 'a'": "10,000 “a”"}
    made = {(alike.get(one.id, one.id), one.string) for some in files.values() for one in some.entries if not one.fuzzy}
    for after in merge(files, sources).files.values():
        for entry in after.live:
            if entry.translated and not entry.fuzzy:
                assert (alike.get(entry.id, entry.id), entry.string) in made


@given(catalogues(), source_texts())
@settings(max_examples=100)
def test_gettext_can_tell_all_messages_of_a_file_apart(
    files: Mapping[str, PoFile], sources: Mapping[str, Sequence[SourceMessage]]
):
    for after in merge(files, sources).files.values():
        keys = [entry.key for entry in after.entries]
        assert len(keys) == len(set(keys))
        assert parse_po(SourceFile(after.path, po_bytes(after).decode()), "fr") == after
