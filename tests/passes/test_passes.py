"""All passes together: their order, and what holds for every tree and every language."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidegen.document.inlines import Inline, Node, Note, NoteMark, Numbered, Reference
from guidegen.document.language import Language
from guidegen.document.text import as_text
from guidegen.document.tree import Block, Document, Paragraph, Point, Section
from guidegen.document.walk import walk
from guidegen.locales.conventions import read_language
from guidegen.passes import PASSES, run_passes
from tests.builders import box, cite, document, note, para, plain_para, point, ref, section
from tests.conftest import CHECKOUT, LANGUAGES

READ = {code: read_language(CHECKOUT, code) for code in LANGUAGES}
REFERENCES = {"unodc": "resolution 1", "crc": "Convention"}


def test_the_passes_run_in_one_order() -> None:
    assert [run.__name__ for run in PASSES] == [
        "number_sections", "number_paragraphs", "number_points", "place_notes", "separate_notes", "number_notes",
        "write_citations", "resolve_references", "list_contents", "name_fields", "set_typography", "isolate_phrases",
    ]  # fmt: skip


def test_a_document_without_chapters_passes(english: Language) -> None:
    assert run_passes(Document(english, ())) == Document(english, ())


def test_a_whole_small_guide(english: Language) -> None:
    tree = document(
        english,
        section(
            "a",
            para("p", "See paragraph ", ref("q"), note("n", cite("unodc")), "."),
            box("b", plain_para("r", "Boxed", note("m", cite("unodc")), ".")),
            para("q", "Again", note("o", cite("unodc")), ":", points=(point("s", "One"), point("t", "Two"))),
        ),
        references=REFERENCES,
    )
    text = as_text(run_passes(tree))
    assert "1. See paragraph 2.[1]" in text
    assert "| Boxed.[a]" in text
    assert "| [a] Resolution 1." in text
    assert "2. Again:[2]\n    (a) One\n    (b) Two" in text
    assert "[1] Resolution 1.\n[2] Ibid." in text


# -- laws ------------------------------------------------------------------------------------------------------------------------

KINDS = st.sampled_from(["para", "points", "noted", "cited", "referring", "box", "given", "lettered"])
TREES = st.recursive(KINDS, lambda inner: st.lists(inner, max_size=4), max_leaves=14)
Plan = str | list["Plan"]


def planned(plan: list[Plan], language: Language) -> Document:
    """Return the guide that *plan* draws, the same in every language."""
    numbers = count(1)
    return document(language, section("top", para("first", "x"), *(block(one, numbers) for one in plan)), references=REFERENCES)


def block(plan: Plan, numbers: count[int]) -> Block:
    name = f"x{next(numbers)}"
    if isinstance(plan, list):
        return section(name, *(block(one, numbers) for one in plan))
    marks: tuple[Inline, ...] = (note(f"{name}n", cite("unodc")), note(f"{name}m", "words"))
    points = (point(f"{name}a", points=(point(f"{name}b", level=2),)), point(f"{name}c"))
    blocks: dict[str, Block] = {
        "para": para(name, "text"),
        "points": para(name, "text", points=points),
        "noted": para(name, "one", marks[0], ", two", marks[1], "."),
        "cited": para(name, "one", *marks, "."),
        "referring": para(name, "see ", ref("first")),
        "box": box(name, plain_para(f"{name}p", "one", *marks, points=(point(f"{name}q"),))),
        "given": section(name, para(f"{name}p", "x"), counting="given", ordinal=3, number="3", label="3"),
        "lettered": section(name, para(f"{name}p", "x", *marks), lettered=True),
    }
    return blocks[plan]


def ordinals(tree: Document) -> dict[str, int | None]:
    """Return the ordinal of everything that bears one."""
    return {node.id: node.ordinal for node in walk(tree) if isinstance(node, Numbered)}


def printed(tree: Document) -> list[tuple[str, ...]]:
    """Return all numbers and labels of *tree* in reading order."""
    return [one for node in walk(tree) if (one := _printed(node))]


def _printed(node: Node) -> tuple[str, ...]:
    if isinstance(node, Numbered):
        return (node.id, node.number, node.label)
    if isinstance(node, Reference):
        return (node.target, node.number)
    return (node.note, node.label) if isinstance(node, NoteMark) else ()


@given(plan=st.lists(TREES, max_size=5))
@settings(max_examples=40, deadline=None)
def test_numbers_are_the_same_in_all_languages(plan: list[Plan]) -> None:
    trees = [ordinals(run_passes(planned(plan, language))) for language in READ.values()]
    assert all(tree == trees[0] for tree in trees[1:])


@pytest.mark.parametrize("code", LANGUAGES)
@given(plan=st.lists(TREES, max_size=5))
@settings(max_examples=25, deadline=None)
def test_running_the_passes_twice_numbers_the_same(code: str, plan: list[Plan]) -> None:
    once = run_passes(planned(plan, READ[code]))
    twice = run_passes(once)
    assert printed(twice) == printed(once)
    assert twice.contents == once.contents


@given(plan=st.lists(TREES, max_size=5))
@settings(max_examples=60, deadline=None)
def test_paragraphs_and_notes_of_the_text_are_counted_without_gaps(plan: list[Plan]) -> None:
    tree = run_passes(planned(plan, READ["en"]))
    nodes = [node for chapter in tree.children for node in walk(chapter)]
    paragraphs = [node.ordinal for node in nodes if isinstance(node, Paragraph) and node.counted]
    notes = [node.ordinal for node in nodes if isinstance(node, Note) and node.series == "text"]
    assert paragraphs == list(range(1, len(paragraphs) + 1))
    assert notes == list(range(1, len(notes) + 1))


@given(plan=st.lists(TREES, max_size=5))
@settings(max_examples=40, deadline=None)
def test_boxes_move_no_number_of_the_common_text(plan: list[Plan]) -> None:
    def without_boxes(one: list[Plan]) -> list[Plan]:
        return [without_boxes(inner) if isinstance(inner, list) else inner for inner in one if inner != "box"]

    kept = labels_of_text(run_passes(planned(plan, READ["en"])))
    assert kept == labels_of_text(run_passes(planned(without_boxes(plan), READ["en"])))


def labels_of_text(tree: Document) -> list[tuple[str, str]]:
    """Return kind and label of what is counted in the common text."""
    nodes = [node for chapter in tree.children for node in walk(chapter)]
    return [
        (type(node).__name__, node.label)
        for node in nodes
        if (isinstance(node, Paragraph) and node.counted)
        or isinstance(node, Section)
        or (isinstance(node, Note) and node.series == "text")
    ]


@given(plan=st.lists(TREES, max_size=5))
@settings(max_examples=25, deadline=None)
def test_every_note_and_every_reference_is_printed_with_a_number(plan: list[Plan]) -> None:
    tree = run_passes(planned(plan, READ["ar"]))
    nodes = [node for chapter in tree.children for node in walk(chapter)]
    assert all(node.label for node in nodes if isinstance(node, Note | NoteMark | Point))
    assert all(node.number for node in nodes if isinstance(node, Reference))


def test_numbers_do_not_depend_on_what_the_passes_found_before(english: Language) -> None:
    chapter = section("a", replace(para("p", "x"), ordinal=7, number="7", label="7."))
    [numbered] = run_passes(document(english, chapter)).children
    assert [node.label for node in walk(numbered) if isinstance(node, Paragraph)] == ["1."]
