"""Reading catalogues: what they hold, and what is said of broken ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guidegen.errors import GuidegenError
from guidegen.locales.catalogues import Catalogue, catalogue_path, read_catalogue, source_stem
from guidegen.resources.project import Project
from tests.conftest import CHECKOUT, LANGUAGES

PATH = "locales/fr/LC_MESSAGES/content/topics/youth.po"
HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgctxt "topics.youth.title"\nmsgid "Youth"\nmsgstr "Jeunes"\n'

Read = Callable[..., Catalogue]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a French catalogue of some text behind its header."""

    def read_text(entries: str = ENTRY, header: str = HEADER) -> Catalogue:
        place = tmp_path / PATH
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(header + entries, encoding="utf-8")
        return read_catalogue(Project(tmp_path), PATH, "fr")

    return read_text


def found(read: Read, entries: str = ENTRY, header: str = HEADER) -> list[tuple[str, int, str]]:
    """Return rule, line and sentence of each finding of a broken catalogue."""
    with pytest.raises(GuidegenError) as error:
        read(entries, header)
    assert {finding.source.path for finding in error.value.findings} == {PATH}
    return [(finding.rule, finding.source.line, finding.message) for finding in error.value.findings]


def test_a_message_has_the_comments_of_its_translator_and_its_flags(read: Read) -> None:
    message = read(f"# a name\n#, md-text, max-length:12\n{ENTRY}").messages["topics.youth.title"]
    assert message.comments == ("a name",)
    assert {*message.flags} == {"md-text", "max-length:12"}


# -- where catalogues stand ----------------------------------------------------------------------------------------------------


def test_each_content_file_has_a_catalogue_of_its_own() -> None:
    assert catalogue_path("fr", "content/topics/youth.md") == PATH
    assert catalogue_path("ar", "content/sources.yaml") == "locales/ar/LC_MESSAGES/content/sources.po"


def test_the_templates_share_one_catalogue() -> None:
    assert source_stem("templates/guide/cover.xml.j2") == source_stem("templates/guide") == "guide"


# -- sound catalogues ----------------------------------------------------------------------------------------------------------


def test_a_message_has_its_context_its_texts_and_its_line(read: Read) -> None:
    message = read("# for the cover\n" + ENTRY).messages["topics.youth.title"]
    assert (message.id, message.string, message.comments) == ("Youth", "Jeunes", ("for the cover",))
    assert str(message.source) == f"{PATH}:8"


def test_a_file_that_is_not_there_is_an_empty_catalogue(tmp_path: Path) -> None:
    assert read_catalogue(Project(tmp_path), PATH, "fr") == Catalogue(PATH)


def test_texts_of_several_lines_are_joined(read: Read) -> None:
    catalogue = read('msgctxt ""\n"topics."\n"youth"\nmsgid ""\n"Youth "\n"and crime"\nmsgstr ""\n"Jeunes "\n"et crime"\n')
    assert catalogue.messages["topics.youth"].string == "Jeunes et crime"
    assert catalogue.messages["topics.youth"].id == "Youth and crime"


def test_two_messages_with_the_same_text_have_translations_of_their_own(read: Read) -> None:
    catalogue = read('msgctxt "a"\nmsgid "Background"\nmsgstr "Contexte"\n\nmsgctxt "b"\nmsgid "Background"\nmsgstr "Rappel"\n')
    assert [message.string for message in catalogue.messages.values()] == ["Contexte", "Rappel"]


def test_a_message_found_by_its_context_is_its_translation(read: Read) -> None:
    message = read().translation("topics.youth.title", "Youth")
    assert message is not None
    assert message.string == "Jeunes"


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("#, fuzzy\n" + ENTRY, "it is fuzzy"),
        (ENTRY.replace("Jeunes", ""), "it is empty"),
        (ENTRY.replace("Jeunes", "  "), "it is blank"),
        (ENTRY.replace('"Youth"', '"Young people"'), "the source text has changed since"),
        (ENTRY.replace("youth", "jeunes"), "it belongs to another message"),
        ("#~ " + ENTRY.replace("\nm", "\n#~ m"), "it is obsolete"),
    ],
)
def test_a_message_is_no_translation_when(read: Read, entry: str, why: str) -> None:
    assert read(entry).translation("topics.youth.title", "Youth") is None, why


