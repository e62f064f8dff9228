"""Templates and new catalogues."""

from __future__ import annotations

import datetime

import pytest

from guidegen.locales.po_file import po_bytes
from guidegen.translation.messages import SourceMessage
from guidegen.translation.po import Heading, empty_catalogue, entry_of, template_file

HEADING = Heading("Model Congress", "fr", "A translator", datetime.date(2009, 2, 27))
MESSAGE = SourceMessage("topics.youth.title", "Youth", "Youth (title)", ("content/topics/youth.md",))


def written(*messages: SourceMessage) -> str:
    return po_bytes(template_file("locales/pot/x.pot", "Model Congress", messages)).decode()


FRENCH = """# Model Congress
msgid ""
msgstr ""
"Project-Id-Version: Model Congress\\n"
"PO-Revision-Date: 2009-02-27 00:00+0000\\n"
"Last-Translator: A translator\\n"
"Language-Team: French\\n"
"Language: fr\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: guidegen\\n"
"X-Review-Status: draft\\n"
"""


def test_a_new_catalogue_has_a_header_that_is_complete() -> None:
    assert po_bytes(empty_catalogue("x.po", HEADING)).decode() == FRENCH


def test_a_template_has_no_language_no_translator_and_no_clock() -> None:
    assert written(MESSAGE) == (
        '# Model Congress\nmsgid ""\nmsgstr ""\n"Project-Id-Version: Model Congress\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n"X-Generator: guidegen\\n"\n\n'
        "#. Youth (title)\n#. In every guide\n#: content/topics/youth.md\n#, md-text\n"
        'msgctxt "topics.youth.title"\nmsgid "Youth"\nmsgstr ""\n'
    )


def test_a_review_status_is_written() -> None:
    heading = Heading("Model Congress", "fr", "x", datetime.date(2009, 2, 27), review_status="reviewed")
    assert empty_catalogue("x.po", heading).reviewed


def test_a_long_comment_is_several_lines_and_no_word_of_it_is_broken() -> None:
    entry = entry_of(SourceMessage("a", "x", "recommended-practices " * 12, ("x",)))
    assert max(map(len, entry.extracted)) <= 77
    assert " ".join(entry.extracted) == "recommended-practices " * 12 + "In every guide"


def test_places_have_no_line_numbers_and_a_name_with_a_blank_is_one_place() -> None:
    entry = entry_of(SourceMessage("a", "x", "c", ("content/topics/youth.md", "content/a b.md")))
    assert entry.references == ("content/topics/youth.md", "\u2068content/a b.md\u2069")


def test_messages_stay_in_their_order() -> None:
    text = written(*(SourceMessage(context, "x", "c", ("z",)) for context in ("c", "a", "b")))
    assert [line[9] for line in text.splitlines() if line.startswith("msgctxt")] == ["c", "a", "b"]


@pytest.mark.parametrize("text", ["50% of cities", "20 % deaths", "100%s", "%(name)s"])
def test_a_per_cent_sign_is_no_format(text: str) -> None:
    assert entry_of(SourceMessage("a", text, "c", ("x",))).flags == ("md-text",)


def test_a_placeholder_is_flagged() -> None:
    assert entry_of(SourceMessage("a", "Page {number}", "c", ("x",))).flags == ("md-text", "python-brace-format")


@pytest.mark.parametrize(
    ("code", "team"), [("ar", "Arabic"), ("es", "Spanish"), ("fr", "French"), ("ru", "Russian"), ("zh", "Chinese")]
)
def test_the_header_names_the_language_and_its_plural_forms(code: str, team: str) -> None:
    fields = dict(Heading("P", code, "x", datetime.date(2009, 2, 27)).fields())
    assert (fields["Language"], fields["Language-Team"]) == (code, team)
    assert fields["Plural-Forms"].startswith("nplurals=")


def test_a_language_with_a_script_has_the_name_and_the_plural_forms_of_both() -> None:
    fields = dict(Heading("P", "zh-Hant", "x", datetime.date(2009, 2, 27)).fields())
    assert fields["Language"] == "zh-Hant"
    assert fields["Language-Team"].startswith("Chinese (Traditional")
    assert fields["Plural-Forms"].startswith("nplurals=1;")


@pytest.mark.parametrize("code", ["xx", "no language"])
def test_a_language_that_cldr_does_not_know_is_named_by_its_code(code: str) -> None:
    fields = dict(Heading("P", code, "x", datetime.date(2009, 2, 27)).fields())
    assert (fields["Language"], fields["Language-Team"]) == (code, code)
    assert "Plural-Forms" not in fields
