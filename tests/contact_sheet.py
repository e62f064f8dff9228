"""Contact sheets of a meeting's built guides, to be looked at: the pages of DOCX, in LibreOffice, above those of PDF."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pypdfium2
from PIL import Image

from guidegen.build.matrix import GuideName
from guidegen.resources.project import Project
from tests.acceptance.office import convert

ROOT = Path(__file__).resolve().parents[1]
SHEETS = ROOT / ".cache/guidegen/sheets"
DOTS_PER_INCH, POINTS_PER_INCH = 75, 72
PAGES_ACROSS = 6
GAP = 8
BEHIND = "#777777"


def main(meetings: list[str]) -> None:
    """Write the sheets of the first of *meetings*, or of the project's first meeting, and say where they are."""
    project = Project(ROOT)
    meeting = (meetings or project.meetings())[0]
    names = [GuideName(meeting, language) for language in project.languages()]
    SHEETS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        convert([ROOT / "build" / name.file("docx") for name in names], "pdf", Path(folder))
        for name in names:
            pdf = ROOT / "build" / name.file("pdf")
            for old in SHEETS.glob(f"{pdf.stem}-*.png"):
                old.unlink()
            for number, sheet in enumerate(sheets(Path(folder) / pdf.name, pdf), 1):
                sheet.save(SHEETS / f"{pdf.stem}-{number:02}.png")
    sys.stdout.write(f"{SHEETS}\n")


def sheets(above: Path, below: Path) -> Iterator[Image.Image]:
    """Yield sheets of two rows of pages, those of *above* and those of *below* under them."""
    pairs = zip_longest(pages(above), pages(below))
    while row := [pair for _, pair in zip(range(PAGES_ACROSS), pairs, strict=False)]:
        yield sheet(row)


def pages(file: Path) -> Iterator[Image.Image]:
    """Yield the pages of *file* as pictures."""
    with pypdfium2.PdfDocument(file) as pdf:
        pdf.init_forms()
        for page in pdf:
            yield page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, may_draw_forms=True).to_pil()


def sheet(pairs: list[tuple[Image.Image | None, Image.Image | None]]) -> Image.Image:
    """Return one picture of *pairs* of pages; a page that the other file has not is left out."""
    width, height = next(page.size for pair in pairs for page in pair if page)
    made = Image.new("RGB", (PAGES_ACROSS * (width + GAP) + GAP, 2 * (height + GAP) + GAP), BEHIND)
    for column, pair in enumerate(pairs):
        for row, page in enumerate(pair):
            if page:
                made.paste(page, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
