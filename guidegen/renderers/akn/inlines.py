"""Inlines to Akoma Ntoso: notes are authorial notes where they are called, words in another language say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidegen.document.inlines import (
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Isolate,
    Note,
    NoteMark,
    Pending,
    Reference,
    Text,
    Untranslated,
)
from guidegen.renderers.akn.names import XML_LANG, Element, e

PENDING = "[…]"


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes inlines; knows the eId of each id, and the notes whose text stands at the foot of a box or an annex, by id."""

    eids: Mapping[str, str]
    notes: Mapping[str, Note]

    def inlines(self, children: tuple[Inline, ...]) -> Iterator[Element | str]:
        """Yield *children* as texts and elements."""
        for child in children:
            yield from self._inline(child)

    def _inline(self, node: Inline) -> Iterator[Element | str]:
        if isinstance(node, Text):
            yield node.value
        elif isinstance(node, Pending):
            yield e("placeholder", PENDING, originalText=PENDING)
        elif isinstance(node, Emphasis):
            yield e("i", *self.inlines(node.children))
        elif isinstance(node, Foreign | Untranslated):
            yield self._other_language(node)
        elif isinstance(node, Citation | Isolate):
            yield from self.inlines(node.children)
        else:
            yield from self._mark(node)

    def _mark(self, node: Note | NoteMark | Reference) -> Iterator[Element | str]:
        if isinstance(node, Reference):
            yield e("ref", node.number, href=f"#{self.eids[node.target]}")
            return
        if node.separator:
            yield e("sup", node.separator)
        note = node if isinstance(node, Note) else self.notes[node.note]
        kind = "ftn" if note.series == "text" else "boxftn"
        number = str(note.ordinal) if note.series == "text" else note.id.replace(".", "-")
        body = e("p", *self.inlines(note.children))
        yield e("authorialNote", body, marker=note.label, placement="bottom", eId=f"{kind}_{number}")

    def _other_language(self, node: Foreign | Untranslated) -> Element:
        span = e("span", *self.inlines(node.children))
        span.set(XML_LANG, node.language)
        if isinstance(node, Untranslated):
            span.set("class", "untranslated")
        return span
