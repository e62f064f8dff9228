"""Guide markup, the closed XML vocabulary that templates write: which elements there are, what they hold, what they need."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from lxml import etree

from guidegen.errors import Finding, Source, did_you_mean

LONGEST_QUOTE = 40
PLACES = frozenset({"source", "template"})
INLINES = frozenset({"em", "foreign", "untranslated", "pending", "note", "cite", "ref"})
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rule:
    """What an element may hold: elements, and *text* or not; the attributes it *needs* and those it may have."""

    holds: frozenset[str] = NOTHING
    text: bool = False
    needs: frozenset[str] = NOTHING
    may: frozenset[str] = NOTHING

    @cached_property
    def known(self) -> frozenset[str]:
        """The attributes that an element may have."""
        return self.needs | self.may | PLACES


def _line(needs: str = "", may: str = "", also: str = "") -> Rule:
    """Return the rule of an element that holds a line of text."""
    return Rule(INLINES | set(also.split()), True, frozenset(needs.split()), frozenset(may.split()))


def _group(holds: str, needs: str = "", may: str = "") -> Rule:
    """Return the rule of an element that holds elements only."""
    return Rule(frozenset(holds.split()), False, frozenset(needs.split()), frozenset(may.split()))


VOCABULARY: Mapping[str, Rule] = {
    "guide": _group("meta cover contents bibliography section", needs="lang"),
    "meta": _line(needs="name"),
    "cover": _group("field"),
    "field": _line(needs="name"),
    "contents": _group("title column", needs="depth"),
    "column": _line(needs="kind"),
    "bibliography": _group("reference", needs="ibid"),
    "reference": _line(needs="id"),
    "section": _group("label title para box table section", needs="id", may="counting ordinal number notes"),
    "label": _line(),
    "title": _line(),
    "para": _line(needs="id", also="point"),
    "point": _line(needs="id", also="point"),
    "box": _group("kicker title p", needs="id"),
    "kicker": _line(),
    "p": _line(needs="id", also="point"),
    "table": _group("title row", needs="id widths"),
    "row": _group("cell", may="kind id"),
    "cell": _line(may="span fill"),
    "em": _line(),
    "foreign": _line(needs="lang dir"),
    "untranslated": _line(needs="lang dir"),
    "pending": Rule(),
    "note": Rule(INLINES - {"note"}, True, needs=frozenset({"id"})),
    "cite": Rule(needs=frozenset({"source"}), may=frozenset({"locator"})),
    "ref": Rule(needs=frozenset({"to"})),
}


# What attributes may say: words to choose from, or a pattern.
CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("section", "counting"): ("counted", "given", "none"),
    ("section", "notes"): ("numbers", "letters"),
    ("bibliography", "ibid"): ("true", "false"),
    ("column", "kind"): ("paragraphs", "page"),
    ("row", "kind"): ("head", "group", "body"),
    ("cell", "fill"): ("mark", "words"),
    ("foreign", "dir"): ("ltr", "rtl"),
    ("untranslated", "dir"): ("ltr", "rtl"),
}
IDENTIFIER = ("letters, figures, dots, hyphens and underscores", re.compile(r"[\w.-]+"))
WHOLE_NUMBER = ("a whole number from 1 to 9999", re.compile("[1-9][0-9]{0,3}"))
WIDTH = r"[0-9]{0,4}[1-9][0-9]{0,4}(\.[0-9]{1,4})?|[0-9]{1,4}\.[0-9]{0,4}[1-9][0-9]{0,4}"
PLACE = ("a place such as content/topics/youth.md:12", re.compile(r"[^:]*(:[0-9]{1,9}){0,2}"))
FORMS: Mapping[tuple[str, str], tuple[str, re.Pattern[str]]] = {
    ("section", "ordinal"): WHOLE_NUMBER,
    ("contents", "depth"): WHOLE_NUMBER,
    ("cell", "span"): WHOLE_NUMBER,
    ("table", "widths"): ("numbers above 0 with spaces between", re.compile(f" *({WIDTH})( +({WIDTH}))* *")),
}


def vocabulary_findings(root: etree._Element) -> Iterator[Finding]:
    """Yield every place where the markup under *root* leaves the vocabulary."""
    if root.getroottree().docinfo.internalDTD is not None:
        yield Finding(written_at(root), "markup", "a document type (<!DOCTYPE>) is not used here")
    if root.tag != "guide":
        yield Finding(written_at(root), "markup", f"the outermost element must be <guide>, not <{root.tag}>")
    for element in root.iter():
        rule = VOCABULARY.get(str(element.tag))
        if rule is not None:
            yield from _attribute_findings(element, rule)
            yield from _value_findings(element)
            yield from _child_findings(element, rule)
            yield from _text_findings(element, rule)


def _attribute_findings(element: etree._Element, rule: Rule) -> Iterator[Finding]:
    given = [*map(str, element.attrib)]
    for name in given:
        if name not in rule.known:
            hint = did_you_mean(name, rule.known)
            yield Finding(written_at(element), "markup", f'<{element.tag}> has no attribute "{name}"', hint)
    for name in sorted(rule.needs.difference(given)):
        yield Finding(written_at(element), "markup", f'<{element.tag}> needs the attribute "{name}"')


def _value_findings(element: etree._Element) -> Iterator[Finding]:
    tag = str(element.tag)
    for name, value in ((str(name), str(value)) for name, value in element.items()):
        choices = CHOICES.get((tag, name))
        if choices and value not in choices:
            hint = did_you_mean(value, choices) or f"one of {', '.join(choices)}"
            yield Finding(written_at(element), "markup", f'the {name} of <{tag}> cannot be "{value}"', hint)
        form = _form(tag, name)
        if form and not form[1].fullmatch(value):
            message = f'the {name} of <{tag}> must be {form[0]}, not "{value[:LONGEST_QUOTE]}"'
            yield Finding(written_at(element), "markup", message)


def _form(tag: str, name: str) -> tuple[str, re.Pattern[str]] | None:
    """Return how the attribute *name* of *tag* is written, in words and as a pattern, where there is a rule for it."""
    if name == "source" and tag != "cite":
        return PLACE
    return IDENTIFIER if name == "id" else FORMS.get((tag, name))


def _child_findings(element: etree._Element, rule: Rule) -> Iterator[Finding]:
    for child in element:
        name = str(child.tag)
        if name not in VOCABULARY:
            shown = str(child) if isinstance(child, etree._ProcessingInstruction | etree._Entity) else f"<{name}>"
            yield Finding(written_at(child), "markup", f"{shown} is no element of guide markup", did_you_mean(name, VOCABULARY))
        elif name not in rule.holds:
            yield Finding(written_at(child), "markup", f"<{name}> cannot stand in <{element.tag}>")


def _text_findings(element: etree._Element, rule: Rule) -> Iterator[Finding]:
    """Yield a finding for text where none can stand: in a group of elements, and behind the first point of a paragraph."""
    points = [number for number, child in enumerate(element) if child.tag == "point"]
    line_end = next(iter(points), len(element)) if rule.text else 0
    stray = "" if rule.text else element.text or ""
    for child in list(element)[line_end:]:
        stray += (f"<{child.tag}>" if rule.text and child.tag != "point" else "") + (child.tail or "")
    if stray.strip():
        where = "behind <point>" if rule.text else f"in <{element.tag}>"
        yield Finding(written_at(element), "markup", f'no text can stand {where}, and here is "{stray.strip()[:30]}"')


def place(element: etree._Element) -> Source:
    """Return where the words of *element* stand: the nearest place that a template names, else the template's own line."""
    for around in chain((element,), element.iterancestors()):
        named = around.get("source") if around.tag != "cite" else None
        if named:
            return _read_place(str(named))
    return written_at(element)


_read_place = lru_cache(maxsize=4096)(Source.parse)


def written_at(element: etree._Element) -> Source:
    """Return the template line that wrote *element*, or the nearest element around it."""
    lines = (around.get("template") for around in chain((element,), element.iterancestors()))
    return next((_read_place(str(line)) for line in lines if line), Source("templates"))
