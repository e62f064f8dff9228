"""The flow of one guide: content and catalogues, localized, through templates to the tree, through passes to the renderers."""

from __future__ import annotations

import datetime
import gc
import time
from collections.abc import Collection
from dataclasses import fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from guidegen.build.matrix import GuideName
from guidegen.build.task import Facts, Font, Outcome, Task, failed
from guidegen.check.approval import approval_findings
from guidegen.check.glyphs import glyph_findings
from guidegen.check.length import word_count
from guidegen.content import dialect
from guidegen.content.inline import locator_attribute
from guidegen.content.issuance import Issuance
from guidegen.content.model import Congress
from guidegen.document.digest import tree_digest
from guidegen.document.inlines import Note
from guidegen.document.tree import Document, Paragraph
from guidegen.document.walk import walk
from guidegen.errors import Finding, GuidegenError, RenderError, Severity, Source, has_errors
from guidegen.loading import Loaded, load_content, with_languages
from guidegen.localize import GuideContent, Translator, localize
from guidegen.passes import run_passes
from guidegen.renderers.table import FORMATS, Rendering
from guidegen.resources.project import Project
from guidegen.templates.environment import environment, guide_template, render
from guidegen.templates.filters import language_filters
from guidegen.templates.markup import parse

if TYPE_CHECKING:
    from guidegen.renderers.pdf import Layout


def blocking(loaded: Loaded, name: GuideName) -> tuple[Finding, ...]:
    """Return the errors of the files that go into the guide *name*."""
    errors = (finding for finding in loaded.findings if finding.severity is Severity.ERROR)
    return tuple(finding for finding in errors if name.depends_on(finding.source, loaded.source_language))


def build_guide(loaded: Loaded, task: Task) -> Outcome:
    """Return the guide of *task* in its formats: the whole flow. Raises GuidegenError at errors of content or catalogues."""
    translator, content = localized(loaded, task)
    document = numbered(loaded.project, content, translator, task)
    facts = facts_of(document, content.issuance, translator)
    tree = tree_digest(document, facts, task.rendered_with)
    if tree == task.known:
        return Outcome(task, facts=facts, tree=tree, unchanged=True)
    html, layout, warnings = laid_out(document, loaded.project, task)
    unprintable = list(glyph_findings(document)) if layout else []
    rendering = Rendering(document, loaded.project, html, layout, layout.pages if layout else {}, task.pdf_variant)
    files: dict[str, bytes] = {}
    findings = [*warnings, *unprintable]
    for name in task.formats:
        if (layout is None or unprintable) and FORMATS[name].needs_layout:
            continue
        try:
            files[name] = FORMATS[name].render(rendering)
        except RenderError as error:
            findings += error.findings
    facts = replace(facts, pages=layout.page_count if layout else 0)
    fonts = fonts_of(layout, files)
    return Outcome(task, files, facts, tuple(findings), len(files) < len(task.formats), fonts, tree)


def localized(loaded: Loaded, task: Task) -> tuple[Translator, GuideContent]:
    """Return the content of *task*'s guide in its language, and the translator that translated it. Raises GuidegenError."""
    errors = blocking(loaded, task.guide)
    if errors or loaded.content is None:
        raise GuidegenError(errors)
    language = loaded.languages[task.guide.language]
    translator = Translator(loaded.project, language, loaded.languages[loaded.source_language])
    return translator, localize(loaded.content, task.guide.meeting, task.issuance, translator)


def numbered(project: Project, content: GuideContent, translator: Translator, task: Task) -> Document:
    """Return the numbered tree of a guide. Raises GuidegenError at faults of catalogues and templates, and of approved guides."""
    language = content.language
    filters = {**language_filters(language), "locator": lambda part: locator_attribute(dialect.locators(part))}
    context = {name.name: getattr(content, name.name) for name in fields(content)}
    context |= {
        "draft": task.draft or content.issuance.status == "draft",
        "unreviewed": bool(translator.translates and translator.unreviewed()),
        "masthead": language.masthead,
        "original": translator.source_language.iso639_2,
        "created": creation_date(content.issuance, content.congress, task.epoch).isoformat(),
        "pgettext": translator.pgettext,
    }
    markup = render(environment(project, filters), guide_template(project, task.guide.meeting), context)
    if translator.findings:
        raise GuidegenError(dict.fromkeys(translator.findings))
    document = run_passes(parse(markup, language))
    if content.issuance.status == "approved" and not task.draft:
        findings = tuple(approval_findings(document, content, translator))
        if has_errors(findings):
            raise GuidegenError(dict.fromkeys(findings))
    return document


