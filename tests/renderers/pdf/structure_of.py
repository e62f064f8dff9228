"""The structure tree of a PDF as plain values, for tests that walk it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

from guidegen.document.tree import Document
from guidegen.errors import Source
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf import lay_out
from tests.conftest import CHECKOUT


@dataclass
class Node:
    """A structure element: its type, language, identifier, words, attributes and what it holds."""

    kind: str
    language: str = ""
    identifier: str = ""
    words: str = ""
    scope: str = ""
    content: int = 0
    annotations: list[Any] = field(default_factory=list)
    kids: list[Node] = field(default_factory=list)

    def all(self, kind: str = "") -> Iterator[Node]:
        """This node and those inside it, of *kind* where it is given, in reading order."""
        if not kind or self.kind == kind:
            yield self
        for kid in self.kids:
            yield from kid.all(kind)


def pdf_of(document: Document) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(lay_out(render_html(document, CHECKOUT), Source("test")).write()))


def structure_of(pdf: pikepdf.Pdf) -> Node:
    (root,) = pdf.Root.StructTreeRoot.K
    return _node(root)


def _node(element: Any) -> Node:
    attributes = element.get("/A", {})
    node = Node(
        str(element.S)[1:],
        language=str(element.get("/Lang", "")),
        identifier=str(element.get("/ID", "")),
        words=str(element.get("/ActualText", "")),
        scope=str(attributes.get("/Scope", ""))[1:],
    )
    for kid in element.get("/K", []):
        kind = kid.get("/Type", "")
        if kind == "/MCR":
            node.content += 1
        elif kind == "/OBJR":
            node.annotations.append(kid.Obj)
        else:
            node.kids.append(_node(kid))
    return node
