from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidegen.content import dialect
from guidegen.content.inline import markup
from guidegen.content.markdown import MarkdownFile, parse_markdown
from guidegen.content.model import NoFacts, ProseFacts, TopicFacts
from guidegen.content.prose import SectionText
from guidegen.content.texts import texts
from guidegen.errors import Source
from guidegen.resources.files import UNWANTED, SourceFile
from tests.marked import attempt, told, unhurried

PATH = "content/topics/youth.md"
TOPIC = """\
---
title: Youth
numbers: {congress: 3}
---

{#background}
## Background

{#first}
Words over
two lines.[^note]

{#network list=institutes}
The institutes:

{#issues}
## Issues

{#prisons}
### Prisons

{#second}
A paragraph with points:

- {#one}
  The first,
  on two lines
  - {#inner}
    with a point of its own
- {#two}
  The second.[^1]

{#questions .questions}
## Questions

[^note]: See [@source, para. 3],
    and more.

[^1]: Another.
"""
PIECES = [
    "{#a}\n", "{#b}\n", "{.questions}\n", "{", "}", "## ", "### ", "# ", "\n", "\n\n", "text", "[^n]", "[^n]: ", "[@s]", "[@",
    "[@s, para. 3]", "[", "]", "(#a)", "](", "*", "**", "_", "`", "```\n", "    ", "  ", "- ", "1. ", "> ", "|", "|-|", "---\n",
    "===\n", "<b>", "<!--", "-->", "&amp;", "&#12;", "\\", "{lang=fr}", "{lang", "=", "![", "title: x\n", "é", "文", "[x]: y",
    "^[", "{%", "%", "!", "\r", "\t",
]  # fmt: skip
BODY = "{#s}\n## S\n\n{#p}\n"
pieces = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
broken = st.one_of(st.text(), pieces, pieces.map(BODY.__add__))

read = partial(parse_markdown, prefix="youth", facts=NoFacts)


def topic(text: str = TOPIC) -> MarkdownFile[TopicFacts]:
    return parse_markdown(SourceFile(PATH, text), "youth", TopicFacts)


def sections(body: str) -> tuple[SectionText, ...]:
    return parse_markdown(SourceFile(PATH, body), "youth", NoFacts).sections


def body(marked: str) -> str:
    """A section with one paragraph of these words, and what stands below it."""
    return BODY + marked


# -- what is read --------------------------------------------------------------------------------------------------------------


def test_the_front_matter_is_the_facts() -> None:
    facts = topic().facts
    assert (facts.title.text, facts.title.source, facts.numbers.congress) == ("Youth", Source(PATH, 2, 8), 3)


def test_headings_make_sections_and_subsections() -> None:
    assert [section.id for section in topic().sections] == ["youth.background", "youth.issues", "youth.questions"]
    assert [section.id for section in topic().sections[1].sections] == ["youth.prisons"]


def test_a_class_of_a_heading_is_the_role_of_its_section() -> None:
    assert [section.role for section in topic().sections] == ["", "", "questions"]


def test_a_paragraph_is_one_line_of_text_at_its_place() -> None:
    block = topic().sections[0].blocks[0]
    assert (block.id, block.text.text, block.text.source) == ("youth.first", "Words over two lines.[^note]", Source(PATH, 10, 1))


def test_a_paragraph_may_be_continued_by_a_list_that_is_data() -> None:
    assert [block.generated for block in topic().sections[0].blocks] == ["", "institutes"]


def test_a_list_is_the_points_of_the_paragraph_before_it() -> None:
    (block,) = topic().sections[1].sections[0].blocks
    assert [(point.id, point.text.text) for point in block.points] == [
        ("youth.one", "The first, on two lines"),
        ("youth.two", "The second.[^1]"),
    ]
    assert [point.id for point in block.points[0].points] == ["youth.inner"]
    assert block.points[0].points[0].text.source == Source(PATH, 29, 5)


def test_a_note_belongs_to_the_text_that_calls_it() -> None:
    (note,) = topic().sections[0].blocks[0].text.notes
    assert (note.id, note.name, note.text.text) == ("youth.note-note", "note", "See [@source, para. 3], and more.")
    assert note.text.source == Source(PATH, 36, 1)


