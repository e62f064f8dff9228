"""Markdown files to prose: front matter, sections, paragraphs with points, notes; every fault a finding with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from markdown_it.tree import SyntaxTreeNode

from guidegen.content import dialect
from guidegen.content.prose import BlockText, SectionText
from guidegen.content.text import NoteText, Text, one_line
from guidegen.errors import Finding, GuidegenError, Source
from guidegen.resources.files import SourceFile
from guidegen.resources.yaml_reader import YamlFile, parse_yaml

IDENTIFIER = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
BLOCK_ATTRIBUTES = {"heading": {"id", "class"}, "paragraph": {"id", "list"}}


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """What a Markdown file holds: the YAML of its front matter, and its sections."""

    front_matter: YamlFile
    sections: tuple[SectionText, ...]


def parse_markdown(file: SourceFile, prefix: str) -> MarkdownFile:
    """Return what *file* holds; *prefix* and a dot come before its ids to make them unique in the guide.

    Raises GuidegenError with every finding of the file: front matter, constructs the dialect lacks, ids, notes.
    """
    tree = SyntaxTreeNode(dialect.parser().parse(file.text))
    reading = _Reading(file, prefix)
    front = front_matter(file, tree)
    sections = tuple(reading.sections(tree.children))
    if reading.findings:
        raise GuidegenError(sorted(reading.findings, key=lambda found: found.source))
    return MarkdownFile(front, sections)


def front_matter(file: SourceFile, tree: SyntaxTreeNode) -> YamlFile:
    """Return the YAML at the head of *file*; an empty mapping where there is none."""
    node = next((child for child in tree.children if child.type == "front_matter"), None)
    if node is None:
        return YamlFile(file.path, {}, {})
    return parse_yaml(SourceFile(file.path, node.content, file.first_line + 1))


@dataclass(slots=True)
class _Draft:
    """A section while its blocks are being read."""

    section: SectionText
    level: int
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
        self.prefix = prefix
        self.findings: list[Finding] = []
        self.ids: dict[str, Source] = {}
        self.called: set[str] = set()
        self.definitions: dict[str, SyntaxTreeNode] = {}

    def sections(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[SectionText]:
        """Yield the sections that *nodes* make, top to bottom."""
        nodes = list(nodes)
        self.definitions = {str(node.meta["label"]): node for node in nodes if node.type == "footnote_reference"}
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

    def refuse(self, node: SyntaxTreeNode) -> None:
        """Report what *node* holds and the dialect does not have."""
        for what, characters in dialect.refused(node):
            self.fault(node, "markdown", f"{what} is not used here", characters=characters)

    def open(self, drafts: list[_Draft], node: SyntaxTreeNode) -> None:
        """Begin a section, or a subsection of the last one."""
        level = int(node.tag[1])
        section = SectionText(self.identifier(node), self.text(node), str(node.attrs.get("class", "")))
        if level == 2 or not drafts:
            drafts.append(_Draft(section, level))
        else:
            drafts[-1].inner.append(_Draft(section, level))

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

    def points(self, node: SyntaxTreeNode) -> Iterator[BlockText]:
        """Yield the items of a list as blocks, with the lists inside them."""
        for item in node.children:
            kinds = [child.type for child in item.children]
            if kinds in (["paragraph"], ["paragraph", "bullet_list"]):
                inner = chain.from_iterable(self.points(child) for child in item.children[1:])
                yield self.block(item.children[0], tuple(inner))
            elif not any(kind in dialect.REFUSED for kind in kinds):
                self.fault(item, "structure", "a list item holds one paragraph and, below it, one list")

    # -- ids, texts and notes ----------------------------------------------------------------------------------------------

    def identifier(self, node: SyntaxTreeNode) -> str:
        """Return the id of *node* with the file's prefix; report one that is missing, malformed or taken."""
        own = str(node.attrs.get("id", ""))
        for name in node.attrs.keys() - BLOCK_ATTRIBUTES[node.type]:
            self.fault(node, "attribute", f'the attribute "{name}" is not known here')
        if not own:
            words = re.findall("[a-z0-9]+", node.children[0].content.lower())[:4]
            self.fault(node, "id-missing", "this block has no id", f"put a line {{#{'-'.join(words)}}} before it")
        elif not IDENTIFIER.match(own):
            self.fault(node, "id-form", f'the id "{own}" has other characters than a-z, 0-9 and hyphens')
        elif own in self.ids:
            self.fault(node, "id-twice", f'the id "{own}" stands here and in line {self.ids[own].line}')
        self.ids.setdefault(own, self.place(node))
        return f"{self.prefix}.{own}"

    def text(self, node: SyntaxTreeNode) -> Text:
        """Return the text of *node* with the notes it calls."""
        inline = node.children[0]
        own = str(node.attrs.get("id", ""))
        context = f"{context_prefix(self.file)}.{own}"
        notes = tuple(self.notes(inline, own))
        self.check_citations(inline)
        return Text(context, one_line(inline.content), self.place(node), notes)

    def notes(self, inline: SyntaxTreeNode, block: str) -> Iterator[NoteText]:
        """Yield the notes that *inline* calls; report those not defined, or called before."""
        for call in (token for token in inline.walk() if token.type == "note_call"):
            name = call.meta["name"]
            if name not in self.definitions:
                self.fault(inline, "note-undefined", f'the note "{name}" is called and not defined', characters=call.content)
            elif name in self.called:
                self.fault(inline, "note-twice", f'the note "{name}" is called more than once', characters=call.content)
            else:
                self.called.add(name)
                yield self.note(name, block)

    def note(self, name: str, block: str) -> NoteText:
        """Return the definition of the note *name*, called by the block *block*."""
        definition = self.definitions[name]
        if [child.type for child in definition.children] != ["paragraph"]:
            self.fault(definition, "structure", f'the note "{name}" must be one paragraph')
        inline = definition.children[0].children[0]
        self.check_citations(inline)
        context = f"{context_prefix(self.file)}.{block}.note-{name}"
        return NoteText(f"{self.prefix}.note-{name}", name, Text(context, one_line(inline.content), self.place(definition)))

    def check_citations(self, inline: SyntaxTreeNode) -> None:
        """Report locators that are none."""
        for token in (token for token in inline.walk() if token.type == "citation" and token.meta["rest"]):
            try:
                dialect.locators(token.meta["rest"])
            except ValueError as error:
                self.fault(inline, "locator", str(error), characters=token.content)

    # -- places ------------------------------------------------------------------------------------------------------------

    def fault(self, node: SyntaxTreeNode, rule: str, message: str, hint: str = "", *, characters: str = "") -> None:
        """Keep a finding at *node*, or where *characters* stand in it."""
        self.findings.append(Finding(self.place(node, characters), rule, message, hint))

    def place(self, node: SyntaxTreeNode, characters: str = "") -> Source:
        """Return where *node* begins, or where *characters* stand in it."""
        first, last = node.map or (0, 1)
        lines = self.file.text.splitlines()[first:last]
        for number, line in enumerate(lines):
            if characters and characters in line:
                return Source(self.file.path, self.file.first_line + first + number, line.index(characters) + 1)
        indent = len(lines[0]) - len(lines[0].lstrip(" ")) if lines else 0
        return Source(self.file.path, self.file.first_line + first, indent + 1)


def context_prefix(file: SourceFile) -> str:
    """Return what begins the message contexts of *file*: its path below ``content/``, with dots."""
    return file.path.removeprefix("content/").rpartition(".")[0].replace("/", ".")
