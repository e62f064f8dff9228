"""The grammar of PO files, line by line."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.locales.syntax import po_lines, syntax_findings
from guidegen.resources.files import SourceFile


def faults(text: str) -> list[tuple[int, str]]:
    """Return the line and the sentence of each finding of the catalogue *text*."""
    file = SourceFile("x.po", text)
    return [(finding.source.line, finding.message) for finding in syntax_findings(file, po_lines(file))]


def test_a_sound_catalogue_has_no_findings() -> None:
    text = (
        '# a comment\nmsgid ""\nmsgstr ""\n"Language: fr\\n"\n\n#. where\n#: content/x.md\n#, fuzzy\n#| msgid "old"\n'
        'msgctxt "a.b"\nmsgid ""\n"of two "\n"lines"\nmsgstr "avec \\"guillemets\\" et \\\\"\n\n'
        'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "un"\nmsgstr[1] "plusieurs"\n\n#~ msgid "gone"\n#~ msgstr "parti"\n'
    )
    assert faults(text) == []


def test_the_last_line_needs_no_line_feed() -> None:
    assert faults('msgid "a"\nmsgstr "b"') == []


def test_a_blank_at_the_end_of_a_line_is_no_fault() -> None:
    assert faults('msgid "a" \nmsgstr "b"  \n') == []


UNQUOTED = "a text must stand in quotation marks"
UNCLOSED = r"a text must end with a quotation mark, with \" for those inside it, and \\ for a backslash"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('msgstr "Bonjour', UNCLOSED),
        ('msgstr Bonjour"', UNQUOTED),
        ("msgstr Bonjour", UNQUOTED),
        ('msgstr "il dit "oui" ici"', UNCLOSED),
        ('msgstr "à la fin\\"', UNCLOSED),
        ('msgstr "un \\q"', UNCLOSED),
        ("msgstr #Bonjour", UNQUOTED),
        ("Bonjour", "no line of a catalogue"),
        ('  msgstr "indented"', "no line of a catalogue"),
        ('msgtsr "misspelt"', "no line of a catalogue"),
    ],
)
def test_a_line_that_babel_would_cut_or_drop_is_a_finding(line: str, reason: str) -> None:
    assert faults(f'msgctxt "a"\nmsgid "b"\n{line}\n') == [(3, f"not a valid catalogue: {reason}")]


def test_a_broken_line_inside_a_text_of_several_is_told_by_its_own_number() -> None:
    assert faults('msgid "a"\nmsgstr ""\n"one "\n"two \n"three"\n') == [(4, f"not a valid catalogue: {UNCLOSED}")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', (3, "msgstr cannot stand here")),
        ('msgctxt "a"\nmsgstr "b"\n', (2, "msgstr cannot stand here")),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', (2, "msgid cannot stand here")),
        ('msgctxt "a"\nmsgctxt "b"\nmsgid "c"\nmsgstr "d"\n', (2, "msgctxt cannot stand here")),
        ('msgid "a"\nmsgstr[0] "b"\n', (2, "msgstr[0] cannot stand here")),
    ],
)
def test_keywords_stand_in_their_order(text: str, place: tuple[int, str]) -> None:
    assert faults(text) == [(place[0], f"not a valid catalogue: {place[1]}")]


def test_every_broken_line_is_told() -> None:
    assert [line for line, _ in faults('msgid "a\nmsgstr "b\nmsgid "c"\nmsgstr d\n')] == [1, 2, 4]


def test_of_an_unresolved_merge_only_its_beginning_is_told() -> None:
    text = 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> other\n'
    assert faults(text) == [(2, "an unresolved merge begins here")]


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> branch"])
def test_a_mark_that_a_merge_left_behind_is_told(mark: str) -> None:
    assert faults(f'msgid "a"\nmsgstr "b"\n{mark}\n') == [(3, "an unresolved merge begins here")]


def test_a_row_of_equals_signs_in_a_comment_is_no_merge() -> None:
    assert faults("# =======\n") == []


@given(st.text(alphabet=string.printable.replace("\n", "").replace("\r", "") + "é«“ثß。"))
def test_any_text_is_sound_once_it_is_escaped(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    assert faults(f'msgid "{escaped}"\nmsgstr "{escaped}"\n') == []


@given(st.text(alphabet='a"\\ n'))
def test_a_text_is_sound_if_and_only_if_its_quotation_marks_are_escaped(text: str) -> None:
    sound, escaped = True, False
    for character in text:
        sound = sound and (character in 'nrt"\\' if escaped else character != '"')
        escaped = not escaped and character == "\\"
    assert (faults(f'msgid "{text}"\nmsgstr ""\n') == []) == (sound and not escaped)
