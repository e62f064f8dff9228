"""No footnote is lost: each whose call stands on a page stands there too, or on the next.

Where a line fits on its page only after notes of earlier lines were moved to the next, WeasyPrint keeps the line and forgets the
notes that it calls itself. The seam is private to WeasyPrint, so this file alone knows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def kept_footnotes() -> Iterator[None]:
    """Keep every footnote of what WeasyPrint lays out inside."""
    import weasyprint.layout.block as seam  # noqa: PLC0415  (loads Pango)

    lay_out_lines = seam._linebox_layout

    def lines(context: Any, box: Any, index: int, child: Any, new_children: list[Any], *rest: Any) -> Any:
        """Lay out the lines of a block, then move the notes that the last of them left behind to the next page."""
        before = len(new_children)
        result = lay_out_lines(context, box, index, child, new_children, *rest)
        aborted, new_footnotes = result[0], result[4]
        if not aborted and len(new_children) > before:
            for footnote in _forgotten(new_children[-1], context):
                context.footnotes.remove(footnote)
                context.reported_footnotes.append(footnote)
                new_footnotes.append(footnote)
        return result

    seam._linebox_layout = lines
    try:
        yield
    finally:
        seam._linebox_layout = lay_out_lines


def _forgotten(line: Any, context: Any) -> list[Any]:
    """Return the footnotes called in *line* that still wait to be laid out."""
    called = (inner.footnote for inner in line.descendants())
    return [footnote for footnote in called if footnote is not None and footnote in context.footnotes]
