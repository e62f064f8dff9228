from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.rules_core import inline
from markdown_it.tree import SyntaxTreeNode

from guidegen.content import dialect
from guidegen.document.inlines import Locator
from tests.marked import unhurried

ALLOWED = """\
---
title: A title
---

{#background}
## Background & *more* of it

{#first list=institutes}
Words[@source] with a note,[^name] a part of a source,[@source, chap. I, paras. 3-5 and 7] a reference to [](#topic.block), words
in [d'autres langues]{lang=fr}, *Titles*, 3 < 4, 5 * 6, a_b_c, (brackets) and [brackets], 50% {of braces}, a@b.org and "quotes".

- {#point}
  A point.
  - {#inner}
    A point of the point.

{#questions}
{.questions}
### Questions

[^name]: The note.
"""

MARKS = st.sampled_from(["*", "_", "[^n]", "[@s]", "[](#a)", "]{lang=fr}", "<b>", "&amp;", "\\", "`", "~", "\n", "  \n", ">"])
NUMBERS = st.one_of(st.integers(1, 999).map(str), st.sampled_from(["I", "II", "IV", "A", "XLI", "bis"]))


def names(tree: SyntaxTreeNode) -> list[str]:
    return [what for what, _ in dialect.refused(tree)]


@unhurried
@given(st.lists(st.one_of(st.text(), st.characters(max_codepoint=0x7F), MARKS)).map("".join))
def test_a_text_is_read_as_the_parser_reads_it_with_all_its_rules(text: str) -> None:
    thorough = dialect.parser.__wrapped__()
    thorough.core.ruler.at("inline", inline)
    assert dialect.parser().parseInline(text) == thorough.parseInline(text)


@unhurried
@given(st.text(), st.sampled_from([1, dialect.LONGEST_TEXT]))
def test_nothing_is_refused_in_a_text_that_is_not_to_be_looked_into(text: str, times: int) -> None:
    text *= times
    assert dialect.is_marked(text) or names(SyntaxTreeNode(dialect.parser().parseInline(text))) == []


def test_a_text_without_a_mark_that_is_too_long_is_refused() -> None:
    assert [*dialect.faults("word " * dialect.LONGEST_TEXT)] == [f"{dialect.REFUSED['overlong']} is not used here"]


def test_what_the_content_needs_is_not_refused() -> None:
    assert names(SyntaxTreeNode(dialect.parser().parse(ALLOWED))) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a **word**", dialect.REFUSED["strong"]),
        ("a `word`", dialect.REFUSED["code_inline"]),
        ("a <b>", dialect.REFUSED["html_inline"]),
        ("![a](b)", dialect.REFUSED["image"]),
        ("a  \nb", dialect.REFUSED["hardbreak"]),
        ("a &amp; b", dialect.REFUSED["entity"]),
        ("a &#12; b", dialect.REFUSED["entity"]),
        ("[words](http://example.org)", "a link"),
        ("[](other.md)", "a link"),
        ("[words](#block)", "a cross-reference with words or attributes of its own"),
        ('[](#block){lang="fr"}', "a cross-reference with words or attributes of its own"),
        ("[words]{#id}", "a span without a language such as {lang=fr}"),
        ("[words]{lang=fr .red}", "a span without a language such as {lang=fr}"),
        ('[words]{lang="not a tag"}', "a span without a language such as {lang=fr}"),
        ("[words]{}", "a span without a language such as {lang=fr}"),
        ("[@source para. 3]", dialect.UNREADABLE["[@"]),
        ("[@source,para. 3]", dialect.UNREADABLE["[@"]),
        ("[@source; @other]", dialect.UNREADABLE["[@"]),
        ("[^two words]", dialect.UNREADABLE["[^"]),
        ("^[inline]", dialect.UNREADABLE["^["]),
        ("words {#id}", dialect.UNREADABLE["{#"]),
        ("[](#block){.red}", dialect.UNREADABLE["{."]),
        ("[words]{lang}", dialect.UNREADABLE["]{"]),
        ("a \\* b", dialect.UNREADABLE["\\"]),
    ],
)
def test_in_a_line_is_refused(text: str, what: str) -> None:
    assert names(dialect.inlines(text)) == [what]


def test_the_words_for_an_image_are_not_told_beside_it() -> None:
    assert names(dialect.inlines("![a **b** ![c](d)](e)")) == ["an image"]


