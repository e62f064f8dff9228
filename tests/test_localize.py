"""Content and catalogues to localized content, and what is said of translations that cannot stand for their text."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from guidegen.build.matrix import GuideName
from guidegen.build.task import Task
from guidegen.content.reader import Content, read_content
from guidegen.content.text import Text
from guidegen.document.language import Language
from guidegen.document.text import as_text
from guidegen.errors import GuidegenError, Source
from guidegen.loading import load
from guidegen.locales.catalogues import Message
from guidegen.localize import Translator, localize, structure_findings
from guidegen.pipeline import localized, numbered
from guidegen.resources.project import Project
from guidegen.resources.starter import write_starter

Write = Callable[[str, str], None]
Replace = Callable[[str, str, str], None]

MEETING = "capital-city"
FRENCH = "locales/fr/LC_MESSAGES/"
TOPIC = FRENCH + "content/topics/prevention.po"
WORDS = FRENCH + "guide.po"
TITLE = Text("topics.prevention.title", "Crime prevention as public policy", Source("content/topics/prevention.md", 2))


def guide(project: Project, language: str = "fr") -> str:
    """Return the numbered guide of the starter's meeting as text."""
    loaded = load(project)
    task = Task(project.root, GuideName(MEETING, language), (), "draft")
    translator, content = localized(loaded, task)
    return as_text(numbered(project, content, translator, task))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The content of the starter project, read once."""
    project = Project(tmp_path_factory.mktemp("starter"))
    write_starter(project.root)
    read = read_content(project).content
    assert read is not None
    return read


def line_of(project: Project, path: str, words: str) -> int:
    """Return the line of the file *path* that says *words*."""
    text = project.path(path).read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


@pytest.fixture
def french(starter: Project, languages: dict[str, Language]) -> Translator:
    """A translator of the starter project into French, who reads its catalogues as they are when they are first needed."""
    return Translator(starter, languages["fr"], languages["en"])


# -- texts ---------------------------------------------------------------------------------------------------------------------


def test_a_text_in_the_source_language_is_left_as_it_is(starter: Project, english: Language) -> None:
    translator = Translator(starter, english, english)
    assert translator.text(TITLE) is TITLE
    assert translator.counted == set()


def test_a_translated_text_has_the_words_and_the_place_of_its_translation(french: Translator, starter: Project) -> None:
    translated = french.text(TITLE)
    assert translated.text == "La prévention du crime, politique publique"
    assert translated.source == Source(TOPIC, line_of(starter, TOPIC, 'msgid "Crime prevention as public policy"'))
    assert translated.fallback is None
    assert (french.counted, french.missing) == ({TITLE.context}, set())


def test_a_text_without_translation_falls_back_to_the_source_language(french: Translator) -> None:
    text = french.text(replace(TITLE, context="topics.prevention.new"))
    assert text.text == TITLE.text
    assert text.source == TITLE.source
    assert text.fallback is not None
    assert (text.fallback.language, text.fallback.direction) == ("en", "ltr")
    assert french.missing == {"topics.prevention.new"}


def test_a_changed_source_text_falls_back(french: Translator) -> None:
    assert french.text(replace(TITLE, text="Crime prevention")).fallback is not None


def test_a_fuzzy_translation_falls_back(french: Translator, replace: Replace) -> None:
    replace(TOPIC, '#, md-text\nmsgctxt "topics.prevention.title"', '#, fuzzy, md-text\nmsgctxt "topics.prevention.title"')
    assert french.text(TITLE).fallback is not None


@pytest.mark.parametrize("text", ["40/33", "[…]", "12–19", "5 %"])
def test_a_text_without_a_letter_is_not_looked_up(french: Translator, text: str) -> None:
    given = replace(TITLE, text=text)
    assert french.text(given) is given
    assert french.counted == set()


def test_a_catalogue_is_read_once(french: Translator, starter: Project) -> None:
    french.text(TITLE)
    starter.path(TOPIC).unlink()
    assert french.text(TITLE).fallback is None


def test_catalogues_that_no_person_has_reviewed_are_named(french: Translator, replace: Replace) -> None:
    replace(TOPIC, "X-Review-Status: draft", "X-Review-Status: reviewed")
    french.text(TITLE)
    french.pgettext("contents.title", "Contents")
    assert french.unreviewed() == (WORDS,)


def test_all_texts_of_a_guide_are_localized_its_meeting_and_its_notes_too(content: Content, french: Translator) -> None:
    localized = localize(content, MEETING, "draft", french)
    topic = localized.topics["prevention"]
    assert topic.facts.title.text == "La prévention du crime, politique publique"
    assert topic.sections[0].blocks[0].text.notes[0].text.text.startswith("Sur les connaissances")
    assert localized.meeting.facts.region.text == "Ville capitale"
    assert localized.meeting.focus["prevention"].title.text == "Un plan pour la capitale"
    assert localized.issuance.organ.text == "Conseil modèle"
    assert localized.congress.dates == content.congress.dates
    assert not french.findings


# -- the words of the templates ------------------------------------------------------------------------------------------------


def test_template_words_are_translated_with_their_values(french: Translator) -> None:
    assert french.pgettext("topic.item", "Agenda item {number}.", number=3) == "Point 3 de l’ordre du jour."


def test_a_value_is_escaped_and_words_are_markup(french: Translator) -> None:
    words = french.pgettext("topic.item", "Agenda item {number}.", number="<b>")
    assert isinstance(words, Markup)
    assert "&lt;b&gt;" in words


def test_a_pending_value_is_a_pending_mark(french: Translator) -> None:
    assert "<pending/>" in french.pgettext("topic.item", "Agenda item {number}.", number="pending")


def test_a_placeholder_in_a_value_is_not_filled_again(french: Translator) -> None:
    words = french.pgettext("cover.place-dates", "{place}, {dates}", place="{dates}", dates="1")
    assert words == "{dates}, 1"


def test_words_without_translation_are_marked_as_untranslated(french: Translator) -> None:
    words = french.pgettext("new", "Page {number}", number=3)
    assert words == '<untranslated lang="en" dir="ltr">Page 3</untranslated>'


def test_a_template_that_gives_no_value_for_a_placeholder_is_told(french: Translator) -> None:
    with pytest.raises(ValueError, match=r'pgettext\("topic.item", …\) is given no value for \{number\}'):
        french.pgettext("topic.item", "Agenda item {number}.")


@pytest.mark.parametrize(
    "words",
    [
        "Point de l’ordre du jour.",
        "Point {numero} de l’ordre du jour.",
        "Point {number} de {number.real} l’ordre du jour.",
        "Point {number.real} de l’ordre du jour.",
        "Point {number!r} de l’ordre du jour.",
        "Point {} {number} de l’ordre du jour.",
        "Point {0} {number} de l’ordre du jour.",
    ],
)
def test_placeholders_that_differ_are_told_at_the_translation(
    french: Translator, starter: Project, replace: Replace, words: str
) -> None:
    replace(WORDS, "Point {number} de l’ordre du jour.", words)
    french.pgettext("topic.item", "Agenda item {number}.", number=3)
    [finding] = french.findings
    assert finding.rule == "placeholders"
    assert finding.source == Source(WORDS, line_of(starter, WORDS, 'msgid "Agenda item {number}."'))
    assert finding.message == "the placeholders differ from those of the source text ({number})"


@pytest.mark.parametrize("placeholder", ["{number.real}", "{number!r}", "{number:09}", "{0}", "{}", "{other}", "{{number}}"])
def test_a_placeholder_other_than_those_of_the_source_text_is_never_filled(
    french: Translator, replace: Replace, placeholder: str
) -> None:
    replace(WORDS, "Point {number} de l’ordre du jour.", f"Point {placeholder}")
    words = french.pgettext("topic.item", "Agenda item {number}.", number=3)
    assert words in {f"Point {placeholder}", "Point ", "Point {3}"}


def test_a_translation_may_put_placeholders_in_another_order(french: Translator, replace: Replace) -> None:
    replace(WORDS, 'msgid "{place}, {dates}"\nmsgstr "{place}, {dates}"', 'msgid "{place}, {dates}"\nmsgstr "{dates} ({place})"')
    assert french.pgettext("cover.place-dates", "{place}, {dates}", place="Salvador", dates="12-19") == "12-19 (Salvador)"
    assert not french.findings


# -- translations that cannot stand for their text -------------------------------------------------------------------------------


def faults(source: str, translation: str) -> list[tuple[str, str]]:
    """Return rule and sentence of what keeps *translation* from standing for *source*."""
    message = Message("a.b", source, translation, Source(TOPIC, 7))
    findings = list(structure_findings(Text("a.b", source, Source("content/a.md", 1)), message))
    assert all(finding.source == Source(TOPIC, 7) for finding in findings)
    return [(finding.rule, finding.message) for finding in findings]


DIFFER = "the note marks, citations or references differ from the source text: "
MARKS = "One[^a] two[@unodc, para. 3] and [](#b.c)."


@pytest.mark.parametrize(
    "translation",
    [
        "Un[^a] deux[@unodc, para. 3] et [](#b.c).",
        "[](#b.c) : un[^a], deux[@unodc, para. 3]",
        "*Un*[^a] [deux]{lang=en}[@unodc, para. 3] [](#b.c)",
    ],
)
def test_a_translation_with_the_same_marks_is_sound(translation: str) -> None:
    assert faults(MARKS, translation) == []


@pytest.mark.parametrize(
    ("translation", "odd"),
    [
        ("Un deux[@unodc, para. 3] et [](#b.c).", "[^a]"),
        ("Un[^a] deux et [](#b.c).", "[@unodc, para. 3]"),
        ("Un[^a] deux[@unodc, para. 3].", "[](#b.c)"),
        ("Un[^a] deux[@unodc, para. 4] et [](#b.c).", "[@unodc, para. 3] [@unodc, para. 4]"),
        ("Un[^a] deux[@unodc, par. 3] et [](#b.c).", "[@unodc, para. 3] [@unodc, par. 3]"),
        ("Un[^a] deux[^a][@unodc, para. 3] et [](#b.c).", "[^a]"),
        ("Un[^a] deux[@unodc, para. 3] et [](#b.d).", "[](#b.c) [](#b.d)"),
        ("Un[^b] deux[@unodc, para. 3] et [](#b.c).", "[^a] [^b]"),
    ],
)
def test_a_mark_that_is_lost_added_or_changed_is_told(translation: str, odd: str) -> None:
    assert faults(MARKS, translation) == [("marks", DIFFER + odd)]


@given(st.text(alphabet="[]^@#()ab *`,.\\<>!{}=:/"))
def test_a_text_has_the_marks_of_itself(text: str) -> None:
    assert [rule for rule, _ in faults(text, text) if rule != "markdown"] == []


def test_note_marks_in_another_order_are_told_with_the_right_one() -> None:
    source = "One[^a] two[^b] three[@unodc]."
    [finding] = structure_findings(
        Text("a", source, Source("x", 1)), Message("a", source, "Deux[^b] un[^a] trois[@unodc].", Source(TOPIC, 7))
    )
    assert finding.rule == "note-order"
    assert finding.hint == "keep [^a] [^b] [@unodc] in this order"


def test_cross_references_may_stand_in_another_order() -> None:
    assert faults("See [](#a) and [](#b).", "Voir [](#b) et [](#a).") == []


@pytest.mark.parametrize(
    ("translation", "what"),
    [
        ("<b>Jeunes</b>", "HTML"),
        ("<cite source='unodc'/>", "HTML"),
        ("<script>alert(1)</script>", "HTML"),
        ("**Jeunes**", "bold text"),
        ("`Jeunes`", "code"),
        ("![](jeunes.png)", "an image"),
        ("[Jeunes](https://example.org)", "a link"),
    ],
)
def test_markup_that_the_content_has_not_is_refused_in_translations(translation: str, what: str) -> None:
    assert ("markdown", f"{what} is not used here") in faults("Youth", translation)


def test_a_faulty_translation_keeps_the_source_text_in_its_place(french: Translator, replace: Replace) -> None:
    replace(TOPIC, "politique publique", "**politique** publique")
    assert french.text(TITLE).text == TITLE.text
    assert [finding.rule for finding in french.findings] == ["markdown"]


# -- whole guides --------------------------------------------------------------------------------------------------------------


def test_a_lost_citation_is_told_at_the_line_of_its_message(
    content: Content, french: Translator, starter: Project, replace: Replace
) -> None:
    replace(TOPIC, "para. 11].", "par. 11].")
    localize(content, MEETING, "draft", french)
    [finding] = french.findings
    assert finding.rule == "marks"
    assert finding.source == Source(TOPIC, line_of(starter, TOPIC, '"On knowledge') - 1)


HOSTILE = [
    "{x.real} {0} {}",
    "%(x)s %n",
    "{{ 7 * 7 }}",
    "{{ congress.parse-file('x') }}",
    "{% include 'guide/cover.xml.j2' %}",
    "]]> & > \" '",
    "$(id) ${7*7}",
]


def test_hostile_translations_are_printed_and_never_run(starter: Project, replace: Replace) -> None:
    words = " | ".join(HOSTILE)
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    replace(TOPIC, "La prévention du crime, politique publique", f"Titre {escaped} fin")
    heading = next(line for line in guide(starter).splitlines() if line.startswith("##") and "Titre" in line)
    assert heading.endswith(f"Titre {words} fin")


@pytest.mark.parametrize(
    "words", ["{x.__class__.__mro__}", "{{ ''.__class__ }}", "<para id='x'/>", "`{% raw %}`", "&lt;b&gt;", "{# x #}"]
)
def test_hostile_translations_that_are_markup_are_refused(french: Translator, replace: Replace, words: str) -> None:
    replace(TOPIC, "La prévention du crime, politique publique", words)
    assert french.text(TITLE).fallback is not None
    assert {finding.rule for finding in french.findings} == {"markdown"}


BREAKS = {
    "a syntax error": ("msgstr \"La prévention du crime, politique publique\"", 'msgstr "La prévention', "catalogue-syntax"),
    "a merge conflict": ("#. Crime prevention as public policy (title)", "<<<<<<< HEAD", "catalogue-conflict"),
    "another language": ("Language: fr", "Language: es", "catalogue-language"),
    "a duplicate context": ('"topics.prevention.background"', '"topics.prevention.title"', "catalogue-duplicate"),
    "lost notes": ("probantes[^evidence].", "probantes.", "marks"),
    "notes in another order": (
        "crime[@crime-\"\n\"prevention-guidelines] décrivent", "crime[^evidence] décrivent", "marks",
    ),
    "refused markup": ("politique publique", "**politique** publique", "markdown"),
}  # fmt: skip


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS)
def test_a_broken_catalogue_is_told_with_its_line(
    content: Content, french: Translator, replace: Replace, broken: tuple[str, str, str]
) -> None:
    old, new, rule = broken
    replace(TOPIC, old, new)
    localize(content, MEETING, "draft", french)
    assert [(finding.rule, finding.source.path) for finding in french.findings] == [(rule, TOPIC)]
    assert french.findings[0].source.line > 0


def test_a_broken_catalogue_fails_its_own_language_and_leaves_the_others(starter: Project, replace: Replace) -> None:
    english = guide(starter, "en")
    replace(TOPIC, "Language: fr", "Language: es")
    with pytest.raises(GuidegenError, match="catalogue-language"):
        guide(starter, "fr")
    assert guide(starter, "en") == english


def test_the_faults_of_several_catalogues_are_told_together(starter: Project, replace: Replace) -> None:
    replace(TOPIC, "politique publique", "**politique** publique")
    replace(FRENCH + "content/congress.po", "Language: fr", "Language: de")
    replace(WORDS, "Point {number} de l’ordre du jour.", "Point de l’ordre du jour.")
    with pytest.raises(GuidegenError) as error:
        guide(starter)
    assert sorted(finding.rule for finding in error.value.findings) == ["catalogue-language", "markdown", "placeholders"]


def test_a_language_without_catalogues_is_a_guide_of_marked_words(starter: Project) -> None:
    shutil.rmtree(starter.path(FRENCH + "content"))
    text = guide(starter)
    assert "⟦Crime prevention as public policy⟧" in text
    assert "Point 3 de l’ordre du jour." in text
