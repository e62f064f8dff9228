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
from guidegen.preview.status import State, Status, progress
from guidegen.translation.check import message_findings, usual_translations
from guidegen.translation.rules.segment import Languages
from guidegen.translation.rules.terms import longest_first, terms_in

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
        "statuses": {context: one.status.value for context, one in view.states.items()},
        "catalogues": [
            {"path": one.path, "reviewed": one.reviewed, **{status.value: number for status, number in one.counts.items()}}
            for one in progress(view.states.values(), view.catalogues)
        ],
        "findings": [{**_finding(finding), "context": _context_of(finding, view)} for finding in view.findings],
    }


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
    return next((context for context, one in view.states.items() if one.message and _is_about(finding, one.message)), "")


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
        "findings": [_finding(one) for one in _findings(view, original, view.states.get(context))],
    }


def _findings(view: View, original: Original, state: State | None) -> Iterator[Finding]:
    """Yield what is wrong with the message of *state*: what keeps it from print, and what the rules for translations say."""
    if state is None or state.message is None:
        return
    yield from (finding for finding in view.findings if _is_about(finding, state.message))
    if state.status in {Status.TRANSLATED, Status.FUZZY}:
        yield from message_findings(state.message, _languages(view, original))


def _languages(view: View, original: Original) -> Languages:
    """Return what the rules know of the two languages."""
    source, target = original.languages
    messages = (one for catalogue in view.catalogues.values() for one in catalogue.messages.values() if one.current)
    return Languages(source, target, longest_first(view.terms, source.code), usual_translations(messages))


def _translation(view: View, original: Original, context: str) -> Json | None:
    """Return what the catalogue has for *context*; None where the guide does not print it, or is not translated."""
    if context not in view.states:
        return None
    found, (_, language) = view.states[context], original.languages
    text, place, comments = "", found.catalogue, ()  # type: tuple[str, str, tuple[str, ...]]
    if found.message:
        text, place, comments = found.message.string, str(found.message.source), found.message.comments
    stale = found.message.id if found.message and found.status is Status.STALE else ""
    return {
        "status": found.status.value,
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
