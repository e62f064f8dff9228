"""The page laid out by WeasyPrint, and written as PDF. Nothing is fetched, no warning is lost.

Needs Pango; :func:`missing_libraries` says so without failing.
"""

from __future__ import annotations

import gc
import logging
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from typing import Any

from guidegen.errors import Finding, RenderError, Source
from guidegen.renderers.pdf.conformance import DEFAULT_VARIANT, VARIANTS
from guidegen.renderers.pdf.contents import number_contents
from guidegen.renderers.pdf.fonts import mapped_fonts
from guidegen.renderers.pdf.footnotes import kept_footnotes
from guidegen.renderers.pdf.justification import justified
from guidegen.renderers.pdf.objects import compressed_quickly
from guidegen.renderers.pdf.reading import read_by_libxml2
from guidegen.renderers.pdf.tagging import structured

NOTES = re.compile(r'<span class="note" id="([^"]+)"')
REPORT = "please report this with the file that causes it"
# The seams change WeasyPrint for the whole process: threads, as workers of a cluster may have, take turns.
ONE_AT_A_TIME = threading.RLock()
NOWHERE = "about:blank"  # where the page stands: WeasyPrint fails, instead of warning, at an @import without such a place


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid-out guide. *pages* maps the id of each element to the number of its page, from 1; *page_count* counts all pages."""

    pages: Mapping[str, int]
    page_count: int
    source: Source
    document: Any = field(repr=False)

    def write(self, variant: str = DEFAULT_VARIANT) -> bytes:
        """Return the PDF as one of the variants of :data:`VARIANTS`. Raises RenderError with whatever WeasyPrint warned of."""
        with ONE_AT_A_TIME, warnings_as_findings(self.source), mapped_fonts(), compressed_quickly(), structured():
            pdf: bytes = self.document.write_pdf(**VARIANTS[variant].options())
        return pdf


def lay_out(html: str, source: Source) -> Layout:
    """Return the layout of the page *html*; *source* is what findings are about.

    Raises RenderError with a finding for each of WeasyPrint's warnings, such as a CSS rule it ignores or a file it may not fetch,
    and for each note, and each target of the contents, that is on no page.
    """
    from weasyprint import HTML  # noqa: PLC0415  (loads Pango)

    with ONE_AT_A_TIME, warnings_as_findings(source), read_by_libxml2(), justified(), kept_footnotes():
        document = HTML(string=html, base_url=NOWHERE, url_fetcher=_fetcher()).render(pdf_variant=VARIANTS[DEFAULT_VARIANT].name)
    pages = _page_map(document)
    notes = (name for name in map(unescape, NOTES.findall(html)) if name not in pages)
    lost = [Finding(source, "pdf-note", f'the note "{name}" stands on no page', REPORT) for name in notes]
    odd = number_contents(document, pages)
    lost += [Finding(source, "pdf", f'"{name}", which the contents name, {why}', REPORT) for name, why in odd.items()]
    if lost:
        raise RenderError(lost)
    gc.collect()  # styles, and boxes before pagination: half of what was made can go, and the writing takes its room
    return Layout(pages, len(document.pages), source, document)


def _page_map(document: Any) -> dict[str, int]:
    """Return the page on which each id of *document* stands first."""
    pages: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for anchor in page.anchors:
            pages.setdefault(anchor, number)
    return pages


@cache
def missing_libraries() -> str:
    """Return why WeasyPrint cannot be loaded, or an empty text where it can."""
    try:
        import weasyprint  # noqa: F401, PLC0415
    except OSError as error:
        return str(error).splitlines()[0]
    return ""


def _fetcher() -> Any:
    """Return a fetcher of nothing but data inside the page. What it refuses WeasyPrint warns of, so it is a finding."""
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    return URLFetcher(allowed_protocols={"data"})


class _Collector(logging.Handler):
    """Keeps what a logger says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message of *record*."""
        self.messages.append(record.getMessage())


@contextmanager
def warnings_as_findings(source: Source) -> Iterator[None]:
    """Run what stands inside; raise RenderError with a finding for each warning that WeasyPrint logs meanwhile.

    The logger is listened to even where another library's configuration has switched it off.
    """
    logger, collector = logging.getLogger("weasyprint"), _Collector()
    logger.addHandler(collector)
    off, logger.disabled = logger.disabled, False
    try:
        yield
    finally:
        logger.disabled = off
        logger.removeHandler(collector)
    if collector.messages:
        findings = [Finding(source, "pdf", f"WeasyPrint: {message}") for message in dict.fromkeys(collector.messages)]
        raise RenderError(findings)
