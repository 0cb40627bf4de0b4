"""Running sums begin anew with each segment, however long the column is."""

from datetime import date
from itertools import groupby, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.table import CODES, Table, code, day_number, running, runs, spread, starts

LINES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 10**10)), min_size=1, max_size=40)


def segments(lines):
    """Sort drawn lines into segments: keys, amounts, and how the lines are cut."""
    ordered = sorted(lines, key=lambda line: line[0])
    keys, amounts = (np.array(column) for column in zip(*ordered, strict=True))
    return keys, amounts, runs(keys)


def one_by_one(keys, amounts):
    """Give each segment's amounts as a list of their own."""
    pairs = zip(keys.tolist(), amounts.tolist(), strict=True)
    return [[amount for _, amount in group] for _, group in groupby(pairs, lambda pair: pair[0])]


@given(LINES)
def test_sums_run_within_their_segment(lines):
    """Each line has the sum of its segment up to itself."""
    keys, amounts, cut = segments(lines)
    expected = [sum(seg[: n + 1]) for seg in one_by_one(keys, amounts) for n in range(len(seg))]

    assert expected == running(amounts, cut).tolist()


@given(LINES)
def test_one_value_a_segment_is_spread_over_its_lines(lines):
    """Every line of a segment gets the segment's value."""
    keys, amounts, cut = segments(lines)
    expected = [seg[0] for seg in one_by_one(keys, amounts) for _ in seg]

    assert expected == spread(amounts[cut.heads], cut).tolist()


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), min_size=1))
def test_any_key_that_changes_starts_a_segment(lines):
    """A month starts anew with a new person, though it is the same month."""
    one, other = (np.array(column) for column in zip(*lines, strict=True))
    expected = [True, *(a != b for a, b in pairwise(lines))]

    assert expected == starts(one, other).tolist()


@given(st.integers(1, 6), LINES)
def test_totals_are_of_each_person(rows, lines):
    """Persons without visits have nothing; the others have the sum of theirs."""
    owner, amounts, _ = segments([(key % rows, amount) for key, amount in lines])
    table = Table(rows, {}, {}, owner)
    pairs = list(zip(owner, amounts, strict=True))
    expected = [int(sum(a for o, a in pairs if o == row)) for row in range(rows)]

    assert expected == table.total(amounts).tolist()


def test_a_fact_of_the_person_is_a_fact_of_each_visit():
    """A column of the person is repeated for the visits; one of the visits is taken as it is."""
    owner = np.array([0, 0, 1])
    table = Table(2, {"scheme": np.array([3, 4])}, {"kind": np.array([0, 1, 2])}, owner)

    assert [3, 3, 4] == table.column("scheme").tolist()
    assert [0, 1, 2] == table.column("kind").tolist()


@pytest.mark.parametrize("fact", CODES)
def test_each_value_has_a_number_of_its_own(fact):
    """A closed list of values is numbered without gaps."""
    assert list(range(len(CODES[fact]))) == [code(fact, value) for value in CODES[fact]]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_days_are_counted_as_numpy_counts_them(day):
    """A month can be found from a day's number."""
    assert np.datetime64(day).astype(int) == day_number(day)
