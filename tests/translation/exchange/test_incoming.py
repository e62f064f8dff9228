"""What comes back against the catalogue it left from: taken, left alone or refused, and nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.errors import Severity, Source
from guidegen.locales.po_file import Entry, PoFile
from guidegen.translation.exchange.incoming import Taken, Terms, alterations, take
from guidegen.translation.exchange.units import Unit, UnitFile, UnitState, stamp, state_of

PLACE = Source("a.xlf", 7)
TEXT = "Text[^n] {d}"
OLD, NEW = "Texte[^n] {d}", "Autre[^n] {d}"
USUAL = Terms()
STRINGS = st.sampled_from(["", OLD, NEW, "Sans marque", "Troisième[^n] {d}"])


def catalogue(*entries: Entry, status: str = "draft") -> PoFile:
    return PoFile("locales/fr/LC_MESSAGES/x.po", Entry("", "", f"Language: fr\nX-Review-Status: {status}\n"), entries)


def left(entry: Entry, *, reviewed: bool = False) -> Unit:
    """The unit that *entry* leaves as."""
    unit = Unit(entry.context, entry.id, entry.string, state_of(entry, reviewed=reviewed), place=PLACE)
    return replace(unit, stamp=stamp(unit))


def file(*units: Unit) -> UnitFile:
    return UnitFile("Congress", "x", "en", "fr", units)


def taken(unit: Unit, entry: Entry, status: str = "draft", terms: Terms = USUAL) -> Taken:
    return take(file(unit), catalogue(entry, status=status), terms)


def rules(made: Taken) -> list[str]:
    return [finding.rule for finding in made.findings]


TRANSLATED = Entry("a", TEXT, OLD)
FUZZY = Entry("a", TEXT, OLD, flags=("fuzzy", "md-text"), previous_id="Earlier")
EMPTY = Entry("a", TEXT)


@pytest.mark.parametrize("entry", [TRANSLATED, FUZZY, EMPTY])
@pytest.mark.parametrize("status", ["draft", "reviewed"])
def test_what_nobody_changed_changes_nothing(entry: Entry, status: str) -> None:
    made = taken(left(entry, reviewed=status == "reviewed"), entry, status)
    assert (made.file, made.changed, made.findings) == (catalogue(entry, status=status), 0, ())


@pytest.mark.parametrize("entry", [TRANSLATED, FUZZY, EMPTY])
def test_a_new_translation_is_taken_and_nothing_else_of_the_message_changes(entry: Entry) -> None:
    made = taken(replace(left(entry), target=NEW), entry)
    assert made.file.entries == (replace(entry, string=NEW, previous_id="").marked(fuzzy=False),)
    assert (made.changed, made.findings) == (1, ())


def test_a_translation_that_is_said_to_be_right_is_no_longer_fuzzy() -> None:
    [entry] = taken(replace(left(FUZZY), state=UnitState.TRANSLATED), FUZZY).file.entries
    assert (entry.string, entry.flags, entry.previous_id) == (OLD, ("md-text",), "")


def test_a_translation_that_is_doubted_is_fuzzy() -> None:
    [entry] = taken(replace(left(TRANSLATED), state=UnitState.REVIEW), TRANSLATED).file.entries
    assert (entry.string, entry.fuzzy) == (OLD, True)


@pytest.mark.parametrize("target", [NEW, OLD])
def test_a_reviewed_translation_is_not_replaced_unless_that_is_asked_for(target: str) -> None:
    state = UnitState.FINAL if target == NEW else UnitState.REVIEW
    unit = replace(left(TRANSLATED, reviewed=True), target=target, state=state)
    refused = taken(unit, TRANSLATED, "reviewed")
    assert (refused.file, rules(refused)) == (catalogue(TRANSLATED, status="reviewed"), ["exchange-reviewed"])
    assert refused.findings[0].source == PLACE
    forced = taken(unit, TRANSLATED, "reviewed", Terms(replace_reviewed=True))
    assert (forced.changed, forced.findings, forced.file.reviewed) == (1, (), False)


def test_the_same_words_in_the_place_of_reviewed_ones_are_no_news() -> None:
    unit = replace(left(TRANSLATED, reviewed=True), stamp="")
    assert taken(unit, TRANSLATED, "reviewed") == Taken(catalogue(TRANSLATED, status="reviewed"), 0, ())


@pytest.mark.parametrize("entry", [FUZZY, EMPTY])
def test_a_gap_in_a_reviewed_catalogue_is_filled_and_makes_it_a_draft(entry: Entry) -> None:
    made = taken(replace(left(entry, reviewed=True), target=NEW), entry, "reviewed")
    assert (made.changed, made.findings, made.file.reviewed) == (1, (), False)


def test_a_message_that_was_translated_in_both_places_is_not_decided_here() -> None:
    unit = replace(left(TRANSLATED), target=NEW)
    made = taken(unit, replace(TRANSLATED, string="Troisième[^n] {d}"))
    assert (made.changed, rules(made)) == (0, ["exchange-conflict"])
    assert taken(unit, replace(TRANSLATED, string=NEW)).findings == ()


def test_what_was_translated_here_meanwhile_stays_where_the_file_says_nothing_new() -> None:
    entry = replace(TRANSLATED, string=NEW)
    assert taken(left(TRANSLATED), entry).file.entries == (entry,)
    assert taken(left(EMPTY), entry).file.entries == (entry,)


def test_a_text_that_has_changed_meanwhile_is_told() -> None:
    made = taken(replace(left(TRANSLATED), target=NEW), replace(TRANSLATED, id="New text"))
    assert (made.changed, rules(made)) == (0, ["exchange-source"])


def test_an_id_that_no_message_has_is_told() -> None:
    made = taken(replace(left(TRANSLATED), context="b", target=NEW), TRANSLATED)
    assert (made.changed, rules(made)) == (0, ["exchange-unknown"])
    assert made.findings[0].message == '"b": no message of the catalogue has this id'


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("Autre {d}", "marks"),
        ("Autre[^n]", "placeholders"),
        ("Autre[^n] {x}", "placeholders"),
        ("**Autre**[^n] {d}", "markdown"),
        ("Autre\t[^n] {d}", "tab"),
        ("Autre\u2028[^n] {d}", "control-character"),
        ("Autre[^n]\n{d}", "line-break"),
    ],
)
def test_what_could_not_be_printed_is_refused(target: str, rule: str) -> None:
    made = taken(replace(left(TRANSLATED), target=target), TRANSLATED)
    assert (made.changed, rules(made)) == (0, [rule])
    assert str(made.findings[0]).startswith('a.xlf:7: error: "a": ')


def test_a_translation_that_is_gone_is_kept_and_that_is_a_warning() -> None:
    made = taken(replace(left(TRANSLATED), target=""), TRANSLATED)
    assert (made.changed, [(one.rule, one.severity) for one in made.findings]) == (0, [("exchange-empty", Severity.WARNING)])


def final(*entries: Entry) -> UnitFile:
    return file(*(replace(left(entry), state=UnitState.FINAL) for entry in entries))


OTHER = Entry("b", "Other", "Autre")


def test_a_catalogue_is_reviewed_where_the_file_says_so_of_all_and_is_believed() -> None:
    draft = catalogue(TRANSLATED, OTHER)
    assert take(final(TRANSLATED, OTHER), draft, Terms(believe_review=True)).file.reviewed
    assert not take(final(TRANSLATED, OTHER), draft, USUAL).file.reviewed
    assert not take(final(TRANSLATED), draft, Terms(believe_review=True)).file.reviewed
    assert not take(
        final(TRANSLATED, OTHER), catalogue(TRANSLATED, OTHER, Entry("c", "Gap")), Terms(believe_review=True)
    ).file.reviewed


def test_a_final_translation_that_was_refused_makes_no_catalogue_reviewed() -> None:
    broken = replace(left(TRANSLATED), target="Sans marque", state=UnitState.FINAL)
    made = take(file(broken), catalogue(TRANSLATED), Terms(believe_review=True))
    assert (made.file.reviewed, rules(made)) == (False, ["marks"])


def test_obsolete_messages_are_left_alone() -> None:
    gone = Entry("a", TEXT, OLD, obsolete=True)
    made = take(file(replace(left(TRANSLATED), target=NEW)), catalogue(gone), USUAL)
    assert (made.file.entries, rules(made)) == ((gone,), ["exchange-unknown"])


@given(
    exported=STRINGS, here=STRINGS, there=STRINGS, fuzzy=st.booleans(), state=st.sampled_from(UnitState), reviewed=st.booleans()
)
def test_no_translation_that_was_made_here_is_ever_lost_and_no_reviewed_one_replaced(
    *, exported: str, here: str, there: str, fuzzy: bool, state: UnitState, reviewed: bool
) -> None:
    entry = Entry("a", TEXT, here).marked(fuzzy=fuzzy)
    made = taken(
        replace(left(replace(entry, string=exported)), target=there, state=state), entry, "reviewed" if reviewed else "draft"
    )
    [after] = made.file.entries
    if here and here != exported:
        assert after.string == here
    if here and reviewed and not fuzzy:
        assert after == entry
    if after != entry:
        assert (made.changed, made.file.reviewed, made.findings) == (1, False, ())
    if here:
        assert after.string


def test_a_sound_file_has_no_alterations() -> None:
    assert list(alterations(file(left(TRANSLATED), left(OTHER)))) == []


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ((left(TRANSLATED), left(TRANSLATED)), ["exchange-duplicate"] * 2),
        ((replace(left(TRANSLATED), source="Changed"),), ["exchange-altered"]),
        ((replace(left(TRANSLATED), context=""),), ["exchange-id"]),
    ],
)
def test_a_file_whose_ids_or_texts_were_changed_is_told(units: tuple[Unit, ...], expected: list[str]) -> None:
    found = list(alterations(file(*units)))
    assert [finding.rule for finding in found] == expected
    assert {finding.source for finding in found} == {PLACE}
