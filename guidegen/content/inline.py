"""Inline Markdown to guide markup: the form in which templates print a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from html import escape

from markdown_it.tree import SyntaxTreeNode

from guidegen.content import dialect
from guidegen.content.text import Text
from guidegen.document.inlines import Locator

PENDING = "[…]"


def markup(text: Text, *, in_note: bool = False) -> str:
    """Return *text* as guide markup, inside ``<untranslated>`` where it fell back to the source language.

    A citation in running text becomes a note of its own; one *in_note* stands where it is.
    """
    written = _Writer(text, in_note).children(dialect.inlines(text.text))
    if text.fallback is None:
        return written
    language, direction = quoted(text.fallback.language), quoted(text.fallback.direction)
    return f"<untranslated lang={language} dir={direction}>{written}</untranslated>"


def locator_attribute(locators: tuple[Locator, ...]) -> str:
    """Return *locators* as the attribute of ``<cite>``: ``chap:I para:35-47,50``."""
    return " ".join(f"{one.kind}:" + ",".join(f"{first}-{last}" for first, last in one.spans) for one in locators)


class _Writer:
    """Writes the inlines of one text; knows the notes that the text calls."""

    def __init__(self, text: Text, in_note: bool) -> None:
        self.text = text
        self.in_note = in_note
        self.notes = {note.name: note for note in text.notes}
        self.cited: dict[str, int] = {}
        self.writers: Mapping[str, Callable[[SyntaxTreeNode], str]] = {
            "text": self.characters,
            "softbreak": lambda _: " ",
            "em": lambda node: f"<em>{self.children(node)}</em>",
            "span": self.foreign,
            "link": lambda node: f"<ref to={quoted(str(node.attrs['href'])[1:])}/>",
            "note_call": self.note,
            "citation": self.citation,
        }

    def children(self, node: SyntaxTreeNode) -> str:
        """Return what stands inside *node*."""
        return "".join(self.node(child) for child in node.children)

    def node(self, node: SyntaxTreeNode) -> str:
        """Return *node* by the writer of its kind."""
        if node.type in self.writers:
            return self.writers[node.type](node)
        return self.children(node) if node.children else escape(node.content, quote=False)

    def characters(self, node: SyntaxTreeNode) -> str:
        """Return plain characters, a pending mark among them as such."""
        return escape(node.content, quote=False).replace(PENDING, "<pending/>")

    def foreign(self, node: SyntaxTreeNode) -> str:
        """Return words in another language; a span that names none, which is a finding, as its words."""
        if "lang" not in node.attrs:
            return self.children(node)
        direction = phrase_direction("".join(child.content for child in node.walk() if child.type == "text"))
        return f'<foreign lang={quoted(str(node.attrs["lang"]))} dir="{direction}">{self.children(node)}</foreign>'

    def note(self, node: SyntaxTreeNode) -> str:
        """Return a note that has words of its own, where it is called."""
        note = self.notes.get(node.meta["name"])
        if note is None:
            return escape(node.content, quote=False)
        place = quoted(str(note.text.source))
        return f"<note id={quoted(note.id)} source={place}>{markup(note.text, in_note=True)}</note>"

    def citation(self, node: SyntaxTreeNode) -> str:
        """Return a citation: in running text, as a note that holds nothing else; one of no known form, a finding, as it is."""
        if any(dialect.locator_fault(node)):
            return escape(node.content, quote=False)
        if self.in_note:
            return cite(node)
        name = node.meta["name"]
        self.cited[name] = self.cited.get(name, 0) + 1
        again = f"-{self.cited[name]}" if self.cited[name] > 1 else ""
        identifier = f"{self.text.context}.{name}{again}"
        return f"<note id={quoted(identifier)}>{cite(node)}</note>"


def cite(node: SyntaxTreeNode) -> str:
    """Return the citation *node* as a ``<cite>`` element."""
    rest = node.meta["rest"]
    attribute = f" locator={quoted(locator_attribute(dialect.locators(rest)))}" if rest else ""
    return f"<cite source={quoted(node.meta['name'])}{attribute}/>"


def quoted(value: str) -> str:
    """Return *value* as that of an attribute, in its quotation marks."""
    return f'"{escape(value)}"'


def phrase_direction(text: str) -> str:
    """Return the direction of the first letter of *text* that has one (UAX #9, P2 and P3)."""
    for character in text:
        if unicodedata.bidirectional(character) in {"R", "AL"}:
            return "rtl"
        if unicodedata.bidirectional(character) == "L":
            return "ltr"
    return "ltr"
