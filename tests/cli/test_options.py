"""Options that commands share: what is chosen, and what is a usage error."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest

from guidegen.build.matrix import GuideName
from guidegen.cli.options import GuideOptions, chosen, guides_of, issuance_of, processors
from guidegen.loading import load
from guidegen.resources.project import Project

Replace = Callable[[str, str, str], None]
Write = Callable[[str, str], None]

KNOWN = ("africa", "asia-pacific", "western-asia")
EN, FR = GuideName("capital-city", "en"), GuideName("capital-city", "fr")
NORTH = """\
region: North
title: Preparatory Meeting in the North
place: pending
dates: pending
languages: [en]
"""


def asked(*, region: tuple[str, ...] = (), language: tuple[str, ...] = ()) -> GuideOptions:
    return GuideOptions(project=None, quiet=False, verbose=False, region=region, language=language)


def guides(project: Project, issuance: str = "draft", **options: tuple[str, ...]) -> tuple[GuideName, ...]:
    return guides_of(load(project), asked(**options), issuance)


def test_without_a_choice_all_is_chosen():
    assert chosen([], KNOWN, "--region") == KNOWN


def test_what_is_chosen_twice_is_chosen_once_in_the_order_asked():
    assert chosen(["western-asia", "africa", "western-asia"], KNOWN, "--region") == ("western-asia", "africa")


def test_an_unknown_name_near_a_known_one_is_asked_about():
    with pytest.raises(click.BadParameter, match=r'there is no "afrika"; did you mean "africa"\?'):
        chosen(["afrika"], KNOWN, "--region")


def test_an_unknown_name_near_none_is_answered_with_all():
    with pytest.raises(click.BadParameter, match='there is no "x"; known are africa, asia-pacific, western-asia'):
        chosen(["x"], KNOWN, "--region")


def test_guides_are_those_of_each_meeting_in_its_languages(starter: Project, write: Write):
    write("content/meetings/north/meeting.yaml", NORTH)
    assert guides(starter) == (EN, FR, GuideName("north", "en"))


def test_a_language_is_asked_for_in_the_meetings_that_have_it(starter: Project, write: Write):
    write("content/meetings/north/meeting.yaml", NORTH)
    assert guides(starter, language=("fr",)) == (FR,)


def test_an_issuance_limited_to_languages_is_issued_in_them_only(starter: Project, replace: Replace):
    replace("content/issuances.yaml", "  symbol:", "  languages: [fr]\n  symbol:")
    assert guides(starter) == (FR,)


def test_asking_for_a_guide_that_there_is_not_is_a_usage_error(starter: Project, write: Write):
    write("content/meetings/north/meeting.yaml", NORTH)
    with pytest.raises(click.UsageError, match="there is no such guide; see: guidegen list guides"):
        guides(starter, region=("north",), language=("fr",))


def test_a_meeting_whose_file_is_broken_counts_in_every_language(starter: Project, write: Write):
    write("content/meetings/north/meeting.yaml", "region: North\n")
    assert guides(starter, region=("north",)) == (GuideName("north", "en"), GuideName("north", "fr"))


def test_broken_common_content_leaves_every_guide_to_be_tried(starter: Project, write: Write):
    write("content/congress.yaml", "number: one\n")
    assert guides(starter) == (EN, FR)


def test_the_issuance_is_the_default_one(starter: Project):
    assert issuance_of(load(starter), None) == "draft"


def test_an_unknown_issuance_is_a_usage_error(starter: Project):
    with pytest.raises(click.BadParameter, match=r'there is no "daft"; did you mean "draft"\?'):
        issuance_of(load(starter), "daft")


@pytest.mark.parametrize(("named", "issuance"), [(None, ""), ("final", "final")])
def test_broken_content_believes_the_issuance_named(starter: Project, write: Write, named: str | None, issuance: str):
    write("content/issuances.yaml", "- a list\n")
    assert issuance_of(load(starter), named) == issuance


def test_there_is_at_least_one_processor():
    assert processors() >= 1
