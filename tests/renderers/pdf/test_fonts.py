"""The fonts in a PDF, named by family, file and digest."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from guidegen.errors import Source
from guidegen.renderers.pdf import fonts as module
from guidegen.renderers.pdf.fonts import embedded_fonts
from guidegen.renderers.pdf.layout import Layout, lay_out

PAGE = """<!DOCTYPE html><html lang="en"><head><title>A page</title><style>p {{ font-family: "{family}" }}</style></head>
<body><p>Words <b>and more</b></p></body></html>"""


def written(family: str) -> Layout:
    layout = lay_out(PAGE.format(family=family), Source("test.pdf"))
    layout.write()
    return layout


def test_each_font_has_its_family_its_file_and_the_digest_of_that_file():
    regular, bold = sorted(embedded_fonts(written("Liberation Serif").document), key=lambda font: font.file, reverse=True)
    assert (regular.family, regular.file, bold.file) == (
        "Liberation Serif",
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Bold.ttf",
    )
    (path,) = Path("/usr/share/fonts").rglob(regular.file)
    assert regular.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_font_out_of_a_collection_is_that_of_its_file():
    files = {font.file for font in embedded_fonts(written("Noto Serif CJK SC").document)}
    assert files == {"NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"}


def test_where_the_system_does_not_say_it_a_font_has_no_file_and_its_digest_still(monkeypatch: pytest.MonkeyPatch):
    layout = written("Liberation Serif")
    named = embedded_fonts(layout.document)
    monkeypatch.setattr(module, "LISTER", "no-such-program")
    module._files.cache_clear()
    nameless = embedded_fonts(layout.document)
    module._files.cache_clear()
    assert {font.file for font in nameless} == {""}
    assert {font.sha256 for font in nameless} == {font.sha256 for font in named}
