"""The skin: page size, margins and type sizes as data, the same for every format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field

from guidegen.document.data import Data
from guidegen.document.language import Language
from guidegen.errors import Finding, GuidegenError, Source
from guidegen.resources.files import SourceFile, read_template
from guidegen.resources.project import Project, shipped_root
from guidegen.resources.validation import validate
from guidegen.resources.yaml_reader import parse_yaml

SKIN = "skin.yaml"

Side = Annotated[float, Field(ge=10, le=5000, allow_inf_nan=False)]
Length = Annotated[float, Field(ge=0, le=5000, allow_inf_nan=False)]
Size = Annotated[float, Field(ge=1, le=500, allow_inf_nan=False)]
Space = Annotated[float, Field(ge=-500, le=500, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class Page(Data):
    """A page, in millimetres. The text stands *indent* inside the margins; *tab* is the way from a label to its text."""

    width: Side
    height: Side
    top: Length
    bottom: Length
    side: Length
    indent: Length
    tab: Length
    header: Length
    footer: Length


@dataclass(frozen=True, slots=True)
class TypeStyle(Data):
    """How one kind of paragraph is set: sizes and spaces in points, *indent* and *hanging* in tabs."""

    size: Size
    before: Space = 0
    after: Space = 0
    indent: Space = 0
    hanging: Space = 0
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
    skin = _skin(SourceFile(path, read_template(project, SKIN)))
    lacking = () if project.root == shipped_root() else read_skin(Project(shipped_root())).styles.keys() - skin.styles.keys()
    if lacking:
        raise GuidegenError([Finding(Source(path), "missing-key", f'missing style "{name}"') for name in sorted(lacking)])
    return skin


@lru_cache(maxsize=4)
def _skin(file: SourceFile) -> Skin:
    """Return what *file* says, made once for as long as it says the same. Raises GuidegenError with its findings."""
    return validate(parse_yaml(file), Skin)


def read_asset(project: Project, name: str) -> str:
    """Return the text of the template file *name*: a style sheet or a script."""
    return read_template(project, name)
