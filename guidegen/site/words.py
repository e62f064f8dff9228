"""The words of the site in one language, as HTML; what is not translated stands in the source language and says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from guidegen.content.text import Text
from guidegen.document.language import Language
from guidegen.errors import Source
from guidegen.localize import PLACEHOLDER, Translator

PLACE = Source("templates/site")
# Marks of notes and citations, references, emphasis.
MARKS = re.compile(r"\[[@^][^\]]*\]|\[\]\([^)]*\)|\*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words that *translator* has for the site."""

    translator: Translator

    @property
    def language(self) -> Language:
        """The language of the words."""
        return self.translator.language

    def pgettext(self, context: str, message: str, **values: object) -> Markup:
        """Return the words *message* of the site's templates as HTML, with *values* in its ``{placeholders}``."""
        return self._html(self.translator.text(Text(context, message, PLACE)), values)

    def text(self, text: Text) -> Markup:
        """Return a title or a name of the content as HTML, without its notes."""
        return self._html(self.translator.text(text), {})

    def _html(self, text: Text, values: Mapping[str, object]) -> Markup:
        words = escape(MARKS.sub("", text.text).strip())
        filled = Markup(PLACEHOLDER.sub(lambda match: escape(values.get(match[1], "")), words))  # noqa: S704  (both escaped)
        if text.fallback is None:
            return filled
        span = Markup('<span lang="{}" dir="{}">{}</span>')
        return span.format(text.fallback.language, text.fallback.direction, filled)
