from __future__ import annotations

from collections.abc import Callable

import pytest

from guidegen.content.integrity import RULES, integrity_findings, numbered_ids
from guidegen.content.reader import Content, read_content
from guidegen.errors import Finding, Source
from guidegen.loading import Loaded
from guidegen.resources.project import Project
from tests.conftest import CHECKOUT
from tests.marked import MARK, marks, sentence

Edit = Callable[..., list[str]]
TOPIC = "content/topics/prevention.md"
MEETING = "content/meetings/capital-city/meeting.yaml"
FOCUS = "content/meetings/capital-city/focus.md"
OTHER = "---\ntitle: Other\nnumbers: {congress: 4}\n---\n\n{#background}\n## Background\n\n{#lead}\nWords.\n"
CHECKLIST = """\
title: Ticks
introduction: {lead: Tick}
columns: {question: Q, yes: Y, partly: P, no: N, remarks: R}
groups:
"""


def content_of(project: Project) -> Content:
    reading = read_content(project)
    assert reading.content, list(map(str, reading.findings))
    return reading.content


def found(project: Project) -> list[Finding]:
    return list(integrity_findings(content_of(project), project))


@pytest.fixture
def told(starter: Project) -> Edit:
    """Edit a file of the starter project, with marks where findings must point, and return their sentences."""

    def edit(path: str, old: str, new: str) -> list[str]:
        text = starter.path(path).read_text(encoding="utf-8")
        assert old in text, path
        marked = text.replace(old, new, 1)
        starter.path(path).write_text(marked.replace(MARK, ""), encoding="utf-8")
        findings = found(starter)
        assert [str(finding.source) for finding in findings] == [str(place) for place in marks(path, marked)], list(
            map(str, findings)
        )
        return list(map(sentence, findings))

    return edit


def test_the_shipped_content_and_the_starter_fit_together(checkout: Loaded, starter: Project) -> None:
    assert checkout.content
    assert integrity_findings(checkout.content, CHECKOUT) == ()
    assert found(starter) == []


def test_every_rule_says_what_it_checks() -> None:
    assert all(rule.__doc__ and rule.__doc__.startswith("Check that ") for rule in RULES)


# -- the outline ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "kind"), [("topics: [prevention, ►prevnetion]", "topic"), ("topics: [prevention]\nannexes: [►x]", "annex")]
)
def test_the_outline_names_nothing_that_has_no_file(told: Edit, key: str, kind: str) -> None:
    (words,) = told("content/outline.yaml", "topics: [prevention]", key)
    assert words.startswith(f'there is no {kind} "')
    assert words.endswith('(did you mean "prevention"?)') is (kind == "topic")


@pytest.mark.parametrize("folder", ["topics", "workshops", "annexes"])
def test_a_file_that_the_outline_leaves_out_is_told(starter: Project, write: Callable[..., None], folder: str) -> None:
    facts = "title: Other\n" if folder == "annexes" else "title: Other\nnumbers: {congress: 4}\n"
    write(f"content/{folder}/other.md", f"---\n{facts}---\n")
    (finding,) = found(starter)
    assert finding.source == Source(f"content/{folder}/other.md", 1)
    assert sentence(finding).endswith('"other" has a file and is not in the outline (add it to content/outline.yaml)')


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [("topics: [prevention]", "topics: [prevention, ►prevention]", "topic"), ("id: items", "id: ►introduction", "chapter")],
)
def test_the_outline_names_nothing_twice(told: Edit, old: str, new: str, kind: str) -> None:
    (words,) = told("content/outline.yaml", old, new)
    assert words.startswith(f'the {kind} "')
    assert words.endswith('" stands in the outline more than once')


# -- names ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Drugs", "new drugs", "new_drugs", "9th", "café"])
def test_the_name_of_a_file_that_is_no_id_is_told(starter: Project, write: Callable[..., None], name: str) -> None:
    write(f"content/topics/{name}.md", OTHER)
    assert ("id-form", f"content/topics/{name}.md:1") in [(finding.rule, str(finding.source)) for finding in found(starter)]


def test_the_name_of_a_folder_that_is_no_id_is_told(starter: Project) -> None:
    starter.path("content/meetings/capital-city").rename(starter.path("content/meetings/Capital City"))
    (finding,) = found(starter)
    assert str(finding.source) == "content/meetings/Capital City/meeting.yaml:1"
    assert finding.message == 'the name "Capital City" has other characters than a-z, 0-9 and hyphens'


