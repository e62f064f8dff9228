"""Whether a text was only retouched: changed in nothing that its translations would follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from guidegen.content import dialect
from guidegen.localize import placeholders

QUOTES = re.compile("[\"'“”„‟‘’‚‛«»‹›]")
SPACES = re.compile(r"\s+")
BEFORE_MARK = re.compile(r" (?=[,;:.?!)\]»])")
# Between digits, before three more: 10,000 and 10 000. A point is none of these: in some languages it begins the decimals.
SEPARATOR = re.compile(r"(?<=\d)[ ,'](?=\d{3}(?!\d))")


def only_retouched(before: str, after: str) -> bool:
    """Return whether *after* differs from *before* in spacing, quotation marks or the separators of numbers alone.

    That is so only where both are built of the same Markdown and have the same placeholders.
    """
    return (
        _bare(before) == _bare(after)
        and placeholders(before) == placeholders(after)
        and list(_structure(before)) == list(_structure(after))
    )


def _bare(text: str) -> str:
    plain = BEFORE_MARK.sub("", SPACES.sub(" ", QUOTES.sub("'", text)).strip())
    return SEPARATOR.sub("", plain)


def _structure(text: str) -> Iterator[tuple[str, str]]:
    """Yield the kind of each node of *text*, with what it marks where that is no running text."""
    for node in dialect.inlines(text).walk():
        yield node.type, "" if node.type in {"text", "root", "inline"} else _marked(node)


def _marked(node: SyntaxTreeNode) -> str:
    return str(node.attrs.get("href", "")) if node.type == "link" else node.content
