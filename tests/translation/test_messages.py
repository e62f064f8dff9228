"""What there is to translate, and what a translator is told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from guidegen.content.reader import read_content
from guidegen.errors import GuidegenError
from guidegen.resources.project import Project
from guidegen.translation.messages import SourceMessage, content_messages, source_messages, template_messages, template_names

Write = Callable[[str, str], None]
Replace = Callable[[str, str, str], None]


def messages(project: Project) -> Mapping[str, Sequence[SourceMessage]]:
    content = read_content(project).content
    assert content is not None
    return source_messages(project, content)


def one(project: Project, context: str) -> SourceMessage:
    """Return the message of the content with *context*."""
    content = read_content(project).content
    assert content is not None
    [found] = [message for message in content_messages(content) if message.context == context]
    return found


# -- the content -----------------------------------------------------------------------------------------------------------------


def test_there_is_a_catalogue_for_each_file_with_words_and_one_for_the_templates(starter: Project) -> None:
    assert set(messages(starter)) == {
        "guide", "content/congress", "content/outline", "content/issuances", "content/institutes", "content/introduction",
        "content/topics/prevention", "content/meetings/capital-city/meeting", "content/meetings/capital-city/focus",
    }  # fmt: skip


def test_messages_stand_in_the_order_of_their_file(starter: Project) -> None:
    contexts = [message.context for message in messages(starter)["content/topics/prevention"]]
    assert contexts == [
        "topics.prevention.title", "topics.prevention.background", "topics.prevention.guidelines",
        "topics.prevention.guidelines.note-evidence", "topics.prevention.questions", "topics.prevention.questions-lead",
        "topics.prevention.q-plan", "topics.prevention.q-cities",
    ]  # fmt: skip


TITLE = "Crime prevention as public policy"


@pytest.mark.parametrize(
    ("context", "comment"),
    [
        ("topics.prevention.title", f"{TITLE} (title)"),
        ("topics.prevention.background", f"{TITLE} › Background (heading)"),
        ("topics.prevention.guidelines", f"{TITLE} › Background (paragraph)"),
        ("topics.prevention.guidelines.note-evidence", f"{TITLE} › Background (paragraph) (note evidence)"),
        ("topics.prevention.q-plan", f"{TITLE} › Questions for discussion (question)"),
        ("congress.guide_title", "congress › guide_title"),
        ("outline.chapters.items.title", "outline › chapters › items › title"),
        ("issuances.draft.session.body", "issuances › draft › session › body"),
        ("meetings.capital-city.meeting.title", "Capital City (meeting)"),
        ("meetings.capital-city.focus.prevention", "Focus: Capital City › prevention › A plan for the capital (box title)"),
        ("meetings.capital-city.focus.prevention-text", "Focus: Capital City › prevention › A plan for the capital (box)"),
        (
            "meetings.capital-city.focus.prevention-q-districts",
            "Focus: Capital City › prevention › A plan for the capital (question in a box)",
        ),
    ],
)
def test_a_message_says_where_in_the_guide_it_stands(starter: Project, context: str, comment: str) -> None:
    assert one(starter, context).comment == comment


def test_a_message_names_its_file_and_has_its_text_in_one_line(starter: Project) -> None:
    message = one(starter, "topics.prevention.guidelines")
    assert message.files == ("content/topics/prevention.md",)
    assert message.text.startswith("The Guidelines for the Prevention of Crime[@crime-prevention-guidelines] describe what a")
    assert "\n" not in message.text


def test_a_text_without_a_letter_is_no_message(starter: Project, replace: Replace) -> None:
    replace("content/institutes.yaml", "place: ", 'place: "12" # ')
    content = read_content(starter).content
    assert content is not None
    assert "institutes.model-institute.place" not in [message.context for message in content_messages(content)]


def test_every_context_stands_once(starter: Project) -> None:
    contexts = [message.context for catalogue in messages(starter).values() for message in catalogue]
    assert len(contexts) == len(set(contexts))


# -- flags -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "formatted"), [("Page {number}", True), ("Page", False), ("{}", False), ("{a.b}", False)])
def test_a_message_with_a_placeholder_bears_the_flag_of_one(text: str, formatted: bool) -> None:
    flags = SourceMessage("a", text, "", ()).flags
    assert "md-text" in flags
    assert ("python-brace-format" in flags) is formatted


@pytest.mark.parametrize(
    ("files", "meetings"),
    [
        (("content/topics/youth.md",), ()),
        (("content/meetings/africa/focus.md",), ("africa",)),
        (("templates/meetings/africa/guide.xml.j2", "templates/meetings/western-asia/guide.xml.j2"), ("africa", "western-asia")),
        (("templates/guide/guide.xml.j2", "templates/meetings/africa/guide.xml.j2"), ()),
    ],
)
def test_a_message_stands_in_every_guide_or_in_those_of_its_meetings(files: tuple[str, ...], meetings: tuple[str, ...]) -> None:
    message = SourceMessage("a", "Word", "where", files)
    assert message.meetings == meetings
    told = f"Only in the guides of: {', '.join(meetings)}" if meetings else "In every guide"
    assert message.comments == ("where", told)


def test_a_limit_is_a_flag_and_is_told() -> None:
    message = SourceMessage("a", "{number} words", "where", ("x",), limit=60)
    assert message.flags == ("md-text", "python-brace-format", "max-length:60")
    assert message.comments[-1] == "At most 60 characters"


@pytest.mark.parametrize(
    ("context", "limited"),
    [
        ("draft.mark", True),
        ("contents.page", True),
        ("meetings.capital-city.focus.prevention", True),
        ("meetings.capital-city.focus.prevention-text", True),
        ("topics.prevention.guidelines", False),
        ("meetings.capital-city.focus.prevention-q-districts", False),
    ],
)
def test_the_skin_limits_what_stands_in_running_heads_narrow_columns_and_boxes(
    starter: Project, context: str, limited: bool
) -> None:
    [found] = [message for some in messages(starter).values() for message in some if message.context == context]
    assert bool(found.limit) is limited


def test_limits_are_by_context_or_by_the_kind_of_a_block(starter: Project) -> None:
    skin = (starter.template_path("skin.yaml")).read_text(encoding="utf-8").partition("limits:")[0]
    starter.path("templates").mkdir()
    starter.path("templates/skin.yaml").write_text(skin + "limits: {topics.*.q-*: 90, heading: 40}\n", encoding="utf-8")
    limits = {message.context: message.limit for some in messages(starter).values() for message in some if message.limit}
    assert limits["topics.prevention.q-plan"] == 90
    assert limits["topics.prevention.background"] == 40
    assert "topics.prevention.title" not in limits


def test_the_messages_of_an_annex_in_prose_stand_once(starter: Project, write: Write, replace: Replace) -> None:
    write("content/annexes/method.md", "---\ntitle: How this was made\n---\n\n{#first}\n## First\n\n{#steps}\nIn steps.\n")
    contexts = [message.context for message in messages(starter)["content/annexes/method"]]
    assert contexts == ["annexes.method.title", "annexes.method.first", "annexes.method.steps"]


# -- the templates ---------------------------------------------------------------------------------------------------------------


def words(project: Project) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return text and files of each message of the templates, by context."""
    return {message.context: (message.text, message.files) for message in template_messages(project)}