@pytest.mark.parametrize(("file", "key"), [("issuances", "►../draft"), ("institutes", "►Model Institute"), ("sources", "►crc.2")])
def test_a_key_that_is_no_id_is_told(told: Edit, file: str, key: str) -> None:
    known = {"issuances": "draft", "institutes": "model-institute", "sources": "crime-prevention-resolution"}[file]
    if file == "issuances":
        (words,) = told("content/issuances.yaml", f"{known}:", f"{key}:")
    else:
        second = {"institutes": "{name: M, place: C}", "sources": "{type: document, symbol: A/1, date: 2009}"}[file]
        (words,) = told(f"content/{file}.yaml", f"{known}:", f"{key}: {second}\n{known}:")
    assert words.endswith("has other characters than a-z, 0-9 and hyphens")


# -- institutes, topics, languages ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [TOPIC, MEETING])
def test_an_institute_that_is_not_known_is_told(told: Edit, file: str) -> None:
    assert told(file, "institutes: [model-institute]", "institutes: [model-institute, ►model-institut, ►other]") == [
        'there is no institute "model-institut" (did you mean "model-institute"?)',
        'there is no institute "other"',
    ]


def test_a_workshop_s_item_that_is_not_known_is_told(starter: Project, write: Callable[..., None], told: Edit) -> None:
    write("content/workshops/urban.md", OTHER)
    starter.path("content/outline.yaml").write_text(
        starter.path("content/outline.yaml").read_text(encoding="utf-8") + "workshops: [urban]\n", encoding="utf-8"
    )
    assert told("content/workshops/urban.md", "numbers:", "item: ►preventoin\nnumbers:") == [
        'there is no topic "preventoin" (did you mean "prevention"?)'
    ]


def test_a_box_for_a_topic_that_is_not_known_is_told(told: Edit) -> None:
    assert told(FOCUS, "{#prevention}\n", "{#drugs}\n►") == ['there is no topic "drugs"']


def test_a_group_of_questions_for_a_topic_that_is_not_known_is_told(
    starter: Project, write: Callable[..., None], told: Edit
) -> None:
    outline = starter.path("content/outline.yaml")
    outline.write_text(outline.read_text(encoding="utf-8") + "annexes: [ticks]\n", encoding="utf-8")
    write("content/annexes/ticks.yaml", CHECKLIST + "  prevention: {a: So}\n")
    assert told("content/annexes/ticks.yaml", "  prevention:", "  ►prevent: {b: So}\n  prevention:") == [
        'there is no topic "prevent" (did you mean "prevention"?)'
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/congress.yaml", "source_language: en", "source_language: ►xx"),
        ("content/issuances.yaml", "original: [en]", "original: [en, ►xx]"),
        ("content/issuances.yaml", "original: [en]", "original: [en]\n  languages: [fr, ►xx]"),
        (MEETING, "languages: [en, fr]", "languages: [en, ►xx]"),
        (MEETING, "languages: [en, fr]", "languages: [en, fr]\nworking_languages: [►xx, en]"),
    ],
)
def test_a_language_without_conventions_is_told(told: Edit, file: str, old: str, new: str) -> None:
    assert told(file, old, new) == ['there is no language "xx"']


# -- citations and references --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (TOPIC, "to keep crime from\nhappening", "to keep►[@crime-prevention-guideline] crime from\nhappening"),
        (TOPIC, "to keep crime from\nhappening", "to keep crime from\nhappening►[@crime-prevention-guideline,\npara. 3]"),
        (TOPIC, "as a basis of plans", "as a basis►[@crime-prevention-guideline] of plans"),
        (TOPIC, "What do cities need", "What do►[@crime-prevention-guideline, para. 3] cities need"),
        (TOPIC, "## Background", "## Background►[@crime-prevention-guideline]"),
        (FOCUS, "one plan.", "one plan.►[@crime-prevention-guideline]"),
        ("content/introduction.md", "one topic.", "one topic.►[@crime-prevention-guideline]"),
        ("content/institutes.yaml", "Institute for Crime", "Institute►[@crime-prevention-guideline] for Crime"),
        ("content/congress.yaml", "from projects", "from\n  projects►[@crime-prevention-guideline,\n  para. 3]"),
    ],
)
def test_a_citation_of_no_source_is_told_where_it_stands(told: Edit, file: str, old: str, new: str) -> None:
    assert told(file, old, new) == [
        'there is no source "crime-prevention-guideline" (did you mean "crime-prevention-guidelines"?)'
    ]


