from __future__ import annotations

import datetime
import pickle
import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guidegen.errors import GuidegenError, Source
from guidegen.resources.files import SourceFile
from guidegen.resources.yaml_reader import DEEPEST, LocatedMapping, LocatedText, YamlFile, parse_yaml, source_of
from tests.marked import attempt, told, unhurried

PIECES = [
    "a", "b: ", "- ", "? ", ": ", "{", "}", "[", "]", "\n", "\n  ", "&x ", "*x", "!t ", "!!int ", "|\n", "> ", "'", '"', "#",
    "---\n", "...\n", "%YAML 1.1\n", "%TAG ! t:\n", "2009-02-30", "0b_", "1e5", "<<: ", "\\U", "\\x0", "null", ",", "@", "\t",
    "\x85", "\u2028", "é", "99999-",
]  # fmt: skip
broken = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
words = st.from_regex(r"[a-z]{1,8}( [a-z]{1,8}){0,3}", fullmatch=True).filter(lambda text: yaml.safe_load(text) == text)
values = st.recursive(
    st.one_of(words, st.integers(), st.booleans(), st.dates(), st.none()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(words, inner)),
    max_leaves=12,
)


def read(text: str) -> YamlFile:
    return parse_yaml(SourceFile("content/file.yaml", text))


def located(value: Any) -> list[LocatedText]:
    """Every text in *value*, keys included."""
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in located(part)]
    if isinstance(value, list):
        return [text for part in value for text in located(part)]
    return [value] if isinstance(value, LocatedText) else []


@unhurried
@given(values, st.booleans())
def test_what_yaml_writes_is_read_back(value: Any, flow: bool) -> None:
    assert read(yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True)).value == value


@unhurried
@given(values)
def test_every_text_knows_where_it_stands(value: Any) -> None:
    text = yaml.safe_dump(value, width=10_000)
    lines = text.split("\n")
    for one in located(read(text).value):
        assert lines[one.source.line - 1].removeprefix("? ")[one.source.column - 1 :].startswith(one)


@unhurried
@given(broken)
def test_whatever_the_text_only_findings_come_of_it(text: str) -> None:
    file, found = attempt(lambda: read(text))
    assert (file is None) == bool(found)
    lines = len(re.split("\r\n|[\n\r\x85\u2028\u2029]", text))
    assert all(1 <= finding.source.line <= lines for finding in found)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 5", 5),
        ("a: true", True),
        ("a: 2009-02-27", datetime.date(2009, 2, 27)),
        ("a: '2009-02-27'", "2009-02-27"),
        ("a: 4 (f)", "4 (f)"),
        ("a: |\n  one\n  two\n", "one\ntwo\n"),
        ("a: >\n  one\n  two\n", "one two\n"),
        ("a: [one, 2]", ["one", 2]),
        ('a: "«\\u00A0»"', "«\u00a0»"),
        ("a:", None),
    ],
)
def test_values_are_texts_numbers_dates_truth_values_and_lists(text: str, value: object) -> None:
    assert read(text).value == {"a": value}


def test_a_file_of_comments_is_an_empty_mapping() -> None:
    assert read("# nothing yet\n").value == {}


def test_keys_are_texts_whatever_they_look_like() -> None:
    assert list(read("1: a\nyes: b\nnull: c\n2009-02-27: d").value) == ["1", "yes", "null", "2009-02-27"]


def test_a_text_knows_its_path_with_ids_in_the_place_of_positions() -> None:
    value = read("chapters:\n  - {id: one, title: A}\n  - {title: B}\n").value
    assert value["chapters"][0]["title"].path == ("chapters", "one", "title")
    assert value["chapters"][1]["title"].path == ("chapters", 1, "title")


def test_a_mapping_knows_where_it_begins() -> None:
    value = read("a:\n  b: {c: d}\n").value
    assert isinstance(value["a"]["b"], LocatedMapping)
    assert value["a"].source == Source("content/file.yaml", 2, 3)
    assert value["a"]["b"].source == Source("content/file.yaml", 2, 6)


def test_a_key_and_a_list_item_have_places_and_what_has_none_that_of_what_is_around_it() -> None:
    file = read("a:\n  - b\n  - c: d\n")
    assert [file.place(path).line for path in (("a",), ("a", 0), ("a", 1, "c"), ("a", 1, "lacking", 5), ("lacking",))] == [
        1,
        2,
        3,
        3,
        1,
    ]
    assert read("").place(("lacking",)) == Source("content/file.yaml", 1)


def test_a_part_of_a_file_counts_its_lines_on() -> None:
    file = parse_yaml(SourceFile("a.md", "title: T\nnumber: 5\n", first_line=2))
    assert file.value["title"].source == Source("a.md", 2, 8)
    assert file.place(("number",)) == Source("a.md", 3, 1)


def test_a_located_text_survives_pickling_and_is_a_text() -> None:
    text = pickle.loads(pickle.dumps(LocatedText.at("word", Source("a", 1, 2), ("k",))))
    assert (text, text.source, text.path) == ("word", Source("a", 1, 2), ("k",))


