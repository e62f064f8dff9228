from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from guidegen.document.data import Data
from guidegen.errors import GuidegenError
from guidegen.resources.files import SourceFile
from guidegen.resources.validation import known_keys, validate
from guidegen.resources.yaml_reader import parse_yaml
from tests.marked import attempt, told, unhurried


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Cat(Closed):
    kind: Literal["cat"]
    lives: int = Field(default=9, ge=1)


class Dog(Closed):
    kind: Literal["dog"]
    name: str


class Days(Closed):
    first: int
    last: int

    @field_validator("last")
    @classmethod
    def _even(cls, last: int) -> int:
        if last % 2:
            raise PydanticCustomError("even_day", "the {day} day must be {what}", {"day": "last", "what": "even"})
        return last


@dataclass(frozen=True, slots=True)
class Rule(Data):
    find: str
    weight: float = 1.0


class Zoo(Closed):
    title: str
    open: bool = True
    within: str = Field(default="", alias="in")
    animals: dict[str, Annotated[Cat | Dog, Field(discriminator="kind")]] = {}
    days: Days | Literal["pending"] = "pending"
    number: str | int | None = None
    tags: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    columns: list[Literal["page", "paragraphs"]] = []


@dataclass(frozen=True, slots=True)
class Weights(Data):
    by_number: Mapping[int, Rule] = field(default_factory=dict)


def zoo(file: SourceFile) -> Zoo:
    return validate(parse_yaml(file), Zoo)


def test_a_sound_file_is_its_model() -> None:
    text = "title: Z\nin: town\nanimals: {tom: {kind: cat}, rex: {kind: dog, name: Rex}}\n"
    made = zoo(SourceFile("a", text + "rules: [{find: a, weight: 2}]\nnumber: 4 (a)"))
    assert (made.title, made.within, made.number, made.rules) == ("Z", "town", "4 (a)", (Rule("a", 2.0),))
    assert made.animals == {"tom": Cat(kind="cat"), "rex": Dog(kind="dog", name="Rex")}


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        ("►titel: Z\ntitle: Z", 'unknown key "titel" (did you mean "title"?)'),
        ("title: Z\n►within: x", 'unknown key "within"'),
        ("title: Z\ndays: {first: 1, last: 2, ►fist: 3}", 'unknown key "fist" (did you mean "first"?)'),
        ("title: Z\nrules: [{find: a, ►wieght: 2}]", 'unknown key "wieght" (did you mean "weight"?)'),
        ("title: Z\nanimals:\n  rex: {kind: dog, name: R, ►nam: R}", 'unknown key "nam" (did you mean "name"?)'),
        ("title: Z\n►days: {first: 1}", 'missing key "last"'),
        ("title: Z\nrules:\n  - {find: a}\n  - ►{weight: 1}", 'missing key "find"'),
        ("title: Z\nanimals:\n  ►rex: {name: R}", 'missing key "kind"'),
        ("►title: 5", '"title" must be a text (put it in quotes)'),
        ("►title: no", '"title" must be a text (put it in quotes)'),
        ("►title: 2009-02-27", '"title" must be a text (put it in quotes)'),
        ("►title: 1.5", '"title" must be a text (put it in quotes)'),
        ("►title:", '"title" must be a text'),
        ("►title: [a]", '"title" must be a text'),
        ("title: Z\n►open: perhaps", '"open" must be true or false'),
        ("title: Z\n►open: [a]", '"open" must be true or false'),
        ("title: Z\n►tags: a", '"tags" must be a list'),
        ("title: Z\n►tags: {a: b}", '"tags" must be a list'),
        ("title: Z\n►columns: page", '"columns" must be a list'),
        ("title: Z\ntags: [a, ►5]", 'item 2 of "tags" must be a text (put it in quotes)'),
        ("title: Z\ncolumns: [►pge]", 'item 1 of "columns" must be "page" or "paragraphs" (did you mean "page"?)'),
        ("title: Z\n►animals: [a]", '"animals" must be a group of keys'),
        ("title: Z\nrules: [►a]", 'item 1 of "rules" must be a group of keys'),
        ("title: Z\nrules: [{find: a, ►weight: heavy}]", '"weight" must be a number'),
        ("title: Z\nanimals:\n  ►rex: 5", '"rex" must be a group of keys'),
        ("title: Z\nanimals:\n  rex: {►kind: dgo}", '"kind" must be one of "cat", "dog" (did you mean "dog"?)'),
        ("title: Z\nanimals:\n  rex: {►kind: 5}", '"kind" must be one of "cat", "dog"'),
        ("title: Z\nanimals: {tom: {kind: cat, ►lives: 0}}", '"lives" must be at least 1'),
        ("title: Z\nanimals: {tom: {kind: cat, ►lives: nine}}", '"lives" must be a whole number'),
        ("title: Z\nanimals: {tom: {kind: cat, ►lives: 8.5}}", '"lives" must be a whole number'),
        ("title: Z\n►days: soon", '"days" must be a group of keys or "pending"'),
        ("title: Z\n►days: pendign", '"days" must be a group of keys or "pending" (did you mean "pending"?)'),
        ("title: Z\ndays: {►first: 1.5, last: 2}", '"first" must be a whole number'),
        ("title: Z\ndays: {first: 1, ►last: 3}", '"last": the last day must be even'),
        ("title: Z\n►number: [a]", '"number" must be a text or a whole number'),
        ("►- a", "the file must be a group of keys"),
        ("►words", "the file must be a group of keys"),
    ],
)
def test_a_fault_is_a_sentence_at_its_key(marked: str, sentence: str) -> None:
    assert told(marked, zoo) == [sentence]


