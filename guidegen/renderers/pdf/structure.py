"""The structure tree of a PDF, built from the page's elements: what a screen reader walks.

WeasyPrint's own tree follows its boxes, page by page. This one follows the elements: a paragraph over two pages is one P, a note
is a Note where it is called, the contents are a TOC, foreign words say their language (ISO 32000-1, 14.7 and 14.8; ISO 14289-1).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pydyf

from guidegen.renderers.pdf.roles import LABELLED, role_of

CALL, MARKER = "footnote-call", "footnote-marker"
SCOPES = {"col": "/Column", "row": "/Row", "rowgroup": "/Row"}


@dataclass(slots=True)
class StructureTree:
    """The tree while it grows. *parents* maps each element of the page to the one around it; *nodes* what was made so far."""

    pdf: Any
    parents: dict[Any, Any]
    nodes: dict[tuple[Any, str], Any] = field(default_factory=dict)
    identified: dict[str, Any] = field(default_factory=dict)
    root: Any = None
    document: Any = None

    def __post_init__(self) -> None:
        self.root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self.pdf.add_object(self.root)
        self.document = self._made("Document", self.root)
        self.root["K"] = pydyf.Array([self.document.reference])
        self.pdf.catalog["StructTreeRoot"] = self.root.reference

    def node(self, element: Any) -> Any:
        """Return the structure element of *element*, or of what it only styles; made, with those around it, if it is new."""
        if element is None:
            return self.document
        role = role_of(element, self.parents.get(element))
        if role is None:
            return self.node(self.parents.get(element))
        if (element, "") not in self.nodes:
            made = self.nodes[element, ""] = self._made(role.type, self._around(element, role.type))
            if role.language:
                made["Lang"] = pydyf.String(role.language)
            self._describe(element, role.type, made)
        return self.nodes[element, ""]

    def holder(self, element: Any, pseudo: str = "") -> Any:
        """Return where the text of *element* goes: into itself, a list item's body, or the link of a note's mark."""
        if pseudo == CALL:
            reference = self._part(element, "Reference", self.holder(self.parents.get(element)))
            return self._part(element, "Call", reference, "Link")
        if pseudo == MARKER:
            return self._part(element, "Back", self._part(element, "Lbl", self.node(element)), "Link")
        node = self.node(element)
        kind = kind_of(node)
        return self._part(self._owner(element), LABELLED[kind], node) if kind in LABELLED else node

    def leaf(self, parent: Any, text: str) -> Any:
        """Return a new leaf of *parent* that says its *text* in reading order (14.9.4)."""
        made = self._made("Span", parent)
        made["ActualText"] = pydyf.String(text)
        return made

    def finish(self) -> None:
        """Write the tree of identifiers, sorted as a name tree must be."""
        names = pydyf.Array()
        for name in sorted(self.identified):
            names.extend([pydyf.String(name), self.identified[name].reference])
        tree = pydyf.Dictionary({"Names": names})
        self.pdf.add_object(tree)
        self.root["IDTree"] = tree.reference

    # -- making ------------------------------------------------------------------------------------------------------------

    def _made(self, kind: str, parent: Any) -> Any:
        """Return a new structure element, the last kid of *parent*."""
        made = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{kind}", "P": parent.reference, "K": pydyf.Array()})
        self.pdf.add_object(made)
        if parent is not self.root:
            parent["K"].append(made.reference)
        return made

    def _part(self, element: Any, name: str, parent: Any, kind: str = "") -> Any:
        """Return the structure element called *name* that *element* has besides its own, of *kind* if that is not its name."""
        if (element, name) not in self.nodes:
            self.nodes[element, name] = self._made(kind or name, parent)
        return self.nodes[element, name]

    def _around(self, element: Any, kind: str) -> Any:
        """Return what holds one of *kind*: for a label the list item itself, for a link a reference."""
        parent = self.parents.get(element)
        if kind == "Lbl":
            return self.node(parent)
        around = self.holder(parent)
        return self._part(element, "Reference", around) if kind == "Link" else around

    def _owner(self, element: Any) -> Any:
        """Return whose structure element holds the text of *element*: its own, or that of the nearest that is no mere style."""
        while element is not None and role_of(element, self.parents.get(element)) is None:
            element = self.parents.get(element)
        return element

    def _describe(self, element: Any, kind: str, made: Any) -> None:
        """Give *made* what its kind needs: notes and heads an identifier, cells their scope and span, figures their words."""
        if kind == "Note":
            self._identify(element.get("id", ""), made)
        elif kind in {"TH", "TD"}:
            attributes = {"O": "/Table"} | ({"Scope": SCOPES[element.get("scope")]} if kind == "TH" else {})
            span = int(element.get("colspan", "1"))
            made["A"] = pydyf.Dictionary(attributes | ({"ColSpan": span} if span > 1 else {}))
        elif kind == "Figure":
            made["Alt"] = pydyf.String(element.get("alt", ""))

    def _identify(self, name: str, made: Any) -> None:
        made["ID"] = pydyf.String(name)
        self.identified[name] = made


def kind_of(node: Any) -> str:
    """Return the structure type of *node*."""
    return str(node["S"])[1:]
