"""Justified lines of characters that have no spaces between them, such as Chinese: all share what a line lacks.

WeasyPrint gives it to the spaces alone, so that a line without any ends short and one with a single Latin phrase is torn apart.
The seam is private to WeasyPrint, so this file alone knows it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

WIDE = {"W", "F"}  # East Asian width (UAX #11)
MOST = 0.25  # of the type size, between two characters; a line that lacks more is left as it is


@contextmanager
def justified() -> Iterator[None]:
    """Justify the lines that WeasyPrint lays out inside: between characters where they are wide ones."""
    import weasyprint.layout.inline as seam  # noqa: PLC0415  (loads Pango)

    between_words = seam.justify_line

    def justify(context: Any, line: Any, extra: float) -> None:
        """Give *extra* to the characters of *line*, or to its spaces."""
        texts = [box for box in line.descendants() if type(box).__name__ == "TextBox"]
        characters = "".join(box.text for box in texts)
        if not any(unicodedata.east_asian_width(character) in WIDE for character in characters):
            between_words(context, line, extra)
        elif extra <= MOST * line.style["font_size"] * len(characters):
            _spread(context, line, extra / (len(characters) - 1 or 1), 0.0)

    seam.justify_line = justify
    try:
        yield
    finally:
        seam.justify_line = between_words


def _spread(context: Any, box: Any, spacing: float, moved: float) -> float:
    """Move *box* by *moved*, set its characters *spacing* apart, and return how far what follows is moved."""
    if type(box).__name__ == "TextBox":
        box.position_x += moved
        return moved + _widen(context, box, spacing)
    if type(box).__name__ not in {"LineBox", "InlineBox"}:
        box.translate(moved, 0)
        return moved
    box.position_x += moved
    end = moved
    for child in box.children:
        if child.is_in_normal_flow():
            end = _spread(context, child, spacing, end)
    box.width += end - moved
    return end


def _widen(context: Any, box: Any, spacing: float) -> float:
    """Set the characters of a text *box* apart and return by how much it has become wider."""
    from weasyprint.text.line_break import create_layout  # noqa: PLC0415

    box.style = box.style.copy()
    box.style["letter_spacing"] = spacing
    layout = create_layout(box.text, box.style, context, max_width=None, justification_spacing=0)
    layout.deactivate()
    box.pango_layout = layout
    extra = spacing * len(box.text)
    box.width += extra
    return extra
