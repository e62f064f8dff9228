from __future__ import annotations

from guidegen.content.markdown import parse_markdown
from guidegen.content.model import ProseFacts
from guidegen.content.prose import Prose
from guidegen.errors import Source
from guidegen.resources.files import SourceFile

TEXT = """\
---
title: Youth
---

{#background}
## Background

{#lead}
Not asked:

- {#no}
  This is a point.

{#questions .questions}
## Questions

{#first}
First:

- {#one}
  One?
- {#two}
  Two?

{#then}
Then:

- {#three}
  Three?
"""


def test_the_questions_are_the_points_under_the_headings_of_that_role() -> None:
    file = parse_markdown(SourceFile("content/topics/youth.md", TEXT), "youth", ProseFacts)
    prose = Prose("youth", file.facts, file.sections, Source("content/topics/youth.md", 1))
    assert [question.text.text for question in prose.questions] == ["One?", "Two?", "Three?"]
