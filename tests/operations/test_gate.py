"""A condition holds where all tests of one row hold, whatever the other rows say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.operations import gate as gates
from engine.table import CODES

FACTS = {"place": CODES["place"], "referral": CODES["referral"], "designated": (False, True)}
ROW = st.fixed_dictionaries(
    {},
    optional={
        fact: st.lists(st.sampled_from(values), min_size=1, unique=True)
        for fact, values in FACTS.items()
    },
).filter(bool)
LINE = st.fixed_dictionaries({fact: st.sampled_from(values) for fact, values in FACTS.items()})


def gate(*rows, **rest):
    """Make a gate with a clause and its two sentences."""
    words = {"id": "tried", "cites": ["一"], "met": "符合", "unmet": "不符合"}
    return gates.Gate.read(any=list(rows), **(words | rest))


def number(fact, value):
    """Give the number that stands for a value in a column."""
    return CODES[fact].index(value) if fact in CODES else int(value)


@given(st.lists(ROW, min_size=1, max_size=3), st.lists(LINE, min_size=1, max_size=20))
def test_any_row_of_all_its_tests(rows, lines):
    """Each line passes as one would read the rows aloud."""
    columns = {f: np.array([number(f, line[f]) for line in lines]) for f in FACTS}

    passed = gate(*rows).holds(columns.__getitem__)

    assert [
        any(all(line[fact] in values for fact, values in row.items()) for row in rows)
        for line in lines
    ] == passed.tolist()


@given(st.integers(0, 120), st.integers(0, 120))
def test_at_least_includes_the_number_itself(years, least):
    """A year's stay of exactly one year is one year."""
    test = gates.Test.read("residence_permit_years", {"at_least": least})

    assert (years >= least) == test.allows(years)


def test_a_gate_knows_whom_it_is_about():
    """One about the insurance is the person's, one about the hospital is the visit's."""
    assert not gate({"scheme": ["resident"]}).of_visit
    assert gate({"designated": [True]}).of_visit
    assert ("place", "referral") == gate({"place": ["city"]}, {"referral": ["referred"]}).facts


@pytest.mark.parametrize(
    ("row", "rest"),
    [
        ({"weather": ["rain"]}, {}),
        ({"place": ["moon"]}, {}),
        ({"place": []}, {}),
        ({"residence_permit_years": {"at_lest": 1}}, {}),
        ({"residence_permit_years": {"at_least": 1, "at_most": 3}}, {}),
        ({"designated": [True]}, {"fails": "perhaps"}),
        ({"designated": [True]}, {"cites": []}),
        ({"designated": [True]}, {"colour": "red"}),
    ],
    ids=str,
)
def test_a_gate_that_says_nonsense_is_refused(row, rest):
    """A fact that nobody asks about, a value that does not exist, a word that is not known."""
    with pytest.raises((ValueError, KeyError, TypeError)):
        gate(row, **rest)
