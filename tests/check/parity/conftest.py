"""A guide with one of everything, written in every format and read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from guidegen.check.parity.compare import READERS
from guidegen.check.parity.shape import Readback, Value, shape
from guidegen.document.language import Language
from guidegen.document.tree import Document
from guidegen.errors import Source
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf import lay_out
from guidegen.renderers.table import FORMATS, Rendering
from tests.conftest import CHECKOUT

Written = Callable[[Document, str], bytes]
Back = Callable[[Document, str], Readback]
Shapes = Callable[[Document, str], Mapping[str, Value]]


@pytest.fixture(scope="session")
def written() -> Written:
    """Write a guide in a format."""

    def write(document: Document, name: str) -> bytes:
        html = render_html(document, CHECKOUT)
        layout = lay_out(html, Source("test")) if FORMATS[name].needs_layout else None
        return FORMATS[name].render(Rendering(document, CHECKOUT, html, layout))

    return write


@pytest.fixture(scope="session")
def back(written: Written) -> Back:
    """Write a guide in a format and read it back."""
    return lambda document, name: READERS[name](written(document, name), document.language)


@pytest.fixture(scope="session")
def shapes(back: Back) -> Shapes:
    """Write a guide in a format, read it back and return its shape."""
    return lambda document, name: shape(back(document, name), document.language)


@pytest.fixture(scope="session")
def english(languages: dict[str, Language]) -> Language:
    return languages["en"]


@pytest.fixture(scope="session")
def arabic(languages: dict[str, Language]) -> Language:
    return languages["ar"]
