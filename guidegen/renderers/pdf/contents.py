"""The pages of the contents, written into their lines when all pages are made.

With ``target-counter`` WeasyPrint lays the contents out three times, until their numbers settle. Here a figure stands for each
number, and is replaced where it stands: the column is wide enough for all, so no line moves. What a box is made of is private to
WeasyPrint, so this file and the other seams alone know it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

STAND_IN = "0"


def number_contents(document: Any, pages: Mapping[str, int]) -> dict[str, str]:
    """Write the number of its page into each line of the contents of *document*, which is WeasyPrint's.

    *pages* maps ids to pages. A line without a stand-in is left to WeasyPrint. Returns, by their ids, why targets have no number.
    """
    odd: dict[str, str] = {}
    for line, target in _lines(document):
        texts = [box.text for box in line.descendants() if hasattr(box, "text")]
        if target not in pages:
            odd[target] = "stands on no page"
        elif texts == [STAND_IN]:
            _write(str(pages[target]), line)
        elif STAND_IN in texts:
            odd[target] = "has other words beside its page number"
    return odd


def _lines(document: Any) -> Iterator[tuple[Any, str]]:
    """Yield the boxes of lines where page numbers belong, with the id that each is about."""
    for page in document.pages:
        for box in page._page_box.descendants():
            if type(box).__name__ == "LineBox" and box.element is not None and "data-target" in box.element.attrib:
                yield box, box.element.get("data-target").removeprefix("#")


def _write(number: str, line: Any) -> None:
    """Make *number* the text of *line*, which ends where it ended."""
    from weasyprint.text.line_break import split_first_line  # noqa: PLC0415  (loads Pango)

    *around, text = line.descendants()
    layout, _, _, width, _, _ = split_first_line(number, text.style, None, max_width=None, justification_spacing=0)
    narrower = text.width - width
    for box in (*around, text):
        box.width -= narrower
    if line.style["direction"] == "ltr":
        line.translate(narrower)
    text.text, text.pango_layout = number, layout
