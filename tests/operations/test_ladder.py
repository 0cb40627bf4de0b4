"""Deductible and bands pay what exact fractions pay, rounded once."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.operations.ladder import Bands, Ladder, settle
from tests.oracle.common import half_up, slices

FEN = st.integers(0, 9_999_999_999)
POINTS = st.integers(0, 10_000)


@st.composite
def tariffs(draw):
    """Draw a tariff with one to four bands."""
    floors = draw(st.lists(st.integers(1, 30_000_000), max_size=3, unique=True))
    bands = tuple((floor, draw(POINTS)) for floor in [0, *sorted(floors)])
    return Bands(draw(st.integers(0, 3_000_000)), bands, draw(st.none() | FEN))


def owed(tariff, total):
    """Reckon what a tariff owes on a year's sum, in exact fen."""
    table = [(floor, Fraction(points, 10_000)) for floor, points in tariff.bands]
    return slices(max(total - tariff.deductible, 0), table)


def test_a_slice_is_paid_at_its_own_rate():
    """80,000 at 70 % up to 50,000 and 75 % above is 57,500."""
    tariff = Bands.read(tiers=[["0元", "70%"], ["5万元", "75%"]])
    paid = Ladder([tariff]).pays(
        before=np.array([0]), after=np.array([8_000_000]), row=np.array([0])
    )

    assert [5_750_000] == paid.tolist()


@given(st.lists(tariffs(), min_size=1, max_size=4), st.data())
def test_tariffs_side_by_side_pay_exactly(rows, data):
    """Every line of a column is paid by the tariff it names, as the difference of two sums."""
    lines = data.draw(st.lists(st.tuples(FEN, FEN, st.integers(0, len(rows) - 1)), min_size=1))
    before = np.array([min(a, b) for a, b, _ in lines])
    after = np.array([max(a, b) for a, b, _ in lines])
    which = [row for _, _, row in lines]

    paid = Ladder(rows).pays(before=before, after=after, row=np.array(which))

    assert [
        half_up(owed(rows[row], int(b))) - half_up(owed(rows[row], int(a)))
        for a, b, row in zip(before, after, which, strict=True)
    ] == paid.tolist()


@given(tariffs(), FEN)
def test_the_pieces_of_the_explanation_add_up(tariff, total):
    """The slices that are told make up what is paid, and each lies at its own rate."""
    pieces = tariff.pieces(total)

    assert owed(tariff, total) == sum(Fraction(part * rate, 10_000) for part, rate, _ in pieces)
    assert max(total - tariff.deductible, 0) == sum(part for part, _, _ in pieces)
    assert half_up(owed(tariff, total)) == tariff.pays(total)


@given(st.integers(0, 10**14))
def test_half_a_fen_goes_up(amount):
    """Rounding is half up to the fen."""
    assert half_up(Fraction(amount, 10_000)) == int(settle(np.array(amount)))


@pytest.mark.parametrize(
    "tiers",
    [
        [],
        [["1元", "70%"]],
        [["0元", "70%"], ["0元", "75%"]],
        [["0元", "70%"], ["5万元", "75%"], ["3万元", "80%"]],
        [["0元", "101%"]],
        [["0元", "-1%"]],
        [["0元", 0.7]],
        [["0", "70%"]],
    ],
)
def test_bands_that_make_no_sense_are_refused(tiers):
    """Bands rise from 0元, rates lie between 0 and 100 %, amounts have a unit."""
    with pytest.raises(ValueError, match=r"分段|比例|金额"):
        Bands.read(tiers=tiers)
