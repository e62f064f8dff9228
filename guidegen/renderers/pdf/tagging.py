"""The seam in WeasyPrint where a PDF is tagged: its boxes still know their elements and their marked content.

``weasyprint.pdf.add_tags`` is called once, with every page drawn and the fonts written. What stands here takes its place: it
hangs each piece of text into the structure tree, turns running heads, page numbers and repeated table heads into artifacts, and
links annotations with the structure. The seam is private to WeasyPrint, so this file alone knows it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pydyf

from guidegen.renderers.pdf.extraction import mend_extraction
from guidegen.renderers.pdf.forms import FieldPlace, add_form, widget
from guidegen.renderers.pdf.structure import CALL, MARKER, StructureTree

SCALE = 0.75  # points in a CSS pixel
PRINTED = 4  # the annotation flag Print (ISO 32000-1, 12.5.3)
RIGHT_TO_LEFT = {"R", "AL"}


@contextmanager
def structured() -> Iterator[None]:
    """Tag what WeasyPrint writes inside with the structure of this module."""
    import weasyprint.pdf as seam  # noqa: PLC0415  (loads Pango)

    tags, fonts = seam.add_tags, seam.build_fonts_dictionary

    def build_fonts(pdf: Any, used: Any, *rest: Any) -> Any:
        """Write the fonts, after their glyphs are told what they say."""
        mend_extraction(used)
        return fonts(pdf, used, *rest)

    seam.add_tags, seam.build_fonts_dictionary = add_structure, build_fonts
    try:
        yield
    finally:
        seam.add_tags, seam.build_fonts_dictionary = tags, fonts


def add_structure(pdf: Any, document: Any, _version: object, streams: list[Any]) -> None:
    """Write the structure tree of *document* into *pdf*; takes the place and the arguments of WeasyPrint's ``add_tags``."""
    roots = [page._page_box for page in document.pages]  # the seam
    tree = StructureTree(pdf, _parents(roots[0]))
    tagging = _Tagging(tree, [page.height * SCALE for page in document.pages], roots[0].style["direction"] == "rtl")
    numbers = pydyf.Array()
    for number, (root, stream) in enumerate(zip(roots, streams, strict=True)):
        numbers.extend([number, pydyf.Array(tagging.page(number, root, stream))])
    tagging.link_notes()
    tagging.add_fields()
    for number, (annotation, node) in enumerate(tagging.annotations, len(streams)):
        annotation["StructParent"] = number
        numbers.extend([number, node.reference])
    parent_tree = pydyf.Dictionary({"Nums": numbers})
    pdf.add_object(parent_tree)
    tree.root["ParentTree"] = parent_tree.reference
    tree.root["ParentTreeNextKey"] = len(streams) + len(tagging.annotations)
    tree.finish()
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


def _parents(page_box: Any) -> dict[Any, Any]:
    """Return the element around each element of the document."""
    root = page_box.children[0].element
    return {root: None} | {child: parent for parent in root.iter() for child in parent}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A note's mark: its page, its rectangle in points from below, its structure element."""

    page: int
    rectangle: tuple[float, float, float, float]
    node: Any


