"""Which structure element each element of the page is (ISO 32000-1, 14.8.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

HEADINGS = {f"h{level}": f"H{level}" for level in range(1, 7)}
BY_TAG: Mapping[str, str] = {
    **HEADINGS,
    "a": "Link",
    "footer": "Sect",
    "header": "Sect",
    "img": "Figure",
    "input": "Form",
    "li": "LI",
    "main": "Part",
    "nav": "Sect",
    "ol": "L",
    "p": "P",
    "section": "Sect",
    "table": "Table",
    "tbody": "TBody",
    "td": "TD",
    "th": "TH",
    "thead": "THead",
    "tr": "TR",
}
BY_CLASS: Mapping[str, str] = {
    "box": "Sect",
    "box_note": "Note",
    "contents": "TOC",
    "note": "Note",
}
# The columns of the contents, in a line of their own.
COLUMNS = {"page", "paragraphs"}
LABELLED = {"LI": "LBody"}


@dataclass(frozen=True, slots=True)
class Role:
    """The structure type of an element, and the language of its words where that is another than the page's."""

    type: str
    language: str = ""


def role_of(element: Any, parent: Any) -> Role | None:
    """Return the role of *element* inside *parent* (both ElementTree elements), or None where it only groups or styles."""
    if parent is None:
        return None
    language = element.get("lang", "")
    classes = element.get("class", "").split()
    kind = next((BY_CLASS[name] for name in classes if name in BY_CLASS), BY_TAG.get(element.tag, ""))
    if kind == "LI" and "contents" in parent.get("class", "").split():
        kind = "TOCI"
    if "label" in classes and parent.tag == "li":
        kind = "Lbl"
    if COLUMNS.intersection(classes) and parent.get("class") == "entry":
        kind = "P"
    if not kind and not language:
        return None
    return Role(kind or "Span", language)
