"""The whole document: identification, masthead as cover page, preface, main body (AKN 1.0, AKN4UN class Papers)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from guidegen.document.inlines import Note
from guidegen.document.tree import Box, Document, Section
from guidegen.document.walk import plain, walk
from guidegen.renderers.akn.blocks import blocks
from guidegen.renderers.akn.identification import meta
from guidegen.renderers.akn.inlines import Writer
from guidegen.renderers.akn.names import XML_LANG, Element, e, identifiers

MASTHEAD = ("united_nations", "symbol", "organ", "distribution", "date", "version", "original")
SESSION = ("body", "session", "agenda_item", "draft", "unreviewed", "meeting", "meeting_place")
INLINE_NAMES = {
    "distribution": "akn4un:distribution",
    "original": "akn4un:originalLanguage",
    "version": "akn4un:languageOfExpression",
    "meeting": "akn4un:meeting",
    "theme": "akn4un:subTitle",
}


def render_akn(document: Document) -> bytes:
    """Return *document* as an Akoma Ntoso file."""
    writer = Writer(identifiers(document), dict(_foot_notes(document)))
    cover = e("coverPage", _container("masthead", MASTHEAD, document, writer), _container("session", SESSION, document, writer))
    parts = (cover, _preface(document, writer), e("mainBody", *blocks(document.children, writer)))
    for part in parts:
        part.set(XML_LANG, document.language.word.tag)
    doc = e("doc", meta(document), *parts, name="discussionGuide", contains="singleVersion")
    return etree.tostring(e("akomaNtoso", doc), xml_declaration=True, encoding="UTF-8")


def _foot_notes(document: Document) -> Iterator[tuple[str, Note]]:
    """Yield the notes that stand at the foot of boxes and lettered annexes, by id."""
    for node in walk(document):
        if isinstance(node, Box | Section):
            yield from ((note.id, note) for note in node.notes)


def _container(name: str, fields: tuple[str, ...], document: Document, writer: Writer) -> Element:
    lines = [(field, line) for field in fields for line in document.cover.named(field)]
    return e(
        "container",
        *(e("p", _line(field, writer.inlines(line.children))) for field, line in lines),
        name=name,
        eId=f"container_{name}",
    )


def _line(field: str, content: Iterator[Element | str]) -> Element:
    """Return a line of the cover as the inline that AKN4UN has for it."""
    if field == "symbol":
        return e("docNumber", *content)
    return e("inline", *content, name=INLINE_NAMES.get(field, field))


def _preface(document: Document, writer: Writer) -> Element:
    title = [e("p", e("docTitle", *writer.inlines(line.children))) for line in document.cover.named("title")]
    theme = [e("p", _line("theme", writer.inlines(line.children))) for line in document.cover.named("theme")]
    return e("preface", *title, *theme) if title else e("preface", e("p", plain(document.children[0].title)))
