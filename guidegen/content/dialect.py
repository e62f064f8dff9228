"""The Markdown of the content: CommonMark with block ids, note calls and citations; what it does not have is a finding.

Ids stand on a line before their block, ``{#id .class key=value}``, as in Djot and MyST. ``[^name]`` calls a note,
``[@source, para. 3]`` cites a source as in Pandoc, ``[](#id)`` refers to a numbered thing, ``[words]{lang=fr}`` marks words in
another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from guidegen.document.inlines import Locator

CALL = re.compile(r"\[\^([^\]\s]+)\]")
CITATION = re.compile(r"\[@([A-Za-z0-9][\w-]*)(?:,\s+([^\]]+))?\]")
NUMBERS = re.compile(r"\s+and\s+|\s*,\s*")
SPAN = re.compile(r"^([^\s–-]+)(?:[–-]([^\s–-]+))?$")

LOCATORS = {
    "para.": "para", "paras.": "para", "art.": "art", "arts.": "art", "chap.": "chap", "chaps.": "chap",
    "sect.": "sect", "sects.": "sect", "annex": "annex", "annexes": "annex", "rule": "rule", "rules": "rule",
    "p.": "page", "pp.": "page", "preamble": "preamble", "guideline": "guideline", "guidelines": "guideline",
    "principle": "principle", "principles": "principle",
}  # fmt: skip

REFUSED = {
    "html_block": ("HTML", "<"), "html_inline": ("HTML", "<"), "image": ("an image", "!["), "fence": ("a code block", "`"),
    "code_block": ("a code block", " "), "code_inline": ("code", "`"), "hr": ("a horizontal rule", ""),
    "blockquote": ("a block quotation", ">"), "table": ("a table", "|"), "ordered_list": ("a numbered list", ""),
    "strong": ("bold text", "**"), "hardbreak": ("a forced line break", "\\"), "definition": ("a link definition", "["),
}  # fmt: skip


@cache
def parser() -> MarkdownIt:
    """Return the Markdown parser of the content."""
    markdown = MarkdownIt("commonmark").enable("table")
    markdown.use(front_matter_plugin).use(footnote_plugin).use(attrs_block_plugin).use(attrs_plugin, spans=True)
    markdown.disable(["footnote_ref", "footnote_inline", "footnote_tail", "autolink", "escape"])
    markdown.inline.ruler.before("link", "note_call", _note_call)
    markdown.inline.ruler.before("link", "citation", _citation)
    return markdown


def _note_call(state: StateInline, silent: bool) -> bool:
    return _token(state, silent, CALL, "note_call")


def _citation(state: StateInline, silent: bool) -> bool:
    return _token(state, silent, CITATION, "citation")


def _token(state: StateInline, silent: bool, pattern: re.Pattern[str], kind: str) -> bool:
    match = pattern.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = match[0]
        token.meta = {"name": match[1], "rest": match[2] if pattern is CITATION else None}
    state.pos = match.end()
    return True


def inlines(text: str) -> SyntaxTreeNode:
    """Return the inline Markdown *text* as a syntax tree."""
    return SyntaxTreeNode(parser().parseInline(text))


def locators(text: str) -> tuple[Locator, ...]:
    """Return the locators that *text* writes: ``chap. I, paras. 35-47 and 50``.

    Raises ValueError with a sentence where it writes none.
    """
    groups: list[tuple[str, list[str]]] = []
    for part in filter(None, re.split(r",\s+", text.strip())):
        word, _, rest = part.partition(" ")
        if word in LOCATORS:
            groups.append((LOCATORS[word], [rest] if rest else []))
        elif groups:
            groups[-1][1].append(part)
        else:
            raise ValueError(f'"{word}" is no locator; known are {", ".join(LOCATORS)}')
    return tuple(Locator(kind, tuple(_spans(numbers))) for kind, numbers in groups)


def _spans(parts: list[str]) -> Iterator[tuple[str, str]]:
    for number in (number for part in parts for number in NUMBERS.split(part)):
        match = SPAN.match(number)
        if match is None:
            raise ValueError(f'"{number}" is not a number or a range such as 35-47')
        yield match[1], match[2] or match[1]


def refused(tree: SyntaxTreeNode) -> Iterator[tuple[str, str]]:
    """Yield each construct of *tree* that the content does not have: its name, and the characters that begin it."""
    for node in tree.walk():
        if node.type in REFUSED:
            yield REFUSED[node.type]
        elif node.type == "heading" and node.tag not in {"h2", "h3"}:
            yield "a heading other than ## and ###", "#"
        elif node.type == "link" and not str(node.attrs.get("href", "")).startswith("#"):
            yield "a link", "["
        elif node.type == "link" and node.children:
            yield "a cross-reference with words of its own", "["
        elif node.type == "span" and set(node.attrs) != {"lang"}:
            yield "a span without lang", "["
