"""The length of a guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from guidegen.content.issuance import Issuance
from guidegen.document.inlines import Node, Text
from guidegen.document.tree import Box, Document
from guidegen.document.walk import children
from guidegen.errors import Finding, Severity

WORD = re.compile(r"\w[\w’'-]*")


def word_limit(document: Document, issuance: Issuance) -> Iterator[Finding]:
    """Check the length of the text: headings, notes and annexes count; boxes, cover and contents do not."""
    words = word_count(document)
    if words <= issuance.word_limit or issuance.waiver is not None:
        return
    severity = Severity.ERROR if issuance.status == "approved" else Severity.WARNING
    message = f"the guide has {words:,} words, and the limit is {issuance.word_limit:,}"
    finding = Finding(issuance.source, "word-limit", message, "shorten it, or record a waiver in the issuance")
    yield replace(finding, severity=severity)


def word_count(document: Document) -> int:
    """Return the number of words of the common text of *document*."""
    return sum(_words(section) for section in document.children)


def _words(node: Node) -> int:
    if isinstance(node, Box):
        return 0
    if isinstance(node, Text):
        return len(WORD.findall(node.value))
    return sum(_words(child) for child in children(node))
