"""What the page asks for, as JSON: the state of the guide, and all that there is to know of one message."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from guidegen.document.language import Language
from guidegen.errors import Finding
from guidegen.preview.glossary import terms_in
from guidegen.preview.guide import Original
from guidegen.preview.live import View
from guidegen.preview.status import Status, progress

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
        "findings": [_finding(finding, view) for finding in view.findings],
    }


def _finding(finding: Finding, view: View) -> Json:
    """Return *finding*, with the context of the message that it is about where it is about one."""
    places = ((context, one.message.source) for context, one in view.states.items() if one.message)
    about = (context for context, place in places if (place.path, place.line) == (finding.source.path, finding.source.line))
    return {
        "place": str(finding.source),
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "rule": finding.rule,
        "context": next(about, ""),
    }


def message(view: View, context: str) -> Json | None:
    """Return the message *context*: both its texts with their places, its glossary terms and findings. None for no message."""
    if view.original is None or context not in view.original.messages:
        return None
    original, text = view.original, view.original.messages[context]
    source_language = original.loaded.languages[original.loaded.source_language]
    return {
        "context": context,
        "source": {"place": str(text.source), "text": text.text, **_language(source_language)},
        "translation": _translation(view, original, context),
        "terms": list(_terms(view, original, text.text)),
        "findings": [one for one in (_finding(finding, view) for finding in view.findings) if one["context"] == context],
    }


def _translation(view: View, original: Original, context: str) -> Json | None:
    """Return what the catalogue has for *context*; None where the guide does not print it, or is not translated."""
    if context not in view.states:
        return None
    found, language = view.states[context], original.loaded.languages[original.task.guide.language]
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
    language = original.loaded.languages[original.task.guide.language]
    for term in terms_in(text, view.terms, original.loaded.source_language) if original.translates else ():
        yield {"term": term.forms[original.loaded.source_language], "form": term.forms[language.code], "note": term.note}
