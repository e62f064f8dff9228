"""The other programs: what they are given, made once, and how they are run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guidegen.document.language import Language
from guidegen.document.tree import Document
from tests.bench.measure import Run, process
from tests.bench.text import Markdown, Typst, lines

TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
DOCXTPL_TEMPLATE = """
import sys, docx
made = docx.Document()
for words in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
    made.add_paragraph(words)
made.save(sys.argv[1])
"""
DOCXTPL = """
import json, sys, docxtpl
template = docxtpl.DocxTemplate(sys.argv[1])
template.render({"lines": json.load(open(sys.argv[2], encoding="utf-8"))}, autoescape=True)
template.save(sys.argv[3])
"""


@dataclass(frozen=True, slots=True)
class Peers:
    """The peers, with their own *python*, reading from and writing into *folder*."""

    python: Path
    folder: Path

    def prepare(self, language: Language, document: Document) -> None:
        """Write the guide *document* in each peer's form."""
        texts = list(lines(document, Markdown()))
        self._write(f"{language.code}.md", "\n\n".join(texts))
        self._write(f"{language.code}.json", json.dumps(texts))
        fonts = "".join(f'"{font.family}", ' for font in language.fonts.pdf)
        head = f'#set text(font: ({fonts}), lang: "{language.code}", dir: {language.direction}, size: 10pt)\n#outline()'
        self._write(f"{language.code}.typ", "\n\n".join([head, *lines(document, Typst())]))
        process([self.python, "-c", DOCXTPL_TEMPLATE, self.folder / "template.docx"], self.folder)

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def pandoc(self, language: str) -> Run:
        """A DOCX by Pandoc."""
        return process(["pandoc", f"{language}.md", "--toc", "-o", f"pandoc-{language}.docx"], self.folder)

    def typst(self, language: str) -> Run:
        """A PDF by Typst."""
        return process([self.python, "-c", TYPST, f"{language}.typ", f"typst-{language}.pdf"], self.folder)

    def docxtpl(self, language: str) -> Run:
        """A DOCX by docxtpl; it has no notes, which stand as paragraphs at the end."""
        files = ["template.docx", f"{language}.json", f"docxtpl-{language}.docx"]
        return process([self.python, "-c", DOCXTPL, *files], self.folder)

    def office(self, language: str) -> Run:
        """The DOCX of docxtpl as PDF by LibreOffice."""
        profile = f"-env:UserInstallation={(self.folder / 'office').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", f"docxtpl-{language}.docx"]
        return process(command, self.folder)

    def plain_text(self, languages: Sequence[str]) -> Run:
        """The whole matrix by Pandoc and Typst."""
        return together([one(code) for code in languages for one in (self.pandoc, self.typst)])

    def templates(self, languages: Sequence[str]) -> Run:
        """The whole matrix by docxtpl and LibreOffice."""
        return together([one(code) for code in languages for one in (self.docxtpl, self.office)])


def together(runs: Sequence[Run]) -> Run:
    """Return *runs*, one behind the other."""
    total = runs[0]
    for run in runs[1:]:
        total = total.after(run)
    return total
