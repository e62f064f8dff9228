"""Pictures of one page in every language, for README: ``make pictures`` writes docs/pages/ from the guides in build/."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

from guidegen.build.matrix import GuideName
from guidegen.resources.project import Project

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs/pages"
FIRST_OF_TEXT = 2  # the third page: cover and contents come before
FINER = 3  # times as fine as it is shown, then made smaller: letters stay legible
GREYS = 16


def main() -> None:
    """Write a picture for each language of the project's first meeting, and say where."""
    project = Project(ROOT)
    meeting = project.meetings()[0]
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in project.languages():
        picture(ROOT / "build" / GuideName(meeting, language).file("pdf")).save(PICTURES / f"{language}.png", optimize=True)
    sys.stdout.write(f"{PICTURES}\n")


def picture(file: Path) -> Image.Image:
    """Return the first page of text of the PDF *file* in a few greys: a small file."""
    with pypdfium2.PdfDocument(file) as pdf:
        page = pdf[FIRST_OF_TEXT].render(scale=FINER, grayscale=True).to_pil()
    return page.reduce(FINER).quantize(GREYS)


if __name__ == "__main__":
    main()
