"""The rules of ``guidegen check``: those about the content as a whole, and those about one guide. A rule is a named function."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from guidegen.content.issuance import Issuance
from guidegen.content.reader import Content
from guidegen.document.inlines import Node, Text
from guidegen.document.tree import Box, Document
from guidegen.document.walk import children
from guidegen.errors import Finding, Severity

LONGEST_CONGRESS = datetime.timedelta(days=8)
WORD = re.compile(r"\w[\w’'-]*")


def sources_as_of(content: Content) -> Iterator[Finding]:
    """Check that no source is later than the day on which the guide speaks."""
    as_of = content.congress.as_of
    for name, source in content.sources.items():
        if source.first_day > as_of:
            message = f'"{name}" is of {source.date}, after {as_of}, the day on which the guide speaks'
            yield Finding(source.source, "source-date", message, "cite what there was on that day")


def congress_duration(content: Content) -> Iterator[Finding]:
    """Check that the congress lasts at most eight days, as resolution 2007/17 has it for the Twelfth."""
    dates = content.congress.dates
    if not isinstance(dates, str) and dates.days > LONGEST_CONGRESS.days:
        message = f"the congress lasts {dates.days} days, and should not exceed {LONGEST_CONGRESS.days}"
        yield Finding(dates.source, "congress-duration", message)


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


CONTENT_RULES: tuple[Callable[[Content], Iterator[Finding]], ...] = (sources_as_of, congress_duration)
SOURCE_GUIDE_RULES: tuple[Callable[[Document, Issuance], Iterator[Finding]], ...] = (word_limit,)
