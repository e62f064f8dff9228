"""The rules of ``guidegen check`` in their tables, by what they read. A rule is a named function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guidegen.check import congress, editorial, structure
from guidegen.check.length import word_limit
from guidegen.check.manuscript import Manuscript
from guidegen.content.issuance import Issuance
from guidegen.document.tree import Document
from guidegen.errors import Finding

# About the content as it was written.
CONTENT_RULES: tuple[Callable[[Manuscript], Iterator[Finding]], ...] = (
    structure.headings_have_company,
    structure.sections_are_filled,
    structure.topics_ask,
    structure.sources_are_cited,
    structure.institutes_are_named,
    congress.sources_as_of,
    congress.congress_duration,
    congress.regions_have_meetings,
    congress.least_developed_meet,
    congress.round_tables_are_named,
    congress.panels_are_named,
    editorial.resolutions_have_numbers,
    editorial.symbols_are_well_formed,
)
# About the texts of each language, as far as its conventions say what it is held to.
TEXT_RULES: tuple[Callable[[Manuscript], Iterator[Finding]], ...] = (
    structure.questions_end_as_such,
    editorial.headings_in_sentence_case,
    editorial.italics_are_no_emphasis,
    editorial.bullets_have_no_stops,
    editorial.wording_is_the_houses,
    editorial.resolutions_in_house_form,
    editorial.dates_in_house_form,
)
# About a guide in the language in which it was written.
SOURCE_GUIDE_RULES: tuple[Callable[[Document, Issuance], Iterator[Finding]], ...] = (word_limit,)