def test_the_words_of_the_shipped_templates_are_messages(starter: Project) -> None:
    assert words(starter)["topic.item"] == ("Agenda item {number}.", ("templates/guide/topic.xml.j2",))


def test_a_message_of_several_templates_names_them_all(starter: Project) -> None:
    assert words(starter)["contents.title"] == ("Contents", ("templates/guide/guide.xml.j2", "templates/guide/meta.xml.j2"))


def test_words_of_the_projects_own_templates_are_messages_beside_the_shipped_ones(starter: Project, write: Write) -> None:
    shipped = words(starter)
    write("templates/guide/chapters/closing.xml.j2", '<p>{{ pgettext("closing.words", "That is all") }}</p>')
    write("templates/meetings/capital-city/guide.xml.j2", '{{ pgettext("capital.words", "In the capital") }}')
    own = words(starter)
    assert own["closing.words"] == ("That is all", ("templates/guide/chapters/closing.xml.j2",))
    assert own["capital.words"] == ("In the capital", ("templates/meetings/capital-city/guide.xml.j2",))
    assert shipped.items() <= own.items()


def test_a_template_that_the_project_replaces_has_its_words_and_not_the_shipped_ones(starter: Project, write: Write) -> None:
    write("templates/guide/guide.xml.j2", '<guide>{{ pgettext("own.words", "Own") }}</guide>')
    own = words(starter)
    assert own["own.words"] == ("Own", ("templates/guide/guide.xml.j2",))
    assert own["contents.title"][1] == ("templates/guide/meta.xml.j2",)
    assert "contents.page" not in own
    assert "topic.item" in own


def test_templates_are_named_once_in_the_order_of_their_names(starter: Project, write: Write) -> None:
    write("templates/guide/cover.xml.j2", "<cover/>")
    names = template_names(starter)
    assert list(names) == sorted(set(names))
    assert "guide/cover.xml.j2" in names
    assert "html/guide.html.j2" not in names


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\n{{ pgettext("a" ~ b, "Words") }}', "pgettext needs a context and a text, both in quotes"),
        ('\n{{ pgettext("a", words) }}', "pgettext needs a context and a text, both in quotes"),
        ('\n{{ pgettext("a") }}', "pgettext needs a context and a text, both in quotes"),
        (
            '\n{{ pgettext("topic.item", "Item {number}") }}',
            '"topic.item" has another text here than in templates/guide/topic.xml.j2',
        ),
        ("\n{% for %}", "Expected an expression, got 'end of statement block'"),
    ],
)
def test_words_that_cannot_be_translated_are_told_with_their_line(
    starter: Project, write: Write, text: str, message: str
) -> None:
    write("templates/guide/x.xml.j2", text)
    with pytest.raises(GuidegenError) as error:
        list(template_messages(starter))
    [finding] = error.value.findings
    assert (str(finding.source), finding.message) == ("templates/guide/x.xml.j2:2", message)