def test_contexts_are_made_of_the_path_and_of_ids() -> None:
    contexts = [text.context for text in texts(topic().sections[0])]
    youth = "topics.youth"
    assert contexts == [f"{youth}.background", f"{youth}.first", f"{youth}.first.note-note", f"{youth}.network"]


def test_ids_have_the_prefix_of_the_file() -> None:
    assert all(identifier.startswith("youth.") for identifier in (topic().sections[0].id, topic().sections[0].blocks[0].id))


def test_an_empty_file_has_no_sections() -> None:
    assert sections("") == ()


# -- bad input: Markdown that the content does not have ------------------------------------------------------------------------

BLOCKS = {
    "html_block": "words\n\n►<div>\nwords\n</div>",
    "fence": "words\n\n►```\ncode\n```",
    "code_block": "words\n\n    ►code",
    "hr": "words\n\n►***",
    "blockquote": "words\n\n►> said",
    "table": "words\n\n►|a|b|\n|-|-|\n|c|d|",
    "ordered_list": "words\n\n►1. one\n2. two",
    "definition": "words\n\n►[a]: http://example.org",
    "orphan": "words\n\n►{#nothing}",
    "html_inline": "some ►<b>words",
    "image": "an ►![image](a.png)",
    "code_inline": "some\nmore ►`code`",
    "strong": "some ►**bold** and ►__bold__ words",
    "hardbreak": "some  ►\nwords",
    "entity": "some ►&nbsp;►&#x20; words",
    "overlong": f"►{'words ' * 4000}",
    "nested": f"►{'*a _b ' * 15}{'b_ a*' * 15}",
}
SIGNS = {
    "[@": "see ►[@source para. 3] and ►[@other,para. 3]",
    "[^": "see ►[^two words]",
    "^[": "see ►^[a note]",
    "{#": "words ►{#id}",
    "{.": "words ►{.red}",
    "]{": "[words►]{lang}",
    "\\": "see ►\\* and ►\\\nhere",
}


def test_there_is_a_sample_of_every_construct_that_is_refused() -> None:
    assert BLOCKS.keys() == dialect.REFUSED.keys()
    assert SIGNS.keys() == dialect.UNREADABLE.keys()


@pytest.mark.parametrize(("what", "marked"), [(dialect.REFUSED[kind], marked) for kind, marked in BLOCKS.items()])
def test_a_construct_of_markdown_that_the_content_does_not_have_is_told(what: str, marked: str) -> None:
    assert set(told(body(marked), read)) == {f"{what} is not used here"}


@pytest.mark.parametrize(("what", "marked"), [(dialect.UNREADABLE[sign], marked) for sign, marked in SIGNS.items()])
def test_a_sign_that_cannot_be_read_is_told(what: str, marked: str) -> None:
    assert set(told(body(marked), read)) == {f"{what} is not used here"}


@pytest.mark.parametrize(
    ("marked", "what"),
    [
        (body("a ►[link](http://example.org) and ►[another](mailto:a@b)"), "a link"),
        (body("see ►[words](#id)"), "a cross-reference with words or attributes of its own"),
        (body("see ►[words]{.red} and ►[words]{}[@s]"), "a span without a language such as {lang=fr}"),
        ("{#a}\n►# A", "a heading other than ## and ###"),
        ("{#a}\n►#### A", "a heading other than ## and ###"),
        ("{#a}\n►A\n---", "a heading other than ## and ###"),
        ("{#a}\n►A\n===", "a heading other than ## and ###"),
    ],
)
def test_a_construct_in_another_form_is_told(marked: str, what: str) -> None:
    assert set(told(marked, read)) >= {f"{what} is not used here"}


def test_a_construct_is_told_inside_lists_notes_and_headings_too() -> None:
    marked = body(
        "words:[^n]\n\n- {#one}\n  a\n  b ►**c**\n  - {#two}\n    d ►`e`\n\n{#h}\n## A ►<b>\n\n[^n]: See\n    the ►**x**.\n"
    )
    assert told(marked, read) == [
        "bold text is not used here", "code is not used here", "HTML is not used here", "bold text is not used here",
    ]  # fmt: skip