def test_the_source_of_a_plain_text_is_the_one_given() -> None:
    assert source_of("word", Source("a")) == Source("a")
    assert source_of(LocatedText.at("word", Source("b", 2)), Source("a")) == Source("b", 2)


# -- bad input -----------------------------------------------------------------------------------------------------------------


def test_every_key_that_stands_twice_is_told_at_its_second_place() -> None:
    marked = "a:\n  b: 1\n  ►b: 2\n►a: 3\nc: {d: 1, ►d: 2}\n►a: 4\n"
    sentences = told(marked, parse_yaml)
    assert [sentence.split('"')[1] for sentence in sentences] == ["b", "a", "d", "a"]
    assert sentences[0] == 'the key "b" stands here twice'


@pytest.mark.parametrize("key", ["? ►[a]\n: b", "? ►{a: 1}\n: b", "x: {►[a]: b}"])
def test_a_key_that_is_no_text_is_told(key: str) -> None:
    assert told(key, parse_yaml) == ["a key must be a text"]


@pytest.mark.parametrize(
    "marked",
    [
        "a: ►&name text\nb: ►*name",
        "a: ►*emphasised",
        "a: ►!important",
        "a: ►!!str 5",
        "a: ►!thing {b: c}",
        "- ►!<tag:yaml.org,2002:str> x",
        "a: ►!!python/object/apply:os.system [ls]",
        "►&a [►*a]",
    ],
)
def test_each_anchor_alias_and_tag_is_told(marked: str) -> None:
    sentence = "anchors, aliases and tags (&, * and !) are not used here (put the text in quotes)"
    assert set(told(marked, parse_yaml)) == {sentence}


def test_a_bomb_of_aliases_is_told_and_not_built() -> None:
    text = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    with pytest.raises(GuidegenError) as caught:
        read(text)
    assert len(caught.value.findings) == 60 + 2 * 59


def test_a_text_nested_without_end_is_told_where_it_is_too_deep() -> None:
    assert told("[" * DEEPEST + "►" + "[" * 5000, parse_yaml) == [f"nested more than {DEEPEST} deep"]
    assert told("".join(f"{' ' * n}{'►' if n == DEEPEST else ''}k:\n" for n in range(60)), parse_yaml)


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        ("a: b\nc: ►2009-02-30", '"2009-02-30" is no date (put it in quotes if it is a text)'),
        ("a: ►2009-13-01", '"2009-13-01" is no date (put it in quotes if it is a text)'),
        ("a: ►0b_", '"0b_" is no number (put it in quotes if it is a text)'),
        ("a: ►=", '"=" is no value (put it in quotes if it is a text)'),
        (f"a: ►{'9' * 5000}", f'"{"9" * 40}…" is no number (put it in quotes if it is a text)'),
    ],
)
def test_a_value_that_is_none_is_told(marked: str, sentence: str) -> None:
    assert told(marked, parse_yaml) == [sentence]


@pytest.mark.parametrize("escape", ["\\0", "\\t", "\\e", "\\uD800", "\\u2028", "\\N", "\\uFFFF"])
def test_a_character_that_a_file_may_not_have_does_not_come_in_by_an_escape(escape: str) -> None:
    (sentence,) = told(f'a: ►"b{escape}c"', parse_yaml)
    assert sentence.startswith("an invisible character, U+")
    (sentence,) = told(f'►"b{escape}c": a', parse_yaml)
    assert sentence.startswith("an invisible character, U+")


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        ("a: b\n - c►: d", "mapping values are not allowed here"),
        ("a: 'b►", "while scanning a quoted scalar, found unexpected end of stream"),
        ("a: *emphasised►* words", "while scanning an alias, expected alphabetic or numeric character, but found '*'"),
        ("a: b\nb\n►c: d", "while scanning a simple key, could not find expected ':'"),
        ("a: [b, c►", "while parsing a flow sequence, expected ',' or ']', but got '<stream end>'"),
        ("- a\n►b: c", "while parsing a block collection, expected <block end>, but found '?'"),
        ("a: ►@b", "while scanning for the next token, found character '@' that cannot start any token"),
        ("a: 1\n►--- \nb: 2", "expected a single document in the stream, but found another document"),
        ("a: ►\x80", "unacceptable character #x0080: special characters are not allowed"),
        ('a: "\\U►FFFFFFFF"', "a number that is too large"),
        (f"%YAML ►{'1' * 5000}.1\n---\na: b", "a number that is too large"),
    ],
)
def test_a_syntax_error_is_told_where_it_is_met(marked: str, sentence: str) -> None:
    assert told(marked, parse_yaml) == [f"not valid YAML: {sentence}"]


def test_anchors_before_a_syntax_error_are_told_with_it() -> None:
    assert len(told("a: ►&b c\nd: ►@e", parse_yaml)) == 2
