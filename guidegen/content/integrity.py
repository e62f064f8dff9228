"""What holds between the files of the content: every id that is named exists, every choice that must be made once is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from urllib.parse import unquote

from guidegen.content import dialect
from guidegen.content.issuance import Issuance
from guidegen.content.model import Checklist
from guidegen.content.prose import BlockText, Prose, SectionText
from guidegen.content.reader import Content
from guidegen.content.sources import Annex, Resolution
from guidegen.content.text import Text
from guidegen.content.texts import texts
from guidegen.errors import Finding, Source, did_you_mean
from guidegen.resources.files import read_file
from guidegen.resources.project import Project
from guidegen.resources.yaml_reader import source_of

CITES, REFERS = "[@", "]("


def integrity_findings(content: Content, project: Project) -> tuple[Finding, ...]:
    """Return what does not fit together in *content*, in the order of :data:`RULES`."""
    return tuple(chain.from_iterable(rule(content, project) for rule in RULES))


def numbered_ids(content: Content) -> set[str]:
    """Return the ids that a cross-reference may name: the common text's chapters, sections, paragraphs and points."""
    chapters = {chapter.id for chapter in content.outline.chapters if chapter.holds != "annexes"}
    titled = content.topics.keys() | content.workshops.keys() | content.annexes.keys()
    sections = (section for prose in content.prose() for section in prose.sections)
    return chapters | titled | {identifier for section in sections for identifier in _section_ids(section)}


def _section_ids(section: SectionText) -> Iterator[str]:
    yield section.id
    for block in section.blocks:
        yield from _block_ids(block)
    for inner in section.sections:
        yield from _section_ids(inner)


def _block_ids(block: BlockText) -> Iterator[str]:
    yield block.id
    for point in block.points:
        yield from _block_ids(point)


# -- the rules -----------------------------------------------------------------------------------------------------------------


def outline_names_topics(content: Content, _: Project) -> Iterator[Finding]:
    """Check that the outline names topics, workshops and annexes that exist, leaves none out and names none twice."""
    place = Source("content/outline.yaml", 1)
    outline = content.outline
    rows: tuple[tuple[str, tuple[str, ...], Mapping[str, Prose | Checklist]], ...] = (
        ("topic", outline.topics, content.topics),
        ("workshop", outline.workshops, content.workshops),
        ("annex", outline.annexes, content.annexes),
    )
    yield from _twice(place, "chapter", (chapter.id for chapter in outline.chapters))
    for kind, named, existing in rows:
        yield from _twice(place, kind, named)
        yield from _unknown(place, f"outline-{kind}", kind, named, existing)
        for name in existing.keys() - set(named):
            message = f'the {kind} "{name}" has a file and is not in the outline'
            yield Finding(existing[name].source, f"outline-{kind}", message, "add it to content/outline.yaml")


