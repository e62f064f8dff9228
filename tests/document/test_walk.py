from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.document.inlines import (
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Isolate,
    Node,
    Note,
    NoteMark,
    Pending,
    Reference,
    Text,
    Untranslated,
)
from guidegen.document.language import Language
from guidegen.document.tree import Box, Cell, ContentsEntry, Document, Paragraph, Point, Row, Section, Table
from guidegen.document.walk import children, is_inline, is_inline_container, plain, rebuild, rebuild_runs, walk
from tests.builders import HERE, box, cite, document, line, note, para, point, ref, section
from tests.marked import unhurried


def lines_of(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(parts, max_size=3).map(tuple)


ids = st.integers(0, 999).map("n{}".format)
leaves: st.SearchStrategy[Inline] = st.one_of(
    st.text(max_size=5).map(Text), st.just(Pending()), ids.map(ref), ids.map(cite), ids.map(lambda name: NoteMark(name, "a"))
)
inlines: st.SearchStrategy[Inline] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        lines_of(inner).map(Emphasis),
        lines_of(inner).map(lambda parts: Foreign(parts, "fr", "ltr")),
        lines_of(inner).map(lambda parts: Untranslated(parts, "en", "ltr")),
        lines_of(inner).map(lambda parts: Isolate(parts, "ltr")),
        st.builds(lambda name, parts: Note(parts, id=name), ids, lines_of(inner)),
        st.builds(lambda name, parts: Citation(name, (), parts), ids, lines_of(inner)),
    ),
    max_leaves=5,
)
lines = lines_of(inlines)
points: st.SearchStrategy[Point] = st.recursive(
    st.builds(lambda name, parts: Point(parts, id=name), ids, lines),
    lambda inner: st.builds(lambda name, parts, below: Point(parts, below, id=name), ids, lines, lines_of(inner)),
    max_leaves=3,
)
paragraphs = st.builds(lambda name, parts, below: Paragraph(parts, below, id=name), ids, lines, lines_of(points))
boxes = st.builds(lambda name, kicker, title, inner: Box(kicker, title, inner, id=name), ids, lines, lines, lines_of(paragraphs))
rows = lines_of(lines.map(Cell)).map(Row)
tables = st.builds(lambda name, title, inner: Table(title, (1.0,), inner, id=name), ids, lines, lines_of(rows))
sections: st.SearchStrategy[Section] = st.recursive(
    st.builds(lambda name, title, inner: Section(title, inner, id=name), ids, lines, lines_of(paragraphs | boxes | tables)),
    lambda inner: st.builds(lambda name, title, below: Section(title, below, id=name), ids, lines, lines_of(inner | paragraphs)),
    max_leaves=3,
)
blocks: st.SearchStrategy[Node] = st.one_of(sections, paragraphs, boxes, tables)
trees: st.SearchStrategy[Node] = st.one_of(blocks, inlines)


def same(node: Node) -> Node:
    return node


def louder(node: Node) -> Node:
    return Text(node.value.upper()) if isinstance(node, Text) else node


def values(node: Node) -> list[str]:
    return [inner.value for inner in walk(node) if isinstance(inner, Text)]


# -- walking -------------------------------------------------------------------------------------------------------------------


@unhurried
@given(trees)
def test_walking_yields_a_node_and_then_all_inside_it(tree: Node) -> None:
    nodes = list(walk(tree))
    assert nodes[0] is tree
    assert len(nodes) == 1 + sum(len(list(walk(child))) for child in children(tree))


def test_a_document_is_walked_in_reading_order(english: Language) -> None:
    guide = document(
        english,
        section("a", para("b", "3", note("n", "4"), "5", points=(point("p", "6"),)), box("c", para("d", "9")), title=line("2")),
    )
    words = [word for word in values(guide) if word.isdigit()]
    assert words == ["2", "3", "4", "5", "6", "9"]
    assert values(guide)[: len(guide.cover.fields) + 1] == ["United Nations", "A/1", "Organ", "A guide", "Contents"]


def test_a_box_is_walked_from_its_kicker_to_its_notes() -> None:
    framed = Box(line("1"), line("2"), (para("a", "3"),), (note("n", "4"),), id="b")
    assert values(framed) == ["1", "2", "3", "4"]


def test_a_table_is_walked_row_by_row() -> None:
    table = Table(line("title"), (1.0, 1.0), (Row((Cell(line("1")), Cell(line("2")))), Row((Cell(line("3")),))), id="t")
    assert values(table) == ["title", "1", "2", "3"]


def test_the_entries_of_the_contents_are_walked(english: Language) -> None:
    guide = document(english)
    assert guide.contents
    entry = ContentsEntry("a", 1, "I.", line("Chapter"))
    assert "Chapter" in values(replace(guide, contents=replace(guide.contents, entries=(entry,))))


def test_what_has_nothing_inside_has_no_children() -> None:
    assert [list(children(node)) for node in (Text("a"), Pending(), ref("a"), NoteMark("a", "b"))] == [[], [], [], []]


# -- rebuilding ----------------------------------------------------------------------------------------------------------------


@unhurried
@given(trees)
def test_rebuilding_without_a_change_gives_the_same_object(tree: Node) -> None:
    assert rebuild(tree, same) is tree


@unhurried
@given(trees)
def test_rebuilding_meets_every_node_in_the_order_of_walking(tree: Node) -> None:
    met: list[Node] = []

    def meet(node: Node) -> Node:
        met.append(node)
        return node

    rebuild(tree, meet)
    assert [id(node) for node in met] == [id(node) for node in walk(tree)]


