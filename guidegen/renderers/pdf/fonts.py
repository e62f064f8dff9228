"""The fonts in a PDF, by the files that they are of."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LISTER = "fc-list"


@dataclass(frozen=True, slots=True, order=True)
class EmbeddedFont:
    """A font in a PDF: its family, the name of the font file (empty where the system does not say it) and its SHA-256."""

    family: str
    file: str
    sha256: str


def embedded_fonts(document: Any) -> tuple[EmbeddedFont, ...]:
    """Return the fonts of WeasyPrint's *document*, which has been written, sorted: one for each file."""
    from weasyprint.text.fonts import get_hb_object_data  # noqa: PLC0415  (loads Pango)

    return tuple(sorted({_of_file(font.family, get_hb_object_data(font.hb_face)) for font in document.fonts.values()}))


def _of_file(family: str, data: bytes) -> EmbeddedFont:
    digest = hashlib.sha256(data).hexdigest()
    names = (path.name for path in _files(family) if path.stat().st_size == len(data) and _digest(path) == digest)
    return EmbeddedFont(family, next(names, ""), digest)


@cache
def _files(family: str) -> tuple[Path, ...]:
    """Return the files in which fontconfig finds *family*; none where there is no fontconfig to ask."""
    return tuple(_asked(family)) if shutil.which(LISTER) else ()


def _asked(family: str) -> Iterator[Path]:
    command = [LISTER, "--format=%{file}\n", f":family={family}"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    yield from (path for path in map(Path, sorted(set(answer.stdout.splitlines()))) if path.is_file())


@cache
def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