def test_each_citation_of_no_source_is_told_also_the_same_one_again(told: Edit) -> None:
    words = "a►[@xx] b►[@yy] c►[@xx]\nd►[@xx, para. 3] e►[@xx]\n\n{#more}\nf►[@xx]"
    assert len(told(TOPIC, "The Guidelines for", f"{words}\n\n{{#again}}\nThe Guidelines for")) == 6


def test_an_annex_of_no_resolution_is_told(told: Edit) -> None:
    assert told("content/sources.yaml", "in: crime-prevention-resolution", "in: ►crime-prevention-guidelines") == [
        'there is no resolution "crime-prevention-guidelines" (did you mean "crime-prevention-resolution"?)'
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (TOPIC, "to keep crime from\nhappening", "(see ►[](#prevention.guideline)) to keep crime from\nhappening"),
        (TOPIC, "On knowledge", "See ►[](#prevention.guideline)"),
        (FOCUS, "How can", "See ►[](#prevention.guideline). How can"),
        ("content/introduction.md", "[](#prevention.guidelines)", "►[](#prevention.guideline)"),
    ],
)
def test_a_reference_to_no_block_is_told_where_it_stands(told: Edit, file: str, old: str, new: str) -> None:
    (words,) = told(file, old, new)
    assert words.startswith('there is no numbered block "prevention.guideline" (did you mean "prevention.guidelines"?)')


@pytest.mark.parametrize("target", ["focus.prevention-text", "guidelines", "", "prevention.note-evidence"])
def test_a_reference_to_what_has_no_number_is_told(told: Edit, target: str) -> None:
    assert told("content/introduction.md", "[](#prevention.guidelines)", f"►[](#{target})")[0].startswith(
        f'there is no numbered block "{target}"'
    )


def test_a_reference_names_chapters_topics_sections_paragraphs_points_and_checklists(
    starter: Project, write: Callable[..., None]
) -> None:
    write("content/annexes/ticks.yaml", CHECKLIST + "  prevention: {}\n")
    assert numbered_ids(content_of(starter)) >= {
        "introduction", "items", "prevention", "prevention.background", "prevention.guidelines", "prevention.q-plan", "ticks",
        "introduction.purpose", "introduction.why",
    }  # fmt: skip


# -- issuances -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("old", "new"), [("  default: true\n", ""), ("default: true", "default: false")])
def test_one_issuance_is_the_default(starter: Project, replace: Callable[..., None], old: str, new: str) -> None:
    replace("content/issuances.yaml", old, new)
    (finding,) = found(starter)
    assert (str(finding.source), finding.message) == (
        "content/issuances.yaml:1",
        "exactly one issuance must be marked default: true",
    )


def test_a_second_default_is_told_where_it_stands(starter: Project) -> None:
    place = starter.path("content/issuances.yaml")
    text = place.read_text(encoding="utf-8")
    place.write_text(text + text.replace("draft:", "final:", 1), encoding="utf-8")
    (finding,) = found(starter)
    assert finding.source == Source("content/issuances.yaml", text.count("\n") + 2, 3)


def test_a_project_without_issuances_is_told(starter: Project, write: Callable[..., None]) -> None:
    write("content/issuances.yaml", "{}\n")
    assert [finding.message for finding in found(starter)] == ["no issuance"]


def test_a_reserved_symbol_stands_on_drafts_only(told: Edit) -> None:
    (words,) = told(
        "content/issuances.yaml", "  default: true\n  status: draft", "  ►default: true\n  reserved: true\n  status: approved"
    )
    assert words.startswith("MODEL/2009/CRP.1 is the symbol of an issued document")
    assert told("content/issuances.yaml", "status: approved", "status: draft") == []


def test_everything_that_does_not_fit_is_told_in_one_go(starter: Project, replace: Callable[..., None]) -> None:
    replace("content/outline.yaml", "[prevention]", "[prevention, xx]")
    replace(TOPIC, "[model-institute]", "[xx]")
    replace(FOCUS, "{#prevention}", "{#xx}")
    replace("content/introduction.md", "one topic.", "one topic.[@xx] [](#xx)")
    replace("content/issuances.yaml", "default: true", "default: false")
    replace(MEETING, "[en, fr]", "[en, xx]")
    rules = ["outline-topic", "institute", "focus-topic", "citation", "reference", "issuance-default", "language"]
    assert [finding.rule for finding in found(starter)] == rules
