"""A cap cuts a running sum: no more is paid, and no less than there is room for."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.operations.cap import clip
from engine.table import Runs, marked
from tests.oracle.ledger import clip as clip_one

LINE = st.tuples(st.integers(0, 500), st.integers(0, 900), st.integers(0, 5).map(lambda n: n == 0))


def columns(lines):
    """Lay drawn lines out as columns; the first line always starts a segment."""
    pays, caps, first = (np.array(column) for column in zip(*lines, strict=True))
    first[0] = True
    return pays, caps, first.astype(bool)


def one_by_one(lines, opening):
    """Cut payments one after the other, as one would on paper."""
    out, paid = [], 0
    for pays, cap, first, before in zip(*lines, opening, strict=True):
        paid = int(before) if first else paid
        out.append(clip_one(int(pays), int(cap), paid))
        paid += out[-1]
    return out


def test_the_last_payment_gets_what_is_left():
    """Of three payments of 400 under a cap of 1,000 the third gets 200."""
    cut = clip(np.array([400, 400, 400]), cap=np.full(3, 1000), first=Runs(np.array([0]), 3))

    assert [400, 400, 200] == cut.tolist()


@given(st.lists(LINE, min_size=1, max_size=30), st.integers(0, 600))
def test_one_cap_a_segment(lines, before):
    """Under one cap a segment the column is cut as on paper."""
    pays, caps, first = columns(lines)
    caps[:] = caps[0]
    opening = np.full(len(pays), before)

    cut = clip(pays, cap=caps, first=marked(first), paid=opening)

    assert one_by_one((pays, caps, first), opening) == cut.tolist()


@given(st.lists(LINE, min_size=1, max_size=30))
def test_a_cap_that_changes_goes_on_from_what_was_paid(lines):
    """Where another identity brings another cap, what was paid before still counts."""
    pays, caps, first = columns(lines)

    cut = clip(pays, cap=caps, first=marked(first))

    assert one_by_one((pays, caps, first), np.zeros(len(pays))) == cut.tolist()
