"""Walking a tree and rebuilding it: the only two ways in which passes and renderers move through nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from operator import is_not
from typing import Any, TypeVar, get_args

from guidegen.document.inlines import Inline, Node, Note, Text

AnyNode = TypeVar("AnyNode", bound=Node)

NODE_FIELDS = ("cover", "contents", "fields", "kicker", "title", "entries", "rows", "cells", "children", "points", "notes")
INLINES = frozenset(get_args(Inline))
KNOWN_FIELDS: dict[type[Node], tuple[str, ...]] = {}


def _node_fields(kind: type[Node]) -> tuple[str, ...]:
    """Return the names of *kind*'s fields that may hold nodes, in reading order; looked up once for each kind."""
    if kind not in KNOWN_FIELDS:
        names = {field.name for field in fields(kind)}
        KNOWN_FIELDS[kind] = tuple(name for name in NODE_FIELDS if name in names)
    return KNOWN_FIELDS[kind]


def children(node: Node) -> list[Node]:
    """Return the nodes directly inside *node*, in reading order."""
    inside: list[Node] = []
    for name in _node_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple):
            inside += value
        elif value is not None:
            inside.append(value)
    return inside


def walk(node: Node) -> Iterator[Node]:
    """Yield *node* and everything inside it, in reading order."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(children(node))


def rebuild(node: AnyNode, change: Callable[[Node], Node]) -> AnyNode:
    """Return *node* with *change* made to it and then to everything inside; what does not change is the same object."""
    changed: Any = change(node)
    updates: dict[str, Any] = {}
    for name in _node_fields(type(changed)):
        old = getattr(changed, name)
        new = kept(old, [rebuild(child, change) for child in old]) if isinstance(old, tuple) else old and rebuild(old, change)
        if new is not old:
            updates[name] = new
    result: AnyNode = replace(changed, **updates) if updates else changed
    return result


def kept(old: tuple[Any, ...], new: Sequence[Any]) -> tuple[Any, ...]:
    """Return *new* as a tuple: *old* itself where it holds the same objects."""
    return tuple(new) if len(old) != len(new) or any(map(is_not, old, new)) else old


def rebuild_runs(node: AnyNode, change: Callable[[tuple[Inline, ...]], Sequence[Inline]]) -> AnyNode:
    """Return *node* with *change* made to every line of text in it: each whole run of inlines, and each note's text by itself.

    What does not change is the same object.
    """
    result: Any = _with_runs(node, change)
    return result  # type: ignore[no-any-return]


def _with_runs(node: Node, change: Callable[[Any], Sequence[Any]]) -> Node:
    updates: dict[str, Any] = {}
    for name in _node_fields(type(node)):
        old: Any = getattr(node, name)
        new: Any
        if isinstance(old, tuple):
            new = kept(old, [_with_runs(child, change) for child in old])
            run = bool(new) and name != "notes" and is_inline(new[0]) and not is_inline_container(node)
            new = kept(new, change(new)) if run else new
        else:
            new = old and _with_runs(old, change)
        if new is not old:
            updates[name] = new
    return replace(node, **updates) if updates else node


def is_inline_container(node: Node) -> bool:
    """Return whether the children of *node* belong to the line it stands in: all inlines but notes."""
    return is_inline(node) and type(node) is not Note


def is_inline(node: Node) -> bool:
    """Return whether *node* stands inside a line of text."""
    return type(node) in INLINES


def plain(inlines: tuple[Inline, ...]) -> str:
    """Return the characters of *inlines* as read aloud, without notes: for bookmarks, titles and contents."""
    parts: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            parts.append(inline.value)
        elif not isinstance(inline, Note):
            parts.append(_standing_for(inline))
    return "".join(parts)


def _standing_for(inline: Inline) -> str:
    inner: tuple[Inline, ...] = getattr(inline, "children", ())
    if inner:
        return plain(inner)
    return {"Pending": "[…]", "Reference": getattr(inline, "number", "")}.get(type(inline).__name__, "")
