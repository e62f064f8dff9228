"""Contact sheets: which page stands where."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.contact_sheet import BEHIND, GAP, PAGES_ACROSS, sheets

WIDTH, HEIGHT = 96, 144


def file_of(place: Path, pages: int) -> Path:
    """A PDF of empty pages."""
    with pypdfium2.PdfDocument.new() as pdf:
        for _ in range(pages):
            pdf.new_page(WIDTH, HEIGHT).close()
        pdf.save(place)
    return place


@pytest.fixture
def made(tmp_path: Path) -> list[Image.Image]:
    return list(sheets(file_of(tmp_path / "above.pdf", PAGES_ACROSS), file_of(tmp_path / "below.pdf", PAGES_ACROSS + 1)))


def colour(sheet: Image.Image, column: int, row: int) -> str:
    """The colour in the middle of a place for a page, as CSS writes it."""
    width, height = ((size - GAP) // many for size, many in zip(sheet.size, (PAGES_ACROSS, 2), strict=True))
    red, green, blue = sheet.getpixel((GAP + column * width + width // 2, GAP + row * height + height // 2))
    return f"#{red:02x}{green:02x}{blue:02x}"


def test_every_page_stands_on_a_sheet(made: list[Image.Image]) -> None:
    assert len(made) == 2
    assert {colour(made[0], column, row) for column in range(PAGES_ACROSS) for row in range(2)} == {"#ffffff"}


def test_the_place_of_a_page_that_only_the_other_file_has_is_empty(made: list[Image.Image]) -> None:
    assert [colour(made[1], 0, row) for row in range(2)] == [BEHIND, "#ffffff"]
    assert colour(made[1], 1, 1) == BEHIND


def test_all_sheets_have_one_size(made: list[Image.Image]) -> None:
    assert made[0].size == made[1].size
