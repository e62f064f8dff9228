"""PO and POT files as they are written."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidegen.locales.catalogues import catalogue_path, read_catalogue
from guidegen.locales.syntax import syntax_findings
from guidegen.resources.files import SourceFile
from guidegen.resources.project import Project
from guidegen.translation.messages import SourceMessage
from guidegen.translation.po import Heading, Translation, catalogue_file
from tests.conftest import LANGUAGES

HEADING = Heading("Model Congress", "fr", "A translator", datetime.date(2009, 2, 27))
MESSAGE = SourceMessage("topics.youth.title", "Youth", "Youth (title)", ("content/topics/youth.md",))


def written(*messages: SourceMessage, heading: Heading = HEADING, **translations: Translation) -> str:
    """Return a PO file; *translations* are by context, with ``_`` for a dot."""
    return catalogue_file(messages, heading, {name.replace("_", "."): one for name, one in translations.items()}).decode()


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

# unsure
#. Youth (title)
#: content/topics/youth.md
#, fuzzy, md-text
msgctxt "topics.youth.title"
msgid "Youth"
msgstr "Jeunes"

"""


def test_a_catalogue_has_its_header_and_its_messages_with_all_that_is_known_of_them() -> None:
    assert written(MESSAGE, topics_youth_title=Translation("Jeunes", fuzzy=True, comments=("unsure",))) == FRENCH


def test_a_template_has_no_language_and_no_translator() -> None:
    text = written(MESSAGE, heading=Heading("Model Congress"))
    assert "Language" not in text
    assert "X-Review-Status" not in text
    assert "PO-Revision-Date" not in text
    assert text.endswith('msgctxt "topics.youth.title"\nmsgid "Youth"\nmsgstr ""\n\n')


def test_a_message_without_translation_is_empty() -> None:
    assert 'msgid "Youth"\nmsgstr ""\n' in written(MESSAGE)


def test_a_review_status_is_written() -> None:
    heading = Heading("Model Congress", "fr", "x", datetime.date(2009, 2, 27), review_status="reviewed")
    assert '"X-Review-Status: reviewed\\n"' in written(MESSAGE, heading=heading)


def test_lines_are_wrapped_at_77_columns() -> None:
    text = written(SourceMessage("a", "word " * 60, "c", ("x",)))
    assert max(map(len, text.splitlines())) <= 78
    assert 'msgid ""\n"word word' in text


def test_places_have_no_line_numbers() -> None:
    assert "#: content/topics/youth.md\n" in written(MESSAGE)


def test_messages_with_the_same_text_stay_apart() -> None:
    first, second = (SourceMessage(context, "Background", "c", ("x",)) for context in ("a", "b"))
    text = written(first, second, a=Translation("Contexte"), b=Translation("Rappel"))
    assert 'msgctxt "a"\nmsgid "Background"\nmsgstr "Contexte"\n' in text
    assert 'msgctxt "b"\nmsgid "Background"\nmsgstr "Rappel"\n' in text


def test_messages_stay_in_their_order() -> None:
    text = written(*(SourceMessage(context, "x", "c", ("z",)) for context in ("c", "a", "b")))
    assert [line[9] for line in text.splitlines() if line.startswith("msgctxt")] == ["c", "a", "b"]


@pytest.mark.parametrize("text", ["50% of cities", "20 % deaths", "100%s", "%(name)s"])
def test_a_per_cent_sign_is_no_format(text: str) -> None:
    assert "python-format" not in written(SourceMessage("a", text, "c", ("x",)))


def test_a_placeholder_is_flagged() -> None:
    assert "#, md-text, python-brace-format\n" in written(SourceMessage("a", "Page {number}", "c", ("x",)))


@pytest.mark.parametrize(
    ("code", "team"), [("ar", "Arabic"), ("es", "Spanish"), ("fr", "French"), ("ru", "Russian"), ("zh", "Chinese")]
)
def test_the_header_names_the_language_and_its_plural_forms(code: str, team: str) -> None:
    fields = dict(Heading("P", code, "x", datetime.date(2009, 2, 27)).fields())
    assert (fields["Language"], fields["Language-Team"]) == (code, team)
    assert fields["Plural-Forms"].startswith("nplurals=")


WORDS = st.text(alphabet='aé "\\{}%#:ث。\u00a0-', max_size=120).map(lambda text: f"w{text}w")


@given(text=WORDS, translation=WORDS, comment=st.text(alphabet="ab #:", max_size=20).map(lambda text: f"c{text}c"))
@settings(deadline=None, max_examples=60)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, text: str, translation: str, comment: str
) -> None:
    message = SourceMessage("a.b", text, comment, ("content/a.md",))
    root = tmp_path_factory.mktemp("project")
    place = root / catalogue_path("fr", "content/a.md")
    place.parent.mkdir(parents=True)
    data = catalogue_file([message], HEADING, {"a.b": Translation(translation, comments=(comment,))})
    place.write_bytes(data)
    read = read_catalogue(Project(root), catalogue_path("fr", "content/a.md"), "fr").messages["a.b"]
    assert (read.id, read.string, read.comments) == (text, translation, (comment,))
    assert list(syntax_findings(SourceFile("x.po", data.decode()))) == []


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_a_written_catalogue_is_reviewed_when_its_heading_says_so(code: str, tmp_path: Path) -> None:
    path = catalogue_path(code, "content/a.md")
    (tmp_path / path).parent.mkdir(parents=True)
    heading = Heading("P", code, "x", datetime.date(2009, 2, 27), "reviewed")
    (tmp_path / path).write_bytes(catalogue_file([MESSAGE], heading, {}))
    assert read_catalogue(Project(tmp_path), path, code).reviewed
