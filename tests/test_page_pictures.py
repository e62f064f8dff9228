"""The pictures of README: one for each language, of a page as it is built, small."""

from __future__ import annotations

from pathlib import Path

from guidegen.document.language import Language
from guidegen.errors import Source
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf import lay_out
from tests.conftest import CHECKOUT, LANGUAGES
from tests.page_pictures import PICTURES, picture
from tests.renderers.samples import everything


def test_readme_shows_a_page_in_every_language() -> None:
    readme = (CHECKOUT.root / "README.md").read_text(encoding="utf-8")
    assert sorted(path.stem for path in PICTURES.glob("*.png")) == sorted(LANGUAGES)
    assert all(f"docs/pages/{language}.png" in readme for language in LANGUAGES)


def test_a_picture_is_a_page_at_its_size_in_points(english: Language, tmp_path: Path) -> None:
    file = tmp_path / "guide.pdf"
    file.write_bytes(lay_out(render_html(everything(english), CHECKOUT), Source("guide.pdf")).write())
    made = picture(file)
    assert made.size in {(595, 842), (596, 842)}
    assert 2 < len(made.getcolors() or ()) <= 16
