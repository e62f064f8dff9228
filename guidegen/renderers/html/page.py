"""The page around the text: head, masthead, contents; laid out by ``templates/html/guide.html.j2``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from markupsafe import Markup

from guidegen.document.tree import Document
from guidegen.errors import Finding, GuidegenError, Source
from guidegen.renderers.html.blocks import blocks, contents
from guidegen.renderers.html.closed import open_places
from guidegen.renderers.html.inlines import inlines
from guidegen.renderers.html.style import paged_style_sheet, style_sheet
from guidegen.resources.files import SourceFile
from guidegen.resources.project import Project
from guidegen.templates.environment import environment, render
from guidegen.templates.skin import Skin, read_asset, read_skin

PAGE = "html/guide.html.j2"
STYLE_SHEETS = ("html/guide.css", "html/screen.css", "html/paged.css")
LONGEST_QUOTE = 60
Medium: TypeAlias = Literal["paper", "screen"]


def render_html(document: Document, project: Project, medium: Medium = "paper") -> str:
    """Return *document* as one self-contained HTML page, to be laid out as PDF or to be read in a browser.

    Raises GuidegenError at a fault of the skin, and where it makes the page fetch or run something.
    """
    skin = read_skin(project)
    css = style_sheet(document, skin, read_asset(project, "html/guide.css"))
    context = {
        "language": document.language,
        "meta": document.meta,
        "cover": _cover(document),
        "css": Markup(css),  # noqa: S704  (made of numbers and escaped strings)
        "medium_css": Markup(_medium_css(document, project, skin, medium)),  # noqa: S704  (the same)
        "contents": Markup(contents(document.contents)) if document.contents else "",  # noqa: S704
        "text": Markup(blocks(document.children)),  # noqa: S704  (escaped where it is written)
    }
    page = render(environment(project, {}), PAGE, context)
    if found := [_opening(project, words) for words in dict.fromkeys(open_places(page))]:
        raise GuidegenError(found)
    return page


def _opening(project: Project, words: str) -> Finding:
    """Return the finding about *words* that open the page, at their place in the skin if they stand there as they are."""
    files = (SourceFile(f"templates/{name}", read_asset(project, name)) for name in (PAGE, *STYLE_SHEETS))
    places = (file.place(file.text.index(words)) for file in files if words in file.text)
    message = f'a guide fetches and runs nothing when it is opened, and here is "{words[:LONGEST_QUOTE]}"'
    return Finding(next(places, Source(f"templates/{PAGE}")), "closed-page", message)


def _medium_css(document: Document, project: Project, skin: Skin, medium: Medium) -> str:
    """Return the style sheet of *medium* alone."""
    if medium == "screen":
        return read_asset(project, "html/screen.css")
    return paged_style_sheet(document, skin, read_asset(project, "html/paged.css"))


def _cover(document: Document) -> Mapping[str, list[Markup]]:
    """Return the lines of the cover as HTML, by name."""
    lines: dict[str, list[Markup]] = {}
    for field in document.cover.fields:
        lines.setdefault(field.name, []).append(Markup(inlines(field.children)))  # noqa: S704
    return lines
