"""The table of formats: a format's name, its file extension, and what renders it. A format is a row here and a module beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guidegen.document.tree import Document
from guidegen.resources.project import Project

if TYPE_CHECKING:
    from guidegen.renderers.pdf import Layout


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a renderer may read: the numbered tree, the project's skins, the page that was laid out, and the layout.

    *pdf_variant* is the kind of PDF asked for, empty for the default.
    """

    document: Document
    project: Project
    html: str = ""
    layout: Layout | None = None
    pages: Mapping[str, int] = field(default_factory=dict)
    pdf_variant: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """One output format.

    *needs_layout* is set where there is no file without a layout, *wants_pages* where pages are shown, *of_html* where the file
    or its pages are made of the laid-out page.
    """

    extension: str
    render: Callable[[Rendering], bytes]
    needs_layout: bool = False
    wants_pages: bool = False
    of_html: bool = True


def _html(rendering: Rendering) -> bytes:
    from guidegen.renderers.html import render_html  # noqa: PLC0415  (each format loads its own libraries)

    return render_html(rendering.document, rendering.project, "screen").encode()


def _pdf(rendering: Rendering) -> bytes:
    from guidegen.renderers.pdf.conformance import DEFAULT_VARIANT  # noqa: PLC0415

    assert rendering.layout is not None  # noqa: S101  (needs_layout)
    return rendering.layout.write(rendering.pdf_variant or DEFAULT_VARIANT)


def _docx(rendering: Rendering) -> bytes:
    from guidegen.renderers.docx import render_docx  # noqa: PLC0415

    return render_docx(rendering.document, rendering.project, rendering.pages)


def _akn(rendering: Rendering) -> bytes:
    from guidegen.renderers.akn import render_akn  # noqa: PLC0415

    return render_akn(rendering.document)


def _text(rendering: Rendering) -> bytes:
    from guidegen.document.text import as_text  # noqa: PLC0415

    return as_text(rendering.document).encode()


FORMATS: Mapping[str, Format] = {
    "docx": Format("docx", _docx, wants_pages=True),
    "pdf": Format("pdf", _pdf, needs_layout=True),
    "html": Format("html", _html, of_html=False),
    "akn": Format("akn.xml", _akn, of_html=False),
    "text": Format("txt", _text, of_html=False),
}
DEFAULT_FORMATS = ("docx", "pdf")