@dataclass(slots=True)
class _Tagging:
    """The tagging of one document, page after page.

    Where its pages are *turned*, right to left, every text says its words: readers guess at the order of signs and digits.
    """

    tree: StructureTree
    heights: list[float]
    turned: bool = False
    annotations: list[tuple[Any, Any]] = field(default_factory=list)
    heads: dict[Any, int] = field(default_factory=dict)
    fields: list[FieldPlace] = field(default_factory=list)
    last: Any = None
    number: int = 0
    references: tuple[bytes, ...] = ()
    artifacts: set[int] = field(default_factory=set)
    owners: dict[int, Any] = field(default_factory=dict)
    marks: dict[tuple[Any, str], _Mark] = field(default_factory=dict)
    stream: Any = None

    def __post_init__(self) -> None:
        self.references = self.tree.pdf.page_references

    def page(self, number: int, root: Any, stream: Any) -> list[Any]:
        """Tag a page and return the structure element of each piece of its marked content, ``null`` for artifacts."""
        self.number, self.stream, self.owners, self.artifacts = number, stream, {}, set()
        count = len(stream._tags)
        for child in root.children:
            self.box(child)
        self._mark_artifacts()
        return [self.owners[mcid].reference if mcid in self.owners else "null" for mcid in range(count)]

    def box(self, box: Any) -> None:
        """Hang *box* and what is in it into the structure."""
        box = getattr(box, "_box", box)
        kind = type(box).__name__
        if kind == "MarginBox" or self._is_repeated_head(box):
            self._artifact(box)
        elif kind == "TextBox":
            self._text(box)
        elif kind == "LineBox":
            self._line(box)
        else:
            self._element(box)

    def _element(self, box: Any) -> None:
        if box in self.stream._tags:  # an image
            self._own(self.stream._tags.pop(box)["mcid"], self.tree.node(box.element))
        if box.element is not None and box.element.tag not in {"html", "body"}:
            pseudo = _pseudo(box)
            node = self.tree.holder(box.element, pseudo) if pseudo else self.tree.node(box.element)
            if box.link_annotation:
                self._link(box, node)
            if box.element.tag == "input":
                self.fields.append(FieldPlace(box.element, self.number, self._rectangle(box)))
            if pseudo:
                self.marks.setdefault((box.element, pseudo), self._mark(box, node))
        for child in getattr(box, "children", ()):
            self.box(child)

    def _line(self, box: Any) -> None:
        """Hang the boxes of a line; the space that its break took is given back to the last one's words."""
        texts = [inner for inner in box.descendants() if type(inner).__name__ == "TextBox"]
        self.last = texts[-1] if texts and not texts[-1].text.endswith(" ") else None
        for child in box.children:
            self.box(child)

    def _text(self, box: Any) -> None:
        mcid = self.stream._tags.pop(box)["mcid"]
        holder = self.tree.holder(box.element, _pseudo(box))
        if self.turned or any(unicodedata.bidirectional(character) in RIGHT_TO_LEFT for character in box.text):
            holder = self.tree.leaf(holder, box.text + (" " if box is self.last else ""))
        self._own(mcid, holder)

    def _own(self, mcid: int, holder: Any) -> None:
        """Make marked content a kid of *holder*."""
        holder["K"].append(pydyf.Dictionary({"Type": "/MCR", "Pg": self.references[self.number], "MCID": mcid}))
        self.owners[mcid] = holder

    def _mark(self, box: Any, node: Any) -> _Mark:
        """Return where the mark *box* stands on its page, in points from below."""
        return _Mark(self.number, self._rectangle(box), node)

    def _rectangle(self, box: Any) -> tuple[float, float, float, float]:
        """Return the corners of *box* in points from below."""
        x, y, width, height = (length * SCALE for length in box.hit_area())
        top = self.heights[self.number] - y
        return x, top - height, x + width, top

    def link_notes(self) -> None:
        """Link the call of each note with the note, and the note's own mark with the call."""
        for (element, pseudo), mark in self.marks.items():
            other = self.marks.get((element, MARKER if pseudo == CALL else CALL))
            if other is None:
                continue
            x, top = other.rectangle[0], other.rectangle[3]
            target = [self.references[other.page], "/XYZ", x, top, 0]
            words = element.get("data-label", "")
            annotation = pydyf.Dictionary(
                {"Type": "/Annot", "Subtype": "/Link", "F": PRINTED, "Rect": pydyf.Array(mark.rectangle)}
            )
            annotation |= {"Dest": pydyf.Array(target), "Contents": pydyf.String(words), "BS": pydyf.Dictionary({"W": 0})}
            self.tree.pdf.add_object(annotation)
            self._on_page(mark.page, annotation)
            self._tie(annotation, mark.node, mark.page)

    def add_fields(self) -> None:
        """Put the fields on their pages, each in a Form of the structure."""
        widgets = []
        for place in self.fields:
            made = widget(self.tree.pdf, place, self.references[place.page])
            self._on_page(place.page, made)
            self._tie(made, self.tree.node(place.element), place.page)
            widgets.append(made)
        add_form(self.tree.pdf, widgets)

    def _on_page(self, number: int, annotation: Any) -> None:
        page = self.tree.pdf.objects[int(self.references[number].split()[0])]
        page.setdefault("Annots", pydyf.Array()).append(annotation.reference)

    def _tie(self, annotation: Any, node: Any, page: int) -> None:
        """Tie an annotation to its structure element, both ways."""
        node["K"].append(pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": self.references[page]}))
        self.annotations.append((annotation, node))

    def _link(self, box: Any, node: Any) -> None:
        """Tie the annotation of a link to its structure element; it is printed, and says what the link says."""
        annotation = box.link_annotation
        annotation["F"] = PRINTED
        annotation["Contents"] = pydyf.String(" ".join("".join(box.element.itertext()).split()) or str(annotation["Dest"]))
        self._tie(annotation, node, self.number)

    def _is_repeated_head(self, box: Any) -> bool:
        """Return whether *box* is the head of a table, or of the contents, on another page than its first."""
        if box.element is None or not getattr(box, "is_header", False):
            return False
        return self.heads.setdefault(box.element, self.number) != self.number

    def _artifact(self, box: Any) -> None:
        """Make the text in *box* an artifact."""
        tags = self.stream._tags
        self.artifacts |= {tags.pop(inner)["mcid"] for inner in box.descendants() if inner in tags}

    def _mark_artifacts(self) -> None:
        """Mark the artifacts of the page as of pagination: no part of the document, nothing to read aloud (14.8.2.2)."""
        parts = self.stream.stream
        for at, part in enumerate(parts):
            if isinstance(part, dict) and part.get("MCID") in self.artifacts:
                parts[at - 1] = "/Artifact"
                parts[at] = pydyf.Dictionary({"Type": "/Pagination"})


def _pseudo(box: Any) -> str:
    """Return ``footnote-call`` or ``footnote-marker`` for the marks of a note, empty for anything else."""
    name = str(box.element_tag or "").partition("::")[2]
    return name if name in {CALL, MARKER} and box.element.get("data-label") else ""
