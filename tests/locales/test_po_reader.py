"""PO files as they are read: whole, or with every fault told by its line."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from guidegen.errors import GuidegenError
from guidegen.locales.po_file import Entry, PoFile, po_bytes
from guidegen.locales.po_reader import parse_po, read_po_file, unescape
from guidegen.resources.files import SourceFile
from guidegen.resources.project import Project
from tests.conftest import CHECKOUT

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
ENTRY = '\nmsgctxt "a"\nmsgid "word"\nmsgstr "mot"\n'
SHIPPED = sorted(path.relative_to(CHECKOUT.root).as_posix() for path in CHECKOUT.path("locales").rglob("*.po*"))


def read(entries: str, header: str = HEADER) -> PoFile:
    return parse_po(SourceFile("x.po", header + entries), "fr")


def faults(entries: str, header: str = HEADER) -> list[tuple[int, str, str]]:
    """Return line, rule and sentence of each finding."""
    with pytest.raises(GuidegenError) as error:
        read(entries, header)
    found = error.value.findings
    return [(one.source.line, one.rule, one.message.removeprefix("not a valid catalogue: ")) for one in found]


def test_nothing_that_stands_in_a_message_is_forgotten() -> None:
    [entry] = read(
        "\n# unsure\n#\n#without a blank\n#. Youth (title)\n#: content/a.md content/b.md\n#: \u2068content/c d.md\u2069\n"
        '#, fuzzy, md-text\n#, max-length:60\n#| msgctxt "old"\n#| msgid ""\n#| "Youth "\n#| "now"\n'
        'msgctxt "a"\nmsgid ""\n"Young "\n"people"\nmsgstr "Les \\"jeunes\\"\\n"\n'
    ).entries
    assert entry == Entry(
        "a",
        "Young people",
        'Les "jeunes"\n',
        flags=("fuzzy", "md-text", "max-length:60"),
        comments=("unsure", "", "without a blank"),
        extracted=("Youth (title)",),
        references=("content/a.md", "content/b.md", "\u2068content/c d.md\u2069"),
        previous_context="old",
        previous_id="Youth now",
    )
    assert entry.line == 19


def test_obsolete_messages_are_read_with_all_that_is_theirs() -> None:
    file = read(
        ENTRY + '\n# kept\n#, fuzzy\n#~| msgid "wood"\n#~ msgctxt "b"\n#~ msgid "words"\n#~ msgstr ""\n#~ "des "\n#~ "mots"\n'
    )
    gone = Entry("b", "words", "des mots", flags=("fuzzy",), comments=("kept",), previous_id="wood", obsolete=True)
    assert file.entries[1] == gone
    assert [entry.context for entry in file.live] == ["a"]


def test_an_obsolete_message_may_stand_beside_its_live_self() -> None:
    assert len(read(ENTRY + ENTRY.replace("\nm", "\n#~ m")).entries) == 2


def test_messages_need_no_blank_line_between_them() -> None:
    assert [entry.id for entry in read(ENTRY + 'msgctxt "b"\nmsgid "c"\nmsgstr ""\n#~ msgid "d"\n#~ msgstr "e"\n').entries] == [
        "word", "c", "d",
    ]  # fmt: skip


def test_the_flags_that_gettext_writes_apart_are_flags() -> None:
    assert read("\n#, fuzzy\n#= no-wrap" + ENTRY).entries[0].flags == ("fuzzy", "no-wrap")


def test_the_header_keeps_its_fields_its_comments_and_its_flags() -> None:
    file = read(ENTRY, header="# Model Congress\n#, fuzzy\n" + HEADER.replace('"Content', '"X-Poedit-Basepath: .\\n"\n"Content'))
    assert [name for name, _ in file.fields] == ["Language", "X-Poedit-Basepath", "Content-Type"]
    assert (file.header.comments, file.header.fuzzy) == (("Model Congress",), True)


def test_comments_after_the_last_message_stay() -> None:
    assert read(ENTRY + "\n# the end\n").tail == ("the end",)


def test_a_template_needs_no_language() -> None:
    assert parse_po(SourceFile("x.pot", HEADER.replace('"Language: fr\\n"\n', "") + ENTRY)).live[0].id == "word"


@pytest.mark.parametrize(("text", "said"), [(r"\"a\"", '"a"'), (r"\\n", r"\n"), (r"\n\t", "\n\t"), ("é", "é")])
def test_escapes_are_undone(text: str, said: str) -> None:
    assert unescape(text) == said


@pytest.mark.parametrize("path", SHIPPED)
def test_every_shipped_catalogue_and_template_comes_back_without_a_change(path: str) -> None:
    file = read_po_file(CHECKOUT, path)
    assert parse_po(SourceFile(path, po_bytes(file).decode())) == file


# -- broken files --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ('\nmsgctxt "a"\nmsgid "b"\n', (7, "catalogue-syntax", "missing msgstr for msgid 'b'")),
        ('\nmsgctxt "a"\nmsgid "b"\n\n# c' + ENTRY, (10, "catalogue-syntax", "msgctxt cannot stand here")),
        ('\nmsgctxt "a"\n#~ msgid "b"\n#~ msgstr "c"\n', (7, "catalogue-syntax", "missing msgstr for msgid ''")),
        (ENTRY + '# c\n"more"\n', (10, "catalogue-syntax", "a text without its keyword")),
        (ENTRY + '#~ nonsense\n', (9, "catalogue-syntax", "no line of a catalogue")),
        ('\n#| msgstr "b"' + ENTRY, (6, "catalogue-syntax", "msgstr cannot stand here")),
        (ENTRY + ENTRY, (11, "catalogue-duplicate", 'the message "a" stands here and in line 7')),
        ('\nmsgid "b"\nmsgstr ""\n' * 2, (9, "catalogue-duplicate", 'the message "b" stands here and in line 6')),
    ],
)  # fmt: skip
def test_a_broken_message_is_told_by_its_line(entries: str, fault: tuple[int, str, str]) -> None:
    assert faults(entries) == [fault]


def test_every_line_of_plural_forms_is_told() -> None:
    entries = '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'
    assert [(line, rule) for line, rule, _ in faults(entries)] == [(line, "catalogue-plural") for line in (7, 8, 9)]


def test_broken_plural_forms_are_told() -> None:
    assert faults('\nmsgid "a"\nmsgstr[0] "c"\n')[0] == (
        7,
        "catalogue-syntax",
        "msgstr[0] cannot stand here",
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("UTF-8", "ISO-8859-1", (4, "catalogue-encoding", 'the header says "charset=ISO-8859-1" and must say "charset=UTF-8"')),
        ("Language: fr", "Language: es", (3, "catalogue-language", 'the header must say "Language: fr"')),
        ("Language: fr\\n", "Language: fr\\nJohn\\n", (1, "catalogue-header", 'a line of the header without its name: "John"')),
    ],
)
def test_a_header_that_states_something_else_is_told(old: str, new: str, fault: tuple[int, str, str]) -> None:
    assert faults(ENTRY, HEADER.replace(old, new)) == [fault]


def test_a_file_cut_off_anywhere_is_sound_or_told_and_never_misread() -> None:
    whole = HEADER + ENTRY + ENTRY.replace('"a"', '"b"') + '\n#~ msgid "gone"\n#~ msgstr "parti"\n'
    entries = read(whole, "").entries
    sound = 0
    for end in range(len(HEADER), len(whole)):
        with contextlib.suppress(GuidegenError):
            cut = read(whole[:end], "").entries
            assert cut == entries[: len(cut)]
            sound += 1
    assert sound < len(whole) / 4


def test_a_file_of_the_project_is_read_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "x.po").write_text(HEADER + ENTRY, encoding="utf-8")
    assert read_po_file(Project(tmp_path), "x.po", "fr").path == "x.po"
