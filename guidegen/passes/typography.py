"""Sets running text by the language's typographic rules: spaces before double punctuation, none between digits and Han."""

from __future__ import annotations

import re
from dataclasses import replace

from guidegen.document.inlines import Foreign, Node, Text, Untranslated
from guidegen.document.tree import Document
from guidegen.document.walk import rebuild, walk


def set_typography(document: Document) -> Document:
    """Return *document* with every text of its own language set by the rules of the conventions, in their order."""
    rules = [(re.compile(rule.find), rule.replace) for rule in document.language.typography]
    if not rules:
        return document
    others = [node for node in walk(document) if isinstance(node, Foreign | Untranslated)]
    foreign = {id(text) for other in others for text in walk(other)}
    return rebuild(document, lambda node: node if id(node) in foreign else _set(node, rules))


def _set(node: Node, rules: list[tuple[re.Pattern[str], str]]) -> Node:
    if not isinstance(node, Text):
        return node
    value = node.value
    for find, replacement in rules:
        value = find.sub(replacement, value)
    return replace(node, value=value) if value != node.value else node
