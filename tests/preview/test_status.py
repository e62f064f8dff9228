"""How far messages and catalogues are."""

from __future__ import annotations

import pytest

from guidegen.content.text import Text
from guidegen.errors import Source
from guidegen.locales.catalogues import Catalogue, Message
from guidegen.preview.status import Progress, State, Status, progress

TEXT = Text("a.b", "A text", Source("content/a.md", 3))
HERE = Source("a.po", 7)


def message(source: str = "A text", string: str = "Un texte", fuzzy: bool = False) -> Message:
    return Message("a.b", source, string, HERE, fuzzy)


@pytest.mark.parametrize(
    ("found", "status"),
    [
        (message(), Status.TRANSLATED),
        (message(fuzzy=True), Status.FUZZY),
        (message("Another text"), Status.STALE),
        (message("Another text", fuzzy=True), Status.STALE),
        (message(string=""), Status.MISSING),
        (message(string=" "), Status.MISSING),
        (message("Another text", string=""), Status.MISSING),
        (None, Status.MISSING),
    ],
)
def test_a_message_is_as_far_as_its_catalogue_says(found: Message | None, status: Status) -> None:
    assert State(TEXT, "a.po", found).status is status


def test_only_what_is_translated_is_printed() -> None:
    for found in (message(), message(fuzzy=True), message("Another text"), message(string="")):
        printed = Catalogue("a.po", {"a.b": found}).translation("a.b", "A text") is not None
        assert printed is (State(TEXT, "a.po", found).status is Status.TRANSLATED)


def test_a_catalogue_is_counted_by_status_and_says_whether_it_was_reviewed() -> None:
    states = [State(TEXT, "a.po", message()), State(TEXT, "b.po", None), State(TEXT, "a.po", message(fuzzy=True))]
    none = dict.fromkeys(Status, 0)
    assert progress(states, {"a.po": Catalogue("a.po", reviewed=True), "b.po": Catalogue("b.po")}) == (
        Progress("a.po", {**none, Status.TRANSLATED: 1, Status.FUZZY: 1}, True),
        Progress("b.po", {**none, Status.MISSING: 1}, False),
    )
