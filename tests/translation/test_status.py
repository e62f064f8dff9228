"""How far translations are: what would be printed counts, and nothing else."""

from __future__ import annotations

import pytest

from guidegen.loading import Loaded
from guidegen.locales.catalogues import catalogue_of
from guidegen.locales.po_file import Entry, PoFile
from guidegen.localize import Translator, localize
from guidegen.translation.catalogues import read_catalogues
from guidegen.translation.messages import SourceMessage, source_messages
from guidegen.translation.status import LanguageStatus, Segment, State, language_status, segments, state_of, tally
from tests.conftest import CHECKOUT, MEETINGS

TEXT = "Two words[^a]"


def message(context: str, text: str = TEXT, path: str = "content/topics/youth.md") -> SourceMessage:
    return SourceMessage(context, text, "where", (path,))


def file(*entries: Entry, status: str = "draft") -> PoFile:
    return PoFile("x.po", Entry("", "", f"Language: fr\nX-Review-Status: {status}\n"), entries)


def state(entry: Entry, source: SourceMessage) -> State:
    return state_of(source, catalogue_of(file(entry)).messages.get(source.context))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry("x", TEXT, "Deux mots[^a]"), State.TRANSLATED),
        (Entry("x", TEXT, "Deux mots[^a]", flags=("fuzzy",)), State.FUZZY),
        (Entry("x", "Two words", "Deux mots[^a]"), State.STALE),
        (Entry("x", "Two words", "Deux mots[^a]", flags=("fuzzy",)), State.STALE),
        (Entry("x", "Two words", ""), State.MISSING),
        (Entry("x", TEXT, "Deux mots"), State.FAULTY),
        (Entry("x", TEXT, "Deux mots[^b]"), State.FAULTY),
        (Entry("x", TEXT, "Deux {mots}[^a]"), State.FAULTY),
        (Entry("x", TEXT, " "), State.MISSING),
        (Entry("x", TEXT, ""), State.MISSING),
        (Entry("y", TEXT, "Deux mots[^a]"), State.MISSING),
        (Entry("x", TEXT, "Deux mots[^a]", obsolete=True), State.MISSING),
    ],
)
def test_a_message_is_in_one_state(entry: Entry, expected: State) -> None:
    assert state(entry, message("x")) is expected


def test_only_what_is_translated_is_printed() -> None:
    for entry in (Entry("x", TEXT, "Deux mots[^a]"), Entry("x", TEXT, "Deux", flags=("fuzzy",)), Entry("x", "Two", "Deux")):
        printed = catalogue_of(file(entry)).translation("x", TEXT) is not None
        assert printed is (state(entry, message("x")) is State.TRANSLATED)


@pytest.mark.parametrize(
    ("text", "words"),
    [("Two words", 2), ("Two[@crc, art. 40] words[^note]", 2), ("See [](#youth.a), {number} – 3", 2), ("*Ibid.*", 1)],
)
def test_words_are_counted_without_marks(text: str, words: int) -> None:
    assert Segment("x", message("x", text), State.MISSING).words == words


@pytest.mark.parametrize(("status", "reviewed"), [("reviewed", True), ("draft", False)])
def test_a_message_is_reviewed_when_its_catalogue_is_and_it_would_be_printed(status: str, reviewed: bool) -> None:
    entries = (Entry("x", TEXT, "Deux mots[^a]"), Entry("y", TEXT, "Deux mots[^a]", flags=("fuzzy",)))
    found = list(segments({"a": [message("x"), message("y"), message("z")]}, {"a": catalogue_of(file(*entries, status=status))}))
    assert [one.reviewed for one in found] == [reviewed, False, False]


def test_a_catalogue_that_is_not_there_leaves_its_messages_missing() -> None:
    assert [one.state for one in segments({"a": [message("x")]}, {})] == [State.MISSING]


def some_status() -> LanguageStatus:
    common, own, words = (
        message("x"),
        message("m", "One", "content/meetings/africa/focus.md"),
        message("w", "Word", "templates/guide/a"),
    )
    found = [
        Segment("content/topics/youth", common, State.TRANSLATED, reviewed=True),
        Segment("content/meetings/africa/focus", own, State.STALE),
        Segment("guide", words, State.MISSING),
    ]
    return language_status("fr", found, ("africa", "western-asia"))


def test_counts_are_by_file_meeting_and_topic() -> None:
    status = some_status()
    assert {name: one.total_words for name, one in status.files.items()} == {
        "content/topics/youth": 2, "content/meetings/africa/focus": 1, "guide": 1,
    }  # fmt: skip
    assert {name: (one.total_messages, one.messages[State.STALE]) for name, one in status.meetings.items()} == {
        "africa": (3, 1), "western-asia": (2, 0),
    }  # fmt: skip
    assert {name: one.total_words for name, one in status.topics.items()} == {"youth": 2}


def test_the_share_is_of_the_words_that_would_be_printed() -> None:
    assert some_status().total.share == 0.5
    assert (some_status().total.reviewed_messages, some_status().total.reviewed_words) == (1, 2)
    assert tally([]).share == 1.0


def test_what_counts_as_printed_is_what_a_guide_prints(checkout: Loaded) -> None:
    """A guide in a language with a gap: its messages counted here, and looked up as a build does."""
    assert checkout.content is not None
    language = next(code for code in checkout.languages if code != checkout.source_language)
    files = dict(read_catalogues(CHECKOUT, language)[0])
    without = files.pop("content/topics/youth")
    gap = {stem: catalogue_of(file) for stem, file in files.items()}
    translator = Translator(CHECKOUT, checkout.languages[language], checkout.languages[checkout.source_language])
    translator.catalogues = {without.path: catalogue_of(PoFile(without.path, without.header))}
    localize(checkout.content, MEETINGS[0], checkout.content.default_issuance(), translator)
    found = segments(source_messages(CHECKOUT, checkout.content), gap)
    missing = {one.message.context for one in found if one.state is not State.TRANSLATED}
    assert translator.missing == missing != set()
