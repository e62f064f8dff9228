"""Rules about the congress that Economic and Social Council resolution 2007/17 prepares: its days, meetings and programme."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from guidegen.check.manuscript import Manuscript
from guidegen.content.model import PENDING, Days, TopicFacts
from guidegen.errors import Finding, Source, did_you_mean
from guidegen.resources.yaml_reader import source_of

LONGEST_CONGRESS = datetime.timedelta(days=8)
UNDECIDED = "name them, or write pending while the issuance is a draft"


def sources_as_of(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that no source is later than the day on which the guide speaks."""
    as_of = manuscript.content.congress.as_of
    for name, source in manuscript.content.sources.items():
        if source.first_day > as_of:
            message = f'"{name}" is of {source.date}, after {as_of}, the day on which the guide speaks'
            yield Finding(source.source, "source-date", message, "cite what there was on that day")


def congress_duration(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that the congress lasts at most eight days with its consultations, as resolution 2007/17 has it for the Twelfth."""
    congress = manuscript.content.congress
    held = [days for days in (congress.consultations, congress.dates) if isinstance(days, Days)]
    if not isinstance(congress.dates, Days):
        return
    days = {day for one in held for day in _days(one)}
    if len(days) > LONGEST_CONGRESS.days:
        message = f"the congress lasts {len(days)} days, and should not exceed {LONGEST_CONGRESS.days}"
        yield Finding(congress.dates.source, "congress-duration", message)


def _days(days: Days) -> Iterator[int]:
    first = days.first.toordinal()
    yield from range(first, first + days.days)


def regions_have_meetings(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that every region that the congress names has its meeting, and that every meeting is of one of them."""
    content, congress = manuscript.content, manuscript.content.congress
    named = [*congress.regions, *([congress.least_developed_countries] if congress.least_developed_countries else [])]
    for name in named if congress.regions else ():
        if name not in content.meetings and name != PENDING:
            message = f'there is no meeting "{name}"'
            hint = did_you_mean(name, content.meetings) or f"make a folder content/meetings/{name}"
            yield Finding(source_of(name, congress.source), "regions", message, hint)
    for name in content.meetings if congress.regions else ():
        if name not in named:
            message = f'the congress does not name the meeting "{name}"'
            yield Finding(content.meetings[name].source, "regions", message, "add it to regions in content/congress.yaml")


def least_developed_meet(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that a congress that names its regions names a meeting of the least developed countries too."""
    congress = manuscript.content.congress
    if congress.regions and not congress.least_developed_countries:
        message = "the congress names no meeting of the least developed countries"
        yield Finding(congress.source, "least-developed", message, "add least_developed_countries, or pending")


def round_tables_are_named(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that a congress that names its regions names its round tables: decided where an issuance is approved."""
    congress = manuscript.content.congress
    if congress.regions:
        yield from _decided(manuscript, congress.round_tables, congress.source, "round-tables")


def panels_are_named(manuscript: Manuscript) -> Iterator[Finding]:
    """Check that the workshops of such a congress name their panels: decided where an issuance is approved."""
    for workshop in manuscript.content.workshops.values() if manuscript.content.congress.regions else ():
        if isinstance(workshop.facts, TopicFacts):
            yield from _decided(manuscript, workshop.facts.panel, workshop.facts.source, "panels")


def _decided(manuscript: Manuscript, named: object, place: Source, rule: str) -> Iterator[Finding]:
    what = rule.replace("-", " ")
    if not named:
        yield Finding(place, rule, f"the {what} are not named", UNDECIDED)
    elif named == PENDING:
        for name, issuance in manuscript.content.issuances.items():
            if issuance.status == "approved":
                yield Finding(place, rule, f'the {what} are pending, and the issuance "{name}" is approved', "name them")
