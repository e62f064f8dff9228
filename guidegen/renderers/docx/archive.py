"""Zip archives that are the same bytes for the same parts: sorted names, one date, one mode."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

FIRST_DATE = (1980, 1, 1, 0, 0, 0)
FIRST_PART = "[Content_Types].xml"
REGULAR_FILE = 0o644 << 16


def write_archive(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of *parts*, by name; the content types come first, as readers of the format expect."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != FIRST_PART, name)):
            entry = zipfile.ZipInfo(name, FIRST_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = REGULAR_FILE
            entry.create_system = 3
            archive.writestr(entry, parts[name])
    return buffer.getvalue()
