"""PO files as they are written: gettext's form, to the letter."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.locales.po_file import Entry, PoFile, header_field, header_text, po_bytes
from guidegen.locales.po_reader import parse_po
from guidegen.resources.files import SourceFile

HEADER = Entry("", "", "Language: fr\nContent-Type: text/plain; charset=UTF-8\n")
EVERYTHING = Entry(
    "topics.youth.title",
    "Young people",
    "Jeunes",
    flags=("md-text", "fuzzy", "max-length:60"),
    comments=("unsure", "", "ask Geneva"),
    extracted=("Youth (title)",),
    references=("content/topics/youth.md", "content/outline.yaml"),
    previous_context="topics.young.title",
    previous_id="Youth",
)


def written(*entries: Entry) -> str:
    """Return *entries* as they are written, without the header."""
    return po_bytes(PoFile("x.po", HEADER, entries)).decode().split("\n\n", 1)[1]


def test_all_that_is_known_of_a_message_stands_in_the_order_of_gettext() -> None:
    assert written(EVERYTHING) == (
        "# unsure\n#\n# ask Geneva\n#. Youth (title)\n#: content/topics/youth.md content/outline.yaml\n"
        "#, fuzzy, md-text, max-length:60\n"
        '#| msgctxt "topics.young.title"\n#| msgid "Youth"\n'
        'msgctxt "topics.youth.title"\nmsgid "Young people"\nmsgstr "Jeunes"\n'
    )


def test_an_obsolete_message_is_marked_in_every_line() -> None:
    entry = Entry("a", "word " * 20, "mot", comments=("kept",), previous_id="words", obsolete=True)
    lines = written(entry).splitlines()
    assert lines[:4] == ["# kept", '#~| msgid "words"', '#~ msgctxt "a"', '#~ msgid ""']
    assert all(line.startswith("#") for line in lines)


def test_comments_at_the_end_of_a_file_stay_there() -> None:
    assert po_bytes(PoFile("x.po", HEADER, (), ("the end", ""))).decode().endswith("\n\n# the end\n#\n")


def test_latin_lines_are_broken_at_77_columns() -> None:
    lines = written(Entry("a", "word " * 60)).splitlines()
    assert lines[1] == 'msgid ""'
    assert max(map(len, lines)) in range(75, 80)


def test_chinese_lines_are_broken_by_their_width() -> None:
    lines = written(Entry("a", "x", "预防犯罪" * 30)).splitlines()
    assert {len(line) for line in lines[3:-1]} == {40}


def test_a_line_is_not_broken_before_a_closing_mark() -> None:
    lines = written(Entry("a", "x", "预" * 38 + "。" + "预" * 10)).splitlines()
    assert not [line for line in lines if line.startswith('"。')]


def test_a_reference_list_is_broken_between_files() -> None:
    names = tuple(f"content/topics/topic-number-{number}.md" for number in range(9))
    lines = [line for line in written(Entry("a", "x", references=names)).splitlines() if line.startswith("#:")]
    assert len(lines) > 1
    assert " ".join(line[3:] for line in lines).split(" ") == list(names)


@pytest.mark.parametrize("fuzzy", [True, False])
def test_a_message_is_marked_fuzzy_or_not_and_keeps_its_other_flags(fuzzy: bool) -> None:
    marked = EVERYTHING.marked(fuzzy=fuzzy)
    assert (marked.fuzzy, set(marked.flags) - {"fuzzy"}) == (fuzzy, {"md-text", "max-length:60"})


@pytest.mark.parametrize(("text", "translated"), [("", False), (" \n", False), ("mot", True)])
def test_blank_is_no_translation(text: str, translated: bool) -> None:
    assert Entry("a", "word", text).translated is translated


# -- the header ----------------------------------------------------------------------------------------------------------------


def test_fields_keep_their_order_and_a_new_one_stands_last() -> None:
    file = PoFile("x.po", HEADER).with_field("X-Review-Status", "draft").with_field("Language", "es")
    assert [name for name, _ in file.fields] == ["Language", "Content-Type", "X-Review-Status"]
    assert (file.field("Language"), file.field("Plural-Forms")) == ("es", "")


@pytest.mark.parametrize(("status", "reviewed"), [("reviewed", True), ("draft", False), ("Reviewed?", False)])
def test_a_catalogue_is_reviewed_when_its_header_says_so(status: str, reviewed: bool) -> None:
    assert PoFile("x.po", HEADER).with_field("X-Review-Status", status).reviewed is reviewed


def test_a_header_is_its_fields() -> None:
    assert header_text([("A", "b: c"), ("D", "")]) == "A: b: c\nD: \n"
    assert header_field("A: b: c") == ("A", "b: c")


# -- the law -------------------------------------------------------------------------------------------------------------------

TEXT = st.text(alphabet=string.ascii_letters + ' "\\\n-/.,()[]{}@é«»\u00a0ثلا預防。', max_size=200)
LINE = st.text(alphabet='abc #:~|,".é', max_size=30).map(str.strip)
WORD = st.text(alphabet=string.ascii_lowercase + "-:", min_size=1, max_size=20)
ENTRIES = st.builds(
    Entry,
    TEXT.filter(bool),
    TEXT.filter(bool),
    TEXT,
    flags=st.lists(WORD, max_size=3, unique=True).map(tuple),
    comments=st.lists(LINE, max_size=3).map(tuple),
    extracted=st.lists(LINE, max_size=3).map(tuple),
    references=st.lists(WORD, max_size=5).map(tuple),
    previous_context=TEXT,
    previous_id=TEXT,
    obsolete=st.booleans(),
)


@given(st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.context), st.lists(LINE, max_size=2).map(tuple))
def test_what_is_written_is_read_again(entries: list[Entry], tail: tuple[str, ...]) -> None:
    file = PoFile("x.po", HEADER, tuple(entries), tail)
    assert parse_po(SourceFile("x.po", po_bytes(file).decode()), "fr") == file
