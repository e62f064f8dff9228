"""YAML with places: every text value knows its file, line, column and path of keys.

A closed part of YAML 1.1: mappings with text keys, lists, texts, numbers, dates, true and false. Anchors, aliases and tags are
findings, so no file can grow when it is read or make an object.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.resources.files import SourceFile

Path = tuple[str | int, ...]
STANDARD_TAG = "tag:yaml.org,2002:"


class LocatedText(str):
    """A text value of a YAML file that knows its *source* and the *path* that leads to it: keys, and ids of list items."""

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

    Raises GuidegenError with a finding for a syntax error, or for every duplicate key, anchor, alias and tag.
    """
    loader = yaml.SafeLoader(file.text)
    try:
        return _Construction(file, loader).run()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        source = Source(file.path, file.first_line + line, column + 1)
        raise GuidegenError([Finding(source, "yaml-syntax", f"not valid YAML: {error.problem}")]) from None
    except yaml.YAMLError as error:
        raise GuidegenError([Finding(Source(file.path, 1), "yaml-syntax", f"not valid YAML: {error}")]) from None
    finally:
        loader.dispose()


class _Construction:
    """One reading of a YAML text: nodes to values, places and findings on the way."""

    def __init__(self, file: SourceFile, loader: yaml.SafeLoader) -> None:
        self.file = file
        self.loader = loader
        self.places: dict[Path, Source] = {}
        self.findings: list[Finding] = []
        self.seen: set[int] = set()

    def run(self) -> YamlFile:
        """Return the whole value with its places. Raises GuidegenError with what was found on the way."""
        self.refuse_anchors()
        node = self.loader.get_single_node()
        value = self.value(node, (), ()) if node else {}
        if self.findings:
            raise GuidegenError(self.findings)
        return YamlFile(self.file.path, value, self.places)

    def refuse_anchors(self) -> None:
        """Refuse anchors and aliases before anything is composed: a chain of them can stand for more than memory holds."""
        for token in yaml.scan(self.file.text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
                message = "anchors and aliases (& and *) are not used here"
                raise GuidegenError([Finding(self.source(token), "yaml-alias", message, "put the text in quotes or repeat it")])

    def source(self, node: yaml.Node | yaml.Token) -> Source:
        """Return where *node* begins."""
        mark = node.start_mark
        return Source(self.file.path, self.file.first_line + mark.line, mark.column + 1)

    def value(self, node: yaml.Node, path: Path, names: Path) -> Any:
        """Return *node* as a mapping, a list or a scalar; *names* is its path with ids in the place of list positions."""
        self.places.setdefault(path, self.source(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path, names)
        if isinstance(node, yaml.SequenceNode):
            items = enumerate(node.value)
            return [self.value(item, (*path, number), (*names, _id_of(item) or number)) for number, item in items]
        return self.scalar(node, names)

    def mapping(self, node: yaml.MappingNode, path: Path, names: Path) -> LocatedMapping:
        """Return a mapping; report a key that stands twice."""
        result = LocatedMapping()
        result.source = self.source(node)
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in result:
                self.findings.append(Finding(self.source(key_node), "duplicate-key", f'the key "{key}" stands here twice'))
            self.places[(*path, key)] = self.source(key_node)
            result[key] = self.value(value_node, (*path, key), (*names, key))
        return result

    def scalar(self, node: yaml.Node, names: Path) -> Any:
        """Return a text with its place, or a number, date or truth value; report a tag."""
        if node.tag == STANDARD_TAG + "str":
            return LocatedText.at(node.value, self.source(node), names)
        if not node.tag.startswith(STANDARD_TAG):
            self.findings.append(Finding(self.source(node), "yaml-tag", f"the tag {node.tag} is not used here"))
            return None
        try:
            return self.loader.construct_object(node)
        except (ValueError, yaml.YAMLError):
            self.findings.append(Finding(self.source(node), "yaml-value", f'"{node.value}" is not a value'))
            return None


def _id_of(node: yaml.Node) -> str:
    """Return the value of the key ``id`` of a mapping, empty for anything else."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((str(value.value) for key, value in pairs if key.value == "id"), "")
