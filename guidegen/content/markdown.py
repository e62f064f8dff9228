"""Markdown files to prose: front matter, sections, paragraphs with points, notes; every fault a finding with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Generic, TypeVar

from markdown_it.tree import SyntaxTreeNode

from guidegen.content import dialect
from guidegen.content.places import Places
from guidegen.content.prose import BlockText, SectionText
from guidegen.content.text import NoteText, Text, one_line
from guidegen.errors import Finding, GuidegenError, Source, did_you_mean
from guidegen.resources.files import SourceFile
from guidegen.resources.validation import validate
from guidegen.resources.yaml_reader import YamlFile, parse_yaml

ATTRIBUTES = {"heading": {"class": ("questions",)}, "paragraph": {"list": ("institutes",)}}

Facts = TypeVar("Facts")
DEEPEST_LIST = 3


@dataclass(frozen=True, slots=True)
class MarkdownFile(Generic[Facts]):
    """What a Markdown file holds: its front matter, and its sections."""

    facts: Facts
    sections: tuple[SectionText, ...]


def parse_markdown(file: SourceFile, prefix: str, facts: type[Facts]) -> MarkdownFile[Facts]:
    """Return what *file* holds: its front matter as *facts*, and its sections.

    *prefix* and a dot come before its ids to make them unique in the guide. Raises GuidegenError with every finding of the file:
    front matter, constructs that the dialect lacks, ids, notes.
    """
    tree = SyntaxTreeNode(dialect.parser().parse(file.text))
    reading = _Reading(file, prefix)
    sections = tuple(reading.sections(tree.children))
    try:
        stated = validate(front_matter(file, tree), facts)
    except GuidegenError as error:
        reading.findings += error.findings
    if reading.findings:
        raise GuidegenError(dict.fromkeys(sorted(reading.findings, key=lambda found: found.source)))
    return MarkdownFile(stated, sections)


def front_matter(file: SourceFile, tree: SyntaxTreeNode) -> YamlFile:
    """Return the YAML at the head of *file*; an empty mapping where there is none."""
    node = next((child for child in tree.children if child.type == "front_matter"), None)
    if node is not None:
        return parse_yaml(SourceFile(file.path, node.content, file.first_line + 1))
    if file.text.startswith("---\n"):
        hint = "close it with a line ---"
        raise GuidegenError([Finding(Source(file.path, file.first_line, 1), "front-matter", "the front matter has no end", hint)])
    return YamlFile(file.path, {}, {})


@dataclass(slots=True)
class _Draft:
    """A section while its blocks are being read."""

    section: SectionText
    blocks: list[BlockText] = field(default_factory=list)
    inner: list[_Draft] = field(default_factory=list)

    def finished(self) -> SectionText:
        """Return the section with what was read into it."""
        made = self.section
        return SectionText(made.id, made.title, made.role, tuple(self.blocks), tuple(draft.finished() for draft in self.inner))


class _Reading:
    """One reading of a Markdown file: nodes to sections, and findings on the way."""

    def __init__(self, file: SourceFile, prefix: str) -> None:
        self.file = file
        self.place = Places(file).place
        self.prefix = prefix
        self.findings: list[Finding] = []
        self.ids: dict[str, Source] = {}
        self.called: set[str] = set()
        self.definitions: dict[str, SyntaxTreeNode] = {}

    def sections(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[SectionText]:
        """Yield the sections that *nodes* make, top to bottom."""
        nodes = list(nodes)
        self.define(node for node in nodes if node.type == "footnote_reference")
        drafts: list[_Draft] = []
        for node in nodes:
            self.refuse(node)
            if node.type == "heading":
                self.open(drafts, node)
            elif node.type in {"paragraph", "bullet_list"}:
                self.add(drafts, node)
        for name in self.definitions.keys() - self.called:
            self.fault(self.definitions[name], "note-unused", f'the note "{name}" is defined and never called')
        return iter([draft.finished() for draft in drafts])

    def define(self, nodes: Iterable[SyntaxTreeNode]) -> None:
        """Keep the definitions of notes by name; report a name that is malformed or stands twice."""
        for node in nodes:
            name = str(node.meta["label"])
            if name in self.definitions:
                self.fault(node, "note-twice", f'the note "{name}" is defined more than once')
            elif not dialect.IDENTIFIER.match(f"note-{name}"):
                self.fault(node, "id-form", f'the name "{name}" has other characters than a-z, 0-9 and hyphens')
            self.definitions.setdefault(name, node)

    def refuse(self, node: SyntaxTreeNode) -> None:
        """Report what *node* holds and the dialect does not have."""
        for what, refused in dialect.refused(node):
            self.fault(refused, "markdown", f"{what} is not used here")

    def open(self, drafts: list[_Draft], node: SyntaxTreeNode) -> None:
        """Begin a section, or a subsection of the last one."""
        level = int(node.tag[1])
        section = SectionText(self.identifier(node), self.text(node), str(node.attrs.get("class", "")))
        if not section.title:
            self.fault(node, "structure", "a heading without words")
        if level == 3 and not drafts:
            self.fault(node, "structure", "a ### heading before the first ##", "begin with a ## heading")
        if level == 2 or not drafts:
            drafts.append(_Draft(section))
        else:
            drafts[-1].inner.append(_Draft(section))

    def add(self, drafts: list[_Draft], node: SyntaxTreeNode) -> None:
        """Put a paragraph, or the points of the last one, into the section that is open."""
        if not drafts:
            self.fault(node, "structure", "text before the first heading", "begin with a ## heading")
            return
        blocks = (drafts[-1].inner or drafts)[-1].blocks
        if node.type == "paragraph":
            blocks.append(self.block(node))
        elif blocks and not blocks[-1].points:
            last = blocks[-1]
            blocks[-1] = BlockText(last.id, last.text, tuple(self.points(node)), last.generated)
        else:
            self.fault(node, "structure", "a list without a paragraph that introduces it")

    def block(self, node: SyntaxTreeNode, points: tuple[BlockText, ...] = ()) -> BlockText:
        """Return the paragraph *node* as a block."""
        return BlockText(self.identifier(node), self.text(node), points, str(node.attrs.get("list", "")))

    def points(self, node: SyntaxTreeNode, level: int = 1) -> Iterator[BlockText]:
        """Yield the items of a list as blocks, with the lists inside them; report a list that is nested too deep."""
        if level > DEEPEST_LIST:
            self.fault(node, "structure", f"lists are nested at most {DEEPEST_LIST} deep")
        for item in node.children:
            kinds = [child.type for child in item.children]
            if kinds in (["paragraph"], ["paragraph", "bullet_list"]):
                inner = chain.from_iterable(self.points(child, level + 1) for child in item.children[1:])
                yield self.block(item.children[0], tuple(inner))
            elif not any(kind in dialect.REFUSED for kind in kinds):
                self.fault(item, "structure", "a list item holds one paragraph and, below it, one list")

    # -- ids, texts and notes ----------------------------------------------------------------------------------------------

    def identifier(self, node: SyntaxTreeNode) -> str:
        """Return the id of *node* with the file's prefix; report one that is missing, malformed or taken, and odd attributes."""
        own = str(node.attrs.get("id", ""))
        self.check_attributes(node)
        if not own:
            words = re.findall("[a-z][a-z0-9]*", node.children[0].content.lower())[:4]
            self.fault(node, "id-missing", "this block has no id", f"put a line {{#{'-'.join(words) or 'name'}}} before it")
        elif not dialect.IDENTIFIER.match(own):
            message = f'the id "{own}" has other characters than a-z, 0-9 and hyphens'
            self.fault(node, "id-form", message, attribute=f"#{own}")
        else:
            self.take(node, own)
        return f"{self.prefix}.{own}"

    def take(self, node: SyntaxTreeNode, own: str) -> None:
        """Keep *own* as the id of *node*; report it where it is taken."""
        if own in self.ids:
            message = f'the id "{own}" stands here and in line {self.ids[own].line}'
            self.fault(node, "id-twice", message, attribute=f"#{own}")
        self.ids.setdefault(own, self.place(node, f"#{own}"))

    def check_attributes(self, node: SyntaxTreeNode) -> None:
        """Report attributes of *node* other than an id that no template knows."""
        known = ATTRIBUTES[node.type]
        for name, value in {**node.attrs, **node.meta.get("insecure_attrs", {})}.items():
            if name != "id" and value not in known.get(name, ()):
                hint = did_you_mean(str(value), known[name]) if name in known else did_you_mean(name, known)
                self.fault(node, "attribute", f'the attribute {name}="{value}" is not known here', hint, attribute=str(value))

    def text(self, node: SyntaxTreeNode) -> Text:
        """Return the text of *node* with the notes it calls."""
        inline = node.children[0]
        own = str(node.attrs.get("id", ""))
        context = f"{context_prefix(self.file)}.{own}"
        calls = self.calls(inline)
        notes = tuple(self.notes(calls, own)) if calls else ()
        return Text(context, one_line(inline.content), self.place(node), notes)

    def calls(self, inline: SyntaxTreeNode) -> list[SyntaxTreeNode]:
        """Return the calls of notes in *inline*; report citations with locators that are none."""
        calls: list[SyntaxTreeNode] = []
        for token in inline.walk() if "[" in inline.content else ():
            if token.type == "note_call":
                calls.append(token)
            for sentence in dialect.locator_fault(token) if token.type == "citation" else ():
                self.fault(token, "locator", sentence)
        return calls

    def notes(self, calls: Iterable[SyntaxTreeNode], block: str) -> Iterator[NoteText]:
        """Yield the notes of *calls*; report those not defined, or called before."""
        for call in calls:
            name = call.meta["name"]
            if name not in self.definitions:
                hint = did_you_mean(name, self.definitions)
                self.fault(call, "note-undefined", f'the note "{name}" is called and not defined', hint)
            elif name in self.called:
                self.fault(call, "note-twice", f'the note "{name}" is called more than once')
            else:
                self.called.add(name)
                yield from self.note(name, block)

    def note(self, name: str, block: str) -> Iterator[NoteText]:
        """Yield the definition of the note *name*, called by the block *block*, if it is one paragraph."""
        definition = self.definitions[name]
        if [child.type for child in definition.children] != ["paragraph"]:
            self.fault(definition, "structure", f'the note "{name}" must be one paragraph')
            return
        inline = definition.children[0].children[0]
        for call in self.calls(inline):
            self.fault(call, "structure", "a note cannot call another")
        self.take(definition, f"note-{name}")
        context = f"{context_prefix(self.file)}.{block}.note-{name}"
        yield NoteText(f"{self.prefix}.note-{name}", name, Text(context, one_line(inline.content), self.place(definition)))

    def fault(self, node: SyntaxTreeNode, rule: str, message: str, hint: str = "", *, attribute: str = "") -> None:
        """Keep a finding at *node*, or where *attribute* stands before it."""
        self.findings.append(Finding(self.place(node, attribute), rule, message, hint))


def context_prefix(file: SourceFile) -> str:
    """Return what begins the message contexts of *file*: its path below ``content/``, with dots."""
    return file.path.removeprefix("content/").rpartition(".")[0].replace("/", ".")
