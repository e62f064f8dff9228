from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.tree import SyntaxTreeNode

from guidegen.content import dialect
from guidegen.content.markdown import parse_markdown
from guidegen.content.model import NoFacts
from guidegen.content.places import Places
from guidegen.errors import Source
from guidegen.resources.files import SourceFile
from tests.marked import told, unhurried

read = partial(parse_markdown, prefix="p", facts=NoFacts)


def nodes(text: str, kind: str) -> list[SyntaxTreeNode]:
    return [node for node in SyntaxTreeNode(dialect.parser().parse(text)).walk() if node.type == kind]


def places(text: str, kind: str, attribute: str = "") -> list[str]:
    file = Places(SourceFile("a.md", text))
    return [str(file.place(node, attribute)).removeprefix("a.md:") for node in nodes(text, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("## A\n\nwords\n", "heading", ["1:1"]),
        ("one\n\n  two\nlines\n", "paragraph", ["1:1", "3:3"]),
        ("- one\n- two\n\n  three\n", "paragraph", ["1:3", "2:3", "4:3"]),
        ("a [@s]\nand [@t]\n", "citation", ["1:3", "2:5"]),
        ("- a\n    b [@s]\n  - c [@s]\n", "citation", ["2:7", "3:7"]),
        ("[^n]: a [@s]\nb [@s] [@s]\n", "citation", ["1:9", "2:3", "2:8"]),
        ("## [@s] of [@s] ##\n", "citation", ["1:4", "1:12"]),
        ("*a [@s] [b [@s]]{lang=fr}*", "citation", ["1:4", "1:12"]),
        ("> a\n> b [@s]\n", "citation", ["2:5"]),
        ("中文[@s]", "citation", ["1:3"]),
        ("a\r\nb [@s]\rc [@s]", "citation", ["2:3", "3:3"]),
    ],
)
def test_a_node_stands_where_its_first_character_does(text: str, kind: str, expected: list[str]) -> None:
    assert places(text, kind) == expected


def test_an_attribute_stands_in_the_lines_before_its_block() -> None:
    text = "{#a}\n  {.red}\n## A\n"
    assert places(text, "heading", "#a") == ["1:2"]
    assert places(text, "heading", "red") == ["2:5"]


def test_an_attribute_that_is_not_written_so_stands_where_its_block_does() -> None:
    assert places("{id=a}\n## A\n", "heading", "#a") == ["2:1"]


def test_a_part_of_a_file_counts_its_lines_on() -> None:
    file = SourceFile("a.md", "words [@s]", first_line=5)
    (node,) = nodes(file.text, "citation")
    assert Places(file).place(node) == Source("a.md", 5, 7)


fragments = st.sampled_from(
    ["word", "long words", "*em*", "[@s]", "[](#p.a)", "a ►[^x]", "►**b**", "►`c`", "►[@ d", "文 ►<i>", "(x) ►[y](z)"]
)
paragraphs = st.lists(st.lists(fragments, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4)


@unhurried
@given(st.lists(paragraphs, min_size=1, max_size=3), st.lists(paragraphs, max_size=3))
def test_every_fault_is_told_where_it_stands_however_the_words_are_broken(
    blocks: list[list[str]], points: list[list[str]]
) -> None:
    text = "{#s}\n## S\n" + "".join(f"\n{{#p{number}}}\n" + "\n".join(lines) + "\n" for number, lines in enumerate(blocks))
    text += "".join(f"\n- {{#q{number}}}\n  " + "\n  ".join(lines) + "\n" for number, lines in enumerate(points))
    if "►" in text:
        assert told(text, read)
    else:
        assert read(SourceFile("a.md", text)).sections
