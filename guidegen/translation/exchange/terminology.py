"""Writes the glossary as TBX, the TBX-Basic of ISO 30042:2008: a term entry for each row of ``locales/glossary.csv``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from lxml import etree

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.locales.glossary import PATH, Term, read_glossary
from guidegen.translation.exchange.outgoing import Export, project_name
from guidegen.translation.exchange.xml import element, xml_bytes

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NAME = "glossary.tbx"
# TBX of 2008 has no namespace.
tag = partial(element, "")
# The parts of speech of the glossary by the names of TBX-Basic; any other is "other".
SPEECH: Mapping[str, str] = {"noun": "noun", "name": "properNoun"}
PREFERRED, ADMITTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"


def terminology_files(export: Export) -> Iterator[tuple[str, bytes]]:
    """Yield the glossary, with the source language and those asked for. Raises GuidegenError where it is broken."""
    source = export.sources.content.congress.source_language
    terms = read_glossary(export.project)
    if not terms:
        raise GuidegenError([Finding(Source(PATH), "exchange-empty", "there is no term in the glossary")])
    yield NAME, terminology(terms, (source, *export.languages), project_name(export.sources))


def terminology(terms: Sequence[Term], languages: Sequence[str], project: str) -> bytes:
    """Return *terms* in *languages*, of which the first is that of the notes, as TBX."""
    described = tag("fileDesc", tag("titleStmt", tag("title", project)), tag("sourceDesc", tag("p", PATH)))
    header = tag("martifHeader", described, tag("encodingDesc", tag("p", "TBXBasicXCSV02.xcs", type="XCSURI")))
    body = tag("body", *(_entry(term, languages) for term in terms))
    root = tag("martif", header, tag("text", body), type="TBX-Basic")
    root.set(LANGUAGE, languages[0])
    etree.indent(root)
    return xml_bytes(root)


def _entry(term: Term, languages: Sequence[str]) -> etree._Element:
    origin = [tag("admin", term.origin, type="source")] if term.origin else []
    note = [tag("note", term.note)] if term.note else []
    return tag("termEntry", *origin, *note, *(_language(term, one) for one in languages if term.forms.get(one)), id=term.id)


def _language(term: Term, language: str) -> etree._Element:
    """Return the forms of *term* in *language*: the first is the preferred one, the others are admitted."""
    preferred, *others = term.forms[language]
    forms = ((preferred, PREFERRED), *((form, ADMITTED) for form in others))
    made = tag("langSet", *(_form(form, status, SPEECH.get(term.part_of_speech, "other")) for form, status in forms))
    made.set(LANGUAGE, language)
    return made


def _form(form: str, status: str, speech: str) -> etree._Element:
    notes = {"partOfSpeech": speech, "administrativeStatus": status}
    return tag("tig", tag("term", form), *(tag("termNote", value, type=kind) for kind, value in notes.items()))
