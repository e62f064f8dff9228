"""YAML with places: every text value knows its file, line, column and path of keys.

A closed part of YAML 1.1: mappings with text keys, lists, texts, numbers, dates, true and false. Anchors, aliases and tags are
findings, so no file can grow when it is read, or make an object.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import yaml

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.resources.files import UNWANTED, SourceFile

Path = tuple[str | int, ...]
STANDARD_TAG = "tag:yaml.org,2002:"
TEXT = f"{STANDARD_TAG}str"
KINDS = {"timestamp": "date", "int": "number", "float": "number"}

DEEPEST, LONGEST_QUOTE = 50, 40
OPENING = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
UNUSED = {yaml.AliasToken: "alias", yaml.AnchorToken: "alias", yaml.TagToken: "tag"}
# libyaml reads ten times as fast; where it meets anything odd, all is read again: findings are in the words of the other.
QUICK: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
UNUSED_SENTENCE = "anchors, aliases and tags (&, * and !) are not used here"


class LocatedText(str):
    """A text of a YAML file that knows its *source* and the *path* that leads to it: keys, and ids of list items."""

    source: Source
    path: Path

    __slots__ = ("path", "source")

    @classmethod
    def at(cls, text: str, source: Source, path: Path = ()) -> LocatedText:
        """Return *text* with its place and its path of keys."""
        located = cls(text)
        located.source = source
        located.path = path
        return located


def source_of(text: str, otherwise: Source) -> Source:
    """Return where *text* stands if it is from a YAML file and knows, else *otherwise*."""
    return text.source if isinstance(text, LocatedText) else otherwise


class LocatedMapping(dict[str, Any]):
    """A mapping of a YAML file that knows its *source*."""

    source: Source


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The value of a YAML file, and the place of each key or list item by its path."""

    path: str
    value: Any
    places: Mapping[Path, Source] = field(repr=False)

    def place(self, path: Path) -> Source:
        """Return the place of *path*, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Source(self.path, 1))


def parse_yaml(file: SourceFile) -> YamlFile:
    """Return what the YAML text of *file* says.

    Raises GuidegenError with every finding: a syntax error, anchors, aliases, tags, keys that are no texts or stand twice, values
    that are none.
    """
    with suppress(GuidegenError, yaml.YAMLError, ValueError, OverflowError):
        if _is_usual(file):
            return _constructed(file, QUICK)
    return _examined(file)


def _is_usual(file: SourceFile) -> bool:
    """Return whether *file* has no anchors, aliases and tags, and does not nest too deeply, as far as libyaml sees."""
    loader = QUICK(file.text)
    depth = 0
    try:
        while loader.check_event():
            event = loader.get_event()  # type: ignore[no-untyped-call]
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST or getattr(event, "anchor", None) or getattr(event, "tag", None):
                return False
    finally:
        loader.dispose()
    return True


def _examined(file: SourceFile) -> YamlFile:
    """Return what the text of *file* says. Raises GuidegenError."""
    findings: list[Finding] = []
    try:
        findings.extend(unused_syntax(file))
        if findings:
            raise GuidegenError(findings)
        return _constructed(file, yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise GuidegenError([*findings, _syntax_finding(file, error)]) from None


def _constructed(file: SourceFile, kind: type[yaml.SafeLoader]) -> YamlFile:
    reading = _Construction(file, kind)
    value = reading.run()
    if reading.findings:
        raise GuidegenError(reading.findings)
    return YamlFile(file.path, value, reading.places)


def unused_syntax(file: SourceFile) -> Iterator[Finding]:
    """Yield a finding for each anchor, alias and tag of *file*, before anything is made of them, and where it nests too deeply.

    A chain of aliases can stand for more than memory holds. Raises yaml.YAMLError at a syntax error.
    """
    loader = yaml.SafeLoader(file.text)
    depth = 0
    try:
        while loader.check_token():
            token = loader.get_token()  # type: ignore[no-untyped-call]
            depth += isinstance(token, OPENING) - isinstance(token, CLOSING)
            what = UNUSED.get(type(token))
            if what:
                yield Finding(_source(file, token.start_mark), f"yaml-{what}", UNUSED_SENTENCE, "put the text in quotes")
            if depth > DEEPEST and isinstance(token, OPENING):
                yield Finding(_source(file, token.start_mark), "yaml-depth", f"nested more than {DEEPEST} deep")
                return
    except (ValueError, OverflowError):
        raise yaml.MarkedYAMLError(problem="a number that is too large", problem_mark=loader.get_mark()) from None
    finally:
        loader.dispose()


def _source(file: SourceFile, mark: yaml.Mark) -> Source:
    return Source(file.path, file.first_line + mark.line, mark.column + 1)


def _syntax_finding(file: SourceFile, error: yaml.YAMLError) -> Finding:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        words = ", ".join(filter(None, (error.context, error.problem)))
        return Finding(_source(file, error.problem_mark), "yaml-syntax", f"not valid YAML: {words}")
    position = getattr(error, "position", 0)
    return Finding(file.place(position), "yaml-syntax", f"not valid YAML: {str(error).splitlines()[0]}")


class _Construction:
    """One reading of a YAML text: nodes to values, places and findings on the way."""

    def __init__(self, file: SourceFile, kind: type[yaml.SafeLoader]) -> None:
        self.file = file
        self.loader = kind(file.text)
        self.places: dict[Path, Source] = {}
        self.findings: list[Finding] = []

    def run(self) -> Any:
        """Return the whole value; an empty mapping for a text without one."""
        try:
            node = self.loader.get_single_node()
            return self.value(node, (), ()) if node else {}
        finally:
            self.loader.dispose()

    def source(self, node: yaml.Node) -> Source:
        """Return where *node* begins."""
        return _source(self.file, node.start_mark)

    def fault(self, node: yaml.Node, rule: str, message: str, hint: str = "") -> None:
        """Keep a finding at *node*."""
        self.findings.append(Finding(self.source(node), rule, message, hint))

    def value(self, node: yaml.Node, path: Path, names: Path) -> Any:
        """Return *node* as a mapping, a list or a scalar; *names* is its path with ids in the place of list positions."""
        source = self.source(node)
        self.places.setdefault(path, source)
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, source, names)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, source, path, names)
        items = enumerate(node.value)
        return [self.value(item, (*path, number), (*names, _id_of(item) or number)) for number, item in items]

    def mapping(self, node: yaml.MappingNode, source: Source, path: Path, names: Path) -> LocatedMapping:
        """Return a mapping; report a key that stands twice or is no text."""
        result = LocatedMapping()
        result.source = source
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.fault(key_node, "yaml-key", "a key must be a text")
                continue
            place = self.source(key_node)
            key = LocatedText.at(self.text(key_node), place, names)
            if key in result:
                self.fault(key_node, "duplicate-key", f'the key "{key}" stands here twice')
            self.places[(*path, key)] = place
            result[key] = self.value(value_node, (*path, key), (*names, key))
        return result

    def text(self, node: yaml.Node) -> str:
        """Return the characters of *node*; report those that only an escape can bring into a file."""
        for character in () if node.value.isprintable() else UNWANTED.findall(node.value):
            self.fault(node, "control-character", f"an invisible character, U+{ord(character):04X}", "delete it")
        return str(node.value)

    def scalar(self, node: yaml.Node, source: Source, names: Path) -> Any:
        """Return a text with its place, or a number, date or truth value; report what is none."""
        if node.tag == TEXT:
            return LocatedText.at(self.text(node), source, names)
        try:
            return self.loader.construct_object(node)
        except (ValueError, OverflowError, yaml.YAMLError):
            kind = KINDS.get(node.tag.removeprefix(STANDARD_TAG), "value")
            words = node.value if len(node.value) <= LONGEST_QUOTE else f"{node.value[:LONGEST_QUOTE]}…"
            self.fault(node, "yaml-value", f'"{words}" is no {kind}', "put it in quotes if it is a text")
            return None


def _id_of(node: yaml.Node) -> str:
    """Return the value of the key ``id`` of a mapping, empty for anything else."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((str(value.value) for key, value in pairs if key.value == "id"), "")
