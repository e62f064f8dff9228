"""The passes: functions from tree to tree that count, place and mark, each once and for all renderers.

This tuple is their order; a later pass may use what an earlier one stored.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from guidegen.document.tree import Document
from guidegen.passes.citations import write_citations
from guidegen.passes.contents import list_contents
from guidegen.passes.direction import isolate_phrases
from guidegen.passes.fields import name_fields
from guidegen.passes.footnotes import number_notes, place_notes, separate_notes
from guidegen.passes.paragraphs import number_paragraphs, number_points
from guidegen.passes.references import resolve_references
from guidegen.passes.sections import number_sections
from guidegen.passes.typography import set_typography

Pass = Callable[[Document], Document]

PASSES: tuple[Pass, ...] = (
    number_sections,
    number_paragraphs,
    number_points,
    place_notes,
    separate_notes,
    number_notes,
    write_citations,
    resolve_references,
    list_contents,
    name_fields,
    set_typography,
    isolate_phrases,
)


def run_passes(document: Document) -> Document:
    """Return *document* numbered, referenced and set: what renderers read."""
    return reduce(lambda tree, run: run(tree), PASSES, document)