def _twice(place: Source, kind: str, named: Iterable[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for name in named:
        if name in seen:
            message = f'the {kind} "{name}" stands in the outline more than once'
            yield Finding(source_of(name, place), f"outline-{kind}", message)
        seen.add(name)


def names_are_plain(content: Content, _: Project) -> Iterator[Finding]:
    """Check that files, folders and keys that become ids and names of files have names that can be both."""
    kept = (content.topics, content.workshops, content.annexes, content.meetings)
    files = ((name, thing.source) for things in kept for name, thing in things.items())
    keys = chain(content.issuances, content.institutes, content.sources)
    for name, place in chain(files, ((key, source_of(key, Source("content"))) for key in keys)):
        if not dialect.IDENTIFIER.match(name):
            yield Finding(place, "id-form", f'the name "{name}" has other characters than a-z, 0-9 and hyphens')


def topics_name_institutes(content: Content, _: Project) -> Iterator[Finding]:
    """Check that topics, workshops and meetings name institutes that exist, and workshops their topics."""
    for prose in chain(content.topics.values(), content.workshops.values()):
        institutes = getattr(prose.facts, "institutes", ())
        item = getattr(prose.facts, "item", None)
        yield from _unknown(prose.source, "institute", "institute", institutes, content.institutes)
        yield from _unknown(prose.source, "workshop-item", "topic", [item] if item else [], content.topics)
    for meeting in content.meetings.values():
        yield from _unknown(meeting.source, "institute", "institute", meeting.facts.institutes, content.institutes)


def focus_names_topics(content: Content, _: Project) -> Iterator[Finding]:
    """Check that each focus box and each group of a checklist belongs to a topic or workshop that exists."""
    topics = content.topics.keys() | content.workshops.keys()
    for meeting in content.meetings.values():
        for name, section in meeting.focus.items():
            yield from _unknown(section.title.source, "focus-topic", "topic", [name], topics)
    for annex in content.annexes.values():
        if isinstance(annex, Checklist):
            yield from _unknown(annex.source, "checklist-topic", "topic", annex.groups, topics)


def citations_name_sources(content: Content, project: Project) -> Iterator[Finding]:
    """Check that every citation names a source of the bibliography, and every annex the resolution it is annexed to."""
    for text in _texts_with(CITES, content):
        cited = [node for node in dialect.inlines(text.text).walk() if node.type == "citation"]
        marks = [(str(node.meta["name"]), node.content) for node in cited]
        for name, place in _unknown_marks(project, text, marks, content.sources):
            yield from _unknown(place, "citation", "source", [name], content.sources)
    resolutions = {name for name, source in content.sources.items() if isinstance(source, Resolution)}
    for source in content.sources.values():
        if isinstance(source, Annex):
            yield from _unknown(source.source, "citation", "resolution", [source.within], resolutions)


def references_name_blocks(content: Content, project: Project) -> Iterator[Finding]:
    """Check that every cross-reference names something numbered in the common text."""
    known = numbered_ids(content)
    for text in _texts_with(REFERS, content):
        links = (node for node in dialect.inlines(text.text).walk() if node.type == "link")
        targets = (unquote(str(node.attrs["href"])[1:]) for node in links)
        for target, place in _unknown_marks(project, text, [(target, f"[](#{target})") for target in targets], known):
            yield from _unknown(place, "reference", "numbered block", [target], known)


def issuances_make_sense(content: Content, _: Project) -> Iterator[Finding]:
    """Check that one issuance is the default, and that a reserved symbol stands on drafts only."""
    place = Source("content/issuances.yaml", 1)
    defaults = [name for name, issuance in content.issuances.items() if issuance.default]
    if not content.issuances:
        yield Finding(place, "issuance", "no issuance")
    elif len(defaults) != 1:
        place = content.issuances[defaults[1]].source if defaults else place
        yield Finding(place, "issuance-default", "exactly one issuance must be marked default: true")
    for issuance in content.issuances.values():
        if issuance.reserved and issuance.status != "draft":
            message = f"{issuance.symbol} is the symbol of an issued document: here it may stand on a draft only"
            yield Finding(issuance.source, "reserved-symbol", message, "set status: draft")


def languages_exist(content: Content, project: Project) -> Iterator[Finding]:
    """Check that every language named by the congress, an issuance or a meeting has conventions."""
    known = project.languages()
    congress = content.congress
    yield from _unknown(congress.source, "language", "language", [congress.source_language], known)
    for issuance in content.issuances.values():
        yield from _unknown(issuance.source, "language", "language", _languages(issuance), known)
    for meeting in content.meetings.values():
        named = (*meeting.facts.languages, *meeting.facts.working_languages)
        yield from _unknown(meeting.source, "language", "language", named, known)


def _languages(issuance: Issuance) -> tuple[str, ...]:
    return (*issuance.original, *issuance.languages)


RULES: tuple[Callable[[Content, Project], Iterator[Finding]], ...] = (
    names_are_plain,
    outline_names_topics,
    topics_name_institutes,
    focus_names_topics,
    citations_name_sources,
    references_name_blocks,
    issuances_make_sense,
    languages_exist,
)


def _unknown(place: Source, rule: str, kind: str, named: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each of *named* that is not *known*, where it is named or else at *place*."""
    for name in dict.fromkeys(named):
        if name not in known:
            yield Finding(source_of(name, place), rule, f'there is no {kind} "{name}"', did_you_mean(name, known))


def _texts_with(mark: str, content: Content) -> Iterator[Text]:
    """Yield the texts of *content* that hold the characters *mark*: few do, and no other is to be looked into."""
    return (text for text in texts(content) if mark in text.text)


def _unknown_marks(
    project: Project, text: Text, marks: Iterable[tuple[str, str]], known: Collection[str]
) -> Iterator[tuple[str, Source]]:
    """Yield each name of *marks*, names with the characters that write them, that is not *known*, and where it stands."""
    before: Counter[str] = Counter()
    for name, written in marks:
        if name not in known:
            yield name, _locate(project, text, written, before[written])
        before[written] += 1


def _locate(project: Project, text: Text, written: str, before: int) -> Source:
    """Return where *written* stands in the file of *text*, after as many of the same as stand *before* it in the text."""
    file = read_file(project, text.source.path)
    lines = file.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: text.source.line - 1])
    words = r"\s+".join(map(re.escape, written.split()))
    found = list(islice(re.compile(words).finditer(file.text, start), before + 1))
    return file.place(found[before].start()) if len(found) > before else text.source
