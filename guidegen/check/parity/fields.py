"""The cross-references of a DOCX: REF fields with their cached results (ECMA-376 part 1, 17.16.5.51), and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guidegen.document.language import Language
from guidegen.renderers.docx.ooxml import Element, qualified

Reference = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line: its words and, where they are a reference or a part of one, the bookmark that they name."""

    words: str
    bookmark: str = ""


@dataclass(slots=True)
class _Field:
    """A field while it is read."""

    instruction: str = ""
    result: str = ""
    shown: bool = False

    def part(self) -> Part:
        """Return the field as a piece of its line."""
        name, bookmark = [*self.instruction.split(), "", ""][:2]
        return Part(self.result, bookmark if name == "REF" else "")


def references(paragraphs: Iterable[Element], language: Language) -> Iterator[Reference]:
    """Yield the references in *paragraphs*: the bookmark of what each leads to, and the number as it is printed.

    One to a point is of two parts, ``24 (a)``, which what the language puts between them joins.
    """
    texts = list(paragraphs)
    targets = _targets(texts)
    joint = _joint(language.numbering.point_reference)
    for paragraph in texts:
        waiting: Part | None = None
        between = ""
        for part in _parts(paragraph):
            if not part.bookmark:
                between += part.words
                continue
            above = waiting if waiting and between == joint and _is_below(part, waiting, targets) else None
            if waiting and above is None:
                yield targets.get(waiting.bookmark, waiting.bookmark), waiting.words
            waiting, between = Part((f"{above.words}{joint}" if above else "") + part.words, part.bookmark), ""
        if waiting:
            yield targets.get(waiting.bookmark, waiting.bookmark), waiting.words


def _joint(form: str) -> str:
    return form.partition("}")[2].partition("{")[0]


def _is_below(part: Part, above: Part, targets: Mapping[str, str]) -> bool:
    """Return whether *part* leads to another place than *above*, behind it in the text."""
    order = list(dict.fromkeys(targets.values()))
    places = [order.index(targets[one.bookmark]) if one.bookmark in targets else -1 for one in (above, part)]
    return -1 < places[0] < places[1]


def _targets(paragraphs: Iterable[Element]) -> Mapping[str, str]:
    """Return, for each bookmark, that of the whole paragraph: the last in it, behind one around its literal number."""
    found = ([str(one.get(qualified("name"))) for one in paragraph.iter(qualified("bookmarkStart"))] for paragraph in paragraphs)
    return {name: names[-1] for names in found for name in names}


def _parts(paragraph: Element) -> Iterator[Part]:
    """Yield the pieces of a line, a field or a link as one."""
    field: _Field | None = None
    for run in paragraph.iter(qualified("r")):
        words = "".join(text.text or "" for text in run.iter(qualified("t")))
        kind = next((str(one.get(qualified("fldCharType"))) for one in run.iter(qualified("fldChar"))), "")
        if kind == "begin":
            field = _Field()
        elif field is None:
            yield Part(words, _anchor(run))
        elif kind == "end":
            yield field.part()
            field = None
        else:
            field.shown = field.shown or kind == "separate"
            field.instruction += "".join(code.text or "" for code in run.iter(qualified("instrText")))
            field.result += words if field.shown else ""


def _anchor(run: Element) -> str:
    parent = run.getparent()
    return str(parent.get(qualified("anchor"), "")) if parent is not None and parent.tag == qualified("hyperlink") else ""