def laid_out(document: Document, project: Project, task: Task) -> tuple[str, Layout | None, list[Finding]]:
    """Return the page that *task*'s formats share, and its layout; none of either where no format is made of it.

    There is no layout without Pango, which lays out. What lays out is loaded only here.
    """
    if not any(FORMATS[name].of_html for name in task.formats):
        return "", None, []
    from guidegen.renderers.html import render_html  # noqa: PLC0415
    from guidegen.renderers.pdf import lay_out, missing_libraries  # noqa: PLC0415

    html, place = render_html(document, project), Source(task.guide.file("pdf"))
    missing = missing_libraries()
    if not missing:
        try:
            return html, lay_out(html, place), []
        except RenderError as error:
            return html, None, list(error.findings)
    needed = any(FORMATS[name].needs_layout for name in task.formats)
    message = "no PDF" if needed else "the contents have no page numbers"
    hint = "guidegen doctor says what to install"
    severity = Severity.ERROR if needed else Severity.WARNING
    return html, None, [Finding(place, "pango", f"{message}: Pango is missing ({missing})", hint, severity)]


def creation_date(issuance: Issuance, congress: Congress, epoch: str) -> datetime.datetime:
    """Return the date that files bear: *epoch*, the value of SOURCE_DATE_EPOCH, if there is one, else the issuance's date.

    A pending one counts as 1 January of the year before the congress. Never the clock: the same input gives the same bytes.
    Raises GuidegenError where SOURCE_DATE_EPOCH is no time.
    """
    if epoch:
        return _time(epoch)
    day = issuance.date
    if not isinstance(day, datetime.date):
        held = congress.as_of.year + 1 if isinstance(congress.dates, str) else congress.dates.first.year
        day = datetime.date(held - 1, 1, 1)
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _time(epoch: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        place, message = Source("SOURCE_DATE_EPOCH"), f'"{epoch}" is not a number of seconds since 1970'
        raise GuidegenError([Finding(place, "source-date-epoch", message)]) from None


def fonts_of(layout: Layout | None, files: Collection[str]) -> dict[str, tuple[Font, ...]]:
    """Return the fonts in each of *files*, named by format, that was written of the *layout* itself."""
    if layout is None:
        return {}
    from guidegen.renderers.pdf.fonts import embedded_fonts  # noqa: PLC0415

    return {
        name: tuple(Font(font.family, font.file, font.sha256) for font in embedded_fonts(layout.document))
        for name in files
        if FORMATS[name].needs_layout
    }


def facts_of(document: Document, issuance: Issuance, translator: Translator) -> Facts:
    """Return what the manifest says about the guide *document*, before there are pages."""
    nodes = [node for section in document.children for node in walk(section)]
    return Facts(
        symbol=issuance.symbol,
        status="draft" if document.draft else issuance.status,
        paragraphs=sum(isinstance(node, Paragraph) and node.counted for node in nodes),
        words=word_count(document),
        notes=sum(isinstance(node, Note) and node.series == "text" for node in nodes),
        messages=len(translator.counted),
        untranslated=len(translator.missing),
        reviewed=not translator.unreviewed(),
    )


def content_of(project: Project, meetings: tuple[str, ...] | None = None) -> Loaded:
    """Return the content of *project*, of its meetings only *meetings* where these are given.

    It is read once in a process for all that it does, and again when a file has changed.
    """
    return _content(project, _state(project), meetings)


@lru_cache(maxsize=1)
def _content(project: Project, _: object, meetings: tuple[str, ...] | None) -> Loaded:
    return load_content(project, meetings)


@lru_cache(maxsize=1)
def _loaded(project: Project, state: object, meetings: tuple[str, ...] | None, language: str) -> Loaded:
    """Return the content with the conventions of *language*: the guides of a language follow each other."""
    return with_languages(_content(project, state, meetings), (language,))


def _state(project: Project) -> tuple[tuple[str, int, int], ...]:
    """Return what changes with the files of *project* that are read once: those of the content, and the conventions."""
    files = [*project.path("content").rglob("*"), *project.path("locales").glob("*/conventions.yaml")]
    states = ((str(path), path.stat()) for path in files if path.exists())
    return tuple(sorted((path, state.st_mtime_ns, state.st_size) for path, state in states))


def run_task(task: Task, meetings: tuple[str, ...] | None = None) -> Outcome:
    """Return what came of *task*, whatever happens, and how long it took: the work of a worker process.

    Where all tasks are of some *meetings*, no others are read.
    """
    begun = time.perf_counter()
    outcome = _attempt(task, meetings)
    if outcome.files:
        gc.collect()  # a laid-out guide refers to itself: without this, two and more would stand in memory
    return replace(outcome, seconds=time.perf_counter() - begun)


def _attempt(task: Task, meetings: tuple[str, ...] | None) -> Outcome:
    try:
        project = Project(task.project)
        return build_guide(_loaded(project, _state(project), meetings, task.guide.language), task)
    except RenderError as error:
        return Outcome(task, findings=error.findings, output_failed=True)
    except GuidegenError as error:
        return Outcome(task, findings=error.findings)
    except Exception as error:
        return failed(task, "internal", f"guidegen failed: {type(error).__name__}: {error}", "please report this")
