"""What the page asks for, as JSON: the state of the guide, and all that there is to know of one message."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from guidegen.document.language import Language
from guidegen.errors import Finding
from guidegen.locales.catalogues import Message
from guidegen.preview.guide import Original
from guidegen.preview.live import View
from guidegen.translation.catalogues import catalogue_folder
from guidegen.translation.check import message_findings, usual_translations
from guidegen.translation.rules.segment import Languages
from guidegen.translation.rules.terms import longest_first, terms_in
from guidegen.translation.status import Segment, State, by_file

Json = dict[str, Any]


def pages(view: View) -> dict[str, str]:
    """Return the HTML of each side that there is, by the side's name."""
    sides = {"original": view.original, "translation": view.translated}
    return {name: side.html for name, side in sides.items() if side}


def state(view: View) -> Json:
    """Return the state of the guide: a digest of each page, the elements with their messages, statuses, progress, findings."""
    return {
        "pages": {name: hashlib.sha256(html.encode()).hexdigest() for name, html in pages(view).items()},
        "elements": [[one.selector, one.index, one.contexts] for one in view.original.elements] if view.original else [],
        "statuses": {context: one.state.value for context, one in view.segments.items()},
        "catalogues": list(_catalogues(view, view.original)) if view.original else [],
        "findings": [{**_finding(finding), "context": _context_of(finding, view)} for finding in view.findings],
    }


def _catalogues(view: View, original: Original) -> Iterator[Json]:
    """Yield how many messages of each catalogue are in each state, and whether a person has reviewed it."""
    _, language = original.languages
    for stem, tally in by_file(view.segments.values()).items():
        catalogue = view.catalogues[f"{catalogue_folder(language.code)}/{stem}.po"]
        counts = {state.value: number for state, number in tally.messages.items()}
        yield {"path": catalogue.path, "reviewed": catalogue.reviewed, **counts}


def _finding(finding: Finding) -> Json:
    return {
        "place": str(finding.source),
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "rule": finding.rule,
    }


def _context_of(finding: Finding, view: View) -> str:
    """Return the context of the message that *finding* is about; nothing where it is about none."""
    return next((context for context, one in view.segments.items() if one.found and _is_about(finding, one.found)), "")


def _is_about(finding: Finding, message: Message) -> bool:
    return (finding.source.path, finding.source.line) == (message.source.path, message.source.line)


def message(view: View, context: str) -> Json | None:
    """Return the message *context*: both its texts with their places, its glossary terms and findings. None for no message."""
    if view.original is None or context not in view.original.messages:
        return None
    original, text = view.original, view.original.messages[context]
    source_language, _ = original.languages
    return {
        "context": context,
        "source": {"place": str(text.source), "text": text.text, **_language(source_language)},
        "translation": _translation(view, original, context),
        "terms": list(_terms(view, original, text.text)),
        "findings": [_finding(one) for one in _findings(view, original, view.segments.get(context))],
    }


def _findings(view: View, original: Original, segment: Segment | None) -> Iterator[Finding]:
    """Yield what is wrong with *segment*: what keeps it from print, and what the rules for translations of its text say."""
    if segment is None or segment.found is None:
        return
    yield from (finding for finding in view.findings if _is_about(finding, segment.found))
    if segment.state not in {State.MISSING, State.STALE}:
        yield from message_findings(segment.found, _languages(view, original))


def _languages(view: View, original: Original) -> Languages:
    """Return what the rules know of the two languages."""
    source, target = original.languages
    messages = (one for catalogue in view.catalogues.values() for one in catalogue.messages.values() if one.current)
    return Languages(source, target, longest_first(view.terms, source.code), usual_translations(messages))


def _translation(view: View, original: Original, context: str) -> Json | None:
    """Return what the catalogue has for *context*; None where the guide does not print it, or is not translated."""
    if context not in view.segments:
        return None
    segment, (_, language) = view.segments[context], original.languages
    found = segment.found
    text, comments = (found.string, found.comments) if found else ("", ())
    place = str(found.source) if found else f"{catalogue_folder(language.code)}/{segment.stem}.po"
    stale = found.id if found and segment.state is State.STALE else ""
    return {
        "status": segment.state.value,
        "place": place,
        "text": text,
        "former": stale,
        "comments": comments,
        **_language(language),
    }


def _language(language: Language) -> Json:
    return {"lang": language.word.tag, "dir": language.direction}


def _terms(view: View, original: Original, text: str) -> Iterator[Json]:
    """Yield the terms of the glossary in *text*, each with its forms in the language of the guide."""
    source, target = original.languages
    terms = longest_first(view.terms, source.code) if original.translates else ()
    for term in terms_in(text, terms, source.code):
        yield {"term": term.forms[source.code][0], "forms": term.forms[target.code]}
