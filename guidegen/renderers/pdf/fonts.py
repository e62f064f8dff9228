"""The fonts in a PDF, by the files that they are of, which stay where the system has mapped them.

WeasyPrint copies the whole file of each font that it draws with, before it takes the few glyphs that it needs: dozens of
megabytes for a Chinese font. The seam is private to WeasyPrint, so this file alone knows it.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from guidegen.resources.files import digest_of_file

LISTER = "fc-list"
DIRECTORY = 4096  # bytes: a font file begins with the checksums of its tables


@dataclass(frozen=True, slots=True, order=True)
class EmbeddedFont:
    """A font in a PDF: its family, the name of the font file (empty where the system does not say it) and its SHA-256."""

    family: str
    file: str
    sha256: str


@contextmanager
def mapped_fonts() -> Iterator[None]:
    """Let the fonts that WeasyPrint draws with inside look at their files, without a copy."""
    import weasyprint.pdf.fonts as seam  # noqa: PLC0415  (loads Pango)

    begin, clean, copied = seam.Font.__init__, seam.Font.clean, seam.get_hb_object_data

    def begin_mapped(font: Any, *rest: Any) -> None:
        """Begin a font; what is made of it later, its subset, is data of its own."""
        seam.get_hb_object_data = font_data
        try:
            begin(font, *rest)
        finally:
            seam.get_hb_object_data = copied

    def clean_and_own(font: Any, *rest: Any) -> None:
        """Take a font's subset; one that draws nothing to be seen has none, and is written whole."""
        clean(font, *rest)
        font.file_content = bytes(font.file_content)

    seam.Font.__init__, seam.Font.clean = begin_mapped, clean_and_own
    try:
        yield
    finally:
        seam.Font.__init__, seam.Font.clean = begin, clean


def font_data(face: Any) -> Any:
    """Return the font file of HarfBuzz's *face* as a buffer over the memory where it is mapped, which it keeps mapped."""
    from weasyprint.text.ffi import ffi, harfbuzz  # noqa: PLC0415  (loads Pango)

    blob, length = harfbuzz.hb_face_reference_blob(face), ffi.new("unsigned int *")
    data = ffi.gc(harfbuzz.hb_blob_get_data(blob, length), lambda _: harfbuzz.hb_blob_destroy(blob))
    return ffi.buffer(data, length[0])


def embedded_fonts(document: Any) -> tuple[EmbeddedFont, ...]:
    """Return the fonts of WeasyPrint's *document*, which has been written, sorted: one for each file."""
    return tuple(sorted({_of_file(font.family, font_data(font.hb_face)) for font in document.fonts.values()}))


def _of_file(family: str, data: Any) -> EmbeddedFont:
    path = next((path for path in _files(family) if _holds(path, data)), None)
    return (
        EmbeddedFont(family, path.name, digest_of_file(path))
        if path
        else EmbeddedFont(family, "", hashlib.sha256(data).hexdigest())
    )


def _holds(path: Path, data: Any) -> bool:
    """Return whether the file *path* is the font *data*: as long, and with the same checksum of each table."""
    try:
        with path.open("rb") as file:
            return path.stat().st_size == len(data) and file.read(DIRECTORY) == bytes(data[:DIRECTORY])
    except OSError:
        return False


@cache
def _files(family: str) -> tuple[Path, ...]:
    """Return the files in which fontconfig finds *family*; none where there is no fontconfig to ask."""
    return tuple(_asked(family)) if shutil.which(LISTER) else ()


def _asked(family: str) -> Iterator[Path]:
    command = [LISTER, "--format=%{file}\n", f":family={family}"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    yield from (path for path in map(Path, sorted(set(answer.stdout.splitlines()))) if path.is_file())
