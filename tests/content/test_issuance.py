from __future__ import annotations

from guidegen.content.reader import Issuances
from guidegen.resources.files import SourceFile
from guidegen.resources.validation import validate
from guidegen.resources.yaml_reader import parse_yaml
from tests.marked import told

ISSUANCE = """\
draft:
  status: draft
  symbol: A/CONF.213/PM.1
  organ: General Assembly
  date: pending
  original: [en]
  session: {body: Commission, place: pending, dates: pending}
"""


def read(file: SourceFile) -> Issuances:
    return validate(parse_yaml(file), Issuances)


def test_an_issuance_is_no_default_and_not_reserved_unless_it_says_so() -> None:
    issuance = read(SourceFile("content/issuances.yaml", ISSUANCE))["draft"]
    assert not issuance.default
    assert not issuance.reserved
    assert issuance.languages == ()
    assert issuance.ibid


def test_an_issuance_is_told_all_that_is_wrong_with_it() -> None:
    marked = """\
draft:
  ►default: maybe
  ►status: aproved
  ►symbol: 213
  organ: General Assembly
  ►distribution: secret
  ►date: soon
  ►original: en
  session: {body: Commission, place: pending, ►dates: 2009, ►agenda: 3}
  ►languages: all
  ►word_limit: many
  ►waiver: {►granted_by: 5}
"""
    assert told(marked, read) == [
        '"default" must be true or false',
        '"status" must be "draft", "for_approval" or "approved" (did you mean "approved"?)',
        '"symbol" must be a text (put it in quotes)',
        '"distribution" must be "general", "limited" or "restricted"',
        '"date" must be a date such as 2009-02-27 or "pending"',
        '"original" must be a list',
        '"dates" must be a group of keys or "pending"',
        'unknown key "agenda" (did you mean "agenda_note"?)',
        '"languages" must be a list',
        '"word_limit" must be a whole number',
        'missing key "date"',
        '"granted_by" must be a text (put it in quotes)',
    ]


def test_an_issuance_lacks_its_session_where_there_is_none() -> None:
    marked = "►" + ISSUANCE.rpartition("  session")[0]
    assert told(marked, read) == ['missing key "session"']
