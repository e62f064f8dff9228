"""The fonts in a PDF, named by family, file and digest, and never copied whole."""

from __future__ import annotations

import gc
import hashlib
import io
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest
import weasyprint.pdf.fonts as seam

from guidegen.errors import Source
from guidegen.renderers.pdf import fonts as module
from guidegen.renderers.pdf.fonts import embedded_fonts, font_data, mapped_fonts
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


def test_a_file_of_the_same_length_with_other_tables_is_another_font(tmp_path: Path):
    layout = written("Liberation Serif")
    data = bytes(font_data(next(iter(layout.document.fonts.values())).hb_face))
    same, other = tmp_path / "same.ttf", tmp_path / "other.ttf"
    same.write_bytes(data)
    other.write_bytes(data[:100] + b"?" + data[101:])
    assert module._holds(same, data)
    assert not module._holds(other, data)


def test_a_font_looks_at_its_file_and_its_subset_is_what_is_written(monkeypatch: pytest.MonkeyPatch):
    copied: list[int] = []
    copy = seam.get_hb_object_data
    monkeypatch.setattr(seam, "get_hb_object_data", lambda *one: copied.append(len(made := copy(*one) or b"")) or made)
    fonts = written("Noto Serif CJK SC").document.fonts.values()
    assert sorted(copied) == sorted(len(font.file_content) for font in fonts)
    assert sum(copied) < min(len(font_data(font.hb_face)) for font in fonts) / 100


@pytest.mark.parametrize("words", ["<b>\u200e</b> plain", "x<b>\u200c</b>", "<b>\u2060</b>", "<b>\u00ad</b>"])
def test_a_font_that_draws_nothing_to_be_seen_is_one_still(words: str):
    layout = lay_out(PAGE.format(family="Liberation Serif").replace("Words <b>and more</b>", words), Source("test.pdf"))
    with pikepdf.open(io.BytesIO(layout.write())) as pdf:
        files = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Length1" in one]
    assert files
    assert {file[:4] for file in files} == {b"\x00\x01\x00\x00"}


def test_a_font_file_that_is_gone_is_none(tmp_path: Path):
    assert not module._holds(tmp_path / "gone.ttf", b"data")


def test_the_data_of_a_font_outlive_the_face_they_were_asked_of():
    layout = written("Liberation Serif")
    data = [font_data(font.hb_face) for font in layout.document.fonts.values()]
    digests = {font.sha256 for font in embedded_fonts(layout.document)}
    del layout
    gc.collect()
    assert {hashlib.sha256(one).hexdigest() for one in data} == digests


def test_weasyprint_is_left_as_it_was():
    before = seam.Font.__init__, seam.Font.clean, seam.get_hb_object_data
    with suppress(ZeroDivisionError), mapped_fonts():
        assert seam.Font.__init__ is not before[0]
        raise ZeroDivisionError
    assert (seam.Font.__init__, seam.Font.clean, seam.get_hb_object_data) == before