def test_an_obsolete_message_may_come_back_beside_its_obsolete_self(read: Read) -> None:
    catalogue = read("#~ " + ENTRY.replace("\nm", "\n#~ m") + "\n" + ENTRY)
    assert catalogue.translation("topics.youth.title", "Youth") is not None


@pytest.mark.parametrize(
    ("line", "reviewed"), [("", False), ("X-Review-Status: draft", False), ("X-Review-Status: reviewed", True)]
)
def test_a_catalogue_is_reviewed_when_its_header_says_so(read: Read, line: str, reviewed: bool) -> None:
    assert read(header=HEADER.replace('"Content', f'"{line}\\n"\n"Content')).reviewed is reviewed


# -- broken catalogues ---------------------------------------------------------------------------------------------------------


def test_a_syntax_error_is_told_with_its_line(read: Read) -> None:
    assert found(read, ENTRY + "\nJeunes\n") == [("catalogue-syntax", 10, "not a valid catalogue: no line of a catalogue")]


def test_a_message_that_breaks_off_is_told(read: Read) -> None:
    [(rule, line, sentence)] = found(read, ENTRY + '\nmsgctxt "b"\nmsgid "c"\n')
    assert (rule, sentence) == ("catalogue-syntax", "not a valid catalogue: missing msgstr for msgid 'c'")
    assert line >= 10


def test_a_merge_is_told_before_the_messages_that_it_doubles(read: Read) -> None:
    entries = f"<<<<<<< HEAD\n{ENTRY}=======\n{ENTRY}>>>>>>> other\n"
    assert found(read, entries) == [("catalogue-conflict", 6, "an unresolved merge begins here")]


def test_a_context_that_stands_twice_is_told_with_both_lines(read: Read) -> None:
    sentence = 'the message "topics.youth.title" stands here and in line 7'
    assert found(read, ENTRY + "\n" + ENTRY) == [("catalogue-duplicate", 11, sentence)]


def test_a_context_of_several_lines_that_stands_twice_is_told(read: Read) -> None:
    [(rule, _, sentence)] = found(read, ENTRY + "\n" + ENTRY.replace('"topics.youth.title"', '""\n"topics."\n"youth.title"'))
    assert rule == "catalogue-duplicate"
    assert sentence == 'the message "topics.youth.title" stands here and in line 7'


def test_a_catalogue_of_another_language_is_told_at_the_line_that_says_so(read: Read) -> None:
    expected = [("catalogue-language", 3, 'the header must say "Language: fr"')]
    assert found(read, header=HEADER.replace("Language: fr", "Language: es")) == expected
    assert found(read, header=HEADER.replace("Language: fr", "Language: fr_CA")) == expected


@pytest.mark.parametrize("header", ["", 'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n\n', "# Language: fr\n"])
def test_a_catalogue_that_does_not_say_its_language_is_told(read: Read, header: str) -> None:
    assert found(read, header=header) == [("catalogue-language", 1, 'the header must say "Language: fr"')]


def test_a_language_named_in_a_message_is_not_the_header(read: Read) -> None:
    entry = '\nmsgctxt "a"\nmsgid ""\n"Language: fr"\nmsgstr ""\n"Language: fr"\n'
    assert found(read, entry, header="")[0][0] == "catalogue-language"


def test_a_catalogue_in_another_encoding_is_told(read: Read, tmp_path: Path) -> None:
    read()
    place = tmp_path / PATH
    place.write_bytes(place.read_bytes().replace(b"Jeunes", "Énergie".encode("latin-1")))
    with pytest.raises(GuidegenError, match=rf"{PATH}:8:9: error: not UTF-8: byte 0xc9"):
        read_catalogue(Project(tmp_path), PATH, "fr")


@pytest.mark.parametrize(
    "string", ["{x.__class__}", "%(x)s", "{{ 7 * 7 }}", "{% include 'guide/cover.xml.j2' %}", "<para id='x'/>", "&lt;&nbsp;"]
)
def test_what_looks_like_a_program_in_a_translation_is_read_as_text(read: Read, string: str) -> None:
    assert read(ENTRY.replace("Jeunes", string)).messages["topics.youth.title"].string == string


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_the_catalogue_of_the_templates_can_be_read_in_every_shipped_language(code: str) -> None:
    catalogue = read_catalogue(CHECKOUT, catalogue_path(code, "templates/guide"), code)
    assert catalogue.translation("contents.title", "Contents") is not None
