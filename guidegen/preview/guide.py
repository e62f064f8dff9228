"""The two sides of the page: the guide in the source language, made when content changes; its translation, at each save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from guidegen.build.matrix import GuideName
from guidegen.build.task import Task
from guidegen.content.reader import Content
from guidegen.content.text import Text
from guidegen.content.texts import texts
from guidegen.document.language import Language
from guidegen.errors import Finding, GuidegenError, Source
from guidegen.loading import Loaded, load
from guidegen.locales.catalogues import Catalogue, source_stem
from guidegen.localize import Translator, localize
from guidegen.pipeline import blocking, localized, numbered
from guidegen.preview.elements import Element, elements
from guidegen.renderers.html import render_html
from guidegen.resources.project import Project
from guidegen.translation.messages import SourceMessage, source_messages


@dataclass(frozen=True, slots=True)
class Original:
    """The guide in the source language, as HTML, with the elements of its page and its messages.

    *task* is the guide that is previewed, its translation. *messages* are by context, in the order of the guide; *sources* are
    the same by the stem of their catalogue.
    """

    loaded: Loaded
    content: Content
    task: Task
    html: str
    elements: tuple[Element, ...]
    messages: Mapping[str, Text]
    sources: Mapping[str, Sequence[SourceMessage]]

    @property
    def languages(self) -> tuple[Language, Language]:
        """The source language, and the language of the guide."""
        return self.loaded.languages[self.loaded.source_language], self.loaded.languages[self.task.guide.language]

    @property
    def translates(self) -> bool:
        """Whether the guide that is previewed is in another language."""
        return self.task.guide.language != self.loaded.source_language


@dataclass(frozen=True, slots=True)
class Translated:
    """The guide in the other language, as HTML; the contexts of the messages that it prints, and what is wrong with them."""

    html: str
    contexts: frozenset[str]
    findings: tuple[Finding, ...]


def read_original(project: Project, guide: GuideName) -> Original:
    """Return the original of *guide*, in the default issuance, all that it needs of *project* read anew. Raises GuidegenError."""
    loaded = load(project, [guide.language], [guide.meeting])
    errors = blocking(loaded, guide)
    if errors or loaded.content is None:
        raise GuidegenError(errors)
    issuance = loaded.content.default_issuance()
    # An approved guide is never made with a gap in it; what a translator sees of one is a draft.
    draft = loaded.content.issuances[issuance].status == "approved"
    task = Task(project.root, guide, ("html",), issuance, draft)
    source_task = replace(task, guide=GuideName(guide.meeting, loaded.source_language))
    translator, printed = localized(loaded, source_task)
    document = numbered(project, printed, translator, source_task)
    every = source_messages(project, loaded.content)
    words = (Text(one.context, one.text, Source(one.files[0])) for one in every.get(source_stem("templates/guide"), ()))
    messages = {text.context: text for text in (*texts(printed), *words) if text.translatable}
    sources = {stem: [one for one in some if one.context in messages] for stem, some in every.items()}
    html = render_html(document, project, "screen")
    return Original(loaded, loaded.content, task, html, elements(document, printed), messages, sources)


def translate(original: Original, catalogues: Mapping[str, Catalogue]) -> Translated:
    """Return the translation of *original* by *catalogues*. Raises GuidegenError at faults of templates and of their words.

    A message that cannot stand for its source text is one of the findings, and the guide shows the source text.
    """
    loaded, task = original.loaded, original.task
    source_language, language = original.languages
    translator = Translator(loaded.project, language, source_language, dict(catalogues))
    content = localize(original.content, task.guide.meeting, task.issuance, translator)
    findings = tuple(dict.fromkeys(translator.findings))
    translator.findings.clear()
    document = numbered(loaded.project, content, translator, task)
    return Translated(render_html(document, loaded.project, "screen"), frozenset(translator.counted), findings)
