"""The Markdown of the content: CommonMark with block ids, note calls and citations; what it does not have is a finding.

Ids stand on a line before their block, ``{#id .class key=value}``, as in Djot and MyST. ``[^name]`` calls a note,
``[@source, para. 3]`` cites a source as in Pandoc, ``[](#id)`` refers to a numbered thing, ``[words]{lang=fr}`` marks words in
another language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from guidegen.document.inlines import Locator

IDENTIFIER = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
CALL = re.compile(r"\[\^([^\]\s]+)\]")
CITATION = re.compile(r"\[@([A-Za-z0-9][\w-]*)(?:,\s+([^\]]+))?\]")
NUMBERS = re.compile(r"\s+and\s+|\s*,\s*")
LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
TAKING = {"heading_open", "paragraph_open", "attrs_block"}
SPAN = re.compile(r"^([^\s–-]+)(?:[–-]([^\s–-]+))?$")
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")

# What a text holds of which anything but its own characters is made: line breaks, and what begins a mark.
MARKED = re.compile(r"[\0\n\r!&*<\[\\\]^_`{]")

LONGEST_TEXT, DEEPEST_TEXT = 20_000, 20

LOCATORS = {
    "para.": "para", "paras.": "para", "art.": "art", "arts.": "art", "chap.": "chap", "chaps.": "chap",
    "sect.": "sect", "sects.": "sect", "annex": "annex", "annexes": "annex", "rule": "rule", "rules": "rule",
    "p.": "page", "pp.": "page", "preamble": "preamble", "guideline": "guideline", "guidelines": "guideline",
    "principle": "principle", "principles": "principle",
}  # fmt: skip

UNREADABLE = {
    "[@": "a citation of another form than [@source] or [@source, para. 3]", "[^": "a note mark of another form than [^name]",
    "^[": "an inline note", "{#": "an id inside a text", "{.": "a class inside a text",
    "]{": "an attribute of another form than {lang=fr}", "\\": "a backslash",
}  # fmt: skip
UNREADABLE_START = re.compile("|".join(map(re.escape, UNREADABLE)))

REFUSED = {
    "html_block": "HTML", "html_inline": "HTML", "image": "an image", "fence": "a code block", "code_block": "a code block",
    "code_inline": "code", "hr": "a horizontal rule", "blockquote": "a block quotation", "table": "a table",
    "ordered_list": "a numbered list", "strong": "bold text", "hardbreak": "a forced line break",
    "entity": "a character reference such as &amp;", "definition": "a link definition",
    "overlong": f"a text of more than {LONGEST_TEXT} characters", "nested": f"a text nested more than {DEEPEST_TEXT} deep",
    "orphan": "an id or class before anything but a heading or a paragraph",
}  # fmt: skip
MISUSED = {"heading", "link", "span"}


@cache
def parser() -> MarkdownIt:
    """Return the Markdown parser of the content. Its inline tokens know their offset in the text: ``meta["at"]``."""
    markdown = MarkdownIt("commonmark", {"inline_definitions": True}).enable("table")
    markdown.use(front_matter_plugin).use(footnote_plugin).use(attrs_block_plugin).use(attrs_plugin, spans=True)
    markdown.disable(["footnote_ref", "footnote_inline", "footnote_tail", "escape"])
    # every address makes a link, and every link is told
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    markdown.core.ruler.before("attr", "attributes", _attributes)
    markdown.core.ruler.before("inline", "overlong", _overlong)
    markdown.core.ruler.at("inline", _inline)
    markdown.core.ruler.after("inline", "nested", _nested)
    for name, rule in (("note_call", _note_call), ("citation", _citation), ("unreadable", _unreadable)):
        markdown.inline.ruler.before("link", name, rule)
    ruler = markdown.inline.ruler
    ruler.at("entity", _entity)
    for name, active in zip(ruler.get_active_rules(), ruler.getRules(""), strict=True):
        ruler.at(name, _with_offset(active))
    return markdown


def _with_offset(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """Return *rule* with the offset at which it found something noted on the tokens that it makes."""

    def noted(state: StateInline, silent: bool) -> bool:
        """Run the rule."""
        start, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        for token in state.tokens[before:] if found and not silent else ():
            token.meta.setdefault("at", start)
        return found

    return noted


def _attributes(state: StateCore) -> None:
    """Note the lines of attributes on the block that takes them; keep those that no block takes as tokens of their own."""
    for token, following in pairwise([*state.tokens, Token("end", "", -1)]):
        if token.type != "attrs_block":
            continue
        twice = following.type == "attrs_block" and {"id"} <= token.attrs.keys() & following.attrs.keys()
        if following.type not in TAKING or twice:
            token.type = "orphan"
        else:
            following.meta["attributes"] = [*token.meta.get("attributes", ()), *(token.map or ())[:1]]


def _overlong(state: StateCore) -> None:
    """Keep texts that are too long from being read: the time for some grows faster than they do."""
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > LONGEST_TEXT:
            token.type = "overlong"


def _inline(state: StateCore) -> None:
    """Read texts; those without a mark as what they are: at each of their words the parser would try all its rules."""
    for token in state.tokens:
        if token.type == "inline" and is_marked(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif token.type == "inline":
            token.children = [Token("text", "", 0, content=token.content)] if token.content else []


def _nested(state: StateCore) -> None:
    """Keep texts that nest too deeply from being walked: what walks a text goes as deep as it."""
    for token in state.tokens:
        if any(inner.level > DEEPEST_TEXT for inner in token.children or ()):
            token.children = [Token("nested", "", 0)]


def _note_call(state: StateInline, silent: bool) -> bool:
    return _token(state, silent, CALL, "note_call")


def _citation(state: StateInline, silent: bool) -> bool:
    return _token(state, silent, CITATION, "citation")


def _unreadable(state: StateInline, silent: bool) -> bool:
    return _token(state, silent, UNREADABLE_START, "unreadable")


def _entity(state: StateInline, silent: bool) -> bool:
    return _token(state, silent, ENTITY, "entity")


def _token(state: StateInline, silent: bool, pattern: re.Pattern[str], kind: str) -> bool:
    match = pattern.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = match[0]
        name, rest = [*match.groups(), None, None][:2]
        token.meta = {"name": name, "rest": rest}
    state.pos = match.end()
    return True


def is_marked(text: str) -> bool:
    """Return whether *text* is to be looked into: without a mark, and not too long, it is its characters and nothing else."""
    return len(text) > LONGEST_TEXT or MARKED.search(text) is not None


@lru_cache(maxsize=4096)
def inlines(text: str) -> SyntaxTreeNode:
    """Return the inline Markdown *text* as a syntax tree, to be read only: the same text has the same tree."""
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


def faults(text: str) -> Iterator[str]:
    """Yield what is wrong with *text* as a text of its own, which has no notes: refused constructs, locators that are none."""
    if not is_marked(text):
        return
    tree = inlines(text)
    yield from (f"{what} is not used here" for what, _ in refused(tree))
    for node in tree.walk():
        if node.type == "note_call":
            yield f"{node.content} calls a note, and only a Markdown file has notes"
        elif node.type == "citation":
            yield from locator_fault(node)


def locator_fault(citation: SyntaxTreeNode) -> Iterator[str]:
    """Yield what is wrong with the locator of *citation*, if anything is."""
    try:
        locators(citation.meta["rest"] or "")
    except ValueError as error:
        yield str(error)


def refused(tree: SyntaxTreeNode) -> Iterator[tuple[str, SyntaxTreeNode]]:
    """Yield each construct of *tree* that the content does not have: its name, and its node."""
    for node in tree.walk():
        kind = node.type
        what = REFUSED.get(kind, "")
        if kind in MISUSED:
            what = _misused(node)
        elif kind == "unreadable":
            what = UNREADABLE[node.content]
        if what and not (node.parent and node.parent.type == "image"):
            yield what, node


def _misused(node: SyntaxTreeNode) -> str:
    """Return what is wrong with a *node* of a kind that the content has in another form; nothing where it has that form."""
    if node.type == "heading" and node.markup not in {"##", "###"}:
        return "a heading other than ## and ###"
    if node.type == "link" and not str(node.attrs.get("href", "")).startswith("#"):
        return "a link"
    if node.type == "link" and (node.children or set(node.attrs) != {"href"}):
        return "a cross-reference with words or attributes of its own"
    if node.type == "span" and not (set(node.attrs) == {"lang"} and LANGUAGE.match(str(node.attrs["lang"]))):
        return "a span without a language such as {lang=fr}"
    return ""