# -- bad input: structure ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "sentences"),
    [
        ("►words", ["text before the first heading (begin with a ## heading)"]),
        ("►- words", ["text before the first heading (begin with a ## heading)"]),
        ("{#a}\n►### A", ["a ### heading before the first ## (begin with a ## heading)"]),
        ("{#a}\n►##", ["a heading without words"]),
        ("{#s}\n## S\n\n►- {#a}\n  b", ["a list without a paragraph that introduces it"]),
        (body("words\n\n- {#a}\n  b\n\n►* {#c}\n  d"), ["a list without a paragraph that introduces it"]),
        (body("words\n\n►- {#a}\n  b\n\n  {#c}\n  d"), ["a list item holds one paragraph and, below it, one list"]),
        (body("words\n\n►-\n- {#a}\n  b"), ["a list item holds one paragraph and, below it, one list"]),
        (body("words\n\n►- ## A"), ["a list item holds one paragraph and, below it, one list"]),
    ],
)
def test_what_stands_in_the_wrong_place_is_told(marked: str, sentences: list[str]) -> None:
    assert told(marked, read) == sentences


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        ("►## A short Title of 1999", "this block has no id (put a line {#a-short-title-of} before it)"),
        ("►## 第一章", "this block has no id (put a line {#name} before it)"),
        ("{#s}\n## S\n\n►Some words", "this block has no id (put a line {#some-words} before it)"),
        (body("words\n\n- ►a point"), "this block has no id (put a line {#a-point} before it)"),
        ("{►#Youth}\n## A", 'the id "Youth" has other characters than a-z, 0-9 and hyphens'),
        ("{►#a_b}\n## A", 'the id "a_b" has other characters than a-z, 0-9 and hyphens'),
        (body("words\n\n- {►#1st}\n  point"), 'the id "1st" has other characters than a-z, 0-9 and hyphens'),
        ("{#a}\n## A\n\n{►#a}\nwords", 'the id "a" stands here and in line 1'),
        (body("words\n\n- {#one}\n  a\n- {►#p}\n  b"), 'the id "p" stands here and in line 4'),
        (body("words[^x]\n\n{►#note-x}\nmore\n\n[^x]: note"), 'the id "note-x" stands here and in line 10'),
        ("►{#a}\n{#b}\n## B", "an id or class before anything but a heading or a paragraph is not used here"),
        (body("words\n\n►{#list}\n- {#a}\n  b"), "an id or class before anything but a heading or a paragraph is not used here"),
    ],
)
def test_an_id_that_is_missing_malformed_or_taken_is_told(marked: str, sentence: str) -> None:
    assert told(marked, read) == [sentence]


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        ("{#a .►question}\n## A", 'the attribute class="question" is not known here (did you mean "questions"?)'),
        ("{#a}\n{.►red}\n## A", 'the attribute class="red" is not known here'),
        ("{#a list=►institutes}\n## A", 'the attribute list="institutes" is not known here'),
        ("{#s}\n## S\n\n{#p .►questions}\nwords", 'the attribute class="questions" is not known here'),
        (
            "{#s}\n## S\n\n{#p list=►institute}\nw",
            'the attribute list="institute" is not known here (did you mean "institutes"?)',
        ),
        ("{#s}\n## S\n\n{#p lits=►institutes}\nw", 'the attribute lits="institutes" is not known here (did you mean "list"?)'),
        ('{#s onclick="►alert(1)"}\n## S', 'the attribute onclick="alert(1)" is not known here'),
    ],
)
def test_an_attribute_that_no_template_knows_is_told(marked: str, sentence: str) -> None:
    assert told(marked, read) == [sentence]