@unhurried
@given(trees)
def test_rebuilding_changes_every_node_and_leaves_the_tree_it_began_with(tree: Node) -> None:
    before = values(tree)
    assert values(rebuild(tree, louder)) == [word.upper() for word in before]
    assert values(tree) == before


@unhurried
@given(trees)
def test_two_changes_one_after_the_other_are_both_made(tree: Node) -> None:
    def doubled(node: Node) -> Node:
        return Text(node.value * 2) if isinstance(node, Text) else node

    assert rebuild(rebuild(tree, louder), doubled) == rebuild(tree, lambda node: doubled(louder(node)))


def test_what_is_beside_a_change_is_the_same_object() -> None:
    tree = section("a", para("b", "one"), section("c", para("d", "two")))
    changed = rebuild(tree, lambda node: Text("new") if node == Text("two", source=HERE) else node)
    assert changed.children[0] is tree.children[0]
    assert changed.children[1] is not tree.children[1]
    assert values(changed) == ["A", "one", "C", "new"]


def test_a_node_is_changed_before_what_is_inside_it() -> None:
    """A pass may put new nodes into a node; they are then changed too."""

    def change(node: Node) -> Node:
        return replace(node, children=line("new")) if isinstance(node, Paragraph) else louder(node)

    assert values(rebuild(para("a", "old"), change)) == ["NEW"]


# -- runs ----------------------------------------------------------------------------------------------------------------------


@unhurried
@given(trees)
def test_runs_without_a_change_give_an_equal_tree(tree: Node) -> None:
    assert rebuild_runs(tree, lambda run: run) == tree


def outside_notes(nodes: Iterable[Node]) -> Iterator[str]:
    """The texts in *nodes*, without those in notes, which are lines of their own."""
    for node in nodes:
        if isinstance(node, Text):
            yield node.value
        elif not isinstance(node, Note):
            yield from outside_notes(children(node))


@unhurried
@given(blocks)
def test_every_text_of_a_block_is_in_one_run(block: Node) -> None:
    met: list[str] = []

    def meet(run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        met.extend(outside_notes(run))
        return run

    rebuild_runs(block, meet)
    assert sorted(met) == sorted(values(block))


def test_a_run_is_a_whole_line_and_a_note_s_text_is_one_of_its_own() -> None:
    tree = para("a", "one ", Emphasis(line("two")), note("n", "three", Emphasis(line("four"))), points=(point("p", "five"),))
    runs: list[str] = []

    def meet(run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        runs.append(plain(run))
        return run

    rebuild_runs(tree, meet)
    assert runs == ["threefour", "one two", "five"]


def test_headings_cells_fields_and_entries_are_runs(english: Language) -> None:
    table = Table(line("table"), (1.0,), (Row((Cell(line("cell")),)),), id="t")
    guide = document(english, section("a", table, title=line("heading")))
    runs: list[str] = []
    rebuild_runs(guide, lambda run: (runs.append(plain(run)), run)[1])  # type: ignore[func-returns-value]
    assert set(runs) == {"United Nations", "A/1", "Organ", "A guide", "Contents", "heading", "table", "cell"}


def test_a_run_may_become_longer_or_shorter() -> None:
    tree = section("a", para("b", "one", "two"))
    assert values(rebuild_runs(tree, lambda run: (*run, Text("!")))) == ["A", "!", "one", "two", "!"]
    assert values(rebuild_runs(tree, lambda run: run[:1])) == ["A", "one"]


def test_the_notes_at_the_foot_of_a_box_are_no_run_and_their_texts_are() -> None:
    framed = Box((), (), (), (note("n", "one"), note("m", "two")), id="b")
    runs: list[tuple[Inline, ...]] = []
    rebuild_runs(framed, lambda run: (runs.append(run), run)[1])  # type: ignore[func-returns-value]
    assert [plain(run) for run in runs] == ["one", "two"]


# -- reading aloud -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inline", "words"),
    [
        (Text("words"), "words"),
        (Emphasis(line("a", Foreign(line("b"), "fr", "ltr"))), "ab"),
        (Untranslated(line("a"), "en", "ltr"), "a"),
        (Isolate(line("a"), "ltr"), "a"),
        (note("n", "a note"), ""),
        (NoteMark("n", "a"), ""),
        (Emphasis(line("a", note("n", "b"))), "a"),
        (Pending(), "[…]"),
        (Reference("x", "23"), "23"),
        (ref("x"), ""),
        (cite("x"), ""),
        (Citation("x", (), line("Treaty")), "Treaty"),
    ],
)
def test_the_plain_words_of_a_line_are_those_read_aloud(inline: Inline, words: str) -> None:
    assert plain((inline,)) == words


@unhurried
@given(lines)
def test_the_plain_words_of_a_line_are_its_texts_outside_notes(run: tuple[Inline, ...]) -> None:
    def without(node: Node) -> Node:
        return Text("") if isinstance(node, Note | Pending | Reference) else node

    silent = tuple(rebuild(part, without) for part in run)
    assert plain(silent) == "".join(word for part in silent for word in values(part))
    assert plain(tuple(without(part) for part in run if isinstance(part, Note))) == ""


@unhurried
@given(trees)
def test_an_inline_is_told_from_a_block_and_a_note_from_what_belongs_to_its_line(tree: Node) -> None:
    assert is_inline(tree) is not isinstance(tree, Section | Paragraph | Box | Table)
    assert is_inline_container(tree) is (is_inline(tree) and not isinstance(tree, Note))


def test_rebuilding_keeps_the_type(english: Language) -> None:
    change: Callable[[Node], Node] = louder
    guide: Document = rebuild(document(english, section("a", para("b", "words"))), change)
    assert values(guide)[-1] == "WORDS"
