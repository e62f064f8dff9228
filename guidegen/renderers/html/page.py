"""The page around the text: head, masthead, contents; laid out by ``templates/html/guide.html.j2``."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from guidegen.document.tree import Document
from guidegen.renderers.html.blocks import blocks, contents
from guidegen.renderers.html.inlines import inlines
from guidegen.renderers.html.style import style_sheet
from guidegen.resources.project import Project
from guidegen.templates.environment import environment, render
from guidegen.templates.skin import read_asset, read_skin

PAGE = "html/guide.html.j2"


def render_html(document: Document, project: Project) -> str:
    """Return *document* as one self-contained HTML page. Raises GuidegenError at a fault of the skin."""
    css = style_sheet(document, read_skin(project), read_asset(project, "html/guide.css"))
    context = {
        "language": document.language,
        "meta": document.meta,
        "cover": _cover(document),
        "css": Markup(css),  # noqa: S704  (made of numbers and escaped strings)
        "screen_css": Markup(read_asset(project, "html/screen.css")),  # noqa: S704  (the project's own file)
        "contents": Markup(contents(document.contents)) if document.contents else "",  # noqa: S704
        "text": Markup(blocks(document.children)),  # noqa: S704  (escaped where it is written)
    }
    return render(environment(project, {}), PAGE, context)


def _cover(document: Document) -> Mapping[str, list[Markup]]:
    """Return the lines of the cover as HTML, by name."""
    lines: dict[str, list[Markup]] = {}
    for field in document.cover.fields:
        lines.setdefault(field.name, []).append(Markup(inlines(field.children)))  # noqa: S704
    return lines
