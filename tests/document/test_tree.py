from __future__ import annotations

from guidegen.document.language import Language
from guidegen.document.tree import Cover, Field
from tests.builders import document, line


def test_the_lines_of_a_cover_are_found_by_name_in_order() -> None:
    cover = Cover((Field("organ", line("A")), Field("title", line("B")), Field("organ", line("C"))))
    assert [field.children for field in cover.named("organ")] == [line("A"), line("C")]
    assert cover.named("symbol") == ()


def test_a_document_is_a_draft_where_it_has_a_draft_mark(english: Language) -> None:
    assert document(english).draft
    assert not document(english, meta={"title": "A guide"}).draft
