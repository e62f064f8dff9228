"""Inlines to HTML."""

from __future__ import annotations

from functools import singledispatch
from html import escape

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

PENDING = "[…]"


def inlines(children: tuple[Inline, ...]) -> str:
    """Return *children* as HTML."""
    return "".join(map(inline, children))


def attributes(**values: str) -> str:
    """Return *values* as HTML attributes, each with a space before it; ``_`` in a name is ``-``, an empty value is left out."""
    return "".join(f' {name.strip("_").replace("_", "-")}="{escape(value)}"' for name, value in values.items() if value)


@singledispatch
def inline(node: object) -> str:
    """Return one inline as HTML."""
    raise TypeError(type(node))


@inline.register
def _(node: Text) -> str:
    return escape(node.value, quote=False)


@inline.register
def _(node: Emphasis) -> str:
    return f"<em>{inlines(node.children)}</em>"


@inline.register
def _(node: Foreign) -> str:
    return f"<span{attributes(lang=node.language, dir=node.direction)}>{inlines(node.children)}</span>"


@inline.register
def _(node: Untranslated) -> str:
    named = attributes(class_="untranslated", lang=node.language, dir=node.direction)
    return f"<span{named}>{inlines(node.children)}</span>"


@inline.register
def _(node: Isolate) -> str:
    return f"<span{attributes(class_='isolate', dir=node.direction)}>{inlines(node.children)}</span>"


@inline.register
def _(_: Pending) -> str:
    return f'<span class="pending">{PENDING}</span>'


@inline.register
def _(node: Citation) -> str:
    return inlines(node.children)


@inline.register
def _(node: Reference) -> str:
    return f"<a{attributes(class_='ref', href='#' + node.target)}>{escape(node.number)}</a>"


@inline.register
def _(node: NoteMark) -> str:
    link = attributes(class_="call", id=f"call-{node.note}", href=f"#{node.note}", role="doc-noteref")
    return f"<sup>{escape(node.separator)}<a{link}>{escape(node.label)}</a></sup>"


@inline.register
def _(node: Note) -> str:
    """Return the call and, right behind it, the note: a sidenote on screens, a footnote on paper."""
    link = attributes(class_="call", id=f"call-{node.id}", href=f"#{node.id}", role="doc-noteref")
    mark = attributes(class_="note", id=node.id, role="note", data_mark=node.separator + node.label, data_label=node.label)
    call = f'<sup class="calls">{escape(node.separator)}<a{link}>{escape(node.label)}</a></sup>'
    label = f'<span class="note-label">{escape(node.label)}</span>'
    return f"{call}<span{mark}>{label} {inlines(node.children)}</span>"
