"""Where the nodes of a Markdown file stand: the parser knows the lines of blocks, and where in a block's text a part begins."""

from __future__ import annotations

import re

from markdown_it.tree import SyntaxTreeNode

from guidegen.errors import Source
from guidegen.resources.files import SourceFile


class Places:
    """The places of one file's nodes."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.lines = re.split(r"\r\n?|\n", file.text)

    def place(self, node: SyntaxTreeNode, attribute: str = "") -> Source:
        """Return where *node* begins, or where *attribute* stands in the lines of attributes before it."""
        for number in node.meta.get("attributes", ()) if attribute else ():
            if attribute in self.lines[number]:
                return self._source(number, self.lines[number].index(attribute))
        if not node.map:
            return self._inside(node)
        line = self.lines[node.map[0]]
        words = node.children[0].content.split("\n")[0] if node.type == "paragraph" else line.lstrip(" ")
        return self._source(node.map[0], max(line.rfind(words), 0))

    def _inside(self, node: SyntaxTreeNode) -> Source:
        """Return where *node*, a part of a text, begins: its offset in the text, and the text's lines in those of the file."""
        text = node
        while text.parent and not text.map:
            text = text.parent
        before = text.content[: node.meta.get("at", 0)].split("\n")
        words = text.content.split("\n")[len(before) - 1]
        number = (text.map[0] if text.map else 0) + len(before) - 1
        return self._source(number, max(self.lines[number].rfind(words), 0) + len(before[-1]))

    def _source(self, number: int, column: int) -> Source:
        """Return the place of *column* in the line *number*, both counted from 0."""
        return Source(self.file.path, self.file.first_line + number, column + 1)