# -- bad input: notes and citations --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "sentences"),
    [
        ("words►[^a] and ►[^b]", ['the note "a" is called and not defined', 'the note "b" is called and not defined']),
        (
            "words►[^nte]►[^nte] and [^note]\n\n[^note]: n",
            ['the note "nte" is called and not defined (did you mean "note"?)'] * 2,
        ),
        ("words[^a] and\nagain►[^a]\n\n[^a]: n", ['the note "a" is called more than once']),
        (
            "words\n\n►[^a]: n\n\n►[^b]: n",
            ['the note "a" is defined and never called', 'the note "b" is defined and never called'],
        ),
        ("words[^a]\n\n[^a]: n\n\n►[^a]: m", ['the note "a" is defined more than once']),
        ("words[^a]\n\n►[^a]:", ['the note "a" must be one paragraph']),
        ("words[^a]\n\n►[^a]: n\n\n    m", ['the note "a" must be one paragraph']),
        ("words[^a]\n\n►[^a]: - n", ['the note "a" must be one paragraph']),
        ("words[^a][^b]\n\n[^a]: n►[^b]\n\n[^b]: m", ["a note cannot call another"]),
        ("words[^A.b]\n\n►[^A.b]: n", ['the name "A.b" has other characters than a-z, 0-9 and hyphens']),
    ],
)
def test_a_note_that_does_not_come_out_is_told(marked: str, sentences: list[str]) -> None:
    assert told(body(marked), read) == sentences


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        ("words[@a, para. 3] and\nmore►[@a, page 3]", '"page" is no locator'),
        ("words►[@a,\npara. 3 b]", '"3 b" is not a number'),
        ("words[^n]\n\n[^n]: See ►[@a, 3].", '"3" is no locator'),
        ("words\n\n- {#x}\n  long\n  words ►[@a, 3]", '"3" is no locator'),
    ],
)
def test_a_locator_that_is_none_is_told(marked: str, sentence: str) -> None:
    (found,) = told(body(marked), read)
    assert found.startswith(sentence)


# -- bad input: front matter, and all in one go --------------------------------------------------------------------------------


def test_front_matter_without_an_end_is_told() -> None:
    assert "the front matter has no end (close it with a line ---)" in told("►►---\n►title: x\n\n{#a}\n## A", read)


def test_front_matter_where_there_is_none_is_told() -> None:
    assert told("---\n►title: x\n---\n\n{#a}\n## A", read) == ['unknown key "title"']


@pytest.mark.parametrize("text", ["", "{#a}\n## A", "---\n---\n\n{#a}\n## A", "---\n# none\n---\n"])
def test_front_matter_that_is_missing_lacks_its_keys(text: str) -> None:
    _, found = attempt(lambda: parse_markdown(SourceFile(PATH, text), "youth", ProseFacts))
    assert [finding.message for finding in found] == ['missing key "title"']
    assert found[0].source.line in {1, 2}


def test_front_matter_and_text_are_told_in_one_go_from_top_to_bottom() -> None:
    marked = "---\ntitle: ►&x T\n---\n\n►## A\n\n{#p}\nsome ►**bold** words\n"
    assert told(marked, partial(parse_markdown, prefix="youth", facts=ProseFacts)) == [
        "anchors, aliases and tags (&, * and !) are not used here (put the text in quotes)",
        "this block has no id (put a line {#a} before it)",
        "bold text is not used here",
    ]


def test_facts_and_text_are_told_in_one_go() -> None:
    marked = "---\n►►titel: T\n►numbers: 3\n---\n\n{#a}\n## ►**A**\n"
    assert told(marked, partial(parse_markdown, prefix="youth", facts=TopicFacts)) == [
        'missing key "title"', 'unknown key "titel" (did you mean "title"?)', '"numbers" must be a group of keys',
        "bold text is not used here",
    ]  # fmt: skip


@unhurried
@given(broken)
def test_whatever_the_text_only_findings_come_of_it(text: str) -> None:
    file, found = attempt(lambda: read(SourceFile(PATH, text)))
    assert (file is None) == bool(found)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in found:
        assert 1 <= finding.source.line <= len(lines)
        assert 0 <= finding.source.column <= len(lines[finding.source.line - 1]) + 1


@unhurried
@given(broken)
def test_what_is_read_without_findings_can_be_printed(text: str) -> None:
    file, _ = attempt(lambda: read(SourceFile(PATH, UNWANTED.sub("", text))))
    for one in texts(file.sections if file else ()):
        etree.fromstring(f"<text>{markup(one)}</text>")


def test_the_same_text_has_the_same_findings_again() -> None:
    text = body("a[^x] **b** [@c\n\n[^y]: z\n\n[^w]: z")
    assert attempt(lambda: read(SourceFile(PATH, text))) == attempt(lambda: read(SourceFile(PATH, text)))