def test_every_missing_key_of_an_empty_file_is_told() -> None:
    class Pair(Closed):
        one: str
        two: str

    with pytest.raises(GuidegenError) as caught:
        validate(parse_yaml(SourceFile("a.yaml", "# nothing\n")), Pair)
    assert list(map(str, caught.value.findings)) == [
        'a.yaml:1: error: missing key "one" [missing-key]',
        'a.yaml:1: error: missing key "two" [missing-key]',
    ]


def test_a_misspelt_key_is_told_as_missing_and_as_unknown() -> None:
    assert told("►►titel: Z", zoo) == ['missing key "title"', 'unknown key "titel" (did you mean "title"?)']


def test_all_faults_of_a_file_are_told_in_one_go_from_top_to_bottom() -> None:
    marked = """\
►title: 5
►nubmer: 6
animals:
  tom: {►kind: tiger}
  ►rex: {kind: dog}
►days: {first: 1, ►lst: 2}
tags: [a, ►1, ►2]
"""
    assert told(marked, zoo) == [
        '"title" must be a text (put it in quotes)',
        'unknown key "nubmer" (did you mean "number"?)',
        '"kind" must be one of "cat", "dog"',
        'missing key "name"',
        'missing key "last"',
        'unknown key "lst" (did you mean "last"?)',
        'item 2 of "tags" must be a text (put it in quotes)',
        'item 3 of "tags" must be a text (put it in quotes)',
    ]


def test_the_keys_of_a_mapping_are_checked_too() -> None:
    assert told("by_number: {►one: {find: a}}", lambda file: validate(parse_yaml(file), Weights)) == [
        '"one" must be a whole number'
    ]


@pytest.mark.parametrize(("rule", "text"), [("missing-key", ""), ("unknown-key", "title: Z\nx: y"), ("value", "title: 5")])
def test_the_rule_says_what_kind_of_fault_it_is(rule: str, text: str) -> None:
    with pytest.raises(GuidegenError) as caught:
        zoo(SourceFile("a", text))
    assert {finding.rule for finding in caught.value.findings} == {rule}


def test_a_rule_of_a_model_keeps_its_own_name() -> None:
    with pytest.raises(GuidegenError) as caught:
        zoo(SourceFile("a", "title: Z\ndays: {first: 1, last: 3}"))
    assert [finding.rule for finding in caught.value.findings] == ["even-day"]


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("days",), {"first", "last"}),
        (("rules", 0), {"find", "weight"}),
        (("animals", "rex"), {"kind", "lives", "name"}),
        (("title",), set()),
    ],
)
def test_the_known_keys_of_a_path_are_those_of_every_model_that_may_stand_there(path: tuple[Any, ...], keys: set[str]) -> None:
    assert set(known_keys(Zoo, path)) == keys


def test_a_key_is_known_under_the_name_that_files_use() -> None:
    assert "in" in known_keys(Zoo, ())
    assert "within" not in known_keys(Zoo, ())


keys = st.sampled_from(["title", "days", "animals", "rules", "tags", "kind", "first", "last", "find", "in", "number", "{}", "x"])
leaves = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(), st.sampled_from(["cat", "a", "{b}"])
)
values = st.recursive(leaves, lambda inner: st.one_of(st.lists(inner), st.dictionaries(keys, inner)), max_leaves=10)


@unhurried
@given(values)
def test_whatever_the_value_only_findings_come_of_it(value: Any) -> None:
    made, found = attempt(lambda: zoo(SourceFile("a", yaml.safe_dump(value))))
    assert (made is None) == bool(found)


class Limited(Closed):
    name: str = Field(max_length=2)


def test_a_fault_of_a_kind_that_has_no_words_of_its_own_is_one_of_the_value() -> None:
    _, (finding,) = attempt(lambda: validate(parse_yaml(SourceFile("f", "name: long\n")), Limited))
    assert finding.rule == "value"
