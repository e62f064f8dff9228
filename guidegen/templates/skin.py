"""The skin: page size, margins and type sizes as data, the same for every format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from guidegen.document.data import Data
from guidegen.document.language import Language
from guidegen.resources.files import SourceFile, decode
from guidegen.resources.project import Project
from guidegen.resources.validation import validate
from guidegen.resources.yaml_reader import parse_yaml

SKIN = "skin.yaml"


@dataclass(frozen=True, slots=True)
class Page(Data):
    """A page, in millimetres. The text stands *indent* inside the margins; *tab* is the way from a label to its text."""

    width: float
    height: float
    top: float
    bottom: float
    side: float
    indent: float
    tab: float
    header: float
    footer: float


@dataclass(frozen=True, slots=True)
class TypeStyle(Data):
    """How one kind of paragraph is set: sizes and spaces in points, *indent* and *hanging* in tabs."""

    size: float
    before: float = 0
    after: float = 0
    indent: float = 0
    hanging: float = 0
    bold: bool = False
    italic: bool = False
    wide: bool = False
    keep_next: bool = False
    page_break: bool = False
    align: Literal["start", "justify"] = "start"

    def size_in(self, language: Language) -> float:
        """Return the type size in *language*, in points."""
        return round(self.size * language.fonts.size, 1)

    def line_in(self, language: Language) -> float:
        """Return the exact line height in *language*, in points."""
        return round(self.size_in(language) * language.fonts.leading, 1)


@dataclass(frozen=True, slots=True)
class Skin(Data):
    """The page and the styles of a project's guides.

    *limits* says how many characters a translation may have where the page has no more room: by the kind of the message
    (``box title``) or by a pattern of its context (``annexes.*.columns.*``).
    """

    page: Page
    styles: Mapping[str, TypeStyle]
    limits: Mapping[str, int] = field(default_factory=dict)


def read_skin(project: Project) -> Skin:
    """Return the skin of *project*. Raises GuidegenError with the findings of ``templates/skin.yaml``."""
    path = f"templates/{SKIN}"
    text = decode(path, project.template_path(SKIN).read_bytes())
    return validate(parse_yaml(SourceFile(path, text)), Skin)


def read_asset(project: Project, name: str) -> str:
    """Return the text of the template file *name*: a style sheet or a script."""
    return decode(f"templates/{name}", project.template_path(name).read_bytes())
