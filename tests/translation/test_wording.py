"""Which changes of a text leave its translations as they are."""

from __future__ import annotations

import pytest

from guidegen.translation.wording import only_retouched


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("20 per cent", "20\u00a0per cent"),
        ('the "new" States', "the “new” States"),
        ("States' reports", "States’ reports"),
        ("10,000 prisoners", "10 000 prisoners"),
        ("10000 prisoners", "10,000 prisoners"),
        ("1,500,000 of them", "1 500 000 of them"),
        ("why ?", "why?"),
        ("a note [^a] here", "a\u00a0note [^a] here"),
    ],
)
def test_spacing_quotation_marks_and_separators_are_retouching(before: str, after: str) -> None:
    assert only_retouched(before, after)
    assert only_retouched(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("10 prisoners", "100 prisoners"),
        ("1.5 million", "15 million"),
        ("1.500 metres", "1500 metres"),
        ("in 2009, 100 States", "in 2009,100 States"),
        ("2009 and 2010", "2009 and 2011"),
        ("database", "data base"),
        ("Youth", "youth"),
        ("a *new* crime", "a new crime"),
        ("a *new* crime", "a * new* crime"),
        ("**a** b", "*a* b"),
        ("{ number }", "{number}"),
        ("{number} a", "{count} a"),
        ("[@crc, art. 4]", "[@crc, art. 40]"),
        ("see [](#youth.a)", "see [](#youth.b)"),
        ("a; b", "a, b"),
    ],
)
def test_all_else_is_a_change(before: str, after: str) -> None:
    assert not only_retouched(before, after)
    assert not only_retouched(after, before)