@unhurried
@given(
    st.lists(st.sampled_from(["word ", "[^n]", "[@s]", "[@s, para. 3]", "[](#a)", "*em*", "[w]{lang=fr}", "[@", "**", "\n", "é"]))
)
def test_a_part_of_a_line_knows_how_far_into_it_it_begins(parts: list[str]) -> None:
    text = "".join(parts).strip()
    for node in dialect.inlines(text).walk():
        if node.type in {"note_call", "citation", "unreadable"}:
            assert text.startswith(node.content, node.meta["at"])
        elif node.type == "link":
            assert text.startswith("[](#a)", node.meta["at"])


@pytest.mark.parametrize(
    ("text", "locators"),
    [
        ("para. 3", [Locator("para", (("3", "3"),))]),
        ("paras. 35-47 and 50", [Locator("para", (("35", "47"), ("50", "50")))]),
        ("paras. 35–47, 49 and 50", [Locator("para", (("35", "47"), ("49", "49"), ("50", "50")))]),
        ("chap. I, paras. 3 and 4", [Locator("chap", (("I", "I"),)), Locator("para", (("3", "3"), ("4", "4")))]),
        ("annex", [Locator("annex", ())]),
        ("preamble", [Locator("preamble", ())]),
        ("", []),
    ],
)
def test_locators_are_kinds_with_spans(text: str, locators: list[Locator]) -> None:
    assert list(dialect.locators(text)) == locators


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("page 3", '"page" is no locator; known are para., paras.'),
        ("3", '"3" is no locator'),
        ("para 3", '"para" is no locator'),
        ("para. three four", '"three four" is not a number or a range such as 35-47'),
        ("annex I, para. 1 (b)", '"1 (b)" is not a number'),
        ("para. 3-4-5", '"3-4-5" is not a number'),
        ("para. 3 and", '"3 and" is not a number'),
        ("para. 3,4,", '"" is not a number'),
    ],
)
def test_what_is_no_locator_is_told(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match="^" + re.escape(sentence)):
        dialect.locators(text)


@unhurried
@given(
    st.lists(st.tuples(st.sampled_from(sorted(dialect.LOCATORS)), st.lists(st.tuples(NUMBERS, NUMBERS), max_size=4)), min_size=1)
)
def test_locators_that_are_written_are_read(groups: list[tuple[str, list[tuple[str, str]]]]) -> None:
    written = ", ".join(f"{word} {', '.join(f'{first}-{last}' for first, last in spans)}".strip() for word, spans in groups)
    assert dialect.locators(written) == tuple(Locator(dialect.LOCATORS[word], tuple(spans)) for word, spans in groups)


@unhurried
@given(st.text())
def test_any_other_text_is_told_to_be_no_locator(text: str) -> None:
    sentence = ""
    try:
        dialect.locators(text)
    except ValueError as error:
        sentence = str(error)
    assert not sentence or " is no" in sentence


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Words *and* more[@source, para. 3]", []),
        ("**Bold** and `code`", ["bold text is not used here", "code is not used here"]),
        ("A name[^note]", ["[^note] calls a note, and only a Markdown file has notes"]),
        ("A name[@source, page 3]", ['"page" is no locator']),
    ],
)
def test_a_text_of_its_own_may_have_no_notes(text: str, faults: list[str]) -> None:
    found = list(dialect.faults(text))
    assert len(found) == len(faults)
    assert all(told.startswith(fault) for told, fault in zip(found, faults, strict=True))


@pytest.mark.parametrize("name", ["a", "urban-crime", "rule-66", "a1-b2"])
def test_an_identifier_is_lower_case_words_with_hyphens(name: str) -> None:
    assert dialect.IDENTIFIER.match(name)


@pytest.mark.parametrize("name", ["", "A", "1a", "a_b", "a--b", "-a", "a-", "a.b", "é", "a b", "../a", "a\n"])
def test_other_names_are_no_identifiers(name: str) -> None:
    assert not dialect.IDENTIFIER.match(name)


def test_reading_a_line_leaves_it_as_it_is_for_who_reads_it_next() -> None:
    text = "A *line* with [a word]{lang=fr}, [](#there), [^note] and [@source, para. 3]"
    before = dialect.inlines(text).pretty(show_text=True)
    assert not list(dialect.refused(dialect.inlines(text)))
    assert dialect.inlines(text).pretty(show_text=True) == before
