"""Writes citations: the source with its locators, or ``Ibid.`` where the note just before cites the same source.

Ibid. is computed anew at each build: typed by hand it goes wrong as soon as a note is put in between. Alone it means the very
place that the note before names, so a whole source is not shortened after a part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from guidegen.document.inlines import Citation, Inline, Locator, Node, Note, Text
from guidegen.document.language import CitationWords, LocatorForms
from guidegen.document.tree import Box, Document, Section
from guidegen.document.walk import plain, rebuild, walk

ENDS = ".!?…。！？؟"
CLOSING_QUOTES = "”’»\"' \u00a0"


def write_citations(document: Document) -> Document:
    """Return *document* with the words of every citation, and a full stop behind notes that end without one."""
    repeated = set(_repeats(document)) if document.bibliography.ibid else set()
    words = document.language.citations

    def change(node: Node) -> Node:
        """Return *node* with the words of its citations."""
        if isinstance(node, Note):
            return _note(node, node.id in repeated, document)
        return _written(node, words, document) if isinstance(node, Citation) and not node.children else node

    return rebuild(document, change)


def _repeats(document: Document) -> Iterator[str]:
    """Yield the id of each note whose first words cite the one source that the note before it cites."""
    for series in _series(document):
        for before, note in pairwise(series):
            if _repeats_source(note, [node for node in walk(before) if isinstance(node, Citation)]):
                yield note.id


def _repeats_source(note: Note, before: list[Citation]) -> bool:
    """Return whether *note* begins with the one source cited *before*, and names a part of it if a part stood there."""
    first = next(iter(note.children), None)
    if not isinstance(first, Citation) or [citation.cited for citation in before] != [first.cited]:
        return False
    return bool(first.locators) or not before[0].locators


def _series(document: Document) -> Iterator[list[Note]]:
    """Yield the notes of the text, then those of each box and lettered section, in order."""
    nodes = [node for section in document.children for node in walk(section)]
    yield [node for node in nodes if isinstance(node, Note) and node.series == "text"]
    for node in nodes:
        if isinstance(node, Box | Section):
            yield list(node.notes)


def _note(note: Note, repeated: bool, document: Document) -> Note:
    words = document.language.citations
    children = [_written(child, words, document) if isinstance(child, Citation) else child for child in note.children]
    first = next(iter(children), None)
    if isinstance(first, Citation):
        children[0] = capitalized(_ibid(first, words) if repeated else first)
    children = _with_single_stops(children, words.stop)
    written = plain(tuple(children)).rstrip(CLOSING_QUOTES)
    if not written.endswith(tuple(ENDS)):
        children.append(Text(words.stop, source=note.source))
    return replace(note, children=tuple(children))


def _with_single_stops(children: list[Inline], stop: str) -> list[Inline]:
    """Return *children* without a stop that would directly follow that of a citation: ``Ibid.`` brings its own."""
    kept = list(children)
    for at, (before, child) in enumerate(pairwise(children), 1):
        if isinstance(before, Citation) and isinstance(child, Text) and plain((before,)).endswith(stop):
            kept[at] = replace(child, value=child.value.removeprefix(stop))
    return [child for child in kept if not (isinstance(child, Text) and not child.value)]


def _written(citation: Citation, words: CitationWords, document: Document) -> Citation:
    reference = document.bibliography.references[citation.cited]
    within = (_written(part, words, document) if isinstance(part, Citation) else part for part in reference)
    return replace(citation, children=(*within, *_locators(citation, words)))


def capitalized(citation: Citation) -> Citation:
    """Return *citation* with a capital first letter, as it begins a note: within a sentence ``résolution`` has a small one."""
    first, *rest = citation.children
    if isinstance(first, Text):
        first = replace(first, value=first.value[:1].upper() + first.value[1:])
    elif isinstance(first, Citation):
        first = capitalized(first)
    return replace(citation, children=(first, *rest))


def _ibid(citation: Citation, words: CitationWords) -> Citation:
    word: Inline = Text(words.ibid, source=citation.source)
    return replace(citation, repeated=True, children=(word, *_locators(citation, words)))


def _locators(citation: Citation, words: CitationWords) -> Iterator[Inline]:
    for kind, same in groupby(citation.locators, key=lambda locator: locator.kind):
        text = words.join + locator_text(Locator(kind, tuple(span for one in same for span in one.spans)), words)
        yield Text(text, source=citation.source)


def locator_text(locator: Locator, words: CitationWords) -> str:
    """Return *locator* in a language's words: ``paras. 35–47 and 50``."""
    forms = words.locators[locator.kind]
    spans = [(words.numerals.get(first, first), words.numerals.get(last, last)) for first, last in locator.spans]
    numbers = [first if first == last else words.range.format(first=first, last=last) for first, last in spans]
    return _form(forms, locator).format(n=_joined(numbers, words))


def _form(forms: LocatorForms, locator: Locator) -> str:
    """Return the words of *locator* in the number that its spans ask for."""
    if not locator.spans:
        return forms.bare
    if any(first != last for first, last in locator.spans) or len(locator.spans) > 2:
        return forms.many
    return forms.one if len(locator.spans) == 1 else forms.two or forms.many


def _joined(numbers: Iterable[str], words: CitationWords) -> str:
    *head, last = [*numbers] or [""]
    return words.pair.format(first=words.list_separator.join(head), last=last) if head else last
